package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One channel: the seat of its encoder, its current run, and what is wrong with its picture. On the engine's thread. */
final class MediaChannel implements ChannelRun.Host, Inputs.News {
    final String id;
    private final Channels.Kit kit;
    private final Path file;
    private final Inputs inputs = new Inputs(this);
    private final PictureAlarms alarms = new PictureAlarms(this::alarm);
    private final ChannelRun run;
    private final Targets targets;
    private int restarts;

    MediaChannel(String id, Channels.Kit kit, Channels.Calls calls, Path file) throws IOException {
        this.id = id;
        this.kit = kit;
        this.file = file;
        this.run = new ChannelRun(kit, calls, this);
        this.targets = new Targets(kit);
        if (Files.exists(file)) {
            JsonNode kept = Json.parse(Files.readAllBytes(file));
            inputs.keys(EncoderSeat.Keys.read(kept.path("keys")));
            inputs.restore(kept);
            run.restore(kept);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void keep() throws IOException {
        ObjectNode kept = Json.object();
        kept.set("keys", inputs.keys().write());
        kept.put("activeInput", inputs.active().name());
        run.write(kept);
        Durable.writePrivately(file, Json.bytes(kept));
    }

    void keys(EncoderSeat.Keys wanted) throws IOException {
        inputs.keys(wanted);
        keep();
    }

    @Override
    public Inputs inputs() {
        return inputs;
    }

    ChannelRun run() {
        return run;
    }

    void tick() {
        Instant now = kit.clock().instant();
        RunSpec spec = run.spec();
        boolean flowing = inputs.tick(run.running() ? rules() : Inputs.Rules.BY_HAND, now);
        boolean fromEncoder = spec != null && spec.source().kind() == RunSpec.SourceKind.INPUT;
        if (!run.running() || fromEncoder && !flowing) {
            alarms.clear();
        }
        alarms.tick(now);
        run.tick();
        targets.tick(run);
    }

    /** Where else its run is sent from now on; null to leave it. */
    ObjectNode targets(@Nullable JsonNode wanted) {
        if (wanted != null) {
            targets.put(wanted);
            targets.tick(run);
        }
        return targets.describe();
    }

    /** For the end of the process; the run is resumed by the next one. */
    void suspend() {
        run.suspend();
        targets.close();
    }

    /** An encoder with a valid key wants the seat of an input. */
    void join(EncoderInput encoder, EncoderSeat.Slot slot) {
        inputs.seat(slot).join(encoder, kit.clock().instant());
        tick();
    }

    void left(EncoderInput encoder) {
        if (inputs.left(encoder, kit.clock().instant())) {
            tick();
        }
    }

    boolean runs(String show) {
        RunSpec spec = run.spec();
        return run.running() && spec != null && spec.show().equals(show);
    }

    MediaChannel put(RunSpec wanted) throws IOException {
        run.put(wanted);
        return this;
    }

    MediaChannel cover(String of, boolean slate, boolean on) throws IOException {
        run.cover(of, slate, on);
        targets.tick(run);
        return this;
    }

    /** What an encoder sends cannot be used. */
    void refuse(EncoderInput encoder, String reason) {
        inputs.seatOf(encoder).ifPresent(seat -> seat.refuse(reason));
    }

    private Inputs.Rules rules() {
        RunSpec spec = run.spec();
        return spec == null ? Inputs.Rules.BY_HAND : spec.inputs();
    }

    /** Sends this input of the running run from now on. */
    MediaChannel switchTo(String of, EncoderSeat.Slot slot) {
        run.writer(of);
        inputs.switchTo(slot, kit.clock().instant());
        tick();
        return this;
    }

    @Override
    public void switched(ObjectNode what) {
        alarms.clear();
        news("input-switched", what);
        try {
            keep();
        } catch (IOException e) {
            Log.warn("active-input-not-kept", e, "channel", id);
        }
    }

    /** Puts a mark at the picture that comes in now, never before another; one with its id stays where it is. */
    ObjectNode mark(String of, JsonNode wanted) throws IOException {
        LineWriter writer = run.writer(of);
        List<StreamMark> there = writer.line().state().marks();
        Instant now = writer.nowInLine();
        Instant last = there.isEmpty() ? now : there.get(there.size() - 1).at();
        StreamMark mark = StreamMark.wanted(wanted, last.isAfter(now) ? last : now);
        StreamMark put = writer.line().put(mark);
        return Json.object().put("at", Json.at(put.at())).put("effect", put.equals(mark) ? "put" : "already");
    }

    /** What the console sees. */
    ObjectNode observe() {
        Instant now = kit.clock().instant();
        ObjectNode seen = Json.object().put("channel", id);
        run.describe(seen, now);
        seen.set("input", inputs.describe());
        seen.set("inputs", inputs.describeAll(rules()));
        for (PictureAlarms.Kind kind : PictureAlarms.Kind.values()) {
            seen.put(kind.word() + "Since", Json.at(alarms.since(kind)));
        }
        seen.put("ffmpegRestarts", restarts).put("refusedPublishes", inputs.refused());
        return seen.put("at", Json.at(now));
    }

    @Override
    public void fact(FfmpegFacts.Fact fact) {
        if (fact instanceof FfmpegFacts.Alarm alarm) {
            alarms.heard(alarm, kit.clock().instant());
        } else if (fact instanceof FfmpegFacts.Loudness loudness) {
            alarms.heard(loudness, kit.clock().instant());
        } else if (fact instanceof FfmpegFacts.Picture picture && inputs.input() != null) {
            inputs.input().found(picture);
        }
    }

    @Override
    public void restarted(@Nullable String lastWords) {
        restarts++;
        Log.info("ffmpeg-died", "channel", id, "said", String.valueOf(lastWords));
        alarms.clear();
        news("ffmpeg-restarted", Json.object().put("count", restarts));
    }

    private void alarm(PictureAlarms.Kind kind, boolean begins, Instant since) {
        news(kind.word(), Json.object().put("phase", begins ? "begin" : "end").put("since", Json.at(since)));
    }

    @Override
    public void encoder(String kind, ObjectNode body) {
        news(kind, body);
    }

    @Override
    public void news(String kind, ObjectNode body) {
        RunSpec spec = run.spec();
        body.put("channel", id);
        body.put("show", spec == null ? null : spec.show()).put("run", spec == null ? null : spec.run());
        kit.spool().put(kind, body);
    }
}
