package live.onair.monitors.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.kernel.Plan;

/** The calls that {@link MonitorStreams} would make for a monitor. Pure: from what was last seen of it. */
public interface MonitorPlanner {

    /**
     * To have it keep its pictures for so long, or to make it.
     *
     * @param seen empty for one that is not there
     * @param seenAt when that was seen
     */
    Plan keep(String id, Optional<MonitorStreams.Monitor> seen, Duration retention, Instant seenAt);

    /** To take it away with all that it keeps. */
    Plan remove(Optional<MonitorStreams.Monitor> seen, Instant seenAt);
}
