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
import live.onair.kernel.Money;
import live.onair.offers.OfferEvent;
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
    private final LeastPrices prices;
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
            LeastPrices prices,
            PromiseShelf shelf,
            Statements sql,
            Clock clock,
            Event<PromiseEvent> events) {
        this.gate = gate;
        this.shows = shows;
        this.lineUps = lineUps;
        this.products = products;
        this.prices = prices;
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

    /**
     * What would open in a show counts as its price from the day on which it is written; what has opened, as what was paid where
     * it was promised.
     */
    void offerChanged(@Observes OfferEvent event) {
        if (event instanceof OfferEvent.Opened) {
            shelf.of(event.show()).stream().map(Promise::product).distinct().forEach(this::promised);
        } else if (!(event instanceof OfferEvent.Closed)) {
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
        Map<String, LeastPrices.Least> planned = prices.of(id);
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
                        .filter(least -> isLess(least.price(), promise))
                        .map(least -> new Broken(promise, least.price()))
                        .stream())
                .toList();
        Set<String> before =
                shelf.broken(id).stream().map(one -> one.promise().id()).collect(Collectors.toSet());
        forget(id);
        broken.forEach(one -> write(id, one));
        broken.stream().filter(one -> !before.contains(one.promise().id())).forEach(one -> tell(id, one));
        gate.report(new Gate.Report(
                id, CODE, broken.isEmpty() ? Verdict.GREEN : Verdict.RED, facts(planned, broken), null));
    }

    /** A show that was only planned sells nothing yet, and hundreds are planned at once: nothing is read. */
    private void nothing(String show) {
        gate.report(new Gate.Report(show, CODE, Verdict.NOT_APPLICABLE, Map.of(), null));
    }

    private void forget(String show) {
        sql.run("delete from promises.undercut where show_id = ?", show);
    }

    /** What was paid is never more than what was promised: it is looked up where it can matter. */
    private boolean isLess(Money price, Promise promise) {
        return price.currency().equals(promise.price().currency())
                && price.minor() < promise.price().minor()
                && price.minor() < prices.promised(promise).minor();
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

    private static Map<String, Object> facts(Map<String, LeastPrices.Least> planned, List<Broken> broken) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("products", planned.size());
        facts.put("broken", broken.size());
        if (!broken.isEmpty()) {
            facts.put("wordsKo", words(planned, broken, "%s: %s 방송에서 약속한 %s보다 싼 %s", "(쿠폰 ‘%s’)"));
            facts.put("wordsEn", words(planned, broken, "%s: promised in %s at %s, here %s", " (coupon \"%s\")"));
        }
        return facts;
    }

    private static String words(
            Map<String, LeastPrices.Least> planned, List<Broken> broken, String sentence, String by) {
        return broken.stream()
                .limit(NAMED)
                .map(one -> {
                    LeastPrices.Least least = planned.get(one.promise().product());
                    String coupon = least == null ? null : least.coupon();
                    return sentence.formatted(
                                    one.promise().name(),
                                    one.promise().show(),
                                    one.promise().price(),
                                    one.price())
                            + (coupon == null ? "" : by.formatted(coupon));
                })
                .collect(Collectors.joining("; "));
    }
}
