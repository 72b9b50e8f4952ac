package live.onair.scheduling.spi;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelObservation.Inputs;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.Signal;
import live.onair.scheduling.spi.ChannelObservation.State;

/** A streaming backend in memory: keeps every rule of the port, logs what it did, and breaks when told to. */
@Vetoed
public class FakeChannels implements ChannelProvisioner, StreamKeyStore, TimedMetadata {

    /** When an ordered failure strikes. */
    public enum Strike {
        /** The call changes nothing. */
        BEFORE,
        /** The call does all, only its answer is lost. */
        AFTER
    }

    private static final class Channel {
        RunSpec spec;
        State state = State.IDLE;
        boolean warmUp;
        boolean slate;
        boolean blur;
        boolean blurFails;
        Instant sendingSince;
        Signal signal = Signal.NONE;
        Signal backup = Signal.NONE;
        boolean two;
        Input active = Input.A;
        Input.Switched last;
        Instant armedFor;
        ChannelObservation.Pipelines pipelines = ChannelObservation.Pipelines.ONE;

        Signal sent() {
            return active == Input.A ? signal : backup;
        }

        Inputs inputs() {
            return two
                    ? new Inputs(active, List.of(health(Input.A, signal), health(Input.B, backup)), last)
                    : Inputs.ONE;
        }

        private static Input.Health health(Input input, Signal s) {
            return new Input.Health(
                    input,
                    s.connected(),
                    s.since(),
                    s.lostSince(),
                    s.encoder(),
                    s.width(),
                    s.height(),
                    s.fps(),
                    s.videoKbps());
        }
    }

    private record Failure(String call, Strike strike, CloudFault fault) {}

    private final Clock clock;
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<String, List<Recording.Span>> recordings = new HashMap<>();
    private final Map<String, Optional<Duration>> published = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private final Map<String, List<Key>> keys = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, Map<String, Mark>> marks = new HashMap<>();
    private final Map<String, Instant> marked = new HashMap<>();
    private boolean away;
    private boolean blurFull;

    /** A backend with that clock. */
    public FakeChannels(Clock clock) {
        this.clock = clock;
    }

    /** Each start and stop that had an effect: {@code start CH-01 SH-10001:1}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** The keys that open the channel. */
    public synchronized List<Key> keysOf(String channel) {
        return keys.getOrDefault(channel, List.of());
    }

    /** The backend says nothing of what comes in. */
    public synchronized void tellsNothing(String channel) {
        of(channel).signal = Signal.UNTOLD;
    }

    /** The next call of that name fails, before or after it has acted. */
    public synchronized void failNext(String call, Strike strike, CloudFault fault) {
        failures.add(new Failure(call, strike, fault));
    }

    /** Whether it answers at all. */
    public synchronized void away(boolean gone) {
        away = gone;
    }

    /** An encoder connects. */
    public synchronized void connect(String channel) {
        of(channel).signal = new Signal(
                true, clock.instant(), null, "fake", 1280, 720, 30, 3000, true, null, null, null, null, true);
    }

    /** An encoder connects to the backup, too. */
    public synchronized void connectBackup(String channel) {
        of(channel).two = true;
        of(channel).backup = new Signal(
                true, clock.instant(), null, "backup", 1280, 720, 30, 3000, true, null, null, null, null, true);
    }

    /** It blurs as many as it may, or fewer. */
    public synchronized void blurFull(boolean full) {
        blurFull = full;
    }

    /** It does not get done what is to be blurred on this channel, or does again. */
    public synchronized void blurFails(String channel, boolean fails) {
        of(channel).blurFails = fails;
    }

    /** So many of its encoders run. */
    public synchronized void pipelines(String channel, ChannelObservation.Pipelines seen) {
        of(channel).pipelines = seen;
    }

    /** The backup's encoder goes. */
    public synchronized void disconnectBackup(String channel) {
        of(channel).backup =
                new Signal(false, null, clock.instant(), null, 0, 0, 0, 0, false, null, null, null, null, true);
    }

    /** What may happen to the inputs of the channel's run without a hand. */
    public synchronized RunSpec.Failover failoverOf(String channel) {
        return of(channel).spec.failover();
    }

