/** The work board: what waits, runs and is stuck. */
@NullMarked
package live.onair.ui.work;

import org.jspecify.annotations.NullMarked;
