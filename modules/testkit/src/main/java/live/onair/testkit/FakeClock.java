package live.onair.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a room test: stands still until it is moved. */
public final class FakeClock extends Clock {

    /** Monday noon in Seoul. */
    public static final Instant START = Instant.parse("2026-11-23T03:00:00Z");

    private volatile Instant now = START;

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets the time. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves the time on, or back with a negative duration. */
    public void advance(Duration by) {
        now = now.plus(by);
    }
}
