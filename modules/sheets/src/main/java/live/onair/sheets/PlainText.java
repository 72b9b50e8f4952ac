package live.onair.sheets;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that people or files give and that are shown to others: plain ones. */
public final class PlainText {

    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]|&#|javascript:", Pattern.CASE_INSENSITIVE);
    /** Control characters, and those that turn the direction of what follows them. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private PlainText() {}

    /** The text in one form (NFC) without blanks around it; empty for null. */
    public static String clean(@Nullable String given) {
        return given == null
                ? ""
                : Normalizer.normalize(given, Normalizer.Form.NFC).strip();
    }

    /** Whether it holds what only pages hold, or what nobody sees. */
    public static boolean isMarkup(String text) {
        return MARKUP.matcher(text).find() || INVISIBLE.matcher(text).find();
    }
}
