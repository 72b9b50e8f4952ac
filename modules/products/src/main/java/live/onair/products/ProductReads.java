package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.kernel.Money;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Named;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Finds products. Works inside the caller's transaction. */
@Singleton
class ProductReads {

    private static final String SELECT =
            "select p.*, s.name seller_name from products.product p join products.seller s on s.id = p.seller_id ";
    private static final String STOCK = "(select case when count(*) = count(u.stock) then sum(u.stock) end from"
            + " products.unit u where u.product_id = p.id and (u.position > 0 or not exists (select 1 from products.unit o"
            + " where o.product_id = p.id and o.position > 0)))";
    private static final int MOST = 200;

    private final Statements sql;

    @Inject
    ProductReads(Statements sql) {
        this.sql = sql;
    }

    private record Unit(String product, int position, Option option) {}

    Optional<Product> find(String id) {
        return all(SELECT + "where p.id = ?", id).stream().findFirst();
    }

    /** The product, which nobody else changes until this transaction ends. */
    Optional<Product> lock(String id) {
        return all(SELECT + "where p.id = ? for update of p", id).stream().findFirst();
    }

    /** The products with these numbers, in the order of their numbers. */
    List<Product> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : all(SELECT + "where p.id = any (?) order by p.id", List.copyOf(ids));
    }

    ProductRows.Page list(Products.Filter filter) {
        int size = Math.min(MOST, Math.max(1, filter.size()));
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        long total = sql.one(
                        "select count(*) n from products.product p " + where, row -> row.big("n"), values.toArray())
                .orElse(0L);
        Order order = Order.of(filter);
        String after = order.after(filter.cursor(), values);
        values.add(size + 1);
        List<Product> found = all(SELECT + where + after + order.by() + " limit ?", values.toArray());
        boolean more = found.size() > size;
        List<Product> page = more ? found.subList(0, size) : found;
        return new ProductRows.Page(List.copyOf(page), total, more ? order.cursor(page.get(size - 1)) : null);
    }

    private static String where(Products.Filter filter, List<Object> values) {
        StringBuilder where = new StringBuilder("where p.archived_at is ");
        where.append(filter.which() == Products.Which.ARCHIVED ? "not null" : "null");
        if (filter.which() == Products.Which.SOLD_OUT) {
            where.append(" and ").append(STOCK).append(" = 0");
        } else if (filter.which() == Products.Which.UNKNOWN) {
            where.append(" and (p.price is null or ").append(STOCK).append(" is null)");
        }
        if (filter.seller() != null) {
            where.append(" and p.seller_id = ?");
            values.add(filter.seller());
        }
        String text = filter.text() == null
                ? ""
                : Words.clean(filter.text()).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (!text.isEmpty()) {
            String part = "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
            where.append(" and (p.search like ? or p.initials like ?)");
            values.add(part);
            values.add(part);
        }
        return where.toString();
    }

    /** How a page is ordered, and how the next one goes on from the last of this one. */
    private record Order(String column, String type, Products.Sort sort, boolean down) {

        static Order of(Products.Filter filter) {
            return switch (filter.sort()) {
                case NAME -> new Order("p.name", "text", filter.sort(), filter.descending());
                case PRICE -> new Order("coalesce(p.price, 0)", "bigint", filter.sort(), filter.descending());
                case CHANGED -> new Order("p.changed_at", "timestamptz", filter.sort(), filter.descending());
            };
        }

        String by() {
            String direction = down ? " desc" : "";
            return " order by " + column + direction + ", p.id" + direction;
        }

        String after(@Nullable String cursor, List<Object> values) {
            String[] parts = cursor == null ? new String[0] : read(cursor).split("\u001f", -1);
            if (parts.length != 2 || !isKey(parts[0])) {
                return "";
            }
            values.add(parts[0]);
            values.add(parts[1]);
            return " and (" + column + ", p.id) " + (down ? "<" : ">") + " (cast(? as " + type + "), ?)";
        }

        /** Whether it is what this order goes by: cursors come from outside. */
        private boolean isKey(String key) {
            return switch (sort) {
                case NAME -> key.indexOf('\0') < 0;
                case PRICE -> key.matches("\\d{1,15}");
                case CHANGED -> key.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
            };
        }

        private static String read(String cursor) {
            try {
                return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }

        String cursor(Product last) {
            Money price = last.price();
            Object key = switch (sort) {
                case NAME -> last.name();
                case PRICE -> price == null ? 0 : price.minor();
                case CHANGED -> last.changedAt();
            };
            byte[] plain = (key + "\u001f" + last.id()).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
        }
    }

    private List<Product> all(String select, Object... values) {
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
                        row.text("sku"),
                        row.text("name"),
                        money(row, "price", currency),
                        row.isNull("stock") ? null : row.number("stock")));
    }

    private static @Nullable Money money(Row row, String column, String currency) throws SQLException {
        return row.isNull(column) ? null : new Money(row.big(column), currency);
    }

    private static Product with(Product bare, List<Unit> units) {
        List<Option> options =
                units.stream().filter(u -> u.position() > 0).map(Unit::option).toList();
        List<Option> counted =
                options.isEmpty() ? units.stream().map(Unit::option).toList() : options;
        int stock = 0;
        boolean known = true;
        for (Option option : counted) {
            Integer left = option.stock();
            known &= left != null;
            stock += left == null ? 0 : left;
        }
        String sku = units.stream()
                .filter(u -> u.position() == 0)
                .map(u -> u.option().sku())
                .findFirst()
                .orElse("");
        return new Product(
                bare.id(),
                bare.version(),
                bare.seller(),
                sku,
                bare.name(),
                bare.brand(),
                bare.category(),
                bare.price(),
                bare.listPrice(),
                bare.currency(),
                known && !counted.isEmpty() ? stock : null,
                options,
                bare.cosmetic(),
                bare.reportNumber(),
                bare.archived(),
                bare.createdBy(),
                bare.createdAt(),
                bare.changedBy(),
                bare.changedAt());
    }

    private static Product read(Row row) throws SQLException {
        String currency = row.text("currency");
        return new Product(
                row.text("id"),
                row.number("version"),
                new Named(row.text("seller_id"), row.text("seller_name")),
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
