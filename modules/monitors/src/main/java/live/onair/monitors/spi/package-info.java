/** What this room asks of a cloud module. Handlers call {@link MonitorStreams}; {@link MonitorPlanner} is pure. */
@NullMarked
package live.onair.monitors.spi;

import org.jspecify.annotations.NullMarked;
