package live.onair.localmedia;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the one ffmpeg of a run alive: started when there is something to feed it, watched, started again with bounded
 * patience when it dies, ended when it is not wanted. On the engine's thread.
 */
final class SourceRunner implements FfmpegSession.Listener {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(10);
    private static final long HEALTHY = TimeUnit.SECONDS.toNanos(60);

    /** Who gets what the source makes. */
    interface Host {
        void segment(FfmpegSession session, String name, double seconds);

        void fact(FfmpegFacts.Fact fact);

        void restarted(@Nullable String lastWords);
    }

    /** How to start one. */
    interface Starter {
        FfmpegSession.Feed feed();

        List<String> arguments(String session);
    }

    private final Ffmpeg ffmpeg;
    private final Children children;
    private final Clock clock;
    private final Executor engine;
    private final Path folder;
    private final Host host;
    private final List<FfmpegSession> ending = new ArrayList<>();
    private @Nullable FfmpegSession current;
    private @Nullable Object subject;
    private Instant startedAt = Instant.EPOCH;
    private long startedNanos;
    private long notBefore = System.nanoTime();
    private long wait;
    private long number;

    SourceRunner(Channels.Kit kit, Path folder, Host host) {
        this.ffmpeg = kit.ffmpeg();
        this.children = kit.children();
        this.clock = kit.clock();
        this.engine = kit.engine();
        this.folder = folder;
        this.host = host;
        this.number = clock.millis();
    }

    /**
     * Says what should be fed now.
     *
     * @param wanted the thing that feeds; another one, or null, ends the running session
     * @param flowing whether it delivers: only then a frame counter that stands still is ffmpeg's fault
     */
    void tick(@Nullable Object wanted, @Nullable Starter starter, boolean flowing) {
        if (current != null && subject != wanted) {
            close();
        }
        if (current == null && wanted != null && starter != null && System.nanoTime() - notBefore >= 0) {
            start(wanted, starter);
        }
        if (current != null) {
            current.tick(flowing);
        }
        ending.forEach(session -> session.tick(true));
    }

    private void start(Object wanted, Starter starter) {
        String name = "s" + Long.toString(++number, 36);
        try {
            Process process =
                    children.start(ffmpeg.command(starter.arguments(name)).directory(folder.toFile()));
            subject = wanted;
            startedAt = clock.instant();
            startedNanos = System.nanoTime();
            current = FfmpegSession.start(name, process, starter.feed(), engine, this);
            Log.info("ffmpeg-started", "session", name, "pid", process.pid());
        } catch (IOException e) {
            Log.warn("ffmpeg-not-started", e);
            backOff();
        }
    }

    private void backOff() {
        wait = wait == 0 ? TimeUnit.MILLISECONDS.toNanos(300) : Math.min(wait * 2, LONGEST_WAIT);
        notBefore = System.nanoTime() + wait;
    }

    /** Ends the running session; its last segment still comes. */
    void close() {
        if (current != null) {
            current.close();
            ending.add(current);
            current = null;
            subject = null;
        }
    }

    boolean draining() {
        return ending.stream().anyMatch(FfmpegSession::draining);
    }

    boolean idle() {
        return current == null && ending.isEmpty();
    }

    @Nullable
    String session() {
        return current == null ? null : current.name;
    }

    /** When the running session began; null without one. */
    @Nullable
    Instant startedAt() {
        return current == null ? null : startedAt;
    }

    @Override
    public void heard(FfmpegSession session, FfmpegFacts.Fact fact) {
        if (fact instanceof FfmpegFacts.SegmentDone done) {
            host.segment(session, done.name(), done.seconds());
        } else if (session == current) {
            host.fact(fact);
        }
    }

    @Override
    public void ended(FfmpegSession session, int exitCode) {
        ending.remove(session);
        Log.info("ffmpeg-ended", "session", session.name, "exit", exitCode);
        if (session == current) {
            current = null;
            subject = null;
            wait = System.nanoTime() - startedNanos > HEALTHY ? 0 : wait;
            backOff();
            host.restarted(session.lastWords());
        }
    }

    /** An encoder's stream, copied. */
    record FromEncoder(EncoderInput input) implements Starter {
        @Override
        public FfmpegSession.Feed feed() {
            return input.newFeed();
        }

        @Override
        public List<String> arguments(String session) {
            return FfmpegArgs.input(session, input.hasAudio());
        }
    }

    /** The moving test picture, with the label of the run drawn into it. */
    record FromTestPicture(
            Path font,
            FfmpegArgs.Picture look,
            Path folder,
            @Nullable String label) implements Starter {
        @Override
        public FfmpegSession.Feed feed() {
            return new ToneFeed();
        }

        @Override
        public List<String> arguments(String session) {
            boolean labelled = false;
            if (label != null && !label.isBlank()) {
                try {
                    Files.writeString(
                            folder.resolve("label.txt"), Packs.wrapped(label).get(0));
                    labelled = true;
                } catch (IOException e) {
                    Log.warn("label-not-written", e);
                }
            }
            return FfmpegArgs.test(session, font, look, labelled);
        }
    }

    /** A quiet tone as PCM, at the pace of the clock: the sound of the test source, and its life line. */
    private static final class ToneFeed implements FfmpegSession.Feed {
        private static final int SAMPLES = FfmpegArgs.TONE_RATE / 25;
        private static final long STEP = TimeUnit.MILLISECONDS.toNanos(40);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void pour(OutputStream out) throws IOException, InterruptedException {
            long due = System.nanoTime();
            byte[] pcm = tone();
            while (!closed.await(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                out.write(pcm);
                out.flush();
                due = Math.max(due + STEP, System.nanoTime() - TimeUnit.SECONDS.toNanos(2));
            }
        }

        /** 440 Hz would not end on a wave in 40 ms; 450 Hz does, so one block can be repeated without a click. */
        private static byte[] tone() {
            byte[] pcm = new byte[SAMPLES * 4];
            for (int i = 0; i < SAMPLES; i++) {
                int value = (int) (2500 * Math.sin(2 * Math.PI * 450 * i / FfmpegArgs.TONE_RATE));
                for (int channel = 0; channel < 2; channel++) {
                    pcm[i * 4 + channel * 2] = (byte) value;
                    pcm[i * 4 + channel * 2 + 1] = (byte) (value >> 8);
                }
            }
            return pcm;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
