/** Where lines are judged. Adapters come in here; faces never do. */
@NullMarked
package live.onair.chatrules.spi;

import org.jspecify.annotations.NullMarked;
