/**
 * Simulcast: the programme of a show goes to other places as well, each a target with an address and a stream key of its
 * own, switched on or off per show.
 *
 * <p>In come the faces, by {@link live.onair.simulcast.Simulcast}. A target is never what a show stands or falls with:
 * whatever happens to one, the show goes on. This room never shows a stream key and never asks a backend inside a
 * transaction.
 */
@NullMarked
package live.onair.simulcast;

import org.jspecify.annotations.NullMarked;
