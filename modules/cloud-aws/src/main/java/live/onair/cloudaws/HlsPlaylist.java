package live.onair.cloudaws;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.scheduling.spi.Recording;
import org.jspecify.annotations.Nullable;

/**
 * What a media playlist (RFC 8216) says of when its pictures were made, and where they lie.
 *
 * @param segments those that are dated, in order
 * @param ended whether nothing more will come
 */
public record HlsPlaylist(List<Segment> segments, boolean ended) {

    private static final Pattern URI = Pattern.compile("URI=\"([^\"]*)\"");

    /** Keeps the segments unchangeable. */
    public HlsPlaylist {
        segments = List.copyOf(segments);
    }

    /**
     * A segment.
     *
     * @param uri as the playlist has it
     * @param init what has to stand before it, as the playlist has it; null for a transport stream, which needs nothing
     * @param from instant of its first picture
     * @param length how long it plays
     * @param first whether something is missing before it, or it is the first of all
     */
    public record Segment(String uri, @Nullable String init, Instant from, Duration length, boolean first) {

        /** First instant after it. */
        public Instant to() {
            return from.plus(length);
        }
    }

    /** A segment that is not dated yet: where in its stretch it begins. */
    private record Undated(String uri, @Nullable String init, Duration at, Duration length) {}

    /** What has been read so far. */
    private static final class Reading {

        private final @Nullable Instant told;
        private final List<Segment> segments = new ArrayList<>();
        private final List<Undated> stretch = new ArrayList<>();
        private @Nullable Instant start;
        private @Nullable String init;
        private Duration length = Duration.ZERO;
        private Duration next = Duration.ZERO;
        private boolean ended;

        Reading(@Nullable Instant told) {
            this.told = told;
            this.start = told;
        }

        void line(String line) {
            if (line.startsWith("#EXT-X-DISCONTINUITY") && !line.startsWith("#EXT-X-DISCONTINUITY-SEQUENCE")) {
                end();
            } else if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
                date(line.substring(line.indexOf(':') + 1));
            } else if (line.startsWith("#EXT-X-MAP:")) {
                Matcher uri = URI.matcher(line);
                init = uri.find() ? uri.group(1) : null;
            } else if (line.startsWith("#EXTINF:")) {
                next = seconds(line.substring(8));
            } else if (line.startsWith("#EXT-X-ENDLIST")) {
                ended = true;
            } else if (!line.startsWith("#") && !line.isBlank()) {
                stretch.add(new Undated(line.strip(), init, length, next));
                length = length.plus(next);
                next = Duration.ZERO;
            }
        }

        private void date(String text) {
            try {
                Instant at = OffsetDateTime.parse(text.strip()).toInstant();
                if (start == null) {
                    start = at.minus(length);
                }
            } catch (DateTimeException e) {
                // a date that cannot be read dates nothing
            }
        }

        /** Ends a stretch; where the start of all was told, the next one goes on from here. */
        void end() {
            Instant began = start;
            if (began != null) {
                stretch.stream()
                        .filter(one -> !one.length().isZero())
                        .forEach(one -> segments.add(
                                new Segment(one.uri(), one.init(), began.plus(one.at()), one.length(), isFirst(one))));
            }
            start = told == null || began == null ? null : began.plus(length);
            stretch.clear();
            length = Duration.ZERO;
        }

        private boolean isFirst(Undated one) {
            return segments.isEmpty() || (told == null && one.at().isZero());
        }
    }

    /** Reads what it understands; stretches without a date say nothing of when they were made and are left out. */
    public static HlsPlaylist read(String text) {
        return read(text, null);
    }

    /**
     * The same, of a playlist whose own dates do not count.
     *
     * @param start instant of its first picture, from which it runs without a gap; null to go by its own dates
     */
    public static HlsPlaylist read(String text, @Nullable Instant start) {
        Reading reading = new Reading(start);
        text.lines().forEach(reading::line);
        reading.end();
        return new HlsPlaylist(reading.segments, reading.ended);
    }

    /** What no segment lasts is not read, so that one wrong line moves no other. */
    private static Duration seconds(String text) {
        try {
            double seconds = Double.parseDouble(text.split(",", 2)[0].strip());
            return seconds > 0 && seconds <= 3_600 ? Duration.ofMillis(Math.round(seconds * 1_000)) : Duration.ZERO;
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    /** The stretches without a gap. */
    public List<Recording.Span> spans() {
        List<Recording.Span> spans = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.first()) {
                spans.add(new Recording.Span(segment.from(), segment.length()));
            } else {
                Recording.Span last = spans.remove(spans.size() - 1);
                spans.add(new Recording.Span(last.start(), last.length().plus(segment.length())));
            }
        }
        return spans;
    }

    /** How long it plays. */
    public Duration length() {
        return segments.stream().map(Segment::length).reduce(Duration.ZERO, Duration::plus);
    }
}
