package live.onair.offers;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.offers.EndOfferHandler.EndOffer;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.scheduling.ShowEvent;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Opens coupons and closes them. Works inside the caller's transaction. */
@Singleton
class CouponRun {

    private final Statements sql;
    private final OfferDesk desk;
    private final CouponReads reads;
    private final WorkQueue queue;
    private final Event<OfferEvent> events;

    @Inject
    CouponRun(Statements sql, OfferDesk desk, CouponReads reads, WorkQueue queue, Event<OfferEvent> events) {
        this.sql = sql;
        this.desk = desk;
        this.reads = reads;
        this.queue = queue;
        this.events = events;
    }

    private Outcome<Coupon> of(String show, String id) {
        return reads.find(id)
                .filter(coupon -> coupon.show().equals(show))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(OfferRefusal.NO_OFFER.with("id", id)));
    }

    Outcome<Coupon> open(String show, String id, @Nullable String cue) {
        return desk.onAir(show).then(there -> of(show, id)).then(coupon -> {
            if (coupon.state() == OfferState.OPEN) {
                return Outcome.refused(OfferRefusal.AS_IT_IS.with());
            }
            Integer left = coupon.share().left();
            if (left != null && left == 0) {
                return Outcome.refused(OfferRefusal.USED_UP.with());
            }
            String product = coupon.discount().product();
            Reason unsold = product == null ? null : desk.unsold(show, product).orElse(null);
            return unsold == null ? Outcome.done(opened(coupon, cue)) : Outcome.refused(unsold);
        });
    }

    private Coupon opened(Coupon coupon, @Nullable String cue) {
        Instant now = desk.clock().instant();
        Instant closes = coupon.seconds() == null ? null : now.plusSeconds(coupon.seconds());
        sql.run(
                "update offers.coupon set state = 'OPEN', cue = ?, opened_at = ?, closes_at = ?, closed_at = null,"
                        + " ended = null where id = ?",
                cue,
                now,
                closes,
                coupon.id());
        if (closes != null) {
            queue.put(new EndOffer(coupon.show(), coupon.id()), closes);
        }
        events.fire(new OfferEvent.Opened(
                coupon.show(),
                coupon.id(),
                coupon.name(),
                CouponCheck.of(coupon).words(),
                cue));
        return reads.find(coupon.id()).orElseThrow();
    }

    Outcome<Coupon> close(String show, String id, OfferEnd end) {
        desk.lock(show);
        return of(show, id).then(coupon -> {
            if (coupon.state() != OfferState.OPEN) {
                return Outcome.refused(OfferRefusal.NOT_OPEN.with());
            }
            closed(coupon, end);
            return Outcome.done(reads.find(id).orElseThrow());
        });
    }

    void closed(Coupon coupon, OfferEnd end) {
        sql.run(
                "update offers.coupon set state = 'CLOSED', closed_at = ?, ended = ? where id = ?",
                desk.clock().instant(),
                end,
                coupon.id());
        events.fire(new OfferEvent.Closed(
                coupon.show(), coupon.id(), coupon.name(), coupon.share().taken(), end.ko()));
    }

    /** One whose time is over leaves by itself; says when to look again if it was opened anew. */
    @Nullable
    Instant expire(String show, String id) {
        desk.lock(show);
        Coupon coupon =
                reads.find(id).filter(one -> one.state() == OfferState.OPEN).orElse(null);
        Instant closes = coupon == null ? null : coupon.run().closesAt();
        if (coupon == null || closes == null) {
            return null;
        }
        if (closes.isAfter(desk.clock().instant())) {
            return closes;
        }
        closed(coupon, OfferEnd.TIME);
        return null;
    }

    /** With the show all of its coupons end. */
    void over(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Ended || event instanceof ShowEvent.Cancelled) {
            desk.lock(event.show());
            reads.open(event.show()).forEach(coupon -> closed(coupon, OfferEnd.SHOW_OVER));
        }
    }
}
