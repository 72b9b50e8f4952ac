/**
 * The words every room shares: who acts, what they may do, what became of it.
 *
 * <p>Everybody may come in. Nothing here knows a room, a database table, a vendor or a screen; the kernel never grows a
 * rule of one room.
 */
@NullMarked
package live.onair.kernel;

import org.jspecify.annotations.NullMarked;
