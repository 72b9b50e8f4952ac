package live.onair.localmedia;

import org.jspecify.annotations.Nullable;

/**
 * So often in the long run, and so many at once: each one costs a step of time, and the debt has a bound.
 *
 * @param step nanoseconds that one costs
 * @param burst how many at once
 */
record Pace(long step, int burst) {

    /**
     * Until when one more is paid for, by {@link System#nanoTime}; null when it has to wait.
     *
     * @param paidUntil what was given for the one before; null for the first
     */
    @Nullable
    Long after(@Nullable Long paidUntil, long now) {
        long from = paidUntil == null || paidUntil - now < 0 ? now : paidUntil;
        return from + step - now <= burst * step ? (Long) (from + step) : null;
    }
}
