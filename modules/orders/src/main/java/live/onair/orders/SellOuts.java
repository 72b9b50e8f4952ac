package live.onair.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Money;
import live.onair.orders.OrderRows.Sales;
import live.onair.orders.OrderRows.Selling;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
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

    /** What was taken of one product. {@code since} is its first taking within the window. */
    private record Taken(
            String product,
            long bought,
            long sum,
            long held,
            long lately,
            @Nullable Instant since) {}

    private record Total(long orders, long sum, long off) {}

    Sales of(String show) {
        List<LineUpItem> items = lineUps.of(show).items();
        Map<String, Taken> taken = taken(show);
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
                        .map(item -> selling(item, taken.get(item.product().id())))
                        .toList());
    }

    private Map<String, Taken> taken(String show) {
        Instant from = clock.instant().minus(WINDOW);
        return sql
                .list(
                        "select l.product_id, sum(l.pieces) filter (where h.state = 'BOUGHT') bought,"
                                + " sum(l.pieces * l.price) filter (where h.state = 'BOUGHT') total,"
                                + " sum(l.pieces) filter (where h.state = 'HELD') held,"
                                + " sum(l.pieces) filter (where h.held_at >= ? and h.state in ('HELD', 'BOUGHT')) lately,"
                                + " min(h.held_at) filter (where h.held_at >= ? and h.state in ('HELD', 'BOUGHT')) since"
                                + " from orders.hold h join orders.hold_line l on l.hold_id = h.id where h.show_id = ?"
                                + " group by l.product_id",
                        row -> new Taken(
                                row.text("product_id"),
                                row.big("bought"),
                                row.big("total"),
                                row.big("held"),
                                row.big("lately"),
                                row.instantOrNull("since")),
                        from,
                        from,
                        show)
                .stream()
                .collect(Collectors.toMap(Taken::product, Function.identity()));
    }

    private Selling selling(LineUpItem item, @Nullable Taken taken) {
        Integer left = item.product().stock();
        double rate = taken == null ? 0 : perMinute(taken.lately(), taken.since(), clock.instant());
        return new Selling(
                item.product().id(),
                item.product().name(),
                taken == null ? 0 : taken.bought(),
                new Money(taken == null ? 0 : taken.sum(), item.product().currency()),
                taken == null ? 0 : taken.held(),
                left,
                Math.round(rate * 10) / 10.0,
                minutes(left, rate));
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
