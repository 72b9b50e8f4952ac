package live.onair.products;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import live.onair.kernel.Money;
import live.onair.kernel.Reason;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a line of a mapped table as a product, on top of what is known of it. Names everything that is wrong with it. */
final class CatalogueReader {

    private final Map<ProductField, Integer> mapping;
    private final Map<String, String> sellers;
    private final Catalogues.Upload upload;
    private final String named;

    /**
     * Of a file.
     *
     * @param sellers numbers by name and number, in lower case
     * @param column name of the price's column, which may say the currency
     */
    CatalogueReader(
            Map<ProductField, Integer> mapping,
            Map<String, String> sellers,
            Catalogues.Upload upload,
            @Nullable String column) {
        this.mapping = mapping;
        this.sellers = sellers;
        this.upload = upload;
        this.named = currencyIn(column == null ? "" : column.toUpperCase(Locale.ROOT));
    }

    /** Of which product a line speaks. */
    record Which(String seller, String sku) {
        Which of(String other) {
            return new Which(seller, other);
        }
    }

    private static String currencyIn(String name) {
        String end = name.replaceFirst("^.*[_\\s(\\[]([A-Z]{3})[)\\]]?$", "$1");
        return end.length() == 3 && Money.isCurrency(end) ? end : "";
    }

    private String cell(Sheet.Line line, ProductField field) {
        return Words.clean(line.cell(mapping.getOrDefault(field, -1)));
    }

    private boolean tells(ProductField field) {
        return mapping.containsKey(field);
    }

    Which which(Sheet.Line line, List<Reason> wrong) {
        String given = cell(line, ProductField.SELLER);
        String seller = given.isEmpty() ? Words.clean(upload.seller()) : given;
        String id = sellers.getOrDefault(seller.toLowerCase(Locale.ROOT), "");
        if (seller.isEmpty()) {
            wrong.add(CatalogueRefusal.SELLER_MISSING.with("field", "seller"));
        } else if (id.isEmpty()) {
            wrong.add(CatalogueRefusal.SELLER_UNKNOWN.with("field", "seller", "value", brief(seller)));
        }
        return new Which(id, cell(line, ProductField.SKU));
    }

    /** All that is said of the product once the line counts; what has no column is as before. */
    Products.ProductTerms terms(Sheet.Line line, Which which, @Nullable Product before, List<Reason> wrong) {
        String currency = currency(line, before, wrong);
        return new Products.ProductTerms(
                which.seller(),
                which.sku(),
                cell(line, ProductField.NAME),
                text(line, ProductField.BRAND, before, Product::brand),
                text(line, ProductField.CATEGORY, before, Product::category),
                tells(ProductField.PRICE)
                        ? money(line, ProductField.PRICE, currency, wrong)
                        : before == null ? null : before.price(),
                tells(ProductField.LIST_PRICE)
                        ? money(line, ProductField.LIST_PRICE, currency, wrong)
                        : before == null ? null : before.listPrice(),
                currency,
                stock(line, before, wrong),
                before == null || tellsOptions() ? null : before.options(),
                cosmetic(line, before, wrong),
                text(line, ProductField.REPORT_NUMBER, before, Product::reportNumber));
    }

    private @Nullable String text(
            Sheet.Line line, ProductField field, @Nullable Product before, Function<Product, String> was) {
        return tells(field) || before == null ? cell(line, field) : was.apply(before);
    }

    private String currency(Sheet.Line line, @Nullable Product before, List<Reason> wrong) {
        String given = cell(line, ProductField.CURRENCY).toUpperCase(Locale.ROOT);
        String currency = !given.isEmpty() ? given : Words.clean(upload.currency());
        if (currency.isEmpty()) {
            currency = named;
        }
        if (currency.isEmpty()) {
            currency = before == null ? Money.WON : before.currency();
        }
        if (!Money.isCurrency(currency)) {
            wrong.add(ProductRefusal.CURRENCY.with("field", "currency", "value", brief(currency)));
            return Money.WON;
        }
        return currency;
    }

    private @Nullable Money money(Sheet.Line line, ProductField field, String currency, List<Reason> wrong) {
        BigDecimal amount = number(line, field, wrong);
        return amount == null || (amount.signum() == 0 && upload.zeroUnknown())
                ? null
                : money(amount, field, currency, wrong);
    }

    private static @Nullable Money money(BigDecimal amount, ProductField field, String currency, List<Reason> wrong) {
        try {
            return Money.of(amount, currency);
        } catch (ArithmeticException e) {
            wrong.add(CatalogueRefusal.AMOUNT_FINE.with(
                    "fieldKo",
                    field.ko(),
                    "fieldEn",
                    field.en(),
                    "value",
                    brief(amount.toPlainString()),
                    "currency",
                    currency));
            return null;
        }
    }

