package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One channel: its keys, the encoder connected to it and its current run. On the engine's thread. */
final class MediaChannel implements Playout.News, PictureAlarms.News, EncoderSeat.News {
    /** How far a channel's run is. */
    enum Phase {
        IDLE,
        READY,
        RUNNING,
        INTERRUPTED,
        FINISHED
    }

    private record Ending(Playout playout, CompletableFuture<String> done) {}

    final String id;
    private final Channels.Kit kit;
    private final Channels.Calls calls;
    private final Path file;
    private final PictureAlarms alarms = new PictureAlarms(this);
    private final EncoderSeat seat = new EncoderSeat(this);
    private @Nullable RunSpec spec;
    private Phase phase = Phase.IDLE;
    private boolean forced;
    private @Nullable Playout playout;
    private @Nullable Ending ending;
    private int restarts;

    MediaChannel(String id, Channels.Kit kit, Channels.Calls calls, Path file) throws IOException {
        this.id = id;
        this.kit = kit;
        this.calls = calls;
        this.file = file;
        if (Files.exists(file)) {
            JsonNode kept = Json.parse(Files.readAllBytes(file));
            seat.keys(EncoderSeat.Keys.read(kept.path("keys")));
            spec = kept.hasNonNull("run") ? RunSpec.read(kept.path("run")) : null;
            forced = kept.path("slateForced").asBoolean();
            phase = spec == null ? Phase.IDLE : calls.phase(spec.run());
            prepareSlates();
        }
    }

    private void keep() throws IOException {
        ObjectNode kept = Json.object().put("slateForced", forced);
        kept.set("keys", seat.keys().write());
        kept.set("run", spec == null ? null : spec.write());
        Durable.writePrivately(file, Json.bytes(kept));
    }

    void keys(EncoderSeat.Keys wanted) throws IOException {
        seat.keys(wanted);
        keep();
    }

    EncoderSeat seat() {
        return seat;
    }

    void put(RunSpec wanted) throws IOException {
        RunSpec before = spec;
        boolean same = before != null && before.run().equals(wanted.run());
        if (same && phase == Phase.FINISHED) {
            return;
        }
        if (phase == Phase.RUNNING && before != null && !before.sameStage(wanted)) {
            throw new Reply.Refused(409, "channel-busy", "Run " + before.run() + " is running on this channel");
        }
        if (!same && calls.phase(wanted.run()) != Phase.READY) {
            throw new Reply.Refused(409, "run-finished", "This run was started before; a run passes once");
        }
        if (!same && phase == Phase.INTERRUPTED && before != null) {
            calls.log("stop", id, before, "replaced");
            kit.shows().open(before.show()).line(before).mark(false, before.run());
        }
        forced &= same;
        spec = wanted;
        phase = same ? phase : Phase.READY;
        keep();
        prepareSlates();
        tick();
    }

    private void prepareSlates() {
        if (spec != null) {
            RunSpec.SlateTexts texts = spec.slate();
            List.of(texts.soon(), texts.reconnect(), texts.ended(), texts.emergency())
                    .forEach(kit.packs()::slate);
        }
    }

    private RunSpec current(String run) {
        if (spec == null || !spec.run().equals(run)) {
            throw calls.phase(run) == Phase.FINISHED
                    ? new Reply.Refused(409, "run-finished", "The run was stopped; a run passes once")
                    : new Reply.Refused(404, "unknown-run", "The channel has no such run");
        }
        return spec;
    }

    String start(String run) throws IOException {
        RunSpec wanted = current(run);
        if (phase == Phase.FINISHED) {
            throw new Reply.Refused(409, "run-finished", "The run was stopped; a run passes once");
        }
        if (phase == Phase.RUNNING) {
            return "already";
        }
        finishEnding();
        boolean resumed = phase == Phase.INTERRUPTED;
        Timeline line = kit.shows().open(wanted.show()).begin(wanted);
        calls.log(resumed ? "resume" : "start", id, wanted, resumed ? "resumed" : "started");
        phase = Phase.RUNNING;
        restarts = 0;
        playout = new Playout(kit, wish(wanted), line, this);
        if (resumed && playout.writer().seenPicture() && wanted.source().kind() == RunSpec.SourceKind.INPUT) {
            seat.expect(kit.clock().instant());
        }
        news("run-started", Json.object().put("resumed", resumed));
        tick();
        return resumed ? "resumed" : "started";
    }

    /** The answer comes when the run's last segment is in its timeline. */
    CompletableFuture<String> stop(String run) throws IOException {
        if (spec == null || !spec.run().equals(run)) {
            if (calls.phase(run) == Phase.FINISHED) {
                return CompletableFuture.completedFuture("already");
            }
        }
        RunSpec stopping = current(run);
        if (phase == Phase.FINISHED) {
            return ending == null
                    ? CompletableFuture.completedFuture("already")
                    : ending.done().thenApply(x -> "already");
        }
        calls.log("stop", id, stopping, "stopped");
        news("run-stopped", Json.object());
        boolean begun = phase != Phase.READY;
        phase = Phase.FINISHED;
        alarms.clear();
        Playout closing = playout;
        playout = null;
        if (closing == null) {
            if (begun) {
                kit.shows().open(stopping.show()).line(stopping).mark(false, run);
            }
            return CompletableFuture.completedFuture("stopped");
        }
        closing.close();
        ending = new Ending(closing, new CompletableFuture<>());
        return ending.done();
    }

