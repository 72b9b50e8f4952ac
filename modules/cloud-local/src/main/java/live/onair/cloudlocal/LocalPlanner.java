package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Cover;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.LastLook;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import org.jspecify.annotations.Nullable;

/** Foretells what the local media process would be asked for. */
@Singleton
@Backend("local")
class LocalPlanner implements ChannelPlanner {

    private final ChannelProvisioner channels;
    private final Clock clock;
    private final LastLook<Seen> looks;

    @Inject
    LocalPlanner(@Backend("local") ChannelProvisioner channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
        this.looks = new LastLook<>(clock);
    }

    /** What a plan of a run depends on. */
    private record Seen(boolean mine, State state, boolean warmUp, Cover cover, Input active) {

        static Seen of(ChannelObservation channel, Run run) {
            return new Seen(
                    channel.isOf(run),
                    channel.state(),
                    channel.warmUp(),
                    new Cover(channel.slateForced(), channel.blurred()),
                    channel.inputs().active());
        }

        /** A cover that is specified is put on, and none is taken away. */
        Seen with(RunSpec spec) {
            Cover wanted = spec.cover();
            Cover then = new Cover(cover.slate() || wanted.slate(), cover.blur() || wanted.blur());
            return new Seen(mine, state, warmUp, then, active);
        }

        boolean runs() {
            return mine && state == State.RUNNING;
        }

        boolean isThere() {
            return mine && (runs() || state == State.READY || state == State.STARTING || state == State.INTERRUPTED);
        }
    }

    @Override
    public Plan plan(RunSpec spec, List<Deed> deeds) {
        Run run = spec.run();
        LastLook.Look<Seen> look = looks.at(
                run.id(),
                () -> Seen.of(channels.describe(run.channel()), run),
                Seen.of(ChannelObservation.idle(run.channel(), clock.instant()), run));
        List<Plan.Call> calls = new ArrayList<>();
        Seen now = look.seen();
        for (Deed deed : deeds) {
            now = foretell(deed, spec, now, calls);
        }
        return new Plan(calls, List.of(run.show()), look.at());
    }

    @Override
    public boolean blurs() {
        return true;
    }

    @Override
    public Plan newKey(String channel, Input input, List<String> shows) {
        String body = "{\"input\":\"" + input + "\",\"sha256\":\"<digest of the key>\"}";
        Plan.Call call = new Plan.Call("media", "PUT keys", "channel " + channel, body, List.of(), "POST stream-key");
        return new Plan(List.of(call), shows, clock.instant());
    }

    private static Seen foretell(Deed deed, RunSpec spec, Seen now, List<Plan.Call> calls) {
        Run run = spec.run();
        switch (deed) {
            case PREPARE -> calls.add(run(spec));
            case START -> {
                if (!now.runs()) {
                    calls.add(post(run, "start", LocalChannelProvisioner.named(run), "POST stop"));
                }
            }
            case GO_ON_AIR -> {
                if (now.warmUp()) {
                    calls.add(run(spec.onAir()));
                }
            }
            case SLATE_ON, SLATE_OFF, BLUR_ON, BLUR_OFF -> cover(deed, run, now, calls);
            case DISARM -> {}
            case INPUT_A, INPUT_B -> send(input(deed), run, now, calls);
            case STOP -> {
                if (now.isThere()) {
                    calls.add(post(run, "stop", LocalChannelProvisioner.named(run), null));
                }
            }
        }
        return after(deed, spec, now);
    }

    private static void cover(Deed deed, Run run, Seen now, List<Plan.Call> calls) {
        if (now.runs() && !now.cover().after(deed).equals(now.cover())) {
            boolean on = deed == Deed.SLATE_ON || deed == Deed.BLUR_ON;
            String word = deed == Deed.SLATE_ON || deed == Deed.SLATE_OFF ? "slate" : "blur";
            ObjectNode body = LocalChannelProvisioner.named(run).put("on", on);
            calls.add(post(run, word, body, "POST " + word + " {\"on\":" + !on + "}"));
        }
    }

    private static void send(Input to, Run run, Seen now, List<Plan.Call> calls) {
        if (now.runs() && now.active() != to) {
            ObjectNode body = LocalChannelProvisioner.named(run).put("to", to.name());
            calls.add(post(run, "input", body, "POST input {\"to\":\"" + now.active() + "\"}"));
        }
    }

    private static Input input(Deed deed) {
        return deed == Deed.INPUT_A ? Input.A : Input.B;
    }

    private static Seen after(Deed deed, RunSpec spec, Seen now) {
        return switch (deed) {
            case PREPARE ->
                now.isThere() ? now.with(spec) : new Seen(true, State.READY, spec.warmUp(), spec.cover(), Input.A);
            case START -> new Seen(true, State.RUNNING, now.warmUp(), now.cover(), now.active());
            case GO_ON_AIR -> {
                Seen shown = now.warmUp() ? now.with(spec) : now;
                yield new Seen(now.mine(), now.state(), false, shown.cover(), now.active());
            }
            case SLATE_ON, SLATE_OFF, BLUR_ON, BLUR_OFF ->
                new Seen(now.mine(), now.state(), now.warmUp(), now.cover().after(deed), now.active());
            case DISARM -> now;
            case INPUT_A, INPUT_B -> new Seen(now.mine(), now.state(), now.warmUp(), now.cover(), input(deed));
            case STOP -> new Seen(now.mine(), State.FINISHED, now.warmUp(), Cover.NONE, now.active());
        };
    }

    private static Plan.Call run(RunSpec spec) {
        ObjectNode body = LocalChannelProvisioner.body(spec);
        if (spec.privateKey() != null) {
            body.put("private", "<key>");
        }
        return call(spec.run(), "PUT run", body, null);
    }

    private static Plan.Call post(Run run, String word, ObjectNode body, @Nullable String rollback) {
        return call(run, "POST " + word, body, rollback);
    }

    private static Plan.Call call(Run run, String operation, ObjectNode body, @Nullable String rollback) {
        return new Plan.Call("media", operation, "channel " + run.channel(), body.toString(), List.of(), rollback);
    }
}
