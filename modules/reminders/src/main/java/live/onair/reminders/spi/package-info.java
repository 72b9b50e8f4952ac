/** What carries messages to viewers. Adapters come in here; faces never do. */
@NullMarked
package live.onair.reminders.spi;

import org.jspecify.annotations.NullMarked;
