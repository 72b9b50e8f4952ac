package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.work.WorkQueue;

/** Begins the looking at the account when the console starts; where no cloud is used it looks once and says so. */
@Singleton
public class Stocktaking {

    private final WorkQueue queue;

    @Inject
    Stocktaking(WorkQueue queue) {
        this.queue = queue;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        queue.put(TakeInventoryHandler.TakeInventory.NOW);
        queue.put(ReadTrailHandler.ReadTrail.NOW);
        queue.put(LookAtRecordingsHandler.LookAtRecordings.NOW);
        queue.put(ForgetCallsHandler.ForgetCalls.DAILY);
    }
}
