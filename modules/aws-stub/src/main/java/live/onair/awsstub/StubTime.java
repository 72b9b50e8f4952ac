package live.onair.awsstub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What time it is at AWS: the given clock for instants, steady time for how long something takes; both can be moved on. */
final class StubTime {

    private final Clock clock;
    private final AtomicLong moved = new AtomicLong();

    StubTime(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().plusNanos(moved.get());
    }

    double seconds() {
        return now().toEpochMilli() / 1000.0;
    }

    long steady() {
        return System.nanoTime() + moved.get();
    }

    void pass(Duration time) {
        moved.addAndGet(time.toNanos());
    }
}
