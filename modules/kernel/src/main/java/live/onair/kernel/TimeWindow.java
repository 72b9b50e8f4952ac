package live.onair.kernel;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open stretch of time: the start belongs to it, the end does not.
 *
 * @param start first instant inside
 * @param end first instant after it, later than the start
 */
public record TimeWindow(Instant start, Instant end) {

    /** Refuses an empty or reversed window. */
    public TimeWindow {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window ends after it starts");
        }
    }

    /** The window that starts here and lasts so long. */
    public static TimeWindow of(Instant start, Duration length) {
        return new TimeWindow(start, start.plus(length));
    }

    /** How long it lasts. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** Whether the instant lies inside. */
    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /** Whether both share an instant. */
    public boolean overlaps(TimeWindow other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The same length, moved. */
    public TimeWindow shifted(Duration by) {
        return new TimeWindow(start.plus(by), end.plus(by));
    }

    /** Wider at both ends. */
    public TimeWindow widened(Duration before, Duration after) {
        return new TimeWindow(start.minus(before), end.plus(after));
    }
}
