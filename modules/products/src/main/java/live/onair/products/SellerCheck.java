package live.onair.products;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import live.onair.kernel.Reason;
import live.onair.products.ProductRows.SellerField;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a seller and names all that is wrong with it. */
final class SellerCheck {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{6,19}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,}");
    private static final Pattern MAIL_ORDER = Pattern.compile("제?\\s?[0-9]{4}-[가-힣]{2,20}-[0-9]{1,6}\\s?호?");
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private SellerCheck() {}

    static Map<SellerField, String> read(Sellers.SellerTerms given, List<Reason> wrong) {
        Map<SellerField, String> kept = new EnumMap<>(SellerField.class);
        kept.put(SellerField.NAME, line(SellerField.NAME, given.name(), 100, wrong));
        kept.put(SellerField.REPRESENTATIVE, line(SellerField.REPRESENTATIVE, given.representative(), 60, wrong));
        kept.put(SellerField.ADDRESS, line(SellerField.ADDRESS, given.address(), 200, wrong));
        kept.put(SellerField.PHONE, shaped(SellerField.PHONE, given.phone(), PHONE, ProductRefusal.PHONE, wrong));
        kept.put(SellerField.EMAIL, shaped(SellerField.EMAIL, given.email(), EMAIL, ProductRefusal.EMAIL, wrong));
        String mailOrder =
                shaped(SellerField.MAIL_ORDER, given.mailOrder(), MAIL_ORDER, ProductRefusal.MAIL_ORDER, wrong);
        kept.put(SellerField.MAIL_ORDER, mailOrder);
        String digits = Words.clean(given.businessNumber()).replaceAll("[\\s-]", "");
        if (!digits.isEmpty() && !isBusinessNumber(digits)) {
            wrong.add(refused(SellerField.BUSINESS_NUMBER, ProductRefusal.BUSINESS_NUMBER, given.businessNumber()));
        }
        kept.put(SellerField.BUSINESS_NUMBER, digits);
        return kept;
    }

    private static String line(SellerField field, @Nullable String given, int max, List<Reason> wrong) {
        Words.Field words = new Words.Field(code(field), field.ko(), field.en(), max);
        return Words.line(words, given, field == SellerField.NAME, wrong);
    }

    private static String shaped(
            SellerField field, @Nullable String given, Pattern shape, ProductRefusal why, List<Reason> wrong) {
        String text = Words.clean(given);
        if (!text.isEmpty() && !shape.matcher(text).matches()) {
            wrong.add(refused(field, why, text));
        }
        return text;
    }

    private static Reason refused(SellerField field, ProductRefusal why, @Nullable String value) {
        String shown = Words.clean(value);
        return why.with("field", code(field), "value", shown.length() > 40 ? shown.substring(0, 40) + "…" : shown);
    }

    static String code(SellerField field) {
        return switch (field) {
            case NAME -> "name";
            case REPRESENTATIVE -> "representative";
            case ADDRESS -> "address";
            case PHONE -> "phone";
            case EMAIL -> "email";
            case BUSINESS_NUMBER -> "businessNumber";
            case MAIL_ORDER -> "mailOrder";
        };
    }

    /** What the law wants shown and is not there. */
    static List<SellerField> missing(Map<SellerField, String> kept) {
        List<SellerField> missing = new ArrayList<>();
        for (SellerField field : SellerField.values()) {
            if (Objects.requireNonNullElse(kept.get(field), "").isEmpty()) {
                missing.add(field);
            }
        }
        return List.copyOf(missing);
    }

    /** Ten digits of which the last one is computed from the others (국세청). */
    static boolean isBusinessNumber(String digits) {
        if (!digits.matches("[0-9]{10}")) {
            return false;
        }
        int sum = Character.digit(digits.charAt(8), 10) * 5 / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(digits.charAt(i), 10) * WEIGHTS[i];
        }
        return (10 - sum % 10) % 10 == Character.digit(digits.charAt(9), 10);
    }
}
