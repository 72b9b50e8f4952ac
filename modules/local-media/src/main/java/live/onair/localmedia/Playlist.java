package live.onair.localmedia;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Composes HLS media playlists from a timeline; pure. */
final class Playlist {
    private static final long SHORTEST_TARGET = 2;

    private Playlist() {}

    /** The newest part of a show as long as the window, with ENDLIST once the run is finished. */
    static byte[] live(Timeline.State state, Duration window) {
        List<Timeline.Segment> all = state.segments();
        int first = all.size();
        Duration length = Duration.ZERO;
        while (first > 0 && length.compareTo(window) < 0) {
            first--;
            length = length.plus(all.get(first).length());
        }
        List<Timeline.Segment> shown = all.subList(first, all.size());
        long sequence = shown.isEmpty() ? 0 : shown.get(0).seq();
        long discontinuities = state.droppedDiscontinuities()
                + all.subList(0, Math.min(all.size(), first + 1)).stream()
                        .filter(Timeline.Segment::discontinuity)
                        .count();
        StringBuilder text = head(target(all), sequence, discontinuities);
        if (!shown.isEmpty()) {
            marks(text, state.marks(), shown.get(0).at(), Instant.MAX);
        }
        segments(text, shown);
        return bytes(state.closed() ? text.append("#EXT-X-ENDLIST\n") : text);
    }

    /** The whole show from its first real picture to its last, with the marks that lie in it. */
    static byte[] replay(List<Timeline.Segment> cut, List<StreamMark> marks) {
        StringBuilder text = head(target(cut), 0, 0).append("#EXT-X-PLAYLIST-TYPE:VOD\n");
        if (!cut.isEmpty()) {
            Instant end = cut.get(cut.size() - 1).end();
            marks(text, marks, cut.get(0).at(), end);
        }
        segments(text, cut);
        return bytes(text.append("#EXT-X-ENDLIST\n"));
    }

    /** Without the slate before the first and behind the last real segment. */
    static List<Timeline.Segment> withoutOuterSlate(List<Timeline.Segment> all) {
        int from = 0;
        int to = all.size();
        while (from < to && all.get(from).kind() == Timeline.Kind.SLATE) {
            from++;
        }
        while (to > from && all.get(to - 1).kind() == Timeline.Kind.SLATE) {
            to--;
        }
        return all.subList(from, to);
    }

    /** A moment of a recording: the segment that shows it, and how far into it. */
    record Moment(Timeline.Segment segment, Duration into) {}

    /** The moment at a position of the recording, in media time: slates do not count. Null outside of it. */
    static @Nullable Moment at(List<Timeline.Segment> all, Duration position) {
        Duration left = position;
        for (Timeline.Segment segment : all) {
            if (segment.kind() == Timeline.Kind.SLATE) {
                continue;
            }
            if (!left.isNegative() && left.compareTo(segment.length()) < 0) {
                return new Moment(segment, left);
            }
            left = left.minus(segment.length());
        }
        return null;
    }

    /**
     * Before the first segment, so that a player knows a mark before it plays its picture; the instant says when. A live
     * one is told ahead of its picture, and as long as its picture can be played.
     */
    private static void marks(StringBuilder text, List<StreamMark> marks, Instant from, Instant to) {
        marks.stream()
                .filter(mark -> !mark.at().isBefore(from) && mark.at().isBefore(to))
                .forEach(mark -> text.append(mark.tag()).append('\n'));
    }

    /** How long they play together. */
    static double seconds(List<Timeline.Segment> segments) {
        return Json.seconds(segments.stream().map(Timeline.Segment::length).reduce(Duration.ZERO, Duration::plus));
    }

    private static StringBuilder head(long target, long sequence, long discontinuities) {
        StringBuilder text = new StringBuilder(1024);
        text.append("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.append("#EXT-X-TARGETDURATION:").append(target).append('\n');
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(sequence).append('\n');
        return text.append("#EXT-X-DISCONTINUITY-SEQUENCE:")
                .append(discontinuities)
                .append('\n');
    }

    /** Over the whole timeline, so that the value does not fall when the window slides. */
    private static long target(List<Timeline.Segment> all) {
        return all.stream()
                .mapToLong(segment -> Math.round(Json.seconds(segment.length())))
                .reduce(SHORTEST_TARGET, Math::max);
    }

    private static void segments(StringBuilder text, List<Timeline.Segment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            Timeline.Segment segment = segments.get(i);
            if (segment.discontinuity() && i > 0) {
                text.append("#EXT-X-DISCONTINUITY\n");
            }
            if (segment.discontinuity() || i == 0) {
                text.append("#EXT-X-PROGRAM-DATE-TIME:")
                        .append(instant(segment.at()))
                        .append('\n');
            }
            text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n", Json.seconds(segment.length())));
            text.append(segment.uri()).append('\n');
        }
    }

    /** Always with milliseconds. */
    static String instant(Instant at) {
        String text = at.toString();
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