    /** The encoder goes. */
    public synchronized void disconnect(String channel) {
        Channel it = of(channel);
        it.signal = new Signal(false, null, clock.instant(), null, 0, 0, 0, 0, false, null, null, null, null, true);
        if (it.two
                && it.backup.connected()
                && it.state == State.RUNNING
                && it.spec.failover().automatic()) {
            it.active = Input.B;
            it.last = new Input.Switched(Input.B, false, clock.instant(), Duration.ofMillis(700));
        }
    }

    /** The picture is black since then; null for not. */
    public synchronized void black(String channel, Instant since) {
        odd(channel, since, of(channel).signal.loudSince());
    }

    /** The sound is too loud since then; null for not. */
    public synchronized void loud(String channel, Instant since) {
        odd(channel, of(channel).signal.blackSince(), since);
    }

    private void odd(String channel, Instant black, Instant loud) {
        Signal s = of(channel).signal;
        of(channel).signal = new Signal(
                s.connected(),
                s.since(),
                s.lostSince(),
                s.encoder(),
                s.width(),
                s.height(),
                s.fps(),
                s.videoKbps(),
                s.audio(),
                black,
                s.freezeSince(),
                s.silenceSince(),
                loud,
                true);
    }

    /** The process dies and comes back: what ran is interrupted. */
    public synchronized void crash() {
        channels.values().forEach(channel -> {
            if (channel.state == State.RUNNING) {
                cut(channel);
                channel.state = State.INTERRUPTED;
            }
        });
    }

    /** Somebody stops the channel behind our back. */
    public synchronized void stopBehindOurBack(String channel) {
        finish(of(channel));
    }

    @Override
    public synchronized ChannelObservation describe(String channel) {
        answer("describe");
        Channel it = channels.get(channel);
        if (it == null || it.spec == null) {
            ChannelObservation idle = ChannelObservation.idle(channel, clock.instant());
            return it == null ? idle : withSignal(idle, it.sent());
        }
        happen(it);
        return new ChannelObservation(
                channel,
                it.spec.run().id(),
                it.spec.run().show(),
                it.state,
                it.warmUp,
                it.slate,
                it.blur ? it.blurFails ? Cover.Blurring.FAILS : Cover.Blurring.WORKS : Cover.Blurring.NONE,
                output(it),
                it.sent(),
                false,
                false,
                0,
                clock.instant(),
                it.inputs(),
                it.pipelines,
                Serving.NOBODY,
                it.warmUp ? it.armedFor : null);
    }

    /** The channel's own schedule: what is due in it has happened. */
    private void happen(Channel it) {
        if (it.armedFor != null
                && it.warmUp
                && it.state == State.RUNNING
                && !clock.instant().isBefore(it.armedFor)) {
            it.warmUp = false;
            it.sendingSince = it.armedFor;
            it.armedFor = null;
            calls.add("armed start " + it.spec.run().id());
        }
    }

    private boolean isFixed(Channel it) {
        return it.armedFor != null && clock.instant().isAfter(it.armedFor.minus(ARMED_AT_LEAST));
    }

    @Override
    public synchronized void arm(RunSpec spec, Instant start) {
        act("arm", () -> {
            Channel it = running(spec.run());
            happen(it);
            if (start.equals(it.armedFor)) {
                return;
            }
            if (!it.warmUp || isFixed(it)) {
                throw new CloudException(
                        CloudFault.CONFLICT, "too late for " + spec.run().id());
            }
            Duration ahead = Duration.between(clock.instant(), start);
            if (ahead.compareTo(ARMED_AT_LEAST) < 0 || ahead.compareTo(ARMED_AT_MOST) > 0) {
                throw new CloudException(CloudFault.INVALID, start + " is not within 15 s to 14 days");
            }
            it.armedFor = start;
            calls.add("arm " + spec.run().id() + " " + start);
        });
    }

    @Override
    public synchronized void disarm(Run run) {
        act("disarm", () -> {
            Channel it = running(run);
            happen(it);
            if (isFixed(it)) {
                throw new CloudException(CloudFault.CONFLICT, "too late for " + run.id());
            }
            if (it.armedFor != null || !it.warmUp) {
                calls.add("disarm " + run.id());
            }
            it.armedFor = null;
            it.warmUp = true;
        });
    }