    /** A number as people write one: with thousands, a currency's sign, 원. */
    private @Nullable BigDecimal number(Sheet.Line line, ProductField field, List<Reason> wrong) {
        return number(cell(line, field), field, wrong);
    }

    private static @Nullable BigDecimal number(String given, ProductField field, List<Reason> wrong) {
        if (given.isEmpty()) {
            return null;
        }
        String plain = given.replaceAll("^[₩$€¥]\\s?|,(?=\\d{3})|\\s?(원|개|[A-Z]{3})$", "");
        if (!plain.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            wrong.add(CatalogueRefusal.NUMBER_UNREADABLE.with(
                    "fieldKo", field.ko(), "fieldEn", field.en(), "value", brief(given)));
            return null;
        }
        return new BigDecimal(plain);
    }

    private @Nullable Integer stock(Sheet.Line line, @Nullable Product before, List<Reason> wrong) {
        if (!tells(ProductField.STOCK)) {
            return before == null || !before.options().isEmpty() ? null : before.stock();
        }
        return pieces(number(line, ProductField.STOCK, wrong), wrong);
    }

    private static @Nullable Integer pieces(@Nullable BigDecimal number, List<Reason> wrong) {
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            wrong.add(ProductRefusal.STOCK.with("field", "stock"));
            return null;
        }
    }

    /** Whether the line is one of several for its product, each of which names a form it is sold in. */
    boolean tellsOption(Sheet.Line line) {
        return Arrays.stream(ProductField.values())
                .anyMatch(field -> field.isOfOption() && !cell(line, field).isEmpty());
    }

    /** Whether it is told in which forms products are sold; else they are sold in those they have. */
    boolean tellsOptions() {
        return Arrays.stream(ProductField.values()).anyMatch(field -> field.isOfOption() && tells(field));
    }

    /** The form of which a line speaks; what has no column is as before. */
    Option option(Sheet.Line line, Kept product, @Nullable Product before, List<Reason> wrong) {
        String sku = cell(line, ProductField.OPTION_SKU);
        Option was = before == null
                ? null
                : before.options().stream()
                        .filter(option -> option.sku().equals(sku))
                        .findFirst()
                        .orElse(null);
        ProductField left = tells(ProductField.OPTION_STOCK) ? ProductField.OPTION_STOCK : ProductField.STOCK;
        Option told = new Option(
                sku,
                tells(ProductField.OPTION_NAME) || was == null ? cell(line, ProductField.OPTION_NAME) : was.name(),
                tells(ProductField.OPTION_PRICE)
                        ? money(line, ProductField.OPTION_PRICE, product.currency(), wrong)
                        : was == null ? null : was.price(),
                tells(left) ? pieces(number(line, left, wrong), wrong) : was == null ? null : was.stock());
        return ProductCheck.option(told, product.currency(), wrong);
    }

    /** Lines for one product say the same of it, or nothing. */
    void same(Sheet.Line line, Sheet.Line first, List<Reason> wrong) {
        for (ProductField field : mapping.keySet()) {
            String given = cell(line, field);
            if (!field.isOfOption()
                    && field != ProductField.STOCK
                    && !given.isEmpty()
                    && !given.equals(cell(first, field))) {
                wrong.add(CatalogueRefusal.SAYS_OTHERWISE.with(
                        "line", first.number(), "fieldKo", field.ko(), "fieldEn", field.en(), "value", brief(given)));
            }
        }
    }

    /** An option as another system tells it. */
    static Option option(Catalogues.OfferedOption told, String currency, List<Reason> wrong) {
        BigDecimal price = number(Words.clean(told.price()), ProductField.PRICE, wrong);
        return new Option(
                told.sku(),
                told.name(),
                price == null ? null : money(price, ProductField.PRICE, currency, wrong),
                pieces(number(Words.clean(told.stock()), ProductField.STOCK, wrong), wrong));
    }

    /** Of what nobody has said it for, the advertising is looked at as a cosmetic's: better once too often than never. */
    private Cosmetic cosmetic(Sheet.Line line, @Nullable Product before, List<Reason> wrong) {
        String given = cell(line, ProductField.COSMETIC);
        Cosmetic was = before == null ? Cosmetic.GENERAL : before.cosmetic();
        return given.isEmpty() ? was : ProductCheck.cosmetic(given, wrong);
    }

    /** What a sentence can show of a cell. */
    static String brief(String given) {
        return given.length() > 40 ? given.substring(0, 40) + "…" : given;
    }

    static List<Reason> reasons(List<ProductField> missing) {
        List<Reason> reasons = new ArrayList<>();
        missing.forEach(
                field -> reasons.add(CatalogueRefusal.NO_COLUMN.with("fieldKo", field.ko(), "fieldEn", field.en())));
        return reasons;
    }
}
