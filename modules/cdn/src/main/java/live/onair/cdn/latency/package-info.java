/**
 * How far behind what is taken viewers see it.
 *
 * <p>In come the faces and the rooms that wait for late viewers, by {@link live.onair.cdn.latency.LiveLatency}. What players told lies where
 * the rest of it lies; nothing is written here.
 */
@NullMarked
package live.onair.cdn.latency;

import org.jspecify.annotations.NullMarked;