    private static ChannelObservation withSignal(ChannelObservation idle, Signal signal) {
        return new ChannelObservation(
                idle.channel(), null, null, State.IDLE, false, false, Output.NONE, signal, false, false, 0, idle.at());
    }

    /** What is specified is put on, and none is taken away. */
    private void cover(Channel it, RunSpec spec) {
        boolean full = spec.cover().blur() && !it.blur && blurFull;
        it.slate |= spec.cover().slate() || full;
        it.blur |= spec.cover().blur() && !full;
    }

    private static Output output(Channel it) {
        if (it.state != State.RUNNING) {
            return Output.NONE;
        }
        if (it.slate) {
            return Output.SLATE_EMERGENCY;
        }
        if (it.warmUp) {
            return Output.SLATE_SOON;
        }
        return switch (it.spec.feed().kind()) {
            case INPUT -> it.sent().connected() ? Output.INPUT : Output.SLATE_RECONNECT;
            case TEST -> Output.TEST;
            case FILE -> Output.FILE;
        };
    }

    @Override
    public synchronized boolean remove(String channel) {
        act("remove", () -> {
            Channel it = channels.get(channel);
            if (it != null && (it.state == State.RUNNING || it.state == State.INTERRUPTED)) {
                throw new CloudException(CloudFault.CONFLICT, channel + " is running");
            }
            if (channels.remove(channel) != null) {
                calls.add("remove " + channel);
            }
        });
        return true;
    }

    @Override
    public synchronized void prepare(RunSpec spec) {
        act("prepare", () -> {
            Channel it = of(spec.run().channel());
            boolean same = it.spec != null && it.spec.run().equals(spec.run());
            if (!same && (it.state == State.RUNNING || it.state == State.INTERRUPTED)) {
                throw new CloudException(CloudFault.CONFLICT, it.spec.run().id() + " is running");
            }
            if (finished.contains(spec.run().id())) {
                throw new CloudException(CloudFault.CONFLICT, spec.run().id() + " has been stopped");
            }
            it.spec = spec;
            it.warmUp = spec.warmUp();
            if (!same) {
                it.state = State.READY;
                it.slate = false;
                it.blur = false;
            }
            cover(it, spec);
        });
    }

    @Override
    public synchronized void start(Run run) {
        act("start", () -> {
            Channel it = of(run.channel());
            if (finished.contains(run.id())) {
                throw new CloudException(CloudFault.CONFLICT, run.id() + " has been stopped");
            }
            if (it.spec == null || !it.spec.run().equals(run)) {
                CloudFault fault = it.state == State.RUNNING ? CloudFault.CONFLICT : CloudFault.NOT_FOUND;
                throw new CloudException(fault, run.id() + " was not prepared");
            }
            if (it.state != State.RUNNING) {
                calls.add((it.state == State.INTERRUPTED ? "resume " : "start ") + run.channel() + " " + run.id());
                it.state = State.RUNNING;
                if (it.blur) {
                    calls.add("blurred start " + run.channel() + " " + run.id());
                }
                it.sendingSince = it.warmUp ? null : clock.instant();
            }
        });
    }

    @Override
    public synchronized void goOnAir(RunSpec spec) {
        act("goOnAir", () -> {
            Channel it = running(spec.run());
            happen(it);
            cover(it, spec);
            if (it.warmUp) {
                it.armedFor = null;
                it.warmUp = false;
                it.sendingSince = clock.instant();
            }
        });
    }

    @Override
    public synchronized void stop(Run run) {
        act("stop", () -> {
            Channel it = of(run.channel());
            if (it.spec != null && it.spec.run().equals(run) && it.state != State.FINISHED) {
                calls.add("stop " + run.channel() + " " + run.id());
                finish(it);
            }
        });
    }

    @Override
    public synchronized void slate(Run run, boolean on) {
        act("slate", () -> running(run).slate = on);
    }

    @Override
    public synchronized void blur(Run run, boolean on) {
        act("blur", () -> {
            Channel it = running(run);
            if (on && !it.blur && blurFull) {
                throw new CloudException(CloudFault.EXHAUSTED, "as many are blurred as may be");
            }
            it.blur = on;
            calls.add((on ? "blur " : "unblur ") + run.channel() + " " + run.id());
        });
    }

