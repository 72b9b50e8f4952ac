package live.onair.storefront;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.cues.CueEvent;
import live.onair.games.GameEvent;
import live.onair.gifts.GiftEvent;
import live.onair.offers.OfferEvent;
import live.onair.pins.CardEvent;
import live.onair.pins.PinEvent;
import live.onair.products.LineUpEvent;
import live.onair.scheduling.OnAirList;
import live.onair.work.WorkQueue;

/** Notices when what stands beside a picture has to be published anew. Puts work; never publishes itself. */
@Singleton
class PublishingWindows {

    private final WorkQueue queue;
    private final OnAirList list;

    @Inject
    PublishingWindows(WorkQueue queue, OnAirList list) {
        this.queue = queue;
        this.list = list;
    }

    void pinned(@Observes PinEvent event) {
        queue.put(new PublishWindow(event.show()));
    }

    void cards(@Observes CardEvent event) {
        event.shows().stream().filter(list::isPublic).forEach(show -> queue.put(new PublishWindow(show)));
    }

    void offers(@Observes OfferEvent event) {
        if (list.isPublic(event.show())) {
            queue.put(new PublishWindow(event.show()));
        }
    }

    /** Counts of a poll are no news of their own: whoever publishes looks again while it is open. */
    void games(@Observes GameEvent event) {
        if (list.isPublic(event.show())) {
            queue.put(new PublishWindow(event.show()));
        }
    }

    void gifts(@Observes GiftEvent event) {
        if (list.isPublic(event.show())) {
            queue.put(new PublishWindow(event.show()));
        }
    }

    /** The caption goes with the item. */
    void sheet(@Observes CueEvent event) {
        boolean concerned = event instanceof CueEvent.ItemBegan
                || event instanceof CueEvent.WentBack
                || event instanceof CueEvent.SheetEnded
                || event instanceof CueEvent.SheetArranged;
        if (concerned && list.isPublic(event.show())) {
            queue.put(new PublishWindow(event.show()));
        }
    }

    /** Questions of a product that left the show leave with it. */
    void arranged(@Observes LineUpEvent.Arranged event) {
        if (list.isPublic(event.show())) {
            queue.put(new PublishWindow(event.show()));
        }
    }
}
