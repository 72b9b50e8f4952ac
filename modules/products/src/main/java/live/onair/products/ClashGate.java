package live.onair.products;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.products.Allotments.Met;
import live.onair.products.Allotments.Place;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.ShowEvent;
import live.onair.sql.Statements;

/**
 * Tells each show's gate whether another show sells the same exclusive product too near, or plans to sell what this one wants
 * to. Red holds the approval back; a show without such products has nothing to check. What changes one show may free or
 * hold another, so all that sell the same are looked at together.
 */
@Singleton
class ClashGate {

    static final String CODE = "clashes";

    private final Statements sql;
    private final Clashes clashes;
    private final Bookings bookings;
    private final Gate gate;

    @Inject
    ClashGate(Statements sql, Clashes clashes, Bookings bookings, Gate gate) {
        this.sql = sql;
        this.clashes = clashes;
        this.bookings = bookings;
        this.gate = gate;
    }

    /** Makes the check known, and reports on every show that is not over. */
    void begin() {
        gate.register(new Gate.Check(
                CODE,
                "독점·재고 배정",
                "Exclusivity and planned stock",
                Gate.Guards.APPROVED,
                true,
                "shows/{show}/products"));
        report(Set.copyOf(gate.openShows()));
    }

    void showChanged(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Scheduled) {
            nothing(event.show());
        } else if (event instanceof ShowEvent.Moved
                || event instanceof ShowEvent.Cancelled
                || event instanceof ShowEvent.Archived
                || event instanceof ShowEvent.Ended
                || event instanceof ShowEvent.Extended) {
            look(sold(event.show()));
        }
    }

    void stockChanged(@Observes ProductEvent.Changed event) {
        if (event.movesStock()) {
            look(List.of(event.subject()));
        }
    }

    /** The products of a show by number. */
    List<String> sold(String show) {
        return sql.list(
                "select product_id from products.lineup_item where show_id = ?", row -> row.text("product_id"), show);
    }

    /** A show has other products; what it no longer has is free for others. */
    void arranged(String show, Collection<String> products) {
        Set<String> met = sharers(products);
        met.add(show);
        report(met);
    }

    /** Looks again at all shows that sell one of these, where that matters at all. */
    void look(Collection<String> products) {
        Set<String> shows = sharers(products);
        if (!shows.isEmpty()) {
            report(shows);
        }
    }

    private Set<String> sharers(Collection<String> products) {
        return sql
                .list(
                        "select distinct i.show_id from products.lineup_item i where i.product_id = any (?)",
                        row -> row.text("show_id"),
                        List.copyOf(products))
                .stream()
                .collect(Collectors.toSet());
    }

    private void nothing(String show) {
        gate.report(new Gate.Report(show, CODE, Verdict.NOT_APPLICABLE, Map.of(), null));
    }

    private void report(Set<String> wanted) {
        Set<String> checked = sql
                .list(
                        "select distinct i.show_id from products.lineup_item i where i.show_id = any (?) and (exists"
                                + " (select 1 from products.exclusive x where x.product_id = i.product_id) or exists"
                                + " (select 1 from products.allotment a where a.product_id = i.product_id))",
                        row -> row.text("show_id"),
                        List.copyOf(wanted))
                .stream()
                .collect(Collectors.toSet());
        List<Place> places = bookings.slots(wanted).stream()
                .filter(show -> !show.state().isOver())
                .map(show -> new Place(show.show(), show.start(), show.end()))
                .toList();
        places.stream().map(Place::show).filter(show -> !checked.contains(show)).forEach(this::nothing);
        clashes.foresee(places.stream()
                        .filter(place -> checked.contains(place.show()))
                        .toList())
                .forEach(this::report);
    }

    private void report(Met met) {
        Map<String, Object> facts = met.reasons().isEmpty()
                ? Map.of()
                : Map.of(
                        "clashes",
                        met.reasons().stream()
                                .map(reason -> reason.sentence(Locale.KOREAN))
                                .collect(Collectors.joining(" / ")));
        Verdict verdict = met.reasons().isEmpty() ? Verdict.GREEN : Verdict.RED;
        gate.report(new Gate.Report(met.show(), CODE, verdict, facts, null));
    }
}
