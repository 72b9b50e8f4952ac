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

    private final Rounds rounds;
    private final ClockWatch watch;

    @Inject
    Reconciliation(Rounds rounds, ClockWatch watch) {
        this.rounds = rounds;
        this.watch = watch;
    }

    /** At start, after the work runner is there: work for every open show and every channel's keys; gives how many shows. */
    @Transactional
    public int putAll() {
        return Acting.call(Actor.ONAIR, rounds::putAll);
    }

    /**
     * Once a second, by a timer of monotonic time: sees a jump of the system clock even when no work is due by it.
     * Whether automatic starts and stops are held.
     */
    public boolean tick() {
        return watch.isHeld();
    }
}
