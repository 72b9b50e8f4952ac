package live.onair.offers;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import live.onair.cues.ByCue;
import live.onair.cues.CueEvent;
import live.onair.cues.CueKind;
import live.onair.cues.Cues;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.work.Next;
import live.onair.work.WorkHandler;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Opens and closes coupons and flash sales because an item of the cue sheet says so, and tells the sheet what became of it. */
@Singleton
class OfferByCueHandler implements WorkHandler<OfferByCueHandler.OfferByCue> {

    private static final Set<CueKind> OURS =
            EnumSet.of(CueKind.COUPON_ON, CueKind.COUPON_OFF, CueKind.FLASH_ON, CueKind.FLASH_OFF);

    private final Acts acts;
    private final Cues cues;
    private final WorkQueue queue;

    @Inject
    OfferByCueHandler(Acts acts, Cues cues, WorkQueue queue) {
        this.acts = acts;
        this.cues = cues;
        this.queue = queue;
    }

    /** Do what this act of an item says. */
    record OfferByCue(
            String show,
            String item,
            String title,
            int act,
            CueKind kindOfAct,
            @Nullable String target,
            boolean rehearsal)
            implements ByCue {}

    void due(@Observes CueEvent.Due due) {
        if (OURS.contains(due.kindOfAct())) {
            queue.put(new OfferByCue(
                    due.show(),
                    due.item().toString(),
                    due.title(),
                    due.act(),
                    due.kindOfAct(),
                    due.target(),
                    due.rehearsal()));
        }
    }

    @Override
    public Class<OfferByCue> type() {
        return OfferByCue.class;
    }

    @Override
    public Next handle(OfferByCue work) {
        if (work.rehearsal()) {
            cues.rehearsed(work.due());
            return Next.done();
        }
        cues.report(work.due(), acts.carryOut(work), OfferRefusal.AS_IT_IS);
        return Next.done();
    }

    /** The act itself: all of it, or nothing. */
    @Singleton
    @Transactional
    @Guarded
    static class Acts {

        private final CouponRun coupons;
        private final CouponShelf couponShelf;
        private final FlashRun sales;
        private final FlashShelf saleShelf;

        @Inject
        Acts(CouponRun coupons, CouponShelf couponShelf, FlashRun sales, FlashShelf saleShelf) {
            this.coupons = coupons;
            this.couponShelf = couponShelf;
            this.sales = sales;
            this.saleShelf = saleShelf;
        }

        /** Done by Onair itself, because the sheet says so. */
        @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
        public Outcome<String> carryOut(OfferByCue work) {
            String target = Objects.requireNonNullElse(work.target(), "");
            return switch (work.kindOfAct()) {
                case COUPON_ON -> coupons.open(work.show(), target, work.item()).map(Coupon::id);
                case COUPON_OFF ->
                    couponShelf.end(work.show(), target, OfferEnd.CUE).map(Coupon::id);
                case FLASH_ON -> sales.start(work.show(), target, work.item()).map(FlashSale::id);
                case FLASH_OFF ->
                    saleShelf.end(work.show(), target, OfferEnd.CUE).map(FlashSale::id);
                default -> Outcome.done(target);
            };
        }
    }
}