    @Override
    public synchronized void switchInput(Run run, Input to) {
        act("switchInput", () -> {
            Channel it = running(run);
            if (it.active == to) {
                return;
            }
            if (!(to == Input.A ? it.signal : it.backup).connected()) {
                throw new CloudException(CloudFault.CONFLICT, to + " has no picture");
            }
            it.active = to;
            it.last = new Input.Switched(to, true, clock.instant(), Duration.ZERO);
        });
    }

    @Override
    public synchronized Optional<Recording> recording(String show) {
        answer("recording");
        List<Recording.Span> spans = recordings.get(show);
        if (spans == null) {
            return Optional.empty();
        }
        return Optional.of(new Recording(
                show,
                !isRunning(show),
                spans.size() * 1000L,
                spans,
                published.containsKey(show),
                published.getOrDefault(show, Optional.empty()).orElse(null)));
    }

    @Override
    public synchronized void publishRecording(String show, boolean on, Duration thumbnail) {
        act("publishRecording", () -> {
            if (!on) {
                published.remove(show);
            } else if (isRunning(show)) {
                throw new CloudException(CloudFault.CONFLICT, show + " is being recorded");
            } else if (!recordings.containsKey(show)) {
                throw new CloudException(CloudFault.NOT_FOUND, "nothing of " + show);
            } else if (thumbnail != null && !isInside(thumbnail, recordings.get(show))) {
                throw new CloudException(CloudFault.INVALID, thumbnail + " is outside of " + show);
            } else {
                published.put(show, Optional.ofNullable(thumbnail));
            }
        });
    }

    @Override
    public synchronized void put(String channel, List<Key> wanted) {
        act("put", () -> keys.put(channel, List.copyOf(wanted)));
    }

    @Override
    public synchronized Instant put(Run run, Mark mark) {
        act("mark", () -> {
            running(run);
            marks.computeIfAbsent(run.id(), any -> new LinkedHashMap<>()).putIfAbsent(mark.id(), mark);
            marked.putIfAbsent(mark.id(), clock.instant());
        });
        return marked.get(mark.id());
    }

    /** The marks that viewers of the run meet. */
    public synchronized List<Mark> marksOf(String run) {
        return List.copyOf(marks.getOrDefault(run, Map.of()).values());
    }

    private static boolean isInside(Duration position, List<Recording.Span> spans) {
        Duration length = spans.stream().map(Recording.Span::length).reduce(Duration.ZERO, Duration::plus);
        return !position.isNegative() && position.compareTo(length) < 0;
    }

    private boolean isRunning(String show) {
        return channels.values().stream()
                .anyMatch(c -> c.spec != null
                        && c.spec.run().show().equals(show)
                        && (c.state == State.RUNNING || c.state == State.INTERRUPTED));
    }

    private Channel of(String channel) {
        return channels.computeIfAbsent(channel, any -> new Channel());
    }

    private Channel running(Run run) {
        Channel it = of(run.channel());
        if (it.spec == null || !it.spec.run().equals(run) || it.state != State.RUNNING) {
            throw new CloudException(CloudFault.CONFLICT, run.id() + " is not running");
        }
        return it;
    }

    private void finish(Channel it) {
        cut(it);
        it.armedFor = null;
        it.state = State.FINISHED;
        finished.add(it.spec.run().id());
    }

    private void cut(Channel it) {
        if (it.sendingSince != null && it.spec.record()) {
            Instant now = clock.instant();
            Duration length = Duration.between(it.sendingSince, now);
            if (!length.isNegative() && !length.isZero()) {
                recordings
                        .computeIfAbsent(it.spec.run().show(), any -> new ArrayList<>())
                        .add(new Recording.Span(it.sendingSince, length));
            }
        }
        it.sendingSince = null;
    }

    private void answer(String call) {
        act(call, () -> {});
    }

    private void act(String call, Runnable effect) {
        if (away) {
            throw new CloudException(CloudFault.UNAVAILABLE, "nobody answers");
        }
        Failure failure =
                failures.stream().filter(f -> f.call().equals(call)).findFirst().orElse(null);
        if (failure == null) {
            effect.run();
            return;
        }
        failures.remove(failure);
        if (failure.strike() == Strike.AFTER) {
            effect.run();
        }
        throw new CloudException(failure.fault(), call + " was told to fail");
    }
}
