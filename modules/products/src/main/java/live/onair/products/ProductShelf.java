package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import live.onair.kernel.Acting;
import live.onair.kernel.Reason;
import live.onair.products.ProductRows.Option;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Writes products, one or thousands in the same statements. Works inside the caller's transaction. */
@Singleton
class ProductShelf {

    private static final String VALUES =
            "unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),"
                    + " cast(? as text[]), cast(? as text[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]),"
                    + " cast(? as text[]), cast(? as text[])) as t (id, seller_id, skus, name, brand, category, price, list_price,"
                    + " currency, cosmetic, report_number)";

    private final Statements sql;
    private final Clock clock;
    private final PricePoints prices;

    @Inject
    ProductShelf(Statements sql, Clock clock, PricePoints prices) {
        this.sql = sql;
        this.clock = clock;
        this.prices = prices;
    }

    /** A product under its number. */
    record Entry(String id, Kept kept) {}

    List<String> numbers(int count) {
        return sql.list(
                "select nextval('products.product_number') n from generate_series(1, ?)",
                row -> String.format(Locale.ROOT, "PR-%06d", row.big("n")),
                count);
    }

    /** Adds them; gives the SKUs that others have. */
    List<Reason> add(List<Entry> entries) {
        List<@Nullable Object> values = new ArrayList<>();
        stamp(values);
        stamp(values);
        values.addAll(columns(entries));
        sql.run(
                "insert into products.product (created_at, created_by, changed_at, changed_by, id, version, seller_id, skus,"
                        + " name, brand, category, price, list_price, currency, cosmetic, report_number)"
                        + " select ?, ?, ?, ?, id, 0, seller_id, skus, name, brand, category, price, list_price, currency,"
                        + " cosmetic, report_number from " + VALUES,
                values.toArray());
        prices.inCatalogue(column(entries, Entry::id));
        return units(entries);
    }

    /** Changes them; gives the SKUs that others have. */
    List<Reason> change(List<Entry> entries) {
        List<@Nullable Object> values = new ArrayList<>();
        stamp(values);
        values.addAll(columns(entries));
        sql.run(
                "update products.product p set version = p.version + 1, changed_at = ?, changed_by = ?,"
                        + " seller_id = t.seller_id, skus = t.skus, name = t.name, brand = t.brand, category = t.category,"
                        + " price = t.price, list_price = t.list_price, currency = t.currency, cosmetic = t.cosmetic,"
                        + " report_number = t.report_number from " + VALUES + " where p.id = t.id",
                values.toArray());
        prices.inCatalogue(column(entries, Entry::id));
        return units(entries);
    }

    void archive(Collection<String> ids, boolean away) {
        List<@Nullable Object> values = new ArrayList<>();
        stamp(values);
        values.add(away ? clock.instant() : null);
        values.add(List.copyOf(ids));
        sql.run(
                "update products.product set version = version + 1, changed_at = ?, changed_by = ?,"
                        + " archived_at = cast(? as timestamptz) where id = any (?)",
                values.toArray());
    }

    private void stamp(List<@Nullable Object> values) {
        values.add(clock.instant());
        values.add(Acting.actor().name());
    }

    private static List<@Nullable Object> columns(List<Entry> entries) {
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(column(entries, Entry::id));
        columns.add(column(entries, e -> e.kept().seller()));
        columns.add(column(entries, e -> String.join(" ", e.kept().skus())));
        columns.add(column(entries, e -> e.kept().name()));
        columns.add(column(entries, e -> e.kept().brand()));
        columns.add(column(entries, e -> e.kept().category()));
        columns.add(column(entries, e -> text(e.kept().price())));
        columns.add(column(entries, e -> text(e.kept().listPrice())));
        columns.add(column(entries, e -> e.kept().currency()));
        columns.add(column(entries, e -> e.kept().cosmetic().name()));
        columns.add(column(entries, e -> e.kept().reportNumber()));
        return columns;
    }

    private static <T> List<@Nullable String> column(List<T> entries, Function<T, @Nullable String> value) {
        List<@Nullable String> column = new ArrayList<>();
        entries.forEach(entry -> column.add(value.apply(entry)));
        return column;
    }

    private static @Nullable String text(@Nullable Number value) {
        return value == null ? null : value.toString();
    }

    private record Unit(String seller, String product, int position, Option option) {}

    /** What they are no longer sold as. */
    private void forget(List<Entry> entries, List<Unit> units) {
        sql.run(
                "delete from products.unit u where u.product_id = any (?) and not exists (select 1 from"
                        + " unnest(cast(? as text[]), cast(? as text[]), cast(? as text[])) as t (seller_id, sku, product_id)"
                        + " where t.seller_id = u.seller_id and t.sku = u.sku and t.product_id = u.product_id)",
                column(entries, Entry::id),
                column(units, Unit::seller),
                column(units, u -> u.option().sku()),
                column(units, Unit::product));
    }

    private List<Reason> units(List<Entry> entries) {
        List<Unit> units = new ArrayList<>();
        for (Entry entry : entries) {
            Kept kept = entry.kept();
            units.add(new Unit(kept.seller(), entry.id(), 0, new Option(kept.sku(), "", null, kept.stock())));
            for (Option option : kept.options()) {
                int position = units.get(units.size() - 1).position() + 1;
                units.add(new Unit(kept.seller(), entry.id(), position, option));
            }
        }
        forget(entries, units);
        int written = sql.run(
                "insert into products.unit (seller_id, sku, product_id, position, name, price, stock)"
                        + " select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]),"
                        + " cast(? as integer[]), cast(? as text[]), cast(? as bigint[]), cast(? as integer[]))"
                        + " on conflict (seller_id, sku) do update set position = excluded.position, name = excluded.name,"
                        + " price = excluded.price, stock = excluded.stock where unit.product_id = excluded.product_id",
                column(units, Unit::seller),
                column(units, u -> u.option().sku()),
                column(units, Unit::product),
                column(units, u -> text(u.position())),
                column(units, u -> u.option().name()),
                column(
                        units,
                        u -> u.option().price() == null
                                ? null
                                : text(u.option().price().minor())),
                column(units, u -> text(u.option().stock())));
        return written == units.size() ? List.of() : taken(units);
    }

    private List<Reason> taken(List<Unit> units) {
        return sql.list(
                "select u.sku, p.id, p.name, p.archived_at from unnest(cast(? as text[]), cast(? as text[]),"
                        + " cast(? as text[])) as t (seller_id, sku, product_id)"
                        + " join products.unit u on u.seller_id = t.seller_id and u.sku = t.sku"
                        + " join products.product p on p.id = u.product_id where u.product_id <> t.product_id"
                        + " order by u.sku",
                row -> ProductRefusal.SKU_TAKEN.with(
                        "field",
                        "sku",
                        "sku",
                        row.text("sku"),
                        "id",
                        row.text("id"),
                        "name",
                        row.text("name"),
                        "archivedKo",
                        row.isNull("archived_at") ? "" : "(보관 중)",
                        "archivedEn",
                        row.isNull("archived_at") ? "" : ", archived"),
                column(units, Unit::seller),
                column(units, u -> u.option().sku()),
                column(units, Unit::product));
    }
}
