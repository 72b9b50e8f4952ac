package live.onair.storefront;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import live.onair.planning.PlanningEvent;
import live.onair.scheduling.ShowEvent;
import live.onair.work.WorkQueue;

/** Notices when what viewers read has to be published anew. */
@Singleton
public class Publishing {

    private final WorkQueue queue;

    /** Puts work; never publishes itself. */
    @Inject
    public Publishing(WorkQueue queue) {
        this.queue = queue;
    }

    void showChanged(@Observes ShowEvent event) {
        queue.put(new PublishShows(event.show()));
    }

    void marksChanged(@Observes PlanningEvent.MarksChanged event) {
        queue.put(new PublishShows(event.subject()));
    }

    /** Publishes pages and files anew; called when the console starts. */
    @Transactional
    public void all() {
        queue.put(new PublishPages());
        queue.put(PublishShows.ALL);
    }
}
