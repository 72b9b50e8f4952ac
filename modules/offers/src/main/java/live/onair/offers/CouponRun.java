package live.onair.offers;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import live.onair.claims.ClaimWatch;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.offers.EndOfferHandler.EndOffer;
import live.onair.offers.OfferRows.Coupon;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Opens coupons. Works inside the caller's transaction. */
@Singleton
class CouponRun {

    private final Statements sql;
    private final OfferDesk desk;
    private final CouponShelf shelf;
    private final WorkQueue queue;
    private final Event<OfferEvent> events;
    private final Instance<ClaimWatch> watching;
    private final FairStart fair;

    @Inject
    CouponRun(
            Statements sql,
            OfferDesk desk,
            CouponShelf shelf,
            WorkQueue queue,
            Event<OfferEvent> events,
            Instance<ClaimWatch> watching,
            FairStart fair) {
        this.sql = sql;
        this.desk = desk;
        this.shelf = shelf;
        this.queue = queue;
        this.events = events;
        this.watching = watching;
        this.fair = fair;
    }

    Outcome<Coupon> open(String show, String id, @Nullable String cue) {
        return desk.onAir(show).then(there -> shelf.in(show, id)).then(coupon -> {
            if (coupon.runs()) {
                return Outcome.refused(OfferRefusal.AS_IT_IS.with());
            }
            Integer left = coupon.share().left();
            if (left != null && left == 0) {
                return Outcome.refused(OfferRefusal.USED_UP.with());
            }
            Reason unsold = desk.unsold(coupon).orElse(null);
            return unsold == null
                    ? ClaimWatch.ask(watching, List.of(show), List.of(id), opened(coupon, cue))
                    : Outcome.refused(unsold);
        });
    }

    private Coupon opened(Coupon coupon, @Nullable String cue) {
        int wait = coupon.fairStart() ? fair.wait(coupon.show()) : 0;
        Instant opens = desk.clock().instant().plusSeconds(wait);
        Instant closes = coupon.seconds() == null ? null : opens.plusSeconds(coupon.seconds());
        sql.run(
                "update offers.coupon set state = 'OPEN', cue = ?, opens_at = ?, closes_at = ?, waited_seconds = ?,"
                        + " closed_at = null, ended = null where id = ?",
                cue,
                opens,
                closes,
                wait,
                coupon.id());
        if (closes != null) {
            queue.put(new EndOffer(coupon.show(), coupon.id()), closes);
        }
        events.fire(new OfferEvent.Opened(
                coupon.show(),
                coupon.id(),
                coupon.name(),
                CouponCheck.of(coupon).words(),
                wait,
                cue));
        return shelf.find(coupon.id()).orElseThrow();
    }
}
