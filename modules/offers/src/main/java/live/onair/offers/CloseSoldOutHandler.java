package live.onair.offers;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.products.ProductEvent;
import live.onair.products.Products;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;

/** Ends the coupons and flash sales of a product of which nothing is left: nobody could use them. */
@Singleton
class CloseSoldOutHandler implements WorkHandler<CloseSoldOutHandler.CloseSoldOut> {

    private final Closing closing;
    private final WorkQueue queue;

    @Inject
    CloseSoldOutHandler(Closing closing, WorkQueue queue) {
        this.closing = closing;
        this.queue = queue;
    }

    /** Look at the offers of this product. */
    record CloseSoldOut(String product) implements Work {
        @Override
        public String key() {
            return product;
        }
    }

    /** Not at once: who sells has the product's lock, and offers are locked before products nowhere. */
    void soldOut(@Observes ProductEvent event) {
        if (event instanceof ProductEvent.SoldOut) {
            queue.put(new CloseSoldOut(event.subject()));
        }
    }

    @Override
    public Class<CloseSoldOut> type() {
        return CloseSoldOut.class;
    }

    @Override
    public Next handle(CloseSoldOut work) {
        closing.close(work.product());
        return Next.done();
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Closing {

        private final Products products;
        private final CouponShelf coupons;
        private final FlashShelf sales;

        @Inject
        Closing(Products products, CouponShelf coupons, FlashShelf sales) {
            this.products = products;
            this.coupons = coupons;
            this.sales = sales;
        }

        /** Some may have come back meanwhile. */
        public void close(String product) {
            if (products.find(product).stream().noneMatch(found -> Objects.equals(found.stock(), 0))) {
                return;
            }
            List<OfferShelf<?>> shelves = List.of(coupons, sales);
            // one show after the other, always in the same order
            Set<String> shows = new TreeSet<>();
            shelves.forEach(shelf -> shows.addAll(shelf.showsWithOpen(product)));
            shows.forEach(show -> shelves.forEach(shelf -> shelf.endAll(show, product, OfferEnd.SOLD_OUT)));
        }
    }
}
