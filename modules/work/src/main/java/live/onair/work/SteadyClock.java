package live.onair.work;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;

/**
 * The database's time at the start, moved on by monotonic time: heartbeats of several nodes can be compared, and no step
 * of the system's or the test's clock stops the polling.
 */
final class SteadyClock implements Clock {

    private final Instant anchor;
    private final long started = System.nanoTime();

    SteadyClock(Instant databaseTime) {
        anchor = databaseTime;
    }

    @Override
    public Instant now() {
        return anchor.plusNanos(System.nanoTime() - started);
    }
}
