package live.onair.offers;

import jakarta.enterprise.event.Event;
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
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Starts flash sales and counts what is sold at their price. Works inside the caller's transaction. */
@Singleton
class FlashRun {

    private final Statements sql;
    private final OfferDesk desk;
    private final FlashShelf shelf;
    private final WorkQueue queue;
    private final Event<OfferEvent> events;

    @Inject
    FlashRun(Statements sql, OfferDesk desk, FlashShelf shelf, WorkQueue queue, Event<OfferEvent> events) {
        this.sql = sql;
        this.desk = desk;
        this.shelf = shelf;
        this.queue = queue;
        this.events = events;
    }

    Outcome<FlashSale> start(String show, String id, @Nullable String cue) {
        return desk.onAir(show).then(there -> shelf.in(show, id)).then(sale -> {
            if (sale.runs()) {
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
        if (shelf.open(show).stream().anyMatch(one -> one.product().equals(sale.product()))) {
            return List.of(OfferRefusal.ANOTHER.with("name", sale.name()));
        }
        Reason unsold = desk.unsold(sale).orElse(null);
        if (unsold != null) {
            return List.of(unsold);
        }
        Money cost = desk.item(show, sale.product()).map(LineUpItem::cost).orElse(null);
        return FlashCheck.of(sale).price(cost, shelf.lowest(sale.product(), sale.id()));
    }

    private FlashSale started(FlashSale sale, @Nullable String cue) {
        Instant starts = desk.clock().instant().plusSeconds(sale.countdown());
        Instant ends = starts.plusSeconds(sale.seconds());
        sql.run(
                "update offers.flash_sale set state = 'OPEN', cue = ?, opens_at = ?, closes_at = ?, closed_at = null,"
                        + " ended = null where id = ?",
                cue,
                starts,
                ends,
                sale.id());
        queue.put(new EndOffer(sale.show(), sale.id()), ends);
        events.fire(new OfferEvent.Opened(
                sale.show(), sale.id(), sale.name(), FlashCheck.of(sale).words(), sale.countdown(), cue));
        return shelf.find(sale.id()).orElseThrow();
    }

    Outcome<FlashSale> sell(String id, int count) {
        FlashSale seen = shelf.find(id).orElse(null);
        if (seen == null) {
            return Outcome.refused(OfferRefusal.NO_OFFER.with("id", id));
        }
        desk.lock(seen.show());
        FlashSale sale = shelf.find(id).orElse(seen);
        if (!sale.holds(desk.clock().instant())) {
            return Outcome.refused(OfferRefusal.NOT_OPEN.with());
        }
        Integer quantity = sale.quantity();
        if (quantity != null && sale.sold() + count > quantity) {
            return Outcome.refused(OfferRefusal.USED_UP.with());
        }
        sql.run("update offers.flash_sale set sold = sold + ? where id = ?", count, id);
        FlashSale after = shelf.find(id).orElseThrow();
        if (quantity != null && after.sold() >= quantity) {
            shelf.end(after, OfferEnd.USED_UP);
        }
        return Outcome.done(after);
    }

    void giveBack(String id, int count) {
        sql.run("update offers.flash_sale set sold = greatest(0, sold - ?) where id = ?", count, id);
    }
}
