package live.onair.localmedia;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One connection to a target: segments in, one unbroken stream out, however often the picture's source changes. */
final class PushSession implements AutoCloseable {
    /** What goes out, over the last few seconds. */
    record Rate(int kbps, double fps) {}

    private record Mark(long nanos, long bytes, long frames) {}

    private static final long GAP = 40;
    private static final long WINDOW = 2_000_000_000L;

    private final Channels.Kit kit;
    private final RtmpPush push;
    private final Runnable begun;
    private final long openedAt = System.nanoTime();
    private volatile @Nullable Remux remux;
    /** The stretch before, while its last segments are still on their way. */
    private volatile @Nullable Remux ending;

    private long dropped = -1;
    private @Nullable Instant origin;
    private long base;
    private volatile long last;
    private volatile long bytes;
    private volatile long frames;
    private volatile long movedAt = System.nanoTime();
    private volatile @Nullable IOException trouble;
    private Mark mark = new Mark(System.nanoTime(), 0, 0);
    private @Nullable Rate rate;

    private PushSession(Channels.Kit kit, RtmpPush push, Runnable begun) {
        this.kit = kit;
        this.push = push;
        this.begun = begun;
    }

    /** @param begun told with the first picture that was sent */
    static PushSession open(Channels.Kit kit, RtmpDoor door, Runnable begun) throws IOException {
        PushSession session = new PushSession(kit, RtmpPush.open(door), begun);
        Thread listener = new Thread(session::listen, "target-answers");
        listener.setDaemon(true);
        listener.start();
        return session;
    }

    private void listen() {
        try {
            push.listen();
        } catch (IOException e) {
            cut(e);
        }
    }

    /** Ends it at once, for this reason; the first one counts. */
    void cut(IOException why) {
        synchronized (this) {
            trouble = trouble == null ? why : trouble;
        }
        close();
    }

    /**
     * What has not left of the segments up to this number never does. The connection stays, and so does what lies in its buffer;
     * what comes after them begins a stretch of its own.
     */
    synchronized void drop(long through) {
        if (through > dropped) {
            stretches().forEach(Remux::abandon);
        }
        dropped = Math.max(through, dropped);
    }

    /** Whether the segment is still to be sent; one that a drop comes before after this answer is poured into what is abandoned. */
    private synchronized boolean wants(Timeline.Segment segment) {
        return segment.seq() > dropped;
    }

    /** Sends a segment after the ones before; each stretch has a header of its own, in the same connection. */
    void pour(Timeline.Segment segment, Path folder) throws IOException, InterruptedException {
        if (!wants(segment)) {
            return;
        }
        Remux now = remux;
        try {
            if (now == null || now.abandoned() || segment.discontinuity()) {
                finish();
                now = stretch(segment);
            }
            Path slate = kit.packs().slateFile(segment.uri());
            if (wants(segment)) {
                now.pour(slate != null ? slate : folder.resolve(segment.uri()));
            } else {
                now.abandon();
            }
        } catch (IOException e) {
            if (now == null || !now.abandoned()) {
                check();
                throw e;
            }
        }
    }

    private Remux stretch(Timeline.Segment first) throws IOException {
        Instant from = origin == null ? first.at() : origin;
        origin = from;
        long placed = first.at().toEpochMilli() - from.toEpochMilli();
        base = last == 0 ? placed : Math.max(last + GAP, placed);
        Remux next = new Remux(kit.children().start(kit.ffmpeg().command(FfmpegArgs.push())), this::tag);
        remux = next;
        return next;
    }

    private void tag(int type, long time, byte[] body) throws IOException {
        long at = Math.max(last, base + time);
        push.media(type, at, type == 18 ? announced(body) : body);
        boolean first = frames == 0 && type == 9;
        last = at;
        bytes += body.length;
        frames += type == 9 ? 1 : 0;
        movedAt = System.nanoTime();
        if (first) {
            synchronized (this) {
                mark = new Mark(System.nanoTime(), bytes, frames);
            }
            begun.run();
        }
    }

    private static byte[] announced(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Amf.write("@setDataFrame"));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** What went wrong comes out here. */
    void check() throws IOException {
        IOException found = trouble;
        if (found != null) {
            throw found;
        }
        Remux now = remux;
        if (now != null && !now.abandoned()) {
            now.check();
        }
    }

    /** Waits until what was poured has been sent. */
    void finish() throws IOException, InterruptedException {
        Remux last = leave();
        if (last != null) {
            try {
                last.finish();
            } finally {
                last.close();
                ending = null;
            }
        }
    }

    private Stream<Remux> stretches() {
        return Stream.of(Optional.ofNullable(remux), Optional.ofNullable(ending))
                .flatMap(Optional::stream);
    }

    private synchronized @Nullable Remux leave() {
        Remux last = remux;
        ending = last;
        remux = null;
        return last;
    }

    boolean standsStill(long nanos) {
        return System.nanoTime() - movedAt > nanos;
    }

    boolean steadyFor(long nanos) {
        return frames > 0 && System.nanoTime() - openedAt > nanos;
    }

    long bytes() {
        return bytes;
    }

    /** Null until enough was sent to say. */
    synchronized @Nullable Rate rate() {
        long now = System.nanoTime();
        long passed = now - mark.nanos();
        if (passed >= WINDOW) {
            double seconds = passed / 1e9;
            rate = new Rate(
                    (int) Math.round((bytes - mark.bytes()) * 8 / 1000.0 / seconds),
                    Math.round((frames - mark.frames()) / seconds * 10) / 10.0);
            mark = new Mark(now, bytes, frames);
        }
        return rate;
    }

    @Override
    public void close() {
        push.close();
        stretches().forEach(Remux::close);
    }
}
