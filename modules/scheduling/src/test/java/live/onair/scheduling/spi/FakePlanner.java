package live.onair.scheduling.spi;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation.State;

/** Foretells what the backend in memory would be asked for. */
@Vetoed
public class FakePlanner implements ChannelPlanner {

    private final ChannelProvisioner channels;
    private final LastLook<ChannelObservation> looks;
    private final Clock clock;
    private volatile String other = "";
    private volatile boolean schedules;
    private volatile boolean blurs = true;

    /** For these channels. */
    public FakePlanner(ChannelProvisioner channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
        this.looks = new LastLook<>(clock);
    }

    /** From now on every call would be another one: the outside has changed. */
    public void worldIs(String differs) {
        other = differs;
    }

    /** From now on the backend has a schedule of its own, or none. */
    public void schedules(boolean has) {
        schedules = has;
    }

    /** From now on the backend can blur a picture, or cannot. */
    public void blurs(boolean can) {
        blurs = can;
    }

    @Override
    public boolean blurs() {
        return blurs;
    }

    @Override
    public boolean hasSchedule() {
        return schedules;
    }

    @Override
    public Plan newKey(String channel, Input input, List<String> shows) {
        Plan.Call call = new Plan.Call("fake", "NEW_KEY", channel + other, input.name(), List.of("fake:NewKey"), null);
        return new Plan(List.of(call), shows, clock.instant());
    }

    @Override
    public Plan plan(RunSpec spec, List<Deed> deeds) {
        Run run = spec.run();
        LastLook.Look<ChannelObservation> look = looks.at(
                run.channel(),
                () -> channels.describe(run.channel()),
                ChannelObservation.idle(run.channel(), clock.instant()));
        boolean running = look.seen().isOf(run) && look.seen().state() == State.RUNNING;
        List<Plan.Call> calls = new ArrayList<>();
        for (Deed deed : deeds) {
            boolean so = switch (deed) {
                case PREPARE -> running && other.isEmpty();
                case START -> running;
                case GO_ON_AIR -> running && !look.seen().warmUp();
                case SLATE_ON -> !running || look.seen().slateForced();
                case SLATE_OFF -> !running || !look.seen().slateForced();
                case BLUR_ON -> !running || look.seen().blurred();
                case BLUR_OFF -> !running || !look.seen().blurred();
                case DISARM -> look.seen().armedFor() == null;
                case STOP -> !running;
                case INPUT_A -> !running || look.seen().inputs().active() == Input.A;
                case INPUT_B -> !running || look.seen().inputs().active() == Input.B;
            };
            if (!so) {
                String request = run.id() + (deed == Deed.PREPARE ? " " + spec.failover() : "");
                calls.add(new Plan.Call("fake", deed.name(), run.channel() + other, request, List.of(), null));
            }
        }
        return new Plan(calls, List.of(run.show()), look.at());
    }
}
