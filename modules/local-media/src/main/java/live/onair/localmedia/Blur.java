package live.onair.localmedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The last step of a run's segments before its viewers: each in its turn, and while the picture is blurred each is blurred first.
 * The source goes on as it is, so that nothing begins anew and no instant moves. What cannot be blurred is not shown at all. On
 * the engine's thread; ffmpeg is waited for on one that is there while there is something to blur.
 */
final class Blur {
    /** Where the segments go. */
    interface Line {
        /** Whether what is shown now has to be blurred. */
        boolean blurs();

        /** The turn of this segment has come. */
        void show(Piece piece, boolean blurred);

        /** This segment is not for viewers. */
        void drop(Piece piece);
    }

    /** A segment that a source has made. */
    record Piece(String session, Path file, Duration length, Instant made) {}

    /** A picture so heavy that its segments come faster than they are blurred loses some; the slate fills what is missing. */
    private static final int MOST_WAITING = 5;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(4);

    /** A failure in between is told for so long: who looks every few seconds sees it. */
    private static final Duration TOLD_FOR = Duration.ofSeconds(10);

    private final Channels.Kit kit;
    private final Line line;
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "blur");
                thread.setDaemon(true);
                return thread;
            });
    private boolean working;
    private boolean failing;
    private volatile Instant failedAt = Instant.MIN;
    /** Until when what was shown was to be blurred: what was begun by then is blurred, whenever its turn comes. */
    private Instant blurring = Instant.MIN;

    Blur(Channels.Kit kit, Line line) {
        this.kit = kit;
        this.line = line;
        worker.allowCoreThreadTimeOut(true);
    }

    /** What a session is called in the line while its picture is blurred: another name is a discontinuity. */
    static String name(String session) {
        return session + "-blurred";
    }

    /** What is being made now is blurred even if the blur ends before it is done. */
    void tick(Instant now) {
        if (line.blurs()) {
            blurring = now;
        }
    }

    void add(Piece piece) {
        tick(piece.made());
        waiting.add(piece);
        if (waiting.size() > MOST_WAITING) {
            Piece beingBlurred = waiting.remove();
            line.drop(waiting.remove());
            waiting.addFirst(beingBlurred);
            failing = true;
            failedAt = kit.clock().instant();
        }
        next();
    }

    private void next() {
        while (!working && !waiting.isEmpty()) {
            Piece first = waiting.element();
            if (isToBlur(first)) {
                working = true;
                copy(first.file(), first.file(), first.length())
                        .handleAsync((made, trouble) -> trouble == null && made, kit.engine())
                        .thenAccept(made -> worked(first, made));
            } else {
                failing = false;
                line.show(waiting.remove(), false);
            }
        }
    }

    /** Also what was being made when the blur was ended: it began while that was on. */
    private boolean isToBlur(Piece piece) {
        Duration slack = piece.length().dividedBy(2);
        return line.blurs() || !piece.made().minus(piece.length()).minus(slack).isAfter(blurring);
    }

    private void worked(Piece piece, boolean made) {
        working = false;
        failing = !made;
        waiting.remove();
        if (made) {
            line.show(piece, true);
        } else {
            failedAt = kit.clock().instant();
            line.drop(piece);
        }
        next();
    }

    /** Whether the last segment could not be blurred. */
    boolean failing() {
        return failing;
    }

    /** Whether something could not be blurred, of a file or of a source, so lately that somebody should look. */
    boolean fails() {
        return failedAt.isAfter(kit.clock().instant().minus(TOLD_FOR));
    }

    boolean idle() {
        return waiting.isEmpty();
    }

    /** Makes a blurred copy, which may take the place of what it is made from; tells whether there is one. */
    CompletableFuture<Boolean> copy(Path from, Path to, Duration length) {
        return CompletableFuture.supplyAsync(() -> make(from, to, length), worker);
    }

    /** Twice as long as it plays, or it comes too late. */
    private static Duration patience(Duration length) {
        Duration twice = length.multipliedBy(2);
        return twice.compareTo(LEAST_PATIENCE) > 0 ? twice : LEAST_PATIENCE;
    }

    private boolean make(Path from, Path to, Duration length) {
        Path part = to.resolveSibling("blur-" + to.getFileName());
        boolean made = false;
        try {
            draw(from, part, patience(length));
            Durable.force(part);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            made = true;
        } catch (IOException e) {
            Log.warn("segment-not-blurred", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!made) {
            failedAt = kit.clock().instant();
            delete(part);
        }
        return made;
    }

    private void draw(Path from, Path part, Duration patience) throws IOException, InterruptedException {
        Process process = kit.children()
                .start(kit.ffmpeg()
                        .command(FfmpegArgs.blurred(from, part))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD));
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                throw new IOException("ffmpeg did not blur " + from.getFileName());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    static void delete(Path segment) {
        try {
            Files.deleteIfExists(segment);
        } catch (IOException e) {
            Log.warn("segment-not-deleted", e);
        }
    }
}
