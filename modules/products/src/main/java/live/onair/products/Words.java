package live.onair.products;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import live.onair.kernel.Reason;
import live.onair.sheets.Sheets;
import org.jspecify.annotations.Nullable;

/** Texts that people or files give, before they are kept. Names all that is wrong with one. */
final class Words {

    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]|&#|javascript:", Pattern.CASE_INSENSITIVE);
    /** Control characters, and those that turn the direction of what follows them. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private Words() {}

    /** What a text is for: its names in both languages, and how long it may be. */
    record Field(String code, String ko, String en, int max) {
        Reason refused(ProductRefusal why) {
            return why.with("field", code, "fieldKo", ko, "fieldEn", en, "max", max);
        }
    }

    /** The text without blanks around it; empty for null. */
    static String clean(@Nullable String given) {
        return given == null
                ? ""
                : Normalizer.normalize(given, Normalizer.Form.NFC).strip();
    }

    /** The text, if it may be kept. */
    static String line(Field field, @Nullable String given, boolean needed, List<Reason> wrong) {
        String text = clean(given);
        if (needed && text.isEmpty()) {
            wrong.add(field.refused(ProductRefusal.FIELD_MISSING));
        } else if (text.length() > field.max()) {
            wrong.add(ProductRefusal.FIELD_LONG.with(
                    "field",
                    field.code(),
                    "fieldKo",
                    field.ko(),
                    "fieldEn",
                    field.en(),
                    "max",
                    field.max(),
                    "length",
                    text.length()));
        } else if (MARKUP.matcher(text).find() || INVISIBLE.matcher(text).find()) {
            wrong.add(field.refused(ProductRefusal.FIELD_MARKUP));
        } else if (Sheets.isFormula(text)) {
            wrong.add(field.refused(ProductRefusal.FIELD_FORMULA));
        }
        return text;
    }
}
