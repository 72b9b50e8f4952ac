package live.onair.monitors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.work.WorkQueue;

/** Begins the looking at monitors when the console starts. */
@Singleton
public class MonitorRounds {

    private final MonitorShelf shelf;
    private final WorkQueue queue;

    @Inject
    MonitorRounds(MonitorShelf shelf, WorkQueue queue) {
        this.shelf = shelf;
        this.queue = queue;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        shelf.all().forEach(kept -> queue.put(new ReconcileMonitorHandler.ReconcileMonitor(kept.id())));
    }
}
