package live.onair.localmedia;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks HLS media playlists by the rules players rely on (RFC 8216): a whole one by itself, and each against the one
 * polled before it.
 */
public final class PlaylistChecks {
    /** One entry as a player numbers it. */
    public record Entry(long sequence, long discontinuity, String uri, double seconds, Instant at) {}

    /** A playlist, read and found valid. */
    public record Playlist(List<Entry> entries, long target, boolean ended, boolean vod) {
        /** The addresses in order. */
        public List<String> uris() {
            return entries.stream().map(Entry::uri).toList();
        }

        /** Whether an entry's address begins so. */
        public boolean shows(String prefix) {
            return entries.stream().anyMatch(entry -> entry.uri().startsWith(prefix));
        }

        /** The last entry. */
        public Entry last() {
            return entries.get(entries.size() - 1);
        }
    }

    private final Map<Long, Entry> seen = new HashMap<>();
    private Playlist before;

    /** Reads a playlist and checks that it is valid in itself. */
    public static Playlist valid(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        require(!lines.isEmpty() && lines.get(0).equals("#EXTM3U"), "begins with #EXTM3U", text);
        Map<String, String> tags = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        long sequence = number(text, "#EXT-X-MEDIA-SEQUENCE:", 0);
        long discontinuity = number(text, "#EXT-X-DISCONTINUITY-SEQUENCE:", 0);
        Instant at = null;
        for (String line : lines) {
            if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
                Instant told = Instant.parse(line.substring(25));
                require(at == null || !told.isBefore(at.minusMillis(2)), "time does not go back at " + line, text);
                at = told;
                tags.put("time", line);
            } else if (line.equals("#EXT-X-DISCONTINUITY")) {
                discontinuity++;
                tags.put("discontinuity", line);
            } else if (line.startsWith("#EXTINF:")) {
                tags.put("length", line.substring(8, line.indexOf(',')));
            } else if (!line.startsWith("#")) {
                require(tags.containsKey("length"), "a length before " + line, text);
                require(
                        tags.containsKey("time") || !entries.isEmpty() && !tags.containsKey("discontinuity"),
                        "a time at the first segment and each discontinuity, missing at " + line,
                        text);
                double seconds = Double.parseDouble(tags.get("length"));
                entries.add(new Entry(sequence++, discontinuity, line, seconds, at));
                at = at == null ? null : at.plus(Duration.ofNanos(Math.round(seconds * 1e9)));
                tags.clear();
            }
        }
        require(tags.isEmpty(), "a segment after its tags", text);
        long target = number(text, "#EXT-X-TARGETDURATION:", -1);
        for (Entry entry : entries) {
            require(Math.round(entry.seconds()) <= target, "target duration covers " + entry, text);
        }
        return new Playlist(
                List.copyOf(entries), target, text.contains("#EXT-X-ENDLIST"), text.contains("PLAYLIST-TYPE:VOD"));
    }

    /** Checks the next poll of the same playlist: it only grew at its end and lost at its front. */
    public Playlist next(String text) {
        Playlist now = valid(text);
        if (before != null && !before.entries().isEmpty() && !now.entries().isEmpty()) {
            require(
                    now.entries().get(0).sequence() >= before.entries().get(0).sequence(),
                    "the media sequence does not go back",
                    text);
            require(now.last().sequence() >= before.last().sequence(), "no segment is taken back", text);
            require(now.target() >= before.target(), "the target duration does not fall", text);
        }
        for (Entry entry : now.entries()) {
            Entry known = seen.putIfAbsent(entry.sequence(), entry);
            boolean same = known == null
                    || known.uri().equals(entry.uri())
                            && known.discontinuity() == entry.discontinuity()
                            && Math.abs(Duration.between(known.at(), entry.at()).toMillis()) <= 2;
            require(same, "segment " + entry.sequence() + " stays what it was: " + known + " / " + entry, text);
        }
        before = now;
        return now;
    }

    private static long number(String text, String tag, long otherwise) {
        return text.lines()
                .filter(line -> line.startsWith(tag))
                .map(line -> Long.parseLong(line.substring(tag.length())))
                .findFirst()
                .orElse(otherwise);
    }

    private static void require(boolean holds, String rule, String text) {
        if (!holds) {
            throw new AssertionError("playlist: " + rule + System.lineSeparator() + text);
        }
    }
}