    private void finishEnding() {
        Ending last = ending;
        ending = null;
        if (last != null) {
            try {
                last.playout().finish();
            } catch (IOException e) {
                Log.warn("run-not-closed", e, "channel", id);
            }
            last.done().complete("stopped");
        }
    }

    /** Ends the source for the end of the process; the run is resumed by the next one. */
    void suspend() {
        if (playout != null) {
            playout.close();
        }
    }

    boolean quiet() {
        return playout == null || playout.drained();
    }

    void slate(String run, boolean on) throws IOException {
        current(run);
        forced = on;
        keep();
        tick();
    }

    private Playout.Wish wish(RunSpec wanted) {
        return new Playout.Wish(wanted, forced, seat.input());
    }

    void tick() {
        Instant now = kit.clock().instant();
        boolean flowing = seat.tick(now);
        if (!flowing && spec != null && spec.source().kind() == RunSpec.SourceKind.INPUT) {
            alarms.clear();
        }
        alarms.tick(now);
        if (playout != null && spec != null) {
            playout.tick(wish(spec));
        }
        if (ending != null && ending.playout().drained()) {
            finishEnding();
        }
    }

    /** An encoder with a valid key wants the seat. */
    void join(EncoderInput encoder) {
        seat.join(encoder, kit.clock().instant());
        tick();
    }

    void left(EncoderInput encoder) {
        if (seat.left(encoder, kit.clock().instant())) {
            tick();
        }
    }

    boolean runs(String show) {
        return phase == Phase.RUNNING && spec != null && spec.show().equals(show);
    }

    /** What the console sees. */
    ObjectNode observe() {
        Instant now = kit.clock().instant();
        ObjectNode seen = Json.object().put("channel", id);
        seen.put("run", spec == null ? null : spec.run()).put("show", spec == null ? null : spec.show());
        seen.put("state", phase.name())
                .put("warmup", spec != null && spec.warmup())
                .put("slateForced", forced);
        seen.put("output", (playout == null ? RunSpec.Output.NONE : playout.output()).word());
        seen.set("input", seat.describe());
        Playout current = playout;
        LineWriter writer = current == null ? null : current.writer();
        seen.put("lastSegmentAt", Json.at(writer == null ? null : writer.lastSegmentAt()));
        List<Timeline.Segment> own = spec == null ? List.of() : kit.segments(spec);
        seen.put("segmentCount", own.size()).put("seconds", Timeline.seconds(own));
        for (PictureAlarms.Kind kind : PictureAlarms.Kind.values()) {
            seen.put(kind.word() + "Since", Json.at(alarms.since(kind)));
        }
        Instant lost = seat.lostSince();
        boolean expired = spec != null
                && lost != null
                && lost.plusSeconds(spec.reconnectSeconds()).isBefore(now);
        seen.put("fileEnded", current != null && current.fileEnded()).put("reconnectExpired", running() && expired);
        seen.put("ffmpegRestarts", restarts).put("refusedPublishes", seat.refused());
        return seen.put("at", Json.at(now));
    }

    boolean running() {
        return phase == Phase.RUNNING;
    }

    @Nullable
    RunSpec spec() {
        return spec;
    }

    /** The picture of what comes in, whether or not it is on air; null without a run. */
    @Nullable
    Path thumbnail() {
        return playout == null ? null : playout.writer().folder().resolve("thumb-now.jpg");
    }

    @Override
    public void fact(FfmpegFacts.Fact fact) {
        if (fact instanceof FfmpegFacts.Alarm alarm) {
            alarms.heard(alarm, kit.clock().instant());
        } else if (fact instanceof FfmpegFacts.Picture picture && seat.input() != null) {
            seat.input().found(picture);
        }
    }

    @Override
    public void restarted(@Nullable String lastWords) {
        restarts++;
        Log.info("ffmpeg-died", "channel", id, "said", String.valueOf(lastWords));
        alarms.clear();
        news("ffmpeg-restarted", Json.object().put("count", restarts));
    }

    @Override
    public void alarm(PictureAlarms.Kind kind, boolean begins, Instant since) {
        news(kind.word(), Json.object().put("phase", begins ? "begin" : "end").put("since", Json.at(since)));
    }

    @Override
    public void encoder(String kind, ObjectNode body) {
        news(kind, body);
    }

    private void news(String kind, ObjectNode body) {
        body.put("channel", id);
        body.put("show", spec == null ? null : spec.show()).put("run", spec == null ? null : spec.run());
        kit.spool().put(kind, body);
    }
}
