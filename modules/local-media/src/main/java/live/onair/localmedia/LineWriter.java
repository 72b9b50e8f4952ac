package live.onair.localmedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pen of one run in its show's timeline: knows where the line ends and when a discontinuity is due. */
final class LineWriter {
    private static final Duration LATE = Duration.ofMillis(700);

    private final Timeline line;
    private final String run;
    private final boolean resumed;
    private Instant cursor;
    private final Clock clock;
    private @Nullable List<Packs.Item> slate;
    private int nextOfSlate;
    private int loop;
    private String continuing = "";
    private boolean seenPicture;
    private int filePlayed;
    private @Nullable Instant lastSegmentAt;
    private @Nullable Instant sourceEnd;

    LineWriter(Timeline line, String run, Clock clock) {
        Instant now = clock.instant();
        this.clock = clock;
        this.line = line;
        this.run = run;
        Timeline.Segment last = line.state().last();
        this.resumed = last != null && last.run().equals(run);
        this.cursor = last == null || last.end().isBefore(now) ? now : last.end();
        for (Timeline.Segment segment : line.state().segments()) {
            if (segment.run().equals(run)) {
                seenPicture |= segment.kind() != Timeline.Kind.SLATE;
                filePlayed += segment.kind() == Timeline.Kind.FILE ? 1 : 0;
            }
        }
    }

    boolean resumed() {
        return resumed;
    }

    /** Lets the line begin a little in the past, so that a player has something to buffer at once. */
    void backdate(Instant to) {
        Timeline.Segment last = line.state().last();
        cursor = last != null && last.end().isAfter(to) ? last.end() : to;
    }

    /** Where the next segment begins. */
    Instant cursor() {
        return cursor;
    }

    boolean continues(@Nullable String session) {
        return continuing.equals(session);
    }

    boolean seenPicture() {
        return seenPicture;
    }

    /** How many segments of a file this run has shown, an interrupted part included. */
    int filePlayed() {
        return filePlayed;
    }

    @Nullable
    Instant lastSegmentAt() {
        return lastSegmentAt;
    }

    /**
     * The instant in the line of the picture that comes in now. Behind a slate the line runs ahead of the clock by as much
     * as the source took to begin: what has just come in ends where the line ends.
     */
    Instant nowInLine() {
        Instant now = clock.instant();
        Instant came = sourceEnd;
        if (came != null) {
            return cursor.plus(Duration.between(came, now));
        }
        return cursor.isAfter(now) ? cursor : now;
    }

    Timeline line() {
        return line;
    }

    Path folder() {
        return line.folder();
    }

    /** A segment that was made at this instant: if it does not continue the line, it ends there. */
    void appendFromSource(String session, Path file, Duration length, RunSpec.SourceKind kind, Instant made)
            throws IOException {
        Durable.force(file);
        if (!continues(session) && made.minus(length).isAfter(cursor)) {
            cursor = made.minus(length);
        }
        tellIfLate(session, length, made);
        append(session, file, length, Timeline.Kind.valueOf(kind.name()));
        sourceEnd = made;
    }

    /** What viewers have in hand is less by what a segment is late: whoever looks into a picture that stood finds it here. */
    private void tellIfLate(String session, Duration length, Instant made) {
        Instant before = sourceEnd;
        if (before != null
                && continues(session)
                && before.plus(length).plus(LATE).isBefore(made)) {
            Duration late = Duration.between(before.plus(length), made);
            Log.info("segment-late", "run", run, "millis", late.toMillis());
        }
    }

    /** A segment at the cursor; its bytes count for the show unless they belong to a slate. */
    void append(String session, Path file, Duration length, Timeline.Kind kind) throws IOException {
        long bytes = kind == Timeline.Kind.SLATE ? 0 : Files.size(file);
        String uri = file.getFileName().toString();
        line.append(new Timeline.Segment(0, uri, length, cursor, !continues(session), kind, run, bytes));
        continuing = session;
        cursor = cursor.plus(length);
        lastSegmentAt = clock.instant();
        sourceEnd = null;
        seenPicture |= kind != Timeline.Kind.SLATE;
        filePlayed += kind == Timeline.Kind.FILE ? 1 : 0;
    }

    /**
     * The next part of a slate, each loop a discontinuity.
     *
     * @return false if it is not drawn yet
     */
    boolean appendSlate(@Nullable List<Packs.Item> pack) {
        if (pack == null || pack.isEmpty()) {
            return false;
        }
        if (pack != slate || nextOfSlate == pack.size() || !onSlate()) {
            slate = pack;
            nextOfSlate = 0;
            loop++;
        }
        Packs.Item item = pack.get(nextOfSlate++);
        try {
            append("slate-" + loop, item.file(), item.length(), Timeline.Kind.SLATE);
            return true;
        } catch (IOException e) {
            Log.warn("slate-not-appended", e);
            return false;
        }
    }

    boolean onSlate() {
        return continues("slate-" + loop);
    }

    void finish() throws IOException {
        line.mark(false, run);
    }
}
