package live.onair.scheduling.spi;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Monotonic time for tests on a fake clock: passes as the clock does, until the clock is told to jump. A test that moves
 * the fake clock by more than two seconds needs it as {@code @Named("onair.monotonic")}, else the move is a step.
 */
@Vetoed
public class FakeMonotonic implements LongSupplier {

    private final Clock clock;
    private Duration jumped = Duration.ZERO;

    /** Passes with that clock. */
    public FakeMonotonic(Clock clock) {
        this.clock = clock;
    }

    /** The clock is about to jump, or has just jumped, by this much: no time passes by it. */
    public synchronized void jumped(Duration by) {
        jumped = jumped.plus(by);
    }

    @Override
    public synchronized long getAsLong() {
        return Duration.between(java.time.Instant.EPOCH, clock.instant())
                .minus(jumped)
                .toNanos();
    }
}
