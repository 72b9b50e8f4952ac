package live.onair.localmedia;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One running ffmpeg that lives on its stdin: when the feed ends, or this process dies, it ends. Its three pipes have a
 * thread each; what it says is told on the engine's thread.
 */
final class FfmpegSession {
    private static final long FORCE_AFTER = TimeUnit.SECONDS.toNanos(5);
    private static final long STANDS_STILL = TimeUnit.SECONDS.toNanos(10);

    /** What flows into stdin. */
    interface Feed {
        /** Writes until the feed is closed; blocks as long as it has nothing. */
        void pour(OutputStream out) throws IOException, InterruptedException;

        void close();
    }

    /** Who is told, always on the engine's thread. */
    interface Listener {
        void heard(FfmpegSession session, FfmpegFacts.Fact fact);

        void ended(FfmpegSession session, int exitCode);
    }

    final String name;
    private final Process process;
    private final Feed feed;
    private final Executor engine;
    private final Listener listener;
    private long frames = -1;
    private long movedAt = System.nanoTime();
    private long closingSince;
    private boolean closing;
    private volatile String lastWords = "";

    private FfmpegSession(String name, Process process, Feed feed, Executor engine, Listener listener) {
        this.name = name;
        this.process = process;
        this.feed = feed;
        this.engine = engine;
        this.listener = listener;
    }

    static FfmpegSession start(String name, Process process, Feed feed, Executor engine, Listener listener) {
        FfmpegSession session = new FfmpegSession(name, process, feed, engine, listener);
        session.thread("feed", session::pour);
        Thread errors = session.thread("errors", () -> session.listen(process.getErrorStream(), true));
        session.thread("facts", () -> {
            session.listen(process.getInputStream(), false);
            session.awaitEnd(errors);
        });
        return session;
    }

    private Thread thread(String role, Runnable work) {
        Thread thread = new Thread(work, "ffmpeg-" + name + "-" + role);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void pour() {
        try (OutputStream out = process.getOutputStream()) {
            feed.pour(out);
        } catch (IOException e) {
            feed.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(InputStream stream, boolean keepLastWords) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                FfmpegFacts.Fact fact = FfmpegFacts.read(line);
                if (fact != null) {
                    engine.execute(() -> hear(fact));
                } else if (keepLastWords && !FfmpegFacts.isMeasure(line)) {
                    lastWords = line;
                }
            }
        } catch (IOException e) {
            lastWords = e.toString();
        }
    }

    private void awaitEnd(Thread errors) {
        try {
            errors.join(TimeUnit.SECONDS.toMillis(2));
            int exitCode = process.waitFor();
            feed.close();
            engine.execute(() -> listener.ended(this, exitCode));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(FfmpegFacts.Fact fact) {
        if (fact instanceof FfmpegFacts.Frames moved && moved.count() != frames) {
            frames = moved.count();
            movedAt = System.nanoTime();
        }
        listener.heard(this, fact);
    }

    /** Ends the feed; ffmpeg then writes its last segment and goes, or is forced by {@link #tick}. */
    void close() {
        if (!closing) {
            closing = true;
            closingSince = System.nanoTime();
            feed.close();
        }
    }

    boolean closing() {
        return closing;
    }

    /** Whether its last segment may still come. */
    boolean draining() {
        return closing && System.nanoTime() - closingSince < TimeUnit.SECONDS.toNanos(2);
    }

    /** Forces the end of one that does not go, or whose frame counter stands still although it is fed. */
    void tick(boolean fed) {
        long now = System.nanoTime();
        if (!fed) {
            movedAt = now;
        }
        if (closing ? now - closingSince > FORCE_AFTER : now - movedAt > STANDS_STILL) {
            Log.info("ffmpeg-forced", "session", name, "closing", closing);
            process.destroyForcibly();
            movedAt = now;
        }
    }

    long pid() {
        return process.pid();
    }

    @Nullable
    String lastWords() {
        return lastWords.isEmpty() ? null : lastWords;
    }
}
