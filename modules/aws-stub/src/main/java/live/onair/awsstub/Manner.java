package live.onair.awsstub;

import java.time.Clock;
import java.time.Duration;

/**
 * How the stand-in behaves.
 *
 * @param clock what time it is there
 * @param transition how long a state like STARTING lasts, by steady time
 * @param pageSize the most that one page of a list holds
 * @param quotas 1 for AWS's own rates, more to let so many times as much through
 * @param seed of faults and of made-up names
 */
public record Manner(Clock clock, Duration transition, int pageSize, double quotas, long seed) {

    /** States change in 200 ms; pages and rates are AWS's own. */
    public static Manner quick() {
        return new Manner(Clock.systemUTC(), Duration.ofMillis(200), 100, 1, 1);
    }

    /** The same with another clock. */
    public Manner at(Clock other) {
        return new Manner(other, transition, pageSize, quotas, seed);
    }

    /** The same with states that last so long. */
    public Manner changingIn(Duration time) {
        return new Manner(clock, time, pageSize, quotas, seed);
    }

    /** The same with short pages, so that nobody forgets to turn them. */
    public Manner withPagesOf(int size) {
        return new Manner(clock, transition, size, quotas, seed);
    }

    /** The same with rates so many times as high. */
    public Manner withQuotasTimes(double times) {
        return new Manner(clock, transition, pageSize, times, seed);
    }

    /** The same with other chance. */
    public Manner seeded(long other) {
        return new Manner(clock, transition, pageSize, quotas, other);
    }
}
