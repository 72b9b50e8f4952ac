package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The current run of a channel: wanted, started, stopped, each once. The call log says how far it is, so that a process
 * that died in between says the same. On the engine's thread.
 */
final class ChannelRun {
    /** How far a run is. */
    enum Phase {
        IDLE,
        READY,
        RUNNING,
        INTERRUPTED,
        FINISHED
    }

    /** The channel it runs on. */
    interface Host extends Playout.News {
        String id();

        /** Makes what was decided durable. */
        void keep() throws IOException;

        void news(String kind, ObjectNode body);

        Inputs inputs();
    }

    private record Ending(Playout playout, CompletableFuture<String> done) {}

    private final Channels.Kit kit;
    private final Channels.Calls calls;
    private final Host host;
    private @Nullable RunSpec spec;
    private Phase phase = Phase.IDLE;
    private final RunCover cover;
    private boolean fileEnded;
    private @Nullable Playout playout;
    private @Nullable Ending ending;

    ChannelRun(Channels.Kit kit, Channels.Calls calls, Host host) {
        this.kit = kit;
        this.calls = calls;
        this.host = host;
        this.cover = new RunCover(kit.blurs());
    }

    void restore(JsonNode kept) {
        spec = kept.hasNonNull("run") ? RunSpec.read(kept.path("run")) : null;
        phase = spec == null ? Phase.IDLE : calls.phase(spec.run());
        cover.restore(kept, phase == Phase.IDLE || phase == Phase.FINISHED);
        prepareSlates();
    }

    void write(ObjectNode kept) {
        cover.write(kept);
        kept.set("run", spec == null ? null : spec.write());
    }

    void put(RunSpec wanted) throws IOException {
        RunSpec before = spec;
        boolean same = before != null && before.run().equals(wanted.run());
        boolean open = phase == Phase.RUNNING || phase == Phase.INTERRUPTED;
        if (open && before != null && !before.sameStage(wanted)) {
            throw new Reply.Refused(409, "channel-busy", "Run " + before.run() + " is not over on this channel");
        }
        if (phase == Phase.FINISHED && same || !same && calls.phase(wanted.run()) != Phase.READY) {
            throw new Reply.Refused(409, "run-finished", "This run was started before; a run passes once");
        }
        cover.prepare(wanted.cover(), same);
        fileEnded &= same;
        spec = wanted;
        phase = same ? phase : Phase.READY;
        host.keep();
        prepareSlates();
        tick();
    }

    private void prepareSlates() {
        if (spec != null) {
            spec.slate().all().forEach(kit.packs()::slate);
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
        calls.log(resumed ? "resume" : "start", host.id(), wanted, resumed ? "resumed" : "started");
        phase = Phase.RUNNING;
        if (!resumed) {
            host.inputs().begin(kit.clock().instant());
        }
        playout = new Playout(kit, wish(wanted), line, host);
        if (resumed && playout.writer().seenPicture() && wanted.source().kind() == RunSpec.SourceKind.INPUT) {
            host.inputs().expect(kit.clock().instant());
        }
        host.news("run-started", Json.object().put("resumed", resumed));
        tick();
        return resumed ? "resumed" : "started";
    }

    /** The answer comes when the run's last segment is in its timeline. */
    CompletableFuture<String> stop(String run) throws IOException {
        if ((spec == null || !spec.run().equals(run)) && calls.phase(run) == Phase.FINISHED) {
            return CompletableFuture.completedFuture("already");
        }
        RunSpec stopping = current(run);
        if (phase == Phase.FINISHED) {
            return ending == null
                    ? CompletableFuture.completedFuture("already")
                    : ending.done().thenApply(first -> "already");
        }
        calls.log("stop", host.id(), stopping, "stopped");
        host.news("run-stopped", Json.object());
        boolean begun = phase != Phase.READY;
        phase = Phase.FINISHED;
        cover.end();
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
                Log.warn("run-not-closed", e, "channel", host.id());
            }
            last.done().complete("stopped");
        }
    }

    /** The pen of a run, which must be running. */
    LineWriter writer(String run) {
        current(run);
        if (playout == null) {
            throw new Reply.Refused(409, "not-running", "The run is not running");
        }
        return playout.writer();
    }

    /** Puts the slate or a blur before the picture, or takes it away: from the segment on that is being made now. */
    void cover(String run, boolean slate, boolean on) throws IOException {
        writer(run);
        cover.put(slate, on);
        host.keep();
        tick();
    }

    private Playout.Wish wish(RunSpec wanted) {
        return cover.wish(wanted, host.inputs().input());
    }

    void tick() {
        if (playout != null && spec != null) {
            playout.tick(wish(spec));
            fileEnded = playout.fileEnded();
        }
        if (ending != null && ending.playout().drained()) {
            finishEnding();
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

    /** Whether something keeps viewers from its picture. */
    boolean hidden() {
        return cover.hides();
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

    void describe(ObjectNode seen, Instant now) {
        seen.put("run", spec == null ? null : spec.run()).put("show", spec == null ? null : spec.show());
        seen.put("state", phase.name()).put("warmup", spec != null && spec.warmup());
        cover.describe(seen, playout != null && playout.blurFails());
        seen.put("output", (playout == null ? RunSpec.Output.NONE : playout.output()).word());
        List<Timeline.Segment> own = spec == null ? List.of() : kit.segments(spec);
        Instant end = own.isEmpty() ? null : own.get(own.size() - 1).end();
        Instant last = playout == null ? end : playout.writer().lastSegmentAt();
        seen.put("lastSegmentAt", Json.at(last))
                .put("segmentCount", own.size())
                .put("seconds", Playlist.seconds(own))
                .put("fileEnded", fileEnded);
        Instant lost = host.inputs().lostSince();
        boolean expired = spec != null
                && lost != null
                && lost.plusSeconds(spec.reconnectSeconds()).isBefore(now);
        seen.put("reconnectExpired", running() && expired);
    }
}
