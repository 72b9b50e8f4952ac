package live.onair.storefront;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.products.LineUpEvent;
import live.onair.products.LineUps;
import live.onair.products.ProductEvent;
import live.onair.scheduling.OnAirList;
import live.onair.work.WorkQueue;

/** Notices when what is sold in a public show has to be published anew. Puts work; never publishes itself. */
@Singleton
class PublishingLineUps {

    private final WorkQueue queue;
    private final OnAirList list;
    private final LineUps lineUps;

    @Inject
    PublishingLineUps(WorkQueue queue, OnAirList list, LineUps lineUps) {
        this.queue = queue;
        this.list = list;
        this.lineUps = lineUps;
    }

    void arranged(@Observes LineUpEvent.Arranged event) {
        if (list.isPublic(event.show())) {
            queue.put(new PublishLineUp(event.show()));
        }
    }

    /** A locked price that changed with a second person. */
    void repriced(@Observes LineUpEvent.Repriced event) {
        queue.put(new PublishLineUp(event.show()));
    }

    /** A product that is new, or was put away, is no other one to those who see it; what is left of one is. */
    void changed(@Observes ProductEvent event) {
        if (event instanceof ProductEvent.Changed
                || event instanceof ProductEvent.RanLow
                || event instanceof ProductEvent.SoldOut
                || event instanceof ProductEvent.OptionMoved
                || event instanceof ProductEvent.CameBack) {
            again(lineUps.showsWith(event.subject()));
        } else if (event instanceof ProductEvent.SellerChanged) {
            again(lineUps.showsOf(event.subject()));
        }
    }

    private void again(List<String> shows) {
        shows.stream().filter(list::isPublic).forEach(show -> queue.put(new PublishLineUp(show)));
    }
}
