package live.onair.products;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.kernel.Money;
import live.onair.kernel.Reason;
import live.onair.products.ProductRows.Cosmetic;
import live.onair.products.ProductRows.Option;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a product and names all that is wrong with it. */
final class ProductCheck {

    static final Words.Field NAME = new Words.Field("name", "상품명", "Name", 500);
    static final Words.Field BRAND = new Words.Field("brand", "브랜드", "Brand", 100);
    static final Words.Field CATEGORY = new Words.Field("category", "분류", "Category", 100);
    static final Words.Field SKU = new Words.Field("sku", "SKU", "SKU", 64);
    static final Words.Field OPTION = new Words.Field("options", "옵션 이름", "Option name", 100);
    private static final Words.Field OPTION_SKU = new Words.Field("sku", "옵션 SKU", "Option SKU", 64);
    static final Words.Field REPORT = new Words.Field("reportNumber", "심사·보고 번호", "Report number", 60);
    private static final Words.Field PRICE = new Words.Field("price", "판매가", "Price", 0);
    private static final Words.Field LIST_PRICE = new Words.Field("listPrice", "정가", "List price", 0);
    private static final Words.Field OPTION_PRICE = new Words.Field("options", "옵션 판매가", "Price of an option", 0);
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._/-]{0,63}");
    private static final long MOST = 1_000_000_000_000L;
    static final int MOST_OPTIONS = 100;
    private static final int MOST_STOCK = 100_000_000;

    private ProductCheck() {}

    static Kept read(Products.ProductTerms given, List<Reason> wrong) {
        String currency = currency(given, wrong);
        List<Option> options = options(given.options(), currency, wrong);
        Long price = price(PRICE, given.price(), currency, wrong);
        Long list = price(LIST_PRICE, given.listPrice(), currency, wrong);
        higher(list, price, currency, wrong);
        stock(given.stock(), "stock", wrong);
        Cosmetic cosmetic = Objects.requireNonNullElse(given.cosmetic(), Cosmetic.NONE);
        String report = Words.line(REPORT, given.reportNumber(), false, wrong);
        if (cosmetic == Cosmetic.FUNCTIONAL && report.isEmpty()) {
            wrong.add(ProductRefusal.REPORT_NUMBER.with("field", "reportNumber"));
        }
        Kept kept = new Kept(
                Words.clean(given.seller()),
                sku(SKU, given.sku(), wrong),
                Words.line(NAME, given.name(), true, wrong),
                Words.line(BRAND, given.brand(), false, wrong),
                Words.line(CATEGORY, given.category(), false, wrong),
                price,
                list,
                currency,
                options.isEmpty() ? given.stock() : null,
                options,
                cosmetic,
                report);
        twice(kept, wrong);
        return kept;
    }

    private static void higher(@Nullable Long list, @Nullable Long price, String currency, List<Reason> wrong) {
        if (list != null && price != null && list < price) {
            wrong.add(ProductRefusal.LIST_PRICE_LOW.with(
                    "field", "listPrice", "list", new Money(list, currency), "price", new Money(price, currency)));
        }
    }

    private static String currency(Products.ProductTerms given, List<Reason> wrong) {
        String told = Words.clean(given.currency());
        if (told.isEmpty()) {
            return given.price() == null ? Money.WON : given.price().currency();
        }
        if (!Money.isCurrency(told)) {
            wrong.add(ProductRefusal.CURRENCY.with("field", "currency", "value", told));
            return Money.WON;
        }
        return told;
    }

    private static @Nullable Long price(Words.Field field, @Nullable Money given, String currency, List<Reason> wrong) {
        if (given == null) {
            return null;
        }
        if (given.minor() <= 0) {
            wrong.add(field.refused(ProductRefusal.PRICE));
        } else if (given.minor() > MOST) {
            wrong.add(refused(field, ProductRefusal.PRICE_HIGH, given));
        } else if (!given.currency().equals(currency)) {
            wrong.add(refused(field, ProductRefusal.CURRENCY_OTHER, given));
        }
        return given.minor();
    }

    private static Reason refused(Words.Field field, ProductRefusal why, Money value) {
        return why.with("field", field.code(), "fieldKo", field.ko(), "fieldEn", field.en(), "value", value);
    }

    private static void stock(@Nullable Integer given, String field, List<Reason> wrong) {
        if (given != null && (given < 0 || given > MOST_STOCK)) {
            wrong.add(ProductRefusal.STOCK.with("field", field));
        }
    }

    private static String sku(Words.Field field, @Nullable String given, List<Reason> wrong) {
        String sku = Words.clean(given);
        if (sku.isEmpty()) {
            wrong.add(field.refused(ProductRefusal.FIELD_MISSING));
        } else if (!CODE.matcher(sku).matches()) {
            String shown = sku.length() > SKU.max() ? sku.substring(0, SKU.max()) + "…" : sku;
            wrong.add(ProductRefusal.SKU.with("field", "sku", "value", shown));
        }
        return sku;
    }

    private static List<Option> options(@Nullable List<Option> given, String currency, List<Reason> wrong) {
        List<Option> options = new ArrayList<>();
        List<Option> told = given == null ? List.of() : given;
        for (Option option : told.stream().filter(Objects::nonNull).toList()) {
            options.add(option(option, currency, wrong));
        }
        notTooMany(options, wrong);
        return List.copyOf(options);
    }

    static void notTooMany(List<Option> options, List<Reason> wrong) {
        if (options.size() > MOST_OPTIONS) {
            wrong.add(ProductRefusal.OPTIONS_MANY.with("field", "options", "max", MOST_OPTIONS));
        }
    }

    static Option option(Option given, String currency, List<Reason> wrong) {
        price(OPTION_PRICE, given.price(), currency, wrong);
        stock(given.stock(), "options", wrong);
        return new Option(
                sku(OPTION_SKU, given.sku(), wrong),
                Words.line(OPTION, given.name(), true, wrong),
                given.price(),
                given.stock());
    }

    /** By its code, or by its name in either language. */
    static Cosmetic cosmetic(String given, List<Reason> wrong) {
        for (Cosmetic one : Cosmetic.values()) {
            boolean brief = one.ko().equals(given + "화장품");
            if (brief || Stream.of(one.name(), one.ko(), one.en()).anyMatch(given::equalsIgnoreCase)) {
                return one;
            }
        }
        ProductField field = ProductField.COSMETIC;
        wrong.add(CatalogueRefusal.WORD_UNKNOWN.with(
                "fieldKo",
                field.ko(),
                "fieldEn",
                field.en(),
                "value",
                CatalogueReader.brief(given),
                "words",
                Stream.of(Cosmetic.values()).map(Cosmetic::ko).collect(Collectors.joining(", "))));
        return Cosmetic.NONE;
    }

    private static void twice(Kept kept, List<Reason> wrong) {
        Set<String> seen = new HashSet<>();
        for (String sku : kept.skus()) {
            if (!sku.isEmpty() && !seen.add(sku)) {
                wrong.add(ProductRefusal.SKU_TWICE.with("field", "sku", "sku", sku));
            }
        }
    }
}
