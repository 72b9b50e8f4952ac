package live.onair.chatreview;

import java.time.Instant;
import java.util.Locale;
import live.onair.filter.FilterAction;

/**
 * How a judged line is called in the folder: its place first, so that a list by name is a list by time, and with it all by
 * which it is looked for.
 */
final class LogKey {

    private static final int WITHIN = 1_000;

    private LogKey() {}

    /** Microseconds since 1970, and three figures of the line's own for those of one moment. */
    static String of(Instant at, String show, String line, String message, FilterAction judged) {
        long micros = at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000L;
        long place = micros * WITHIN + Math.floorMod(message.hashCode(), WITHIN);
        return String.format(Locale.ROOT, "%019d~%s~%s~%s~%s.json", place, show, line, message, judged.name());
    }
}
