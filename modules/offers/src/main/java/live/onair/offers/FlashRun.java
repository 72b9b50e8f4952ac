package live.onair.offers;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.offers.EndOfferHandler.EndOffer;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.products.LineUps.LineUpItem;
import live.onair.scheduling.ShowEvent;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Starts flash sales, counts what is sold at their price, and ends them. Works inside the caller's transaction. */
@Singleton
class FlashRun {

    private final Statements sql;
    private final OfferDesk desk;
    private final FlashReads reads;
    private final WorkQueue queue;
    private final Event<OfferEvent> events;

    @Inject
    FlashRun(Statements sql, OfferDesk desk, FlashReads reads, WorkQueue queue, Event<OfferEvent> events) {
        this.sql = sql;
        this.desk = desk;
        this.reads = reads;
        this.queue = queue;
        this.events = events;
    }

    private Outcome<FlashSale> of(String show, String id) {
        return reads.find(id)
                .filter(sale -> sale.show().equals(show))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(OfferRefusal.NO_OFFER.with("id", id)));
    }

    private static boolean runs(FlashSale sale) {
        return sale.run().opensAt() != null && sale.run().closedAt() == null;
    }

    Outcome<FlashSale> start(String show, String id, @Nullable String cue) {
        return desk.onAir(show).then(there -> of(show, id)).then(sale -> {
            if (runs(sale)) {
                return Outcome.refused(OfferRefusal.AS_IT_IS.with());
            }
            List<Reason> wrong = wrong(show, sale);
            return wrong.isEmpty() ? Outcome.done(started(sale, cue)) : Outcome.refused(wrong);
        });
    }

    /** What was right when it was written may not be so any more. */
    private List<Reason> wrong(String show, FlashSale sale) {
        if (sale.quantity() != null && sale.sold() >= sale.quantity()) {
            return List.of(OfferRefusal.USED_UP.with());
        }
        if (reads.started(show).stream().anyMatch(one -> one.product().equals(sale.product()))) {
            return List.of(OfferRefusal.ANOTHER.with("name", sale.name()));
        }
        Reason unsold = desk.unsold(show, sale.product()).orElse(null);
        if (unsold != null) {
            return List.of(unsold);
        }
        Money cost = desk.item(show, sale.product()).map(LineUpItem::cost).orElse(null);
        return FlashCheck.of(sale).price(cost, reads.lowest(sale.product(), sale.id()));
    }

    private FlashSale started(FlashSale sale, @Nullable String cue) {
        Instant starts = desk.clock().instant().plusSeconds(sale.countdown());
        Instant ends = starts.plusSeconds(sale.seconds());
        sql.run(
                "update offers.flash_sale set state = 'STARTED', cue = ?, starts_at = ?, ends_at = ?, over_at = null,"
                        + " ended = null where id = ?",
                cue,
                starts,
                ends,
                sale.id());
        queue.put(new EndOffer(sale.show(), sale.id()), ends);
        events.fire(new OfferEvent.Opened(
                sale.show(), sale.id(), sale.name(), FlashCheck.of(sale).words(), cue));
        return reads.find(sale.id()).orElseThrow();
    }

    Outcome<FlashSale> stop(String show, String id, OfferEnd end) {
        desk.lock(show);
        return of(show, id).then(sale -> {
            if (!runs(sale)) {
                return Outcome.refused(OfferRefusal.NOT_OPEN.with());
            }
            over(sale, end);
            return Outcome.done(reads.find(id).orElseThrow());
        });
    }

    void over(FlashSale sale, OfferEnd end) {
        sql.run(
                "update offers.flash_sale set state = 'OVER', over_at = ?, ended = ? where id = ?",
                desk.clock().instant(),
                end,
                sale.id());
        events.fire(new OfferEvent.Closed(sale.show(), sale.id(), sale.name(), sale.sold(), end.ko()));
    }

    Outcome<FlashSale> sell(String id, int count) {
        FlashSale seen = reads.find(id).orElse(null);
        if (seen == null) {
            return Outcome.refused(OfferRefusal.NO_OFFER.with("id", id));
        }
        desk.lock(seen.show());
        FlashSale sale = reads.find(id).orElse(seen);
        if (!sale.holds(desk.clock().instant())) {
            return Outcome.refused(OfferRefusal.NOT_OPEN.with());
        }
        Integer quantity = sale.quantity();
        if (quantity != null && sale.sold() + count > quantity) {
            return Outcome.refused(OfferRefusal.USED_UP.with());
        }
        sql.run("update offers.flash_sale set sold = sold + ? where id = ?", count, id);
        FlashSale after = reads.find(id).orElseThrow();
        if (quantity != null && after.sold() >= quantity) {
            over(after, OfferEnd.USED_UP);
        }
        return Outcome.done(after);
    }

    void giveBack(String id, int count) {
        sql.run("update offers.flash_sale set sold = greatest(0, sold - ?) where id = ?", count, id);
    }

    /** One whose time is over leaves by itself; says when to look again if it was started anew. */
    @Nullable
    Instant expire(String show, String id) {
        desk.lock(show);
        FlashSale sale = reads.find(id).filter(FlashRun::runs).orElse(null);
        Instant ends = sale == null ? null : sale.run().closesAt();
        if (sale == null || ends == null) {
            return null;
        }
        if (ends.isAfter(desk.clock().instant())) {
            return ends;
        }
        over(sale, OfferEnd.TIME);
        return null;
    }

    /** With the show all of its flash sales end. */
    void over(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Ended || event instanceof ShowEvent.Cancelled) {
            desk.lock(event.show());
            reads.started(event.show()).forEach(sale -> over(sale, OfferEnd.SHOW_OVER));
        }
    }
}
