/** Screens of scheduling: schedule board, shows, wall, channels. */
@NullMarked
package live.onair.ui.scheduling;

import org.jspecify.annotations.NullMarked;
