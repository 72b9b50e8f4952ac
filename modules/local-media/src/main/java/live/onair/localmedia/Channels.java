package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All channels, and the one thread on which everything about them happens. */
final class Channels implements AutoCloseable {
    /** What channels work with. */
    record Kit(
            Clock clock,
            Executor engine,
            Ffmpeg ffmpeg,
            Children children,
            Packs packs,
            Shows shows,
            Spool spool,
            Path font,
            FfmpegArgs.Picture picture,
            RunCover.Places blurs,
            Path uploads) {
        /** A file under one of the folders that may be played; null if there is none. */
        @Nullable
        Path upload(String name) {
            for (Path folder : new Path[] {uploads, uploads.resolveSibling("published")}) {
                Path file = folder.resolve(name).normalize();
                if (file.startsWith(folder) && Files.isRegularFile(file)) {
                    return file;
                }
            }
            return null;
        }

        /** What a run has shown so far. */
        List<Timeline.Segment> segments(RunSpec spec) {
            MediaShow show = shows.get(spec.show());
            return show == null ? List.of() : show.line(spec).state().of(spec.run());
        }
    }

    private static final long TICK_MILLIS = 100;
    private static final int SHOWS_EVERY = 20;

    private final ScheduledThreadPoolExecutor engine;
    private final Kit kit;
    private final Calls calls;
    private final Path folder;
    private final Map<String, MediaChannel> channels = new TreeMap<>();
    private int ticks;

    Channels(ScheduledThreadPoolExecutor engine, Kit kit, Calls calls, Path folder) throws IOException {
        this.engine = engine;
        this.kit = kit;
        this.calls = calls;
        this.folder = folder;
        Files.createDirectories(folder);
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path file : kept.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".json") && !name.startsWith(".")) {
                    open(name.substring(0, name.length() - 5));
                }
            }
        }
        for (MediaShow show : kit.shows().all()) {
            show.closeStopped(run -> calls.phase(run) == ChannelRun.Phase.FINISHED);
        }
        engine.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private MediaChannel open(String id) throws IOException {
        MediaChannel known = channels.get(id);
        if (known == null) {
            known = new MediaChannel(id, kit, calls, folder.resolve(id + ".json"));
            channels.put(id, known);
        }
        return known;
    }

    private void tick() {
        for (MediaChannel channel : channels.values()) {
            try {
                channel.tick();
            } catch (RuntimeException e) {
                Log.warn("channel-tick-failed", e, "channel", channel.id);
            }
        }
        if (ticks++ % SHOWS_EVERY == 0) {
            try {
                kit.shows().tick(kit.clock().instant());
            } catch (IOException | RuntimeException e) {
                Log.warn("shows-tick-failed", e);
            }
        }
    }

    /** Runs work on the engine's thread; its refusals and failures come out of the future. */
    <T> CompletableFuture<T> ask(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (engine.isShutdown()) {
            answer.completeExceptionally(new Reply.Refused(503, "ending", "The media process is ending"));
        }
        engine.execute(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    MediaChannel known(String id) {
        MediaChannel channel = channels.get(id);
        if (channel == null) {
            throw new Reply.Refused(404, "unknown-channel", "This channel has never been seen");
        }
        return channel;
    }

    MediaChannel seen(String id) throws IOException {
        return open(RunSpec.id(id, "channel"));
    }

    String start(String id, String run) throws IOException {
        MediaChannel channel = known(id);
        RunSpec wanted = channel.run().spec();
        for (MediaChannel other : channels.values()) {
            if (wanted != null && !channel.run().running() && other != channel && other.runs(wanted.show())) {
                throw new Reply.Refused(409, "show-busy", "The show runs on channel " + other.id);
            }
        }
        return channel.run().start(run);
    }

    ArrayNode observe() {
        ArrayNode list = Json.array();
        channels.values().forEach(channel -> list.add(channel.observe()));
        return list;
    }

    long running() {
        return channels.values().stream()
                .filter(channel -> channel.run().running())
                .count();
    }

    /** Finds the channel a key opens and gives it the encoder, or refuses. */
    MediaChannel publish(EncoderInput encoder, String app) {
        Instant now = kit.clock().instant();
        for (MediaChannel channel : channels.values()) {
            EncoderSeat.Keys.Key key = channel.inputs().keys().find(encoder.keyHash);
            if (key != null && EncoderSeat.Keys.valid(key, now)) {
                channel.join(encoder, key.slot());
                return channel;
            }
            if (key != null) {
                channel.inputs().seat(key.slot()).refuse("expired");
                throw new Reply.Refused(403, "expired", "the key is no longer valid");
            }
        }
        MediaChannel meant = channels.get(app.substring(app.lastIndexOf('/') + 1));
        if (meant != null) {
            meant.inputs().seat(EncoderSeat.Slot.A).refuse("unknown-key");
        } else {
            kit.spool().put("publish-refused", Json.object().putNull("channel").put("reason", "unknown-key"));
        }
        throw new Reply.Refused(403, "unknown-key", "the key is not known");
    }

    /** Lets the last segments come in, then ends the engine; never by an interrupt, which would close its journals. */
    @Override
    public void close() throws InterruptedException {
        ask(() -> {
            channels.values().forEach(MediaChannel::suspend);
            return true;
        });
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        boolean quiet = false;
        while (!quiet && System.nanoTime() < until) {
            quiet = ask(() -> channels.values().stream()
                            .allMatch(channel -> channel.run().quiet()))
                    .join();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        engine.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        engine.shutdown();
        if (!engine.awaitTermination(3, TimeUnit.SECONDS)) {
            Log.info("engine-slow-to-end");
        }
    }

    /** The durable log of every start, stop and resume: the truth about how far a run is. */
    static final class Calls implements AutoCloseable {
        private final Clock clock;
        private final Journal journal;
        private final Map<String, ChannelRun.Phase> phases = new HashMap<>();

        Calls(Path file, Clock clock) throws IOException {
            this.clock = clock;
            this.journal = Journal.open(
                    file,
                    line -> remember(
                            line.path("run").asText(), line.path("call").asText()));
        }

        private void remember(String run, String call) {
            phases.put(run, call.equals("stop") ? ChannelRun.Phase.FINISHED : ChannelRun.Phase.INTERRUPTED);
        }

        /** As a process that has just started sees it: what ran is interrupted. */
        ChannelRun.Phase phase(String run) {
            return phases.getOrDefault(run, ChannelRun.Phase.READY);
        }

        void log(String call, String channel, RunSpec spec, String effect) throws IOException {
            ObjectNode line = Json.object().put("at", Json.at(clock.instant())).put("call", call);
            line.put("channel", channel).put("show", spec.show()).put("run", spec.run());
            journal.append(line.put("effect", effect));
            remember(spec.run(), call);
        }

        ArrayNode all() throws IOException {
            ArrayNode list = Json.array();
            journal.read(0, Integer.MAX_VALUE).forEach(list::add);
            return list;
        }

        @Override
        public void close() throws IOException {
            journal.close();
        }
    }
}
