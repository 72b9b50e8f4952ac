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
import live.onair.sql.Facts;
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
        return Facts.since(before.fields(), fields());
    }

    /** A file's line for a product that is put away takes it out again. */
    Map<String, String> since(ProductRows.Product before) {
        Map<String, String> differences = new LinkedHashMap<>(since(of(before)));
        if (before.archived()) {
            differences.put("archived", "true -> false");
        }
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
        return with(plain && Objects.equals(stock, seen.get(now.sku)) ? now.stock : stock, counted);
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

    /** The same with so many fewer of each form, by SKU; never less than none. */
    Kept less(Map<String, Integer> reserved) {
        return with(
                less(sku, stock, reserved),
                options.stream()
                        .map(option -> new Option(
                                option.sku(),
                                option.name(),
                                option.price(),
                                less(option.sku(), option.stock(), reserved)))
                        .toList());
    }

    private static @Nullable Integer less(String sku, @Nullable Integer stock, Map<String, Integer> reserved) {
        return stock == null ? null : Integer.valueOf(Math.max(0, stock - reserved.getOrDefault(sku, 0)));
    }

    /** The same in the forms, with what is left of them and in the currency, that it has now. */
    Kept inFormsOf(Kept now) {
        Kept told = with(now.stock, now.options);
        return currency.equals(now.currency) ? told : told.at(now.price, now.listPrice, now.currency);
    }

    private Kept at(@Nullable Long own, @Nullable Long list, String in) {
        return new Kept(seller, sku, name, brand, category, own, list, in, stock, options, cosmetic, reportNumber);
    }

    /** The same in these forms. */
    Kept in(List<Option> forms) {
        return with(forms.isEmpty() ? stock : null, List.copyOf(forms));
    }

    private Kept with(@Nullable Integer left, List<Option> forms) {
        return new Kept(
                seller, sku, name, brand, category, price, listPrice, currency, left, forms, cosmetic, reportNumber);
    }

    /** A line each; none of what they hold has a tab or the end of a line. */
    static String written(List<Option> options) {
        return options.stream()
                .map(option -> String.join(
                        "\t",
                        option.sku(),
                        option.name(),
                        option.price() == null
                                ? ""
                                : option.price().minor() + " " + option.price().currency(),
                        option.stock() == null ? "" : option.stock().toString()))
                .collect(Collectors.joining("\n"));
    }

    static List<Option> read(String written) {
        return written.lines()
                .map(line -> line.split("\t", -1))
                .map(part -> new Option(
                        part[0],
                        part[1],
                        part[2].isEmpty()
                                ? null
                                : new Money(Long.parseLong(part[2].split(" ")[0]), part[2].split(" ")[1]),
                        part[3].isEmpty() ? null : Integer.valueOf(part[3])))
                .toList();
    }
}
