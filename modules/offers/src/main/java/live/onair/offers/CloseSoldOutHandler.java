package live.onair.offers;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Objects;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.products.ProductEvent;
import live.onair.products.Products;
import live.onair.sql.Statements;
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

        private final Statements sql;
        private final Products products;
        private final OfferDesk desk;
        private final CouponReads coupons;
        private final CouponRun couponRun;
        private final FlashReads sales;
        private final FlashRun flashRun;

        @Inject
        Closing(
                Statements sql,
                Products products,
                OfferDesk desk,
                CouponReads coupons,
                CouponRun couponRun,
                FlashReads sales,
                FlashRun flashRun) {
            this.sql = sql;
            this.products = products;
            this.desk = desk;
            this.coupons = coupons;
            this.couponRun = couponRun;
            this.sales = sales;
            this.flashRun = flashRun;
        }

        /** Some may have come back meanwhile. */
        public void close(String product) {
            boolean gone = products.find(product).stream().anyMatch(found -> Objects.equals(found.stock(), 0));
            if (!gone) {
                return;
            }
            sql.list(
                            "select show_id from offers.coupon where product_id = ? and state = 'OPEN' union select show_id"
                                    + " from offers.flash_sale where product_id = ? and state = 'STARTED' order by show_id",
                            row -> row.text("show_id"),
                            product,
                            product)
                    .forEach(show -> close(show, product));
        }

        private void close(String show, String product) {
            desk.lock(show);
            coupons.open(show).stream()
                    .filter(coupon -> product.equals(coupon.discount().product()))
                    .forEach(coupon -> couponRun.closed(coupon, OfferEnd.SOLD_OUT));
            sales.started(show).stream()
                    .filter(sale -> sale.product().equals(product))
                    .forEach(sale -> flashRun.over(sale, OfferEnd.SOLD_OUT));
        }
    }
}
