package live.onair.cloudaws.scheduling;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import live.onair.scheduling.spi.Recording;
import org.jspecify.annotations.Nullable;

/**
 * What a media playlist (RFC 8216) says of when its pictures were made.
 *
 * @param spans the stretches without a gap
 * @param ended whether nothing more will come
 */
record HlsPlaylist(List<Recording.Span> spans, boolean ended) {

    HlsPlaylist {
        spans = List.copyOf(spans);
    }

    /** A stretch that is still being read. */
    private static final class Stretch {
        private final List<Recording.Span> spans = new ArrayList<>();
        private @Nullable Instant start;
        private Duration length = Duration.ZERO;

        void at(Instant time) {
            if (start == null) {
                start = time;
            }
        }

        void end() {
            if (start != null && !length.isZero()) {
                spans.add(new Recording.Span(start, length));
            }
            start = null;
            length = Duration.ZERO;
        }
    }

    /** Reads what it understands; stretches without a date say nothing of when they were made and are left out. */
    static HlsPlaylist read(String text) {
        Stretch stretch = new Stretch();
        boolean ended = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("#EXT-X-DISCONTINUITY") && !line.startsWith("#EXT-X-DISCONTINUITY-SEQUENCE")) {
                stretch.end();
            } else if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
                date(line.substring(line.indexOf(':') + 1), stretch);
            } else if (line.startsWith("#EXTINF:")) {
                stretch.length = stretch.length.plus(seconds(line.substring(8)));
            } else if (line.startsWith("#EXT-X-ENDLIST")) {
                ended = true;
            }
        }
        stretch.end();
        return new HlsPlaylist(stretch.spans, ended);
    }

    private static void date(String text, Stretch stretch) {
        try {
            stretch.at(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            // a date that cannot be read dates nothing
        }
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofMillis(Math.round(Double.parseDouble(text.split(",", 2)[0].strip()) * 1_000));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    Duration length() {
        return spans.stream().map(Recording.Span::length).reduce(Duration.ZERO, Duration::plus);
    }
}
