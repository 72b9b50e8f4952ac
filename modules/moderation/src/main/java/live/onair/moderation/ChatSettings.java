package live.onair.moderation;

import java.util.LinkedHashMap;
import java.util.Map;
import live.onair.sql.Facts;

/**
 * How a chat is held.
 *
 * @param slowSeconds a member says something once in so many seconds, 0 to 3,600
 * @param frozen nobody says anything (얼리기)
 * @param followersOnly only those who follow say something
 * @param linksOff no addresses of pages
 * @param duplicatesOff nobody says twice in a row what they have just said
 * @param delaySeconds so long a line waits until it is delivered, 0 to 10; moderators see it first
 */
public record ChatSettings(
        int slowSeconds,
        boolean frozen,
        boolean followersOnly,
        boolean linksOff,
        boolean duplicatesOff,
        int delaySeconds) {

    static final int SLOWEST = 3_600;
    static final int LONGEST_DELAY = 10;

    /** How a chat begins: no addresses, nobody repeats themselves. */
    public static final ChatSettings USUAL = new ChatSettings(0, false, false, true, true, 0);

    /** Whether both numbers lie in their bounds. */
    boolean isPossible() {
        return slowSeconds >= 0 && slowSeconds <= SLOWEST && delaySeconds >= 0 && delaySeconds <= LONGEST_DELAY;
    }

    /** What is another than before, by its name: before, an arrow, now. */
    Map<String, String> since(ChatSettings before) {
        return Facts.since(before.values(), values());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("slowSeconds", String.valueOf(slowSeconds));
        values.put("frozen", String.valueOf(frozen));
        values.put("followersOnly", String.valueOf(followersOnly));
        values.put("linksOff", String.valueOf(linksOff));
        values.put("duplicatesOff", String.valueOf(duplicatesOff));
        values.put("delaySeconds", String.valueOf(delaySeconds));
        return values;
    }
}
