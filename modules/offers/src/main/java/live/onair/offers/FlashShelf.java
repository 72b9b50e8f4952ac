package live.onair.offers;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.kernel.Money;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.products.Products;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** Where flash sales lie. Works inside the caller's transaction. */
@Singleton
class FlashShelf extends OfferShelf<FlashSale> {

    /** "Lowest" means of the last 30 days. */
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Statements sql;
    private final OfferDesk desk;
    private final Products products;

    @Inject
    FlashShelf(Statements sql, OfferDesk desk, Event<OfferEvent> events, Products products) {
        super(sql, desk, events, "offers.flash_sale");
        this.sql = sql;
        this.desk = desk;
        this.products = products;
    }

    Optional<FlashSale> holding(String show, String product) {
        Instant now = desk.clock().instant();
        return open(show).stream()
                .filter(sale -> sale.product().equals(product) && sale.holds(now))
                .findFirst();
    }

    /** Leaves out one flash sale, whose own price must not count against it; empty for none. */
    Optional<Money> lowest(String product, String except) {
        Instant since = desk.clock().instant().minus(WINDOW);
        Optional<Money> asked = products.lowest(product, since);
        Optional<Money> flashed = sql.one(
                "select * from offers.flash_sale where product_id = ? and id <> ? and opens_at <= ?"
                        + " and coalesce(closed_at, closes_at) >= greatest(opens_at, ?)"
                        + " order by price limit 1",
                row -> new Money(row.big("price"), row.text("currency")),
                product,
                except,
                desk.clock().instant(),
                since);
        return Stream.of(asked, flashed)
                .flatMap(Optional::stream)
                .filter(price ->
                        asked.isEmpty() || price.currency().equals(asked.get().currency()))
                .min(Comparator.comparingLong(Money::minor));
    }

    @Override
    FlashSale read(Row row) throws SQLException {
        return new FlashSale(
                row.text("id"),
                row.text("show_id"),
                row.number("version"),
                row.text("product_id"),
                row.text("name"),
                new Money(row.big("price"), row.text("currency")),
                row.number("countdown_seconds"),
                row.number("runs_seconds"),
                row.numberOrNull("quantity"),
                row.number("sold"),
                row.text("reason"),
                state(row),
                run(row),
                row.text("changed_by"),
                row.instant("changed_at"));
    }
}
