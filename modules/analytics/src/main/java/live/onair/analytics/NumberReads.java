package live.onair.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import live.onair.analytics.AnalyticsRows.Counts;
import live.onair.analytics.AnalyticsRows.EventKind;
import live.onair.analytics.AnalyticsRows.Numbers;
import live.onair.analytics.AnalyticsRows.ProductNumbers;
import live.onair.analytics.AnalyticsRows.ShowNumbers;
import live.onair.kernel.Money;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.sheets.Sheet;
import live.onair.sql.Statements;

/** Counts what was told. Works inside the caller's transaction. */
@Singleton
class NumberReads {

    private static final List<String> COLUMNS = List.of(
            "product",
            "name",
            "impressions",
            "viewers",
            "clicks",
            "click_rate_percent",
            "carts",
            "orders",
            "conversion_percent",
            "revenue",
            "currency");

    private final Statements sql;
    private final LineUps lineUps;
    private final NumberSpans spans;

    @Inject
    NumberReads(Statements sql, LineUps lineUps, NumberSpans spans) {
        this.sql = sql;
        this.lineUps = lineUps;
        this.spans = spans;
    }

    /** What was counted of a product, and how many viewers had it in sight. */
    private static final class Tally {
        private Counts counts;
        private long viewers;

        Tally(String currency) {
            counts = Counts.none(currency);
        }
    }

    ShowNumbers of(String show) {
        List<LineUpItem> items = lineUps.of(show).items();
        String currency = items.isEmpty() ? Money.WON : items.get(0).product().currency();
        Map<String, Tally> tallies = tallies(show, currency);
        List<ProductNumbers> products = new ArrayList<>();
        names(items, tallies).forEach((product, name) -> {
            Tally tally = tallies.getOrDefault(product, new Tally(currency));
            products.add(new ProductNumbers(product, name, Numbers.of(tally.viewers, tally.counts)));
        });
        List<NumberSpans.Minute> minutes = spans.minutes(show, currency);
        int width = NumberSpans.width(minutes);
        return new ShowNumbers(
                show,
                all(products, viewers(show), currency),
                products,
                NumberSpans.spans(minutes, width, currency),
                width,
                sql.one("select pulled_at from analytics.pull", row -> row.instant("pulled_at"))
                        .orElse(null));
    }

    /** In the order of the line-up; then what was in it once. */
    private static Map<String, String> names(List<LineUpItem> items, Map<String, Tally> tallies) {
        Map<String, String> names = new LinkedHashMap<>();
        items.forEach(item -> names.put(item.product().id(), item.product().name()));
        tallies.keySet().stream().sorted().forEach(product -> names.putIfAbsent(product, product));
        return names;
    }

    /** Money of another currency than the show's is no revenue here: the order counts, its sum does not. */
    private Map<String, Tally> tallies(String show, String currency) {
        Map<String, Tally> tallies = new HashMap<>();
        sql.list(
                "select product_id, kind, currency, count(*) events, count(distinct viewer) viewers, sum(revenue) revenue"
                        + " from analytics.product_event where show_id = ? group by product_id, kind, currency"
                        + " union all select product_id, kind, currency, events, viewers, revenue"
                        + " from analytics.folded where show_id = ?",
                row -> {
                    Tally tally = tallies.computeIfAbsent(row.text("product_id"), product -> new Tally(currency));
                    EventKind kind = EventKind.valueOf(row.text("kind"));
                    long worth = row.text("currency").equals(currency) ? row.big("revenue") : 0;
                    tally.counts = tally.counts.and(kind, row.big("events"), worth);
                    tally.viewers += kind == EventKind.IMPRESSION ? row.big("viewers") : 0;
                    return tally;
                },
                show,
                show);
        return tallies;
    }

    /** A viewer who saw three products is one viewer of the show; of sums the largest product's says it. */
    private long viewers(String show) {
        return sql.one(
                        "select greatest((select count(distinct viewer) from analytics.product_event"
                                + " where show_id = ? and kind = 'IMPRESSION'), (select coalesce(max(viewers), 0)"
                                + " from analytics.folded where show_id = ? and kind = 'IMPRESSION')) n",
                        row -> row.big("n"),
                        show,
                        show)
                .orElse(0L);
    }

    private static Numbers all(List<ProductNumbers> products, long viewers, String currency) {
        Counts sum = Counts.none(currency);
        for (ProductNumbers one : products) {
            Numbers of = one.numbers();
            sum = sum.and(EventKind.IMPRESSION, of.impressions(), 0)
                    .and(EventKind.CLICK, of.clicks(), 0)
                    .and(EventKind.CART, of.carts(), 0)
                    .and(EventKind.ORDER, of.orders(), of.revenue().minor());
        }
        return Numbers.of(viewers, sum);
    }

    Sheet sheet(String show) {
        List<Sheet.Line> lines = new ArrayList<>();
        of(show).products()
                .forEach(one ->
                        lines.add(new Sheet.Line(lines.size() + 2, cells(one.product(), one.name(), one.numbers()))));
        return new Sheet(COLUMNS, lines);
    }

    private static List<String> cells(String product, String name, Numbers of) {
        return List.of(
                product,
                name,
                Long.toString(of.impressions()),
                Long.toString(of.viewers()),
                Long.toString(of.clicks()),
                Objects.toString(of.clickRate(), ""),
                Long.toString(of.carts()),
                Long.toString(of.orders()),
                Objects.toString(of.conversion(), ""),
                of.revenue().amount().toPlainString(),
                of.revenue().currency());
    }
}
