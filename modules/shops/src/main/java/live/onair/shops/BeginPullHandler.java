package live.onair.shops;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import live.onair.shops.spi.ShopCatalogue;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Begins a pull every so often; one that is still under way is left to end. */
@Singleton
class BeginPullHandler implements WorkHandler<BeginPullHandler.BeginPull> {

    private final ShopCatalogue shop;
    private final Beginning beginning;
    private final Duration every;

    @Inject
    BeginPullHandler(ShopCatalogue shop, Beginning beginning, @Named("onair.shop.every") Duration every) {
        this.shop = shop;
        this.beginning = beginning;
        this.every = every;
    }

    /** Begin the next one. */
    record BeginPull(String name) implements Work {

        static final BeginPull ROUND = new BeginPull("shop catalogue");

        @Override
        public String key() {
            return name;
        }
    }

    @Override
    public Class<BeginPull> type() {
        return BeginPull.class;
    }

    @Override
    public Next handle(BeginPull work) {
        if (shop.place().isEmpty() || every.isZero()) {
            return Next.done();
        }
        beginning.next();
        return Next.after(every);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Beginning {

        private final PullBook book;

        @Inject
        Beginning(PullBook book) {
            this.book = book;
        }

        /** Asks only for what has changed since nothing was left behind. */
        public void next() {
            book.byItself();
        }
    }
}
