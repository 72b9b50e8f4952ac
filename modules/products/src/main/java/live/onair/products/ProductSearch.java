package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import live.onair.kernel.Money;
import live.onair.products.ProductRows.Product;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Searches the catalogue, a page at a time. Works inside the caller's transaction. */
@Singleton
class ProductSearch {

    private static final String STOCK = "(select case when count(*) = count(u.stock) then sum(u.stock) end from"
            + " products.unit u where u.product_id = p.id and (u.position > 0 or not exists (select 1 from products.unit o"
            + " where o.product_id = p.id and o.position > 0)))";
    private static final int MOST = 200;
    private static final int TRIGRAM = 3;
    private static final Pattern CONSONANTS = Pattern.compile("[ㄱ-ㅎ]");

    private final Statements sql;
    private final ProductReads reads;

    @Inject
    ProductSearch(Statements sql, ProductReads reads) {
        this.sql = sql;
        this.reads = reads;
    }

    /** Counts first; the page then comes in its order from an index where many match, by sorting where few do. */
    ProductRows.ProductPage list(Products.Filter filter) {
        int size = Math.min(MOST, Math.max(1, filter.size()));
        List<Object> values = new ArrayList<>();
        Order order = Order.of(filter);
        String from = " from products.product p " + where(filter, values);
        long total = sql.one("select count(*) n" + from, row -> row.big("n"), values.toArray())
                .orElse(0L);
        String after = order.after(filter.cursor(), values);
        values.add(size + 1);
        List<String> found = sql.list(
                "select p.id" + from + after + order.by() + " limit ?", row -> row.text("id"), values.toArray());
        boolean more = found.size() > size;
        List<String> ids = more ? found.subList(0, size) : found;
        Map<String, Product> known = reads.of(ids).stream().collect(Collectors.toMap(Product::id, product -> product));
        List<Product> page =
                ids.stream().map(id -> Objects.requireNonNull(known.get(id))).toList();
        return new ProductRows.ProductPage(page, total, more ? order.cursor(page.get(size - 1)) : null);
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
            // names hold syllables, never bare consonants: which column is meant can be told from the words
            String column = CONSONANTS.matcher(text).find() ? "p.initials" : "p.search";
            boolean indexed = text.codePointCount(0, text.length()) >= TRIGRAM;
            // an index of three letters knows nothing of less: asked all the same, it is read from end to end
            where.append(indexed ? " and " + column + " like ?" : " and strpos(" + column + ", ?) > 0");
            values.add(indexed ? "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%" : text);
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
            if (cursor == null) {
                return "";
            }
            if (parts.length != 2 || !isKey(parts[0])) {
                throw new IllegalArgumentException("not a cursor of this list");
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
}
