/**
 * How AWS is spoken to: its services' models, requests read and answers written in each of its protocols, what the models
 * refuse, and the loopback door.
 *
 * <p>Only the stand-in beside it comes in here. It knows no service by name but in the list of models, keeps no state and
 * decides nothing.
 */
@NullMarked
package live.onair.awsstub.wire;

import org.jspecify.annotations.NullMarked;
