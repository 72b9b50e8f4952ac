package live.onair.webhooks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.webhooks.ForgetDeliveriesHandler.ForgetDeliveries;
import live.onair.work.WorkQueue;

/** Begins what this room does every day when the console starts. */
@Singleton
public class WebhookRounds {

    private final WorkQueue queue;

    @Inject
    WebhookRounds(WorkQueue queue) {
        this.queue = queue;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        queue.put(ForgetDeliveries.DAILY);
    }
}
