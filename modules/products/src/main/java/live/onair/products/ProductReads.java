package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.kernel.Money;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.products.ProductRows.SellerName;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Finds products. Works inside the caller's transaction. */
@Singleton
class ProductReads {

    static final String SELECT =
            "select p.*, s.name seller_name from products.product p join products.seller s on s.id = p.seller_id ";

    private final Statements sql;

    @Inject
    ProductReads(Statements sql) {
        this.sql = sql;
    }

    private record Unit(String product, int position, Option option) {}

    Optional<Product> find(String id) {
        return all(SELECT + "where p.id = ?", id).stream().findFirst();
    }

    /** The shows that have a product of which this is so. */
    List<String> shows(String which, String value) {
        return sql.list(
                "select distinct i.show_id from products.lineup_item i join products.product p on p.id = i.product_id where "
                        + which + " order by i.show_id",
                row -> row.text("show_id"),
                value);
    }

    /** The product, which nobody else changes until this transaction ends. */
    Optional<Product> lock(String id) {
        return all(SELECT + "where p.id = ? for update of p", id).stream().findFirst();
    }

    Optional<Instant> changedAt() {
        return sql.one("select max(changed_at) at from products.product", row -> row.maybeInstant("at"))
                .flatMap(at -> at);
    }

    /** The products with these numbers, in the order of their numbers. */
    List<Product> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : all(SELECT + "where p.id = any (?) order by p.id", List.copyOf(ids));
    }

    /** All of them, which nobody else changes until this transaction ends. */
    List<Product> lockAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : all(SELECT + "where p.id = any (?) order by p.id for update of p", List.copyOf(ids));
    }

    /** The products that have these SKUs, their own or one of an option; put away or not. */
    Map<CatalogueReader.Which, Product> bySku(List<CatalogueReader.Which> wanted) {
        Map<CatalogueReader.Which, String> ids = sql
                .list(
                        "select u.seller_id, u.sku, u.product_id from products.unit u join unnest(cast(? as text[]),"
                                + " cast(? as text[])) as t (seller_id, sku) on u.seller_id = t.seller_id and u.sku = t.sku",
                        row -> Map.entry(
                                new CatalogueReader.Which(row.text("seller_id"), row.text("sku")),
                                row.text("product_id")),
                        wanted.stream().map(CatalogueReader.Which::seller).toList(),
                        wanted.stream().map(CatalogueReader.Which::sku).toList())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
        Map<String, Product> found =
                of(Set.copyOf(ids.values())).stream().collect(Collectors.toMap(Product::id, product -> product));
        return ids.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Objects.requireNonNull(found.get(entry.getValue()))));
    }

    List<Product> all(String select, Object... values) {
        List<Product> bare = sql.list(select, ProductReads::read, values);
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, String> currencies = bare.stream().collect(Collectors.toMap(Product::id, Product::currency));
        Map<String, List<Unit>> units = sql
                .list(
                        "select * from products.unit where product_id = any (?) order by product_id, position",
                        row -> unit(row, currencies),
                        List.copyOf(currencies.keySet()))
                .stream()
                .collect(Collectors.groupingBy(Unit::product));
        return bare.stream()
                .map(product -> with(product, units.getOrDefault(product.id(), List.of())))
                .toList();
    }

    private static Unit unit(Row row, Map<String, String> currencies) throws SQLException {
        String product = row.text("product_id");
        String currency = Objects.requireNonNull(currencies.get(product));
        return new Unit(
                product,
                row.number("position"),
                new Option(
                        row.text("sku"), row.text("name"), money(row, "price", currency), row.numberOrNull("stock")));
    }

    private static @Nullable Money money(Row row, String column, String currency) throws SQLException {
        return row.isNull(column) ? null : new Money(row.big(column), currency);
    }

    private static Product with(Product bare, List<Unit> units) {
        List<Option> options =
                units.stream().filter(u -> u.position() > 0).map(Unit::option).toList();
        List<Option> counted =
                options.isEmpty() ? units.stream().map(Unit::option).toList() : options;
        String sku = units.stream()
                .filter(u -> u.position() == 0)
                .map(u -> u.option().sku())
                .findFirst()
                .orElse("");
        return bare.with(sku, options, stock(counted));
    }

    /** The sum of what is counted; null if nobody knows one of them. */
    private static @Nullable Integer stock(List<Option> counted) {
        int stock = 0;
        for (Option option : counted) {
            Integer left = option.stock();
            if (left == null) {
                return null;
            }
            stock += left;
        }
        return counted.isEmpty() ? null : Integer.valueOf(stock);
    }

    private static Product read(Row row) throws SQLException {
        String currency = row.text("currency");
        return new Product(
                row.text("id"),
                row.number("version"),
                new SellerName(row.text("seller_id"), row.text("seller_name")),
                "",
                row.text("name"),
                row.text("brand"),
                row.text("category"),
                money(row, "price", currency),
                money(row, "list_price", currency),
                currency,
                null,
                List.of(),
                Cosmetic.valueOf(row.text("cosmetic")),
                row.text("report_number"),
                !row.isNull("archived_at"),
                row.text("created_by"),
                row.instant("created_at"),
                row.text("changed_by"),
                row.instant("changed_at"));
    }
}
