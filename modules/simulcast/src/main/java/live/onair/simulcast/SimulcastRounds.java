package live.onair.simulcast;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.work.WorkQueue;

/** Begins the looking at outputs when the console starts. */
@Singleton
public class SimulcastRounds {

    private final SwitchShelf shelf;
    private final WorkQueue queue;

    @Inject
    SimulcastRounds(SwitchShelf shelf, WorkQueue queue) {
        this.shelf = shelf;
        this.queue = queue;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        shelf.shows().forEach(show -> queue.put(new ReconcileSimulcastHandler.ReconcileSimulcast(show)));
    }
}
