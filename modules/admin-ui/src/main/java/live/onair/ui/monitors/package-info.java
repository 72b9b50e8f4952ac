/** The page of monitors: streams for contribution and for a few of the crew to look at. */
@NullMarked
package live.onair.ui.monitors;

import org.jspecify.annotations.NullMarked;
