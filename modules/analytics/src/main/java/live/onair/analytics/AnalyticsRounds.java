package live.onair.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.analytics.FoldEventsHandler.FoldEvents;
import live.onair.analytics.PullEventsHandler.PullEvents;
import live.onair.work.WorkQueue;

/** Begins the reading of viewers' events when the console starts. */
@Singleton
public class AnalyticsRounds {

    private final WorkQueue queue;

    @Inject
    AnalyticsRounds(WorkQueue queue) {
        this.queue = queue;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        queue.put(PullEvents.VIEWERS);
        queue.put(FoldEvents.DAILY);
    }
}
