package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Money;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What products have cost, from when to when. Works inside the caller's transaction. */
@Singleton
class PricePoints {

    private static final String CLOSE = " update products.price_point p set until = ? from now n"
            + " where p.product_id = n.id and p.show_id is not distinct from n.show_id and p.until is null"
            + " and (p.price, p.currency) is distinct from (n.price, n.currency)";
    private static final String OPEN = " insert into products.price_point (product_id, show_id, price, currency, since)"
            + " select n.id, n.show_id, n.price, n.currency, ? from now n where n.price is not null and not exists"
            + " (select 1 from products.price_point p where p.product_id = n.id"
            + " and p.show_id is not distinct from n.show_id and p.until is null) order by n.id";

    private final Statements sql;
    private final Clock clock;

    @Inject
    PricePoints(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The prices of these products stand in the catalogue from now on. */
    void inCatalogue(List<@Nullable String> products) {
        keep(
                "with now as (select id, cast(null as text) show_id, price, currency from products.product"
                        + " where id = any (?))",
                products);
    }

    /** The prices of this show's products are asked of viewers from now on. */
    void inShow(String show) {
        keep(
                "with now as (select p.id, i.show_id, coalesce(i.price, p.price) price, p.currency from products.lineup_item i"
                        + " join products.product p on p.id = i.product_id where i.show_id = ?)",
                show);
    }

    private void keep(String now, Object of) {
        Instant at = clock.instant();
        sql.run(now + CLOSE, of, at);
        sql.run(now + OPEN, of, at);
    }

    /** The show asks nothing any more. */
    void over(String show) {
        sql.run("update products.price_point set until = ? where show_id = ? and until is null", clock.instant(), show);
    }

    Optional<Money> lowest(String product, Instant since) {
        return sql.one(
                "select pp.price, pp.currency from products.price_point pp join products.product p on p.id = pp.product_id"
                        + " and p.currency = pp.currency where pp.product_id = ? and (pp.until is null or pp.until >= ?)"
                        + " order by pp.price limit 1",
                row -> new Money(row.big("price"), row.text("currency")),
                product,
                since);
    }

    /** What it cost then: in this show while it asked for a price of its own, otherwise in the catalogue. */
    Optional<Money> at(String product, String show, Instant at) {
        return sql.one(
                "select price, currency from products.price_point where product_id = ? and (show_id = ? or show_id is null)"
                        + " and since <= ? and (until is null or until > ?)"
                        + " order by show_id is null, since desc limit 1",
                row -> new Money(row.big("price"), row.text("currency")),
                product,
                show,
                at,
                at);
    }
}
