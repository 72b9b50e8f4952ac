package live.onair.offers;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.offers.FlashSales.FlashTerms;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.products.LineUps.LineUpItem;
import live.onair.scheduling.ShowRows;
import live.onair.sql.Statements;

/** Writes flash sales: before the show is on air, where prices are locked. Works inside the caller's transaction. */
@Singleton
class FlashBook {

    private final Statements sql;
    private final OfferDesk desk;
    private final FlashShelf shelf;
    private final Event<OfferEvent> events;

    @Inject
    FlashBook(Statements sql, OfferDesk desk, FlashShelf shelf, Event<OfferEvent> events) {
        this.sql = sql;
        this.desk = desk;
        this.shelf = shelf;
        this.events = events;
    }

    private Outcome<ShowRows.Show> unlocked(String id) {
        return desk.locked(id)
                .then(show -> show.state().isLive() ? Outcome.refused(OfferRefusal.LOCKED.with()) : Outcome.done(show));
    }

    Outcome<FlashSale> add(String show, FlashTerms terms) {
        return unlocked(show)
                .then(found -> read(show, terms, ""))
                .then(kept -> shelf.room(show, OfferDesk.MOST - 1).map(room -> {
                    String id = desk.number("FS");
                    sql.run(
                            "insert into offers.flash_sale (id, show_id, version, product_id, name, price, currency,"
                                    + " countdown_seconds, runs_seconds, quantity, reason, state, changed_at, changed_by)"
                                    + " values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?::integer, ?, 'READY', ?, ?)",
                            id,
                            show,
                            kept.product(),
                            kept.name(),
                            kept.price().minor(),
                            kept.price().currency(),
                            kept.countdown(),
                            kept.seconds(),
                            kept.quantity(),
                            kept.reason(),
                            desk.clock().instant(),
                            desk.who());
                    events.fire(new OfferEvent.Added(show, id, kept.name(), kept.words()));
                    return shelf.find(id).orElseThrow();
                }));
    }

    private Outcome<FlashCheck> read(String show, FlashTerms terms, String itself) {
        String product = terms.product() == null ? "" : terms.product();
        LineUpItem item = desk.item(show, product).orElse(null);
        List<Reason> wrong = new ArrayList<>();
        if (item == null) {
            return Outcome.refused(OfferRefusal.NOT_IN_LINE_UP.with("field", "product", "product", product));
        }
        if (terms.price() == null) {
            return Outcome.refused(OfferRefusal.PRICE.with("field", "price", "price", String.valueOf(item.cost())));
        }
        FlashCheck kept = FlashCheck.read(terms, item, shelf.lowest(product, itself), wrong);
        return wrong.isEmpty() ? Outcome.done(kept) : Outcome.refused(wrong);
    }

    Outcome<FlashSale> change(String id, FlashSales.FlashChange wanted) {
        return shelf.still(id, this::unlocked, now -> {
            if (wanted.version() != null && wanted.version() != now.version()) {
                return Outcome.refused(OfferRefusal.STALE.with());
            }
            if (now.run().closedAt() != null) {
                return Outcome.refused(OfferRefusal.OVER.with());
            }
            return read(now.show(), wanted.terms(), id).then(kept -> keep(now, kept));
        });
    }

    private Outcome<FlashSale> keep(FlashSale now, FlashCheck kept) {
        FlashCheck before = FlashCheck.of(now);
        if (kept.equals(before)) {
            return Outcome.refused(OfferRefusal.AS_IT_IS.with());
        }
        sql.run(
                "update offers.flash_sale set version = version + 1, product_id = ?, name = ?, price = ?, currency = ?,"
                        + " countdown_seconds = ?, runs_seconds = ?, quantity = ?::integer, reason = ?, changed_at = ?,"
                        + " changed_by = ? where id = ?",
                kept.product(),
                kept.name(),
                kept.price().minor(),
                kept.price().currency(),
                kept.countdown(),
                kept.seconds(),
                kept.quantity(),
                kept.reason(),
                desk.clock().instant(),
                desk.who(),
                now.id());
        events.fire(new OfferEvent.Changed(
                now.show(),
                now.id(),
                kept.name(),
                before.name() + ": " + before.words(),
                kept.name() + ": " + kept.words()));
        return Outcome.done(shelf.find(now.id()).orElseThrow());
    }
}
