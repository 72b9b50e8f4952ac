package live.onair.products;

import java.util.List;
import live.onair.kernel.Reason;
import live.onair.sheets.PlainText;
import live.onair.sheets.Sheets;
import org.jspecify.annotations.Nullable;

/** Texts that people or files give, before they are kept. Names all that is wrong with one. */
final class Words {

    private Words() {}

    /** What a text is for: its names in both languages, and how long it may be. */
    record Field(String code, String ko, String en, int max) {
        Reason refused(ProductRefusal why) {
            return why.with("field", code, "fieldKo", ko, "fieldEn", en, "max", max);
        }
    }

    /** The text without blanks around it; empty for null. */
    static String clean(@Nullable String given) {
        return PlainText.clean(given);
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
        } else if (PlainText.isMarkup(text)) {
            wrong.add(field.refused(ProductRefusal.FIELD_MARKUP));
        } else if (Sheets.isFormula(text)) {
            wrong.add(field.refused(ProductRefusal.FIELD_FORMULA));
        }
        return text;
    }
}
