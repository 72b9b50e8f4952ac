package live.onair.offers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/** Ends coupons and flash sales whose time is over. */
@Singleton
class EndOfferHandler implements WorkHandler<EndOfferHandler.EndOffer> {

    private final Ending ending;

    @Inject
    EndOfferHandler(Ending ending) {
        this.ending = ending;
    }

    /** End this one, if its time is over. */
    record EndOffer(String show, String offer) implements Work {
        @Override
        public String key() {
            return offer;
        }
    }

    @Override
    public Class<EndOffer> type() {
        return EndOffer.class;
    }

    @Override
    public Next handle(EndOffer work) {
        Instant later = ending.expire(work);
        return later == null ? Next.done() : Next.at(later);
    }

    /** The half that lies in a transaction. */
    @Singleton
    @Transactional
    static class Ending {

        private final CouponShelf coupons;
        private final FlashShelf sales;

        @Inject
        Ending(CouponShelf coupons, FlashShelf sales) {
            this.coupons = coupons;
            this.sales = sales;
        }

        /** When to look again; null for never. */
        public @Nullable Instant expire(EndOffer work) {
            OfferShelf<?> shelf = work.offer().startsWith("CP-") ? coupons : sales;
            return shelf.expire(work.show(), work.offer());
        }
    }
}
