package live.onair.shops;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import live.onair.shops.BeginPullHandler.BeginPull;
import live.onair.shops.spi.ShopCatalogue;
import live.onair.work.WorkQueue;

/** Writes down which shop is connected when the console starts, and begins to take its catalogue by itself if that is set. */
@Singleton
public class ShopRounds {

    private final ShopCatalogue shop;
    private final PullBook book;
    private final WorkQueue queue;
    private final Duration every;

    @Inject
    ShopRounds(ShopCatalogue shop, PullBook book, WorkQueue queue, @Named("onair.shop.every") Duration every) {
        this.shop = shop;
        this.book = book;
        this.queue = queue;
        this.every = every;
    }

    /** After the work runner is there. */
    @Transactional
    public void begin() {
        book.connected(shop.place().orElse(null), every);
        if (shop.place().isPresent() && !every.isZero()) {
            queue.put(BeginPull.ROUND);
        }
    }
}
