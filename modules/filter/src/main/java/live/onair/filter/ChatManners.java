package live.onair.filter;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a chat is held, as far as it says who may say what; wherever chats are judged it is asked before the rules are.
 *
 * @param slowSeconds a member says something once in so many seconds; 0 for as often as they like
 * @param frozen nobody says anything (얼리기)
 * @param followersOnly only those who follow
 * @param linksOff no addresses of pages
 * @param duplicatesOff nobody says twice in a row what they have just said, however they point and space it
 */
public record ChatManners(
        int slowSeconds, boolean frozen, boolean followersOnly, boolean linksOff, boolean duplicatesOff) {

    /** So many letters a line of a chat has at the most. */
    public static final int LONGEST = 300;

    /**
     * Who says it.
     *
     * @param follows whether they follow
     * @param last what they said before; empty for nothing
     * @param ago nanoseconds since then; {@link Long#MAX_VALUE} for never
     */
    public record Speaker(boolean follows, String last, long ago) {}

    /** Why it is no line of a chat at all: a word for the page; null when it is one. */
    public static @Nullable String wrong(String text) {
        if (text.isBlank()) {
            return "EMPTY";
        }
        return text.length() > LONGEST ? "TOO_LONG" : null;
    }

    /** Why this line may not be said here: a word for the page; null when it may be judged. */
    public @Nullable String refusal(Speaker who, String text) {
        if (frozen) {
            return "FROZEN";
        }
        if (followersOnly && !who.follows()) {
            return "FOLLOWERS";
        }
        if (linksOff && Links.isIn(text)) {
            return "LINK";
        }
        if (duplicatesOff && isSame(who.last(), text)) {
            return "DUPLICATE";
        }
        return who.ago() < slowSeconds * 1_000_000_000L ? "SLOW" : null;
    }

    /** Whether both say the same, however they are spaced, pointed and written large or small. */
    private static boolean isSame(String last, String text) {
        return !last.isEmpty() && alike(last).equals(alike(text));
    }

    /** Letters and digits; of a text that has none, all that is seen of it. */
    private static String alike(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String letters = plain.replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.isEmpty() ? plain.replaceAll("[\\s\\p{Cf}]", "") : letters;
    }
}
