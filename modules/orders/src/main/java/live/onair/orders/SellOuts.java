package live.onair.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.kernel.Money;
import live.onair.orders.OrderRows.Sales;
import live.onair.orders.OrderRows.Selling;
import live.onair.orders.OrderRows.SellingOption;
import live.onair.orders.Orders.Elsewhere;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** How a show sells, and when each product will be sold out if it goes on like this. Works inside the caller's transaction. */
@Singleton
class SellOuts {

    /** What was taken in these minutes says how fast it goes. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** Beyond a show's own length, in minutes, it says nothing. */
    private static final int SOON = 180;

    private final Statements sql;
    private final Clock clock;
    private final LineUps lineUps;

    @Inject
    SellOuts(Statements sql, Clock clock, LineUps lineUps) {
        this.sql = sql;
        this.clock = clock;
        this.lineUps = lineUps;
    }

    /** What was taken of one unit. {@code since} is its first taking within the window. */
    private record Taken(
            String product,
            String sku,
            long bought,
            long sum,
            long held,
            long elsewhere,
            long lately,
            @Nullable Instant since) {

        private static final Taken NOTHING = new Taken("", "", 0, 0, 0, 0, 0, null);

        Taken and(Taken other) {
            return new Taken(
                    other.product,
                    other.sku,
                    bought + other.bought,
                    sum + other.sum,
                    held + other.held,
                    elsewhere + other.elsewhere,
                    lately + other.lately,
                    since == null || other.since != null && other.since.isBefore(since) ? other.since : since);
        }
    }

    void count(Collection<Elsewhere> sold) {
        sold.forEach(one -> sql.run(
                "insert into orders.sold_elsewhere (id, show_id, product_id, sku, pieces, at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do nothing",
                one.id(),
                one.show(),
                one.product(),
                one.sku(),
                one.pieces(),
                one.at()));
    }

    private record Total(long orders, long sum, long off) {}

    Sales of(String show) {
        List<LineUpItem> items = lineUps.of(show).items();
        Map<String, List<Taken>> taken = taken(show);
        String currency = items.isEmpty() ? Money.WON : items.get(0).product().currency();
        Total total = sql.one(
                        "select count(*) n, coalesce(sum(h.total), 0) total, coalesce(sum(h.reduced), 0) reduced"
                                + " from orders.purchase p join orders.hold h on h.id = p.hold_id where p.show_id = ? and h.currency = ?",
                        row -> new Total(row.big("n"), row.big("total"), row.big("reduced")),
                        show,
                        currency)
                .orElse(new Total(0, 0, 0));
        return new Sales(
                show,
                total.orders(),
                new Money(total.sum(), currency),
                new Money(total.off(), currency),
                items.stream()
                        .map(item -> selling(
                                item.product(),
                                taken.getOrDefault(item.product().id(), List.of())))
                        .toList());
    }

    /** By product: of each unit what was taken here, and what a shop has sold itself. */
    private Map<String, List<Taken>> taken(String show) {
        Instant from = clock.instant().minus(WINDOW);
        return sql
                .list(
                        "select product_id, sku, coalesce(sum(pieces) filter (where state = 'BOUGHT'), 0) bought,"
                                + " coalesce(sum(pieces * price) filter (where state = 'BOUGHT'), 0) total,"
                                + " coalesce(sum(pieces) filter (where state = 'HELD'), 0) held,"
                                + " coalesce(sum(pieces) filter (where state = 'ELSEWHERE'), 0) elsewhere,"
                                + " coalesce(sum(pieces) filter (where at >= ?), 0) lately, min(at) filter (where at >= ?) since"
                                + " from (select l.product_id, coalesce(l.sku, '') sku, l.pieces, l.price, h.state, h.held_at at"
                                + " from orders.hold h join orders.hold_line l on l.hold_id = h.id"
                                + " where h.show_id = ? and h.state in ('HELD', 'BOUGHT') union all"
                                + " select product_id, sku, pieces, 0, 'ELSEWHERE', at from orders.sold_elsewhere"
                                + " where show_id = ?) one group by product_id, sku",
                        row -> new Taken(
                                row.text("product_id"),
                                row.text("sku"),
                                row.big("bought"),
                                row.big("total"),
                                row.big("held"),
                                row.big("elsewhere"),
                                row.big("lately"),
                                row.instantOrNull("since")),
                        from,
                        from,
                        show,
                        show)
                .stream()
                .collect(Collectors.groupingBy(Taken::product));
    }

    private Selling selling(Product product, List<Taken> units) {
        Taken taken = units.stream().reduce(Taken.NOTHING, Taken::and);
        double rate = rate(taken);
        return new Selling(
                product.id(),
                product.name(),
                taken.bought(),
                new Money(taken.sum(), product.currency()),
                taken.held(),
                product.stock(),
                rounded(rate),
                minutes(product.stock(), rate),
                taken.elsewhere(),
                product.options().stream().map(option -> option(option, units)).toList());
    }

    private SellingOption option(Option option, List<Taken> units) {
        double rate = rate(
                units.stream().filter(unit -> unit.sku().equals(option.sku())).reduce(Taken.NOTHING, Taken::and));
        return new SellingOption(
                option.sku(), option.name(), option.stock(), rounded(rate), minutes(option.stock(), rate));
    }

    private double rate(Taken taken) {
        return perMinute(taken.lately(), taken.since(), clock.instant());
    }

    private static double rounded(double rate) {
        return Math.round(rate * 10) / 10.0;
    }

    /** Over the time since the first of them, at least a minute: one piece a second ago is no rush. */
    static double perMinute(long pieces, @Nullable Instant since, Instant now) {
        if (pieces == 0 || since == null) {
            return 0;
        }
        double minutes = Duration.between(since, now).toMillis() / 60_000.0;
        return pieces / Math.max(1, minutes);
    }

    /** Whole minutes until nothing is left, rounded up; null where it does not sell, nobody knows, or it outlasts a show. */
    static @Nullable Integer minutes(@Nullable Integer left, double perMinute) {
        if (left == null || (left > 0 && perMinute <= 0)) {
            return null;
        }
        double minutes = left == 0 ? 0 : Math.ceil(left / perMinute);
        return minutes > SOON ? null : Integer.valueOf((int) minutes);
    }
}
