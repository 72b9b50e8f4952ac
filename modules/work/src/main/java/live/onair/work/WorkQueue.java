package live.onair.work;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Puts work on the list, in the caller's transaction; without one, in a transaction of its own. */
@Singleton
@Transactional
public class WorkQueue {

    private final WorkStore store;
    private final Nudge nudge;
    private final Clock clock;

    /** Writes to this store and wakes the runner after the commit. */
    @Inject
    public WorkQueue(WorkStore store, Nudge nudge, Clock clock) {
        this.store = store;
        this.nudge = nudge;
        this.clock = clock;
    }

    /** Work to be done as soon as this transaction has committed. */
    public void put(Work work) {
        put(work, clock.instant());
    }

    /**
     * Work to be done not before {@code due}; the same key put earlier keeps the earlier of both times and the newer
     * data. Work put while the same key is being worked on is done once more afterwards.
     */
    public void put(Work work, Instant due) {
        store.put(work, due);
        nudge.afterCommit();
    }
}
