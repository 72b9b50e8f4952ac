/** How a show's products did: numbers, over time, as a file. Shows what {@code analytics} counts; no rules in here. */
@NullMarked
package live.onair.ui.analytics;

import org.jspecify.annotations.NullMarked;
