package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mark in the stream: players meet it with the picture of its instant (RFC 8216, 4.3.2.7).
 *
 * @param at in the time of the stream
 * @param length how long it stands for, null when that is not known
 */
record StreamMark(
        String id,
        String kind,
        String payload,
        Instant at,
        @Nullable Duration length) {
    private static final String CLASS = "live.onair.mark";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,15}");
    private static final int MOST_BYTES = 1024;

    /** What the console asks for, at this instant of the stream. */
    static StreamMark wanted(JsonNode body, Instant at) {
        String id = Json.text(body, "id", "");
        String kind = Json.text(body, "kind", "");
        JsonNode payload = body.path("payload");
        if (!ID.matcher(id).matches() || !KIND.matcher(kind).matches() || !payload.isObject()) {
            throw new Reply.Refused(400, "bad-mark", "A mark has an id, a kind in small letters, and an object");
        }
        byte[] text = Json.bytes(payload);
        if (text.length > MOST_BYTES) {
            throw new Reply.Refused(413, "mark-too-large", "A mark carries at most " + MOST_BYTES + " bytes");
        }
        double seconds = body.path("seconds").asDouble();
        return new StreamMark(
                id,
                kind,
                new String(text, StandardCharsets.UTF_8),
                Instant.ofEpochMilli(at.toEpochMilli()),
                seconds > 0 ? Json.duration(seconds) : null);
    }

    /**
     * The same marks once a segment has come: one that was put where no picture came, before the first or where the line
     * was moved on, stands at the next picture, or nobody would meet it.
     */
    static List<StreamMark> carried(List<StreamMark> marks, Timeline.@Nullable Segment before, Timeline.Segment next) {
        if (before == null && next.seq() > 0) {
            return marks;
        }
        Instant from = before == null ? Instant.MIN : before.end();
        return marks.stream().map(mark -> mark.carried(from, next.at())).toList();
    }

    private StreamMark carried(Instant from, Instant to) {
        boolean lies = !at.isBefore(from) && at.isBefore(to);
        return lies ? new StreamMark(id, kind, payload, to, length) : this;
    }

    static StreamMark read(JsonNode line) {
        return new StreamMark(
                line.path("streamMark").asText(),
                line.path("kind").asText(),
                line.path("payload").asText(),
                Instant.parse(line.path("at").asText()),
                line.hasNonNull("seconds") ? Json.duration(line.path("seconds").asDouble()) : null);
    }

    ObjectNode write() {
        ObjectNode line = Json.object().put("streamMark", id).put("kind", kind).put("payload", payload);
        line.put("at", Json.at(at));
        return length == null ? line.putNull("seconds") : line.put("seconds", Json.seconds(length));
    }

    /** The mark in one text, as on every backend: what a viewer's page reads. */
    private String text() {
        return "{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"data\":" + payload + "}";
    }

    /** The text in base64url: a quoted string of a playlist holds neither quotes nor line ends. */
    String tag() {
        String carried =
                Base64.getUrlEncoder().withoutPadding().encodeToString(text().getBytes(StandardCharsets.UTF_8));
        String tag = "#EXT-X-DATERANGE:ID=\"" + id + "\",CLASS=\"" + CLASS + "\",START-DATE=\"" + Playlist.instant(at)
                + "\"";
        if (length != null) {
            tag += String.format(Locale.ROOT, ",DURATION=%.3f", Json.seconds(length));
        }
        return tag + ",X-ONAIR-KIND=\"" + kind + "\",X-ONAIR-MARK=\"" + carried + "\"";
    }
}
