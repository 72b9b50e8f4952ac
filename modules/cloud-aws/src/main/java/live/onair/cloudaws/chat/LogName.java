package live.onair.cloudaws.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What the name of a judged line in the folder says: {@code log/PLACE~SHOW~LINE~MESSAGE~JUDGED.json}. The place is the
 * microsecond at which it was judged and three figures more, so that a list by name is a list by time.
 *
 * @param message its id in IVS Chat; {@link #STAFF} for what moderators say, which is no message there
 */
record LogName(long place, String show, String line, String message, String judged) {

    static final String FOLDER = "log/";
    static final String STAFF = "staff";

    private static final long IN_A_MILLISECOND = 1_000_000L;
    private static final int FIGURES = 1_000;

    static LogName read(String name) {
        List<String> words = List.of(name.substring(FOLDER.length(), name.length() - ".json".length())
                .split("~"));
        return new LogName(Long.parseLong(words.get(0)), words.get(1), words.get(2), words.get(3), words.get(4));
    }

    /** What moderators say now. */
    static LogName staff(Clock clock, String show, String line) {
        long place = place(clock.instant()) + Math.floorMod(line.hashCode(), FIGURES);
        return new LogName(place, show, line, STAFF, "ALLOW");
    }

    /** The first place of this moment. */
    static long place(Instant at) {
        return (at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000L) * FIGURES;
    }

    static long lasting(Duration time) {
        return time.toMillis() * IN_A_MILLISECOND;
    }

    /** Sorts before every name from this place on. */
    static String before(long place) {
        return FOLDER + String.format(Locale.ROOT, "%019d", Math.max(0, place));
    }

    String name() {
        return before(place) + "~" + show + "~" + line + "~" + message + "~" + judged + ".json";
    }

    /** Whether viewers read it, unless somebody takes it away. */
    boolean isShown() {
        return !judged.equals("HOLD") && !judged.equals("BLOCK");
    }
}
