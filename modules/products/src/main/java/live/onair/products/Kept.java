package live.onair.products;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Money;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import org.jspecify.annotations.Nullable;

/**
 * A product as it may be kept.
 *
 * @param stock of the product itself; null with options
 */
record Kept(
        String seller,
        String sku,
        String name,
        String brand,
        String category,
        @Nullable Long price,
        @Nullable Long listPrice,
        String currency,
        @Nullable Integer stock,
        List<Option> options,
        Cosmetic cosmetic,
        String reportNumber) {

    static Kept of(ProductRows.Product now) {
        return new Kept(
                now.seller().id(),
                now.sku(),
                now.name(),
                now.brand(),
                now.category(),
                now.price() == null ? null : now.price().minor(),
                now.listPrice() == null ? null : now.listPrice().minor(),
                now.currency(),
                now.options().isEmpty() ? now.stock() : null,
                now.options(),
                now.cosmetic(),
                now.reportNumber());
    }

    /** What differs from what it was: {@code from -> to} by field. */
    Map<String, String> since(Kept before) {
        Map<String, String> was = before.fields();
        Map<String, String> differences = new LinkedHashMap<>();
        fields().forEach((field, value) -> {
            String old = Objects.requireNonNullElse(was.get(field), "");
            if (!old.equals(value)) {
                differences.put(field, old + " -> " + value);
            }
        });
        return differences;
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seller", seller);
        fields.put("sku", sku);
        fields.put("name", name);
        fields.put("brand", brand);
        fields.put("category", category);
        fields.put("price", money(price));
        fields.put("listPrice", money(listPrice));
        fields.put("stock", stock == null ? "" : stock.toString());
        fields.put("options", options.stream().map(Kept::words).collect(Collectors.joining(", ")));
        fields.put("cosmetic", cosmetic.name());
        fields.put("reportNumber", reportNumber);
        return fields;
    }

    private String money(@Nullable Long minor) {
        return minor == null ? "" : new Money(minor, currency).toString();
    }

    private static String words(Option option) {
        return option.sku() + " " + option.name() + (option.price() == null ? "" : " " + option.price())
                + (option.stock() == null ? "" : " " + option.stock());
    }

    /** All its SKUs, its own first. */
    List<String> skus() {
        List<String> all = new ArrayList<>(List.of(sku));
        options.forEach(option -> all.add(option.sku()));
        return all;
    }

    /**
     * The same with what is left by now wherever it only repeats what was seen: selling goes on while somebody writes or a file
     * is read.
     *
     * @param seen what was left when it was read, by SKU
     */
    Kept leaving(Map<String, Integer> seen, Kept now) {
        Map<String, Option> there =
                now.options.stream().collect(Collectors.toMap(Option::sku, Function.identity(), (one, same) -> one));
        List<Option> counted = options.stream()
                .map(option -> there.containsKey(option.sku()) && Objects.equals(option.stock(), seen.get(option.sku()))
                        ? new Option(
                                option.sku(),
                                option.name(),
                                option.price(),
                                there.get(option.sku()).stock())
                        : option)
                .toList();
        boolean plain = options.isEmpty() && now.options.isEmpty();
        return new Kept(
                seller,
                sku,
                name,
                brand,
                category,
                price,
                listPrice,
                currency,
                plain && Objects.equals(stock, seen.get(now.sku)) ? now.stock : stock,
                counted,
                cosmetic,
                reportNumber);
    }

    /** What is left of each form, by SKU, as far as anybody knows. */
    Map<String, Integer> left() {
        Map<String, Integer> left = new LinkedHashMap<>();
        if (stock != null) {
            left.put(sku, stock);
        }
        options.forEach(option -> {
            Integer of = option.stock();
            if (of != null) {
                left.put(option.sku(), of);
            }
        });
        return left;
    }
}
