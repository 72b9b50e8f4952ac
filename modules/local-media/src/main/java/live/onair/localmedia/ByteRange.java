package live.onair.localmedia;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a file that a {@code Range} header asks for (RFC 9110, 14.2). */
final class ByteRange {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private ByteRange() {}

    /** Begin and length; nothing if the range lies outside; the whole file if it is not one range of bytes. */
    static long[] of(@Nullable String range, long size) {
        Matcher asked = range == null ? null : RANGE.matcher(range);
        if (asked == null
                || !asked.matches()
                || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return new long[] {0, size};
        }
        String last = asked.group(2);
        long from =
                asked.group(1).isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(asked.group(1));
        long to = asked.group(1).isEmpty() || last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        return from > to ? new long[0] : new long[] {from, to - from + 1};
    }
}
