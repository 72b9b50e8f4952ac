package live.onair.work;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/**
 * What a failed attempt means.
 *
 * @param fault the kind of trouble, as ops read it
 * @param stuck whether ops must see it
 * @param pause how long until the next try; empty when only a person can help
 */
record Pace(String fault, boolean stuck, Optional<Duration> pause) {

    /** From this attempt on ops see it. */
    static final int ENOUGH = 8;

    static final String DEFECT = "DEFECT";
    static final String UNREADABLE = "UNREADABLE";

    /** After this many attempts that all failed, the last one with this failure. */
    static Pace of(Throwable failure, int attempts, DoubleSupplier dice) {
        if (failure instanceof Unreadable) {
            return new Pace(UNREADABLE, true, Optional.empty());
        }
        boolean enough = attempts >= ENOUGH;
        if (failure instanceof CloudException cloud) {
            CloudFault fault = cloud.fault();
            return fault.isRetried()
                    ? new Pace(fault.name(), enough, Optional.of(pauseFor(fault, attempts, dice)))
                    : new Pace(fault.name(), true, Optional.empty());
        }
        return enough
                ? new Pace(DEFECT, true, Optional.empty())
                : new Pace(DEFECT, false, Optional.of(doubling(2, 60, attempts, dice)));
    }

    private static Duration pauseFor(CloudFault fault, int attempts, DoubleSupplier dice) {
        return switch (fault) {
            case THROTTLED, EXHAUSTED -> doubling(5, 60, attempts, dice);
            default -> doubling(1, 30, attempts, dice);
        };
    }

    /** Jitter of a fifth either way, so that what failed together does not come back together. */
    private static Duration doubling(long first, long most, int attempts, DoubleSupplier dice) {
        long seconds = Math.min(most, first << Math.min(attempts - 1, 10));
        double jitter = 0.8 + 0.4 * dice.getAsDouble();
        return Duration.ofMillis(Math.round(seconds * 1000 * jitter));
    }

    /** The row's data is not what its type says: no try can help. */
    static final class Unreadable extends RuntimeException {
        Unreadable(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
