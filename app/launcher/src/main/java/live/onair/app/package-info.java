/**
 * The launcher: starts the embedded database, the media process and the server, and ends them again.
 *
 * <p>Only the {@code onair} script comes in here. It knows no rule of any room.
 */
@NullMarked
package live.onair.app;

import org.jspecify.annotations.NullMarked;
