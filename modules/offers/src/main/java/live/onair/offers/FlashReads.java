package live.onair.offers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.kernel.Money;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.offers.OfferRows.Run;
import live.onair.products.Products;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** What is read of flash sales. Works inside the caller's transaction. */
@Singleton
class FlashReads {

    /** "Lowest" means of the last 30 days. */
    private static final Duration WINDOW = Duration.ofDays(30);

    private static final String ALL = "select * from offers.flash_sale where ";

    private final Statements sql;
    private final OfferDesk desk;
    private final Products products;

    @Inject
    FlashReads(Statements sql, OfferDesk desk, Products products) {
        this.sql = sql;
        this.desk = desk;
        this.products = products;
    }

    List<FlashSale> of(String show) {
        return sql.list(ALL + "show_id = ? and removed_at is null order by id", this::read, show);
    }

    List<FlashSale> started(String show) {
        return sql.list(ALL + "show_id = ? and state = 'STARTED' order by starts_at, id", this::read, show);
    }

    Optional<FlashSale> holding(String show, String product) {
        Instant now = desk.clock().instant();
        return started(show).stream()
                .filter(sale -> sale.product().equals(product) && sale.holds(now))
                .findFirst();
    }

    Optional<FlashSale> find(String id) {
        return sql.one(ALL + "id = ? and removed_at is null", this::read, id);
    }

    /** Also one that was taken away. */
    Optional<FlashSale> any(String id) {
        return sql.one(ALL + "id = ?", this::read, id);
    }

    /** Leaves out one flash sale, whose own price must not count against it; empty for none. */
    Optional<Money> lowest(String product, String except) {
        Instant since = desk.clock().instant().minus(WINDOW);
        Optional<Money> asked = products.lowest(product, since);
        Optional<Money> flashed = sql.one(
                ALL
                        + "product_id = ? and id <> ? and starts_at <= ? and coalesce(over_at, ends_at) >= greatest(starts_at, ?)"
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

    private OfferState state(Row row) throws SQLException {
        return switch (row.text("state")) {
            case "READY" -> OfferState.READY;
            case "STARTED" ->
                desk.clock().instant().isBefore(row.instant("starts_at")) ? OfferState.COUNTDOWN : OfferState.OPEN;
            default -> OfferState.CLOSED;
        };
    }

    private FlashSale read(Row row) throws SQLException {
        return new FlashSale(
                row.text("id"),
                row.text("show_id"),
                row.number("version"),
                row.text("product_id"),
                row.text("name"),
                new Money(row.big("price"), row.text("currency")),
                row.number("countdown_seconds"),
                row.number("runs_seconds"),
                CouponReads.maybe(row, "quantity"),
                row.number("sold"),
                row.text("reason"),
                state(row),
                new Run(
                        row.textOrNull("cue"),
                        row.instantOrNull("starts_at"),
                        row.instantOrNull("ends_at"),
                        row.instantOrNull("over_at"),
                        row.maybeText("ended").map(OfferEnd::valueOf).orElse(null)),
                row.text("changed_by"),
                row.instant("changed_at"));
    }
}
