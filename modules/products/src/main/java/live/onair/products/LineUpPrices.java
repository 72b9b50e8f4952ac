package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.LineUps.LineUpItem;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;

/**
 * What products cost in a show that runs. When it stands by, each price becomes the show's own: what the catalogue says
 * afterwards no longer touches it. Works inside the caller's transaction.
 */
@Singleton
class LineUpPrices {

    private final Statements sql;
    private final Clock clock;
    private final LineUpBook book;
    private final Shows shows;
    private final PricePoints points;
    private final Event<LineUpEvent> events;

    @Inject
    LineUpPrices(
            Statements sql, Clock clock, LineUpBook book, Shows shows, PricePoints points, Event<LineUpEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.book = book;
        this.shows = shows;
        this.points = points;
        this.events = events;
    }

    void locked(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.StoodBy || event instanceof ShowEvent.WentOnAir) {
            sql.run(
                    "update products.lineup_item i set price = p.price from products.product p"
                            + " where p.id = i.product_id and i.price is null and p.price is not null and i.show_id = ?",
                    event.show());
        }
        if (event instanceof ShowEvent.WentOnAir) {
            points.inShow(event.show());
        } else if (event instanceof ShowEvent.Ended || event instanceof ShowEvent.Cancelled) {
            points.over(event.show());
        }
    }

    Outcome<LineUpItem> reprice(String show, String product, LineUps.Repricing wanted) {
        ShowState state = shows.find(show).map(found -> found.state()).orElse(null);
        if (state == null) {
            return Outcome.refused(LineUpRefusal.NO_SHOW.with("show", show));
        }
        if (!state.isLive()) {
            return Outcome.refused(LineUpRefusal.NOT_LOCKED.with("stateKo", state.ko(), "stateEn", state.en()));
        }
        book.lock(show);
        LineUpItem now = book.item(show, product).orElse(null);
        if (now == null) {
            return Outcome.refused(LineUpRefusal.NOT_HERE.with("product", product));
        }
        return wrong(now, wanted)
                .<Outcome<LineUpItem>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(repriced(show, now, wanted)));
    }

    private static Optional<Reason> wrong(LineUpItem now, LineUps.Repricing wanted) {
        String name = now.product().name();
        Money after = wanted.after();
        if (after.minor() <= 0) {
            return Optional.of(LineUpRefusal.SHOW_PRICE.with("name", name));
        }
        if (!after.currency().equals(now.product().currency())) {
            return Optional.of(LineUpRefusal.SHOW_CURRENCY.with("name", name));
        }
        return Objects.equals(now.cost(), wanted.before())
                ? Optional.empty()
                : Optional.of(LineUpRefusal.PRICE_MOVED.with("name", name, "price", Objects.toString(now.cost(), "—")));
    }

    private LineUpItem repriced(String show, LineUpItem now, LineUps.Repricing wanted) {
        String product = now.product().id();
        Money after = wanted.after();
        sql.run(
                "update products.lineup_item set price = ? where show_id = ? and product_id = ?",
                after.minor(),
                show,
                product);
        sql.run(
                "update products.lineup set version = version + 1, changed_at = ?, changed_by = ? where show_id = ?",
                clock.instant(),
                Acting.actor().name(),
                show);
        if (shows.find(show).stream().anyMatch(found -> found.state() == ShowState.ON_AIR)) {
            points.inShow(show);
        }
        events.fire(new LineUpEvent.Repriced(
                show, product, now.product().name(), Objects.toString(wanted.before(), ""), after.toString()));
        return new LineUpItem(now.product(), after);
    }
}
