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

    private static final long PATIENCE_SECONDS = 8;

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

    Blur(Channels.Kit kit, Line line) {
        this.kit = kit;
        this.line = line;
        worker.allowCoreThreadTimeOut(true);
    }

    /** What a session is called in the line while its picture is blurred: another name is a discontinuity. */
    static String name(String session) {
        return session + "-blurred";
    }

    void add(Piece piece) {
        waiting.add(piece);
        if (waiting.size() > MOST_WAITING) {
            Piece beingBlurred = waiting.remove();
            line.drop(waiting.remove());
            waiting.addFirst(beingBlurred);
        }
        next();
    }

    private void next() {
        while (!working && !waiting.isEmpty()) {
            if (line.blurs()) {
                working = true;
                Piece first = waiting.element();
                copy(first.file(), first.file()).thenAcceptAsync(made -> worked(first, made), kit.engine());
            } else {
                failing = false;
                line.show(waiting.remove(), false);
            }
        }
    }

    private void worked(Piece piece, boolean made) {
        working = false;
        failing = !made;
        waiting.remove();
        if (made) {
            line.show(piece, true);
        } else {
            line.drop(piece);
        }
        next();
    }

    /** Whether the last segment could not be blurred. */
    boolean failing() {
        return failing;
    }

    boolean idle() {
        return waiting.isEmpty();
    }

    /** Makes a blurred copy, which may take the place of what it is made from; tells whether there is one. */
    CompletableFuture<Boolean> copy(Path from, Path to) {
        return CompletableFuture.supplyAsync(() -> make(from, to), worker);
    }

    private boolean make(Path from, Path to) {
        Path part = to.resolveSibling("blur-" + to.getFileName());
        try {
            Process process = kit.children()
                    .start(kit.ffmpeg()
                            .command(FfmpegArgs.blurred(from, part))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD));
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("ffmpeg did not blur " + from.getFileName());
            }
            Durable.force(part);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            Log.warn("segment-not-blurred", e);
            delete(part);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    static void delete(Path segment) {
        try {
            Files.deleteIfExists(segment);
        } catch (IOException e) {
            Log.warn("segment-not-deleted", e);
        }
    }
}
