package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;

/**
 * How the deployable sets scheduling going. No person calls it, so nobody needs to be signed in: it acts as Onair.
 */
@Singleton
public class Reconciliation {

    private final SweepShowsHandler sweep;
    private final ClockWatch watch;

    @Inject
    Reconciliation(SweepShowsHandler sweep, ClockWatch watch) {
        this.sweep = sweep;
        this.watch = watch;
    }

    /** At start, after the work runner is there: work for every open show and every channel's keys; gives how many shows. */
    @Transactional
    public int putAll() {
        return Acting.call(Actor.ONAIR, sweep::putAll);
    }

    /**
     * Once a second, by a timer of monotonic time: sees a jump of the system clock even when no work is due by it.
     * Whether automatic starts and stops are held.
     */
    public boolean tick() {
        return watch.isHeld();
    }
}
