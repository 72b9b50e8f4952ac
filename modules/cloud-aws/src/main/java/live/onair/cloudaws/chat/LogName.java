package live.onair.cloudaws.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern NAME = Pattern.compile(FOLDER + "(\\d{19})~([^~]+)~([^~]+)~([^~]+)~([A-Z]+)\\.json");

    /** Empty for what somebody else has put into the folder. */
    static Optional<LogName> read(String name) {
        Matcher found = NAME.matcher(name);
        return found.matches()
                ? Optional.of(new LogName(
                        Long.parseLong(found.group(1)), found.group(2), found.group(3), found.group(4), found.group(5)))
                : Optional.empty();
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
