package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A show's folder: the timeline everyone may see, the one of its rehearsals, and what was decided about the recording.
 * Changed on the engine's thread.
 */
final class MediaShow {
    private static final Duration SPAN_GAP = Duration.ofMillis(100);

    final String id;
    private final Path folder;
    private final Timeline live;
    private final Timeline rehearsal;
    private volatile @Nullable String privateKey;
    private volatile boolean published;
    private volatile @Nullable Integer thumbnail;
    private volatile boolean protectedFromQuota;
    private volatile boolean recorded = true;
    private volatile boolean dropped;

    MediaShow(String id, Path folder) throws IOException {
        this.id = id;
        this.folder = folder;
        this.live = Timeline.open(folder);
        this.rehearsal = Timeline.open(folder.resolve("rehearsal"));
        Path meta = folder.resolve("show.json");
        if (Files.exists(meta)) {
            JsonNode kept = Json.parse(Files.readAllBytes(meta));
            privateKey = Json.text(kept, "privateKey");
            published = kept.path("published").asBoolean();
            thumbnail = kept.hasNonNull("thumbnail") ? kept.path("thumbnail").asInt() : null;
            protectedFromQuota = kept.path("protected").asBoolean();
            recorded = kept.path("record").asBoolean(true);
        }
    }

    private void keep() throws IOException {
        ObjectNode meta = Json.object().put("privateKey", privateKey).put("published", published);
        meta.put("protected", protectedFromQuota).put("record", recorded).put("thumbnail", thumbnail);
        Durable.writePrivately(folder.resolve("show.json"), Json.bytes(meta));
    }

    /** The timeline of a new or resumed run. */
    Timeline begin(RunSpec spec) throws IOException {
        if (spec.privateKey() != null) {
            privateKey = spec.privateKey();
        }
        recorded = spec.record();
        keep();
        Timeline line = spec.privateKey() == null ? live : rehearsal;
        line.mark(true, spec.run());
        return line;
    }

    /** A stop that was logged before the process died may not have reached the timeline. */
    void closeStopped(Predicate<String> stopped) throws IOException {
        for (Timeline line : List.of(live, rehearsal)) {
            Timeline.Segment last = line.state().last();
            if (last != null && stopped.test(last.run())) {
                line.mark(false, last.run());
            }
        }
    }

    Timeline line(RunSpec spec) {
        return spec.privateKey() == null ? live : rehearsal;
    }

    /** What the public sees; a show that was only rehearsed has nothing public. */
    Timeline live() {
        return live;
    }

    @Nullable
    Timeline rehearsal(String key) {
        String right = privateKey;
        boolean opens = right != null
                && MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
        return opens ? rehearsal : null;
    }

    boolean published() {
        return published;
    }

    boolean protectedFromQuota() {
        return protectedFromQuota;
    }

    boolean recorded() {
        return recorded;
    }

    /** Set when the quota took the beginning of a running recording. */
    void dropped() {
        dropped = true;
    }

    /** Shows the recording with the picture of that second, which has been drawn; null for the last picture. */
    ObjectNode publish(boolean on, @Nullable Integer second) throws IOException {
        if (on) {
            mustBeComplete();
        }
        published = on;
        thumbnail = on ? second : null;
        keep();
        return describe();
    }

    private void mustBeComplete() {
        if (recording()) {
            throw new Reply.Refused(409, "recording", "The recording is still being made");
        }
    }

    /** The picture that was chosen for the replay; null while there is none. */
    @Nullable
    Path picture() {
        Integer second = thumbnail;
        Path drawn = second == null ? null : picture(second);
        return drawn != null && Files.exists(drawn) ? drawn : null;
    }

    private Path picture(int second) {
        return folder.resolve("replay-" + second + ".jpg");
    }

    /** Draws the picture of that second, unless it is there; takes a moment, so never on the engine's thread. */
    void draw(int second, Packs packs) {
        mustBeComplete();
        Playlist.Moment moment = Playlist.at(live.state().segments(), Duration.ofSeconds(second));
        if (moment == null) {
            throw new Reply.Refused(422, "outside-recording", "There is no second " + second + " in the recording");
        }
        try {
            if (!Files.exists(picture(second))) {
                packs.picture(folder.resolve(moment.segment().uri()), moment.into(), picture(second));
            }
        } catch (IOException e) {
            Log.warn("replay-picture-not-drawn", e, "show", id);
        }
    }

    ObjectNode protect(boolean on) throws IOException {
        protectedFromQuota = on;
        keep();
        return describe();
    }

    boolean recording() {
        return running(live.state()) || running(rehearsal.state());
    }

    private static boolean running(Timeline.State state) {
        return state.opened() && !state.closed();
    }

    long bytes() {
        return live.bytes() + rehearsal.bytes();
    }

    boolean empty() {
        return live.state().segments().isEmpty() && rehearsal.state().segments().isEmpty();
    }

    Instant firstAt() {
        return segments().stream().findFirst().map(Timeline.Segment::at).orElse(Instant.EPOCH);
    }

    Instant lastAt() {
        Timeline.Segment last = live.state().last();
        Timeline.Segment rehearsed = rehearsal.state().last();
        Instant end = last == null ? Instant.EPOCH : last.end();
        return rehearsed == null || rehearsed.end().isBefore(end) ? end : rehearsed.end();
    }

    /** Both timelines lose what is older. */
    void dropBefore(Instant instant) throws IOException {
        live.dropBefore(instant);
        rehearsal.dropBefore(instant);
    }

    private List<Timeline.Segment> segments() {
        List<Timeline.Segment> aired = live.state().segments();
        return aired.isEmpty() ? rehearsal.state().segments() : aired;
    }

    ObjectNode describe() {
        ObjectNode recording = Json.object().put("show", id);
        recording.put("state", recording() ? "RECORDING" : "COMPLETE").put("bytes", bytes());
        recording.put("seconds", Playlist.seconds(segments()));
        recording.set("spans", spans());
        recording
                .put("published", published)
                .put("protected", protectedFromQuota)
                .put("thumbnail", thumbnail);
        return recording.put("private", live.state().segments().isEmpty()).put("beginningDropped", dropped);
    }

    /** Segments of one kind without a gap between them are one span. */
    private ArrayNode spans() {
        ArrayNode spans = Json.array();
        Timeline.@Nullable Segment before = null;
        Duration length = Duration.ZERO;
        for (Timeline.Segment segment : segments()) {
            boolean goesOn = before != null
                    && before.kind() == segment.kind()
                    && Duration.between(before.end(), segment.at()).compareTo(SPAN_GAP) <= 0;
            length = goesOn ? length.plus(segment.length()) : segment.length();
            ObjectNode span = goesOn
                    ? (ObjectNode) spans.get(spans.size() - 1)
                    : spans.addObject()
                            .put("start", Json.at(segment.at()))
                            .put("kind", segment.kind().word());
            span.put("seconds", Json.seconds(length));
            before = segment;
        }
        return spans;
    }

    void close() throws IOException {
        live.close();
        rehearsal.close();
    }

    void delete() throws IOException {
        close();
        Durable.deleteTree(folder);
    }
}
