/**
 * What watching is like, by CDN, country and network.
 *
 * <p>In comes the room by {@link live.onair.cdn.grid.GridBook}; the faces go on adding up by {@link live.onair.cdn.grid.StartTimes}. What
 * players told lies where the rest of it lies; nothing is written here.
 */
@NullMarked
package live.onair.cdn.grid;

import org.jspecify.annotations.NullMarked;
