/**
 * What this room asks of a cloud module. Handlers call {@link SimulcastOutputs}; {@link SimulcastPlanner} is pure.
 */
@NullMarked
package live.onair.simulcast.spi;

import org.jspecify.annotations.NullMarked;
