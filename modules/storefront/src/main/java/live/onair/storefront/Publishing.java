package live.onair.storefront;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;
import live.onair.cdn.CdnEvent;
import live.onair.clips.ClipEvent;
import live.onair.planning.PlanningEvent;
import live.onair.scheduling.OnAirList;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowState;
import live.onair.work.WorkQueue;

/** Notices when what viewers read has to be published anew. */
@Singleton
public class Publishing {

    private static final Set<ShowState> DRAFTS = Set.of(ShowState.DRAFT, ShowState.IN_REVIEW);

    private final WorkQueue queue;
    private final OnAirList list;

    /** Puts work; never publishes itself. */
    @Inject
    public Publishing(WorkQueue queue, OnAirList list) {
        this.queue = queue;
        this.list = list;
    }

    void showChanged(@Observes ShowEvent event) {
        if (concernsViewers(event)) {
            queue.put(new PublishShows(event.show()));
            queue.put(new PublishLineUp(event.show()));
            queue.put(new PublishWindow(event.show()));
        }
    }

    /** Of a draft viewers never hear: a day of four hundred drafts that moves publishes nothing. */
    private boolean concernsViewers(ShowEvent event) {
        if (event instanceof ShowEvent.Cancelled cancelled) {
            return !DRAFTS.contains(cancelled.from());
        }
        if (event instanceof ShowEvent.Changed || event instanceof ShowEvent.Moved) {
            return list.isPublic(event.show());
        }
        return !(event instanceof ShowEvent.Scheduled || event instanceof ShowEvent.Submitted);
    }

    void marksChanged(@Observes PlanningEvent.MarksChanged event) {
        queue.put(new PublishShows(event.subject()));
    }

    void steered(@Observes CdnEvent.Steered event) {
        queue.put(new PublishShows(event.show()));
    }

    void clipChanged(@Observes ClipEvent event) {
        queue.put(new PublishShows(event.show()));
    }

    /** Publishes pages and files anew; called when the console starts. */
    @Transactional
    public void all() {
        queue.put(new PublishPages());
        queue.put(PublishShows.ALL);
        queue.put(PublishLineUp.ALL);
        queue.put(PublishWindow.ALL);
    }
}
