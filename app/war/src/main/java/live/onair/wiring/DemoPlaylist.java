package live.onair.wiring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The newest piece of a live playlist.
 *
 * @param address as the playlist names it
 * @param lengthMillis how long it is shown
 * @param endMillis when the last of it was taken, since 1970; 0 where the playlist does not say
 */
record DemoPlaylist(String address, int lengthMillis, long endMillis) {

    private static final String LENGTH = "#EXTINF:";
    private static final String TIME = "#EXT-X-PROGRAM-DATE-TIME:";
    private static final int SHORTEST_MILLIS = 500;

    /** Throws {@link IllegalStateException} where it names no piece. */
    static DemoPlaylist of(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String address = null;
        double length = 2_000;
        double end = 0;
        for (String line : lines) {
            if (line.startsWith(TIME)) {
                end = instant(line.substring(TIME.length())).toEpochMilli();
            } else if (line.startsWith(LENGTH)) {
                length = Double.parseDouble(line.substring(LENGTH.length()).split(",", 2)[0]) * 1_000;
                end += end == 0 ? 0 : length;
            } else if (!line.startsWith("#")) {
                address = line;
            }
        }
        if (address == null) {
            throw new IllegalStateException("no picture");
        }
        return new DemoPlaylist(address, (int) Math.max(SHORTEST_MILLIS, length), (long) end);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
