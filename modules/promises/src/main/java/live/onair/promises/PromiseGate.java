package live.onair.promises;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.kernel.Money;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferEvent;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.products.LineUpEvent;
import live.onair.products.LineUps;
import live.onair.products.ProductEvent;
import live.onair.products.Products;
import live.onair.promises.PromiseRows.Broken;
import live.onair.promises.PromiseRows.Promise;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Statements;

/**
 * Tells each show's gate whether it would sell for less than viewers of another show were promised. Red and advisory: it
 * holds no show back, but whoever approves it says why.
 */
@Singleton
public class PromiseGate {

    static final String CODE = "promises";

    /** The catalogue, among the shows that undercut. */
    static final String CATALOGUE = "";

    private static final int NAMED = 5;

    private final Gate gate;
    private final Shows shows;
    private final LineUps lineUps;
    private final Products products;
    private final FlashSales flashSales;
    private final PromiseShelf shelf;
    private final Statements sql;
    private final Clock clock;
    private final Event<PromiseEvent> events;

    @Inject
    PromiseGate(
            Gate gate,
            Shows shows,
            LineUps lineUps,
            Products products,
            FlashSales flashSales,
            PromiseShelf shelf,
            Statements sql,
            Clock clock,
            Event<PromiseEvent> events) {
        this.gate = gate;
        this.shows = shows;
        this.lineUps = lineUps;
        this.products = products;
        this.flashSales = flashSales;
        this.shelf = shelf;
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /** Makes the check known at the start, and reports on every show that is not over. */
    @Transactional
    public void begin() {
        gate.register(new Gate.Check(CODE, "지난 약속", "Promises", Gate.Guards.APPROVED, false, "promises?show={show}"));
        gate.openShows().forEach(this::report);
    }

    void showChanged(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Scheduled) {
            nothing(event.show());
        } else if (event instanceof ShowEvent.Changed || event instanceof ShowEvent.Moved) {
            report(event.show());
        } else if (event instanceof ShowEvent.Cancelled) {
            forget(event.show());
        }
    }

    void lineUpChanged(@Observes LineUpEvent event) {
        if (event instanceof LineUpEvent.Arranged || event instanceof LineUpEvent.Repriced) {
            event.aboutShow().ifPresent(this::report);
        }
    }

    /** What would open in a show counts as its price from the day on which it is written. */
    void offerChanged(@Observes OfferEvent event) {
        if (!(event instanceof OfferEvent.Opened) && !(event instanceof OfferEvent.Closed)) {
            report(event.show());
        }
    }

    void productChanged(@Observes ProductEvent.Changed event) {
        if (event.fields().containsKey("price")) {
            promised(event.subject());
        }
    }

    /** There is another promise about it, or one fewer, or another price: what is not over is looked at again. */
    void promised(String product) {
        Set<String> open = Set.copyOf(gate.openShows());
        lineUps.showsWith(product).stream().filter(open::contains).forEach(this::report);
        catalogue(product);
    }

    private void catalogue(String product) {
        Money price = products.find(product).map(found -> found.price()).orElse(null);
        sql.run(
                "delete from promises.undercut u using promises.promise p where u.show_id = ? and p.id = u.promise_id"
                        + " and p.product_id = ?",
                CATALOGUE,
                product);
        if (price != null) {
            shelf.binding(Set.of(product), CATALOGUE, clock.instant()).stream()
                    .filter(promise -> isLess(price, promise))
                    .forEach(promise -> write(CATALOGUE, new Broken(promise, price)));
        }
    }

    /** A show that sells nothing, as most are when they are planned, has nothing to check. */
    private void report(String id) {
        Map<String, Money> planned = planned(id);
        ShowRows.Show show = planned.isEmpty() ? null : shows.find(id).orElse(null);
        if (show == null || show.state().isOver()) {
            if (show == null) {
                forget(id);
            }
            nothing(id);
            return;
        }
        List<Broken> broken = shelf.binding(planned.keySet(), id, show.startsAt()).stream()
                .flatMap(promise -> Optional.ofNullable(planned.get(promise.product()))
                        .filter(price -> isLess(price, promise))
                        .map(price -> new Broken(promise, price))
                        .stream())
                .toList();
        Set<String> before =
                shelf.broken(id).stream().map(one -> one.promise().id()).collect(Collectors.toSet());
        forget(id);
        broken.forEach(one -> write(id, one));
        broken.stream().filter(one -> !before.contains(one.promise().id())).forEach(one -> tell(id, one));
        gate.report(new Gate.Report(
                id, CODE, broken.isEmpty() ? Verdict.GREEN : Verdict.RED, facts(planned.size(), broken), null));
    }

    /** A show that was only planned sells nothing yet, and hundreds are planned at once: nothing is read. */
    private void nothing(String show) {
        gate.report(new Gate.Report(show, CODE, Verdict.NOT_APPLICABLE, Map.of(), null));
    }

    /** The least that each product may cost in the show, by what is written of it. */
    private Map<String, Money> planned(String show) {
        List<FlashSale> sales = flashSales.of(show);
        return lineUps.of(show).items().stream()
                .filter(item -> item.cost() != null)
                .collect(Collectors.toMap(
                        item -> item.product().id(),
                        item -> Stream.concat(
                                        Stream.of(item.cost()),
                                        sales.stream()
                                                .filter(sale -> sale.product()
                                                        .equals(item.product().id()))
                                                .map(FlashSale::price))
                                .min((one, other) -> Long.compare(one.minor(), other.minor()))
                                .orElseThrow()));
    }

    private void forget(String show) {
        sql.run("delete from promises.undercut where show_id = ?", show);
    }

    private static boolean isLess(Money price, Promise promise) {
        return price.currency().equals(promise.price().currency())
                && price.minor() < promise.price().minor();
    }

    private void write(String show, Broken broken) {
        sql.run(
                "insert into promises.undercut (promise_id, show_id, price, found_at) values (?, ?, ?, ?)",
                broken.promise().id(),
                show,
                broken.price().minor(),
                clock.instant());
    }

    private void tell(String show, Broken broken) {
        Promise promise = broken.promise();
        events.fire(new PromiseEvent.Undercut(
                promise.show(),
                promise.id(),
                promise.name(),
                show,
                broken.price().toString()));
    }

    private static Map<String, Object> facts(int products, List<Broken> broken) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("products", products);
        facts.put("broken", broken.size());
        if (!broken.isEmpty()) {
            facts.put("wordsKo", words(broken, "%s: %s 방송에서 약속한 %s보다 싼 %s"));
            facts.put("wordsEn", words(broken, "%s: promised in %s at %s, here %s"));
        }
        return facts;
    }

    private static String words(List<Broken> broken, String sentence) {
        return broken.stream()
                .limit(NAMED)
                .map(one -> sentence.formatted(
                        one.promise().name(),
                        one.promise().show(),
                        one.promise().price(),
                        one.price()))
                .collect(Collectors.joining("; "));
    }
}
