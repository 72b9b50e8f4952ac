package live.onair.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.analytics.AnalyticsRows.EventKind;
import live.onair.analytics.AnalyticsRows.Told;
import live.onair.kernel.Ids;
import live.onair.kernel.Money;
import live.onair.products.LineUps;
import live.onair.sql.Statements;

/** Keeps what was told, once. Works inside the caller's transaction. */
@Singleton
class EventBook {

    /** 128 bits tell all viewers apart. */
    private static final int DIGITS = 32;

    private final Statements sql;
    private final Clock clock;
    private final LineUps lineUps;

    @Inject
    EventBook(Statements sql, Clock clock, LineUps lineUps) {
        this.sql = sql;
        this.clock = clock;
        this.lineUps = lineUps;
    }

    /** Of another kind than any digest that is an address elsewhere: who reads this table finds nothing with it. */
    static String viewer(String number) {
        return Ids.digest("analytics " + number).substring(0, DIGITS);
    }

    /** Gives those that were new. Whoever tells of a product that the show does not have is not believed. */
    List<Told> take(List<Told> told) {
        Map<String, Set<String>> sold = new HashMap<>();
        List<Told> kept = new ArrayList<>();
        for (Told one : told) {
            if (sold.computeIfAbsent(one.show(), this::products).contains(one.product()) && keep(one) == 1) {
                kept.add(one);
            }
        }
        return kept;
    }

    private Set<String> products(String show) {
        return lineUps.of(show).items().stream()
                .map(item -> item.product().id())
                .collect(Collectors.toSet());
    }

    int keep(Told one) {
        Instant now = clock.instant();
        Money worth = one.kind() == EventKind.ORDER ? one.worth() : null;
        return sql.run(
                "insert into analytics.product_event"
                        + " (id, kind, show_id, product_id, viewer, revenue, currency, at, taken_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
                one.id(),
                one.kind(),
                one.show(),
                one.product(),
                viewer(one.viewer()),
                worth == null ? 0 : worth.minor(),
                worth == null ? "" : worth.currency(),
                one.at().isAfter(now) ? now : one.at(),
                now);
    }

    /** Shows of which nothing was told since: their events become sums. Says how many events. */
    int fold(Instant since) {
        List<String> shows = sql.list(
                "select show_id from analytics.product_event group by show_id having max(taken_at) < ?",
                row -> row.text("show_id"),
                since);
        sql.run(
                "insert into analytics.folded as f (show_id, product_id, kind, currency, events, viewers, revenue)"
                        + " select show_id, product_id, kind, currency, count(*), count(distinct viewer), sum(revenue)"
                        + " from analytics.product_event where show_id = any(?) group by show_id, product_id, kind, currency"
                        + " on conflict (show_id, product_id, kind, currency) do update"
                        + " set events = f.events + excluded.events, viewers = f.viewers + excluded.viewers,"
                        + " revenue = f.revenue + excluded.revenue",
                shows);
        sql.run(
                "insert into analytics.folded_minute as f (show_id, minute, kind, currency, events, revenue)"
                        + " select show_id, date_trunc('minute', at), kind, currency, count(*), sum(revenue)"
                        + " from analytics.product_event where show_id = any(?) group by 1, 2, 3, 4"
                        + " on conflict (show_id, minute, kind, currency) do update"
                        + " set events = f.events + excluded.events, revenue = f.revenue + excluded.revenue",
                shows);
        return sql.run("delete from analytics.product_event where show_id = any(?)", shows);
    }
}
