package live.onair.testkit;

import java.time.Duration;

/**
 * The leave that a promised time has in {@code ./onair test}, where the stories and the browser tests share two cores: a
 * pace that is lost altogether still fails there, and a machine that does other things as well does not. A test that is
 * run alone, and each {@code ./onair prove}, holds the promise itself.
 */
public final class Leave {

    private static final int TIMES = Boolean.getBoolean("onair.beside") ? 4 : 1;

    private Leave() {}

    /** The longest time that passes here for what is promised within this one. */
    public static Duration of(Duration promised) {
        return promised.multipliedBy(TIMES);
    }

    /** As {@link #of(Duration)}, in the unit of what is given. */
    public static double of(double promised) {
        return promised * TIMES;
    }
}
