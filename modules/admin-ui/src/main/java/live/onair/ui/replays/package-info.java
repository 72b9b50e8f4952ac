/** The chat of a show beside its recording. */
@NullMarked
package live.onair.ui.replays;

import org.jspecify.annotations.NullMarked;
