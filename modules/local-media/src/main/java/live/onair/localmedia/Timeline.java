package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a show's viewers were given, segment by segment, append-only and durable. Written on the engine's thread, read
 * from any: a state is an immutable value.
 */
final class Timeline implements Closeable {
    /** Where the picture of a segment came from. */
    enum Kind {
        INPUT,
        SLATE,
        TEST,
        FILE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One segment; {@code seq} never goes back. */
    record Segment(
            long seq,
            String uri,
            Duration length,
            Instant at,
            boolean discontinuity,
            Kind kind,
            String run,
            long bytes) {
        Instant end() {
            return at.plus(length);
        }
    }

    /** The kept segments, how many discontinuities went with the dropped ones, marks, and whether more will come. */
    record State(
            List<Segment> segments,
            long droppedDiscontinuities,
            List<StreamMark> marks,
            boolean opened,
            boolean closed,
            long revision) {
        @Nullable
        Segment last() {
            return segments.isEmpty() ? null : segments.get(segments.size() - 1);
        }

        List<Segment> of(String run) {
            return segments.stream().filter(one -> one.run().equals(run)).toList();
        }
    }

    private static final AtomicLong REVISIONS = new AtomicLong();
    private final Path folder;
    private final Map<String, Segment> named = new ConcurrentHashMap<>();
    private final Journal journal;
    private volatile State state = new State(List.of(), 0, List.of(), false, false, 0);
    private long next;
    private volatile long bytes;

    private Timeline(Path folder) throws IOException {
        this.folder = folder;
        List<Segment> segments = new ArrayList<>();
        this.journal = Journal.open(folder.resolve("timeline.jsonl"), line -> replay(line, segments));
        become(List.copyOf(segments), state.marks());
        segments.forEach(this::index);
        // Segments that a killed ffmpeg left without an entry were never shown and never will be.
        Durable.deleteStrangers(folder, ".ts", named.keySet());
    }

    /** A revision is never used twice in this process, so that what was composed from one can be kept. */
    private void become(List<Segment> segments, List<StreamMark> marks, long dropped, boolean opened, boolean closed) {
        state = new State(segments, dropped, marks, opened, closed, REVISIONS.incrementAndGet());
    }

    private void become(List<Segment> segments, List<StreamMark> marks) {
        become(segments, marks, state.droppedDiscontinuities(), state.opened(), state.closed());
    }

    static Timeline open(Path folder) throws IOException {
        return new Timeline(folder);
    }

    private void replay(JsonNode line, List<Segment> segments) {
        if (line.has("mark")) {
            boolean opens = line.path("mark").asText().equals("open");
            become(List.of(), state.marks(), state.droppedDiscontinuities(), true, !opens);
        } else if (line.has("streamMark")) {
            become(List.of(), with(StreamMark.read(line)));
        } else if (line.has("droppedThrough")) {
            long through = line.path("droppedThrough").asLong();
            long gone = segments.stream()
                    .filter(segment -> segment.seq() <= through && segment.discontinuity())
                    .count();
            segments.removeIf(segment -> segment.seq() <= through);
            become(List.of(), state.marks(), state.droppedDiscontinuities() + gone, state.opened(), state.closed());
        } else {
            Segment segment = read(line);
            Segment before = segments.isEmpty() ? null : segments.get(segments.size() - 1);
            become(List.of(), StreamMark.carried(state.marks(), before, segment));
            next = segment.seq() + 1;
            segments.add(segment);
        }
    }

    private static Segment read(JsonNode line) {
        return new Segment(
                line.path("seq").asLong(),
                line.path("uri").asText(),
                Json.duration(line.path("duration").asDouble()),
                Instant.parse(line.path("programDateTime").asText()),
                line.path("discontinuity").asBoolean(),
                Kind.valueOf(line.path("kind").asText().toUpperCase(Locale.ROOT)),
                line.path("run").asText(),
                line.path("bytes").asLong());
    }

    private static ObjectNode write(Segment segment) {
        return Json.object()
                .put("seq", segment.seq())
                .put("uri", segment.uri())
                .put("duration", Json.seconds(segment.length()))
                .put("programDateTime", Json.at(segment.at()))
                .put("discontinuity", segment.discontinuity())
                .put("kind", segment.kind().word())
                .put("run", segment.run())
                .put("bytes", segment.bytes());
    }

    private void index(Segment segment) {
        named.put(segment.uri(), segment);
        bytes += segment.bytes();
    }

    Path folder() {
        return folder;
    }

    State state() {
        return state;
    }

    boolean has(String uri) {
        return named.containsKey(uri);
    }

    long bytes() {
        return bytes;
    }

    /** Adds a segment behind the last one, whatever sequence number the draft has. */
    void append(Segment draft) throws IOException {
        List<Segment> before = state.segments();
        boolean first = before.isEmpty() && next == 0;
        Segment segment = new Segment(
                next,
                draft.uri(),
                Json.duration(Json.seconds(draft.length())),
                Instant.ofEpochMilli(draft.at().toEpochMilli()),
                draft.discontinuity() && !first,
                draft.kind(),
                draft.run(),
                draft.bytes());
        journal.append(write(segment));
        next++;
        index(segment);
        List<Segment> after = Stream.concat(before.stream(), Stream.of(segment)).toList();
        become(after, StreamMark.carried(state.marks(), state.last(), segment));
    }

    void mark(boolean open, String run) throws IOException {
        if (state.opened() && state.closed() != open) {
            return;
        }
        journal.append(Json.object().put("mark", open ? "open" : "closed").put("run", run));
        become(state.segments(), state.marks(), state.droppedDiscontinuities(), true, !open);
        if (!open) {
            journal.close();
        }
    }

    /** Puts a mark into the stream; the one with this id, if it is there already. */
    StreamMark put(StreamMark mark) throws IOException {
        for (StreamMark known : state.marks()) {
            if (known.id().equals(mark.id())) {
                return known;
            }
        }
        journal.append(mark.write());
        become(state.segments(), with(mark));
        return mark;
    }

    private List<StreamMark> with(StreamMark added) {
        return Stream.concat(state.marks().stream(), Stream.of(added)).toList();
    }

    /** Forgets the segments before an instant and frees their bytes. */
    void dropBefore(Instant instant) throws IOException {
        List<Segment> gone = state.segments().stream()
                .takeWhile(segment -> segment.end().isBefore(instant))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        long through = gone.get(gone.size() - 1).seq();
        journal.append(Json.object().put("droppedThrough", through));
        long dropped = state.droppedDiscontinuities()
                + gone.stream().filter(Segment::discontinuity).count();
        List<Segment> left =
                state.segments().subList(gone.size(), state.segments().size());
        become(left, state.marks(), dropped, state.opened(), state.closed());
        for (Segment segment : gone) {
            bytes -= segment.bytes();
            if (state.segments().stream().noneMatch(kept -> kept.uri().equals(segment.uri()))) {
                named.remove(segment.uri());
            }
            if (segment.kind() != Kind.SLATE) {
                Files.deleteIfExists(folder.resolve(segment.uri()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
