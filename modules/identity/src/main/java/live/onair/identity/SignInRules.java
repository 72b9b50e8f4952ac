package live.onair.identity;

import java.time.Duration;

/**
 * Settings of signing in, produced by the deployable; without them {@link #usual} holds.
 *
 * @param maxTries wrong passwords in a row that lock an account
 * @param lockFor how long it stays locked
 * @param idle a session without a touch for so long ends
 * @param absolute a session ends after so long whatever happens
 */
public record SignInRules(int maxTries, Duration lockFor, Duration idle, Duration absolute) {

    /** Refuses rules that let nobody in, or everybody try for ever. */
    public SignInRules {
        if (maxTries < 1
                || lockFor.isNegative()
                || idle.isNegative()
                || idle.isZero()
                || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException("sign-in rules make no sense");
        }
    }

    /** 5 tries, 15 minutes, 30 minutes, 12 hours. */
    public static SignInRules usual() {
        return new SignInRules(5, Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(12));
    }
}
