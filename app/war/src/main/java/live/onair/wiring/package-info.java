/**
 * The wiring of the deployable: what the server gives to the rooms, what starts with it, and the doors people and
 * machines come in by.
 *
 * <p>Nobody sees this package. It holds no rule of any room.
 */
@NullMarked
package live.onair.wiring;

import org.jspecify.annotations.NullMarked;
