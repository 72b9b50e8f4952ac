package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Channels.Input;
import live.onair.scheduling.Interruptions;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.scheduling.SignalDrawing.Place;
import live.onair.ui.scheduling.SignalDrawing.State;
import org.jspecify.annotations.Nullable;

/**
 * The way of a show's picture, drawn: encoders, channel, packaging, CDNs and what a look through each of them sees, each with its
 * state, the age of what is known and its alarms. What nobody measures says so.
 */
public final class SignalMap {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Place CHANNEL = new Place(1, 0, 1);
    private static final Place PACKAGING = new Place(2, 0, 1);
    private static final Set<String> OF_CHANNEL = Set.of(
            "BLACK",
            "FREEZE",
            "SILENCE",
            "LOUD",
            "CHANNEL_NOT_RUNNING",
            "CHANNEL_TROUBLE",
            "MEDIA_DOWN",
            "DISK_FULL",
            "BLUR_FAILS",
            "BLUR_FULL");

    /**
     * A CDN of the show and what was seen through it.
     *
     * @param carries its part of the viewers and whether it is well
     * @param told what its viewers tell
     * @param seen what the newest look saw
     * @param age of that look
     */
    record Outlet(String cdn, String name, State carries, String told, State seen, String age) {}

    private final Channels.Row channel;
    private final Channels.Signal signal;
    private final List<Interruptions.Row> alarms;
    private final Instant now;
    private final List<Outlet> outlets;
    private final SignalDrawing map;

    private SignalMap(
            String show, Channels.Row channel, List<Interruptions.Row> alarms, List<Outlet> outlets, Instant now) {
        this.channel = channel;
        this.signal = Objects.requireNonNull(channel.signal());
        this.now = now;
        this.outlets = outlets;
        this.map = new SignalDrawing(
                Math.max(signal.inputs().size(), outlets.size()),
                node -> node.matches("(cdn|probe)-.*|viewers") ? "cdn" : "shows/" + show + "/signal");
        this.alarms = alarms.stream().filter(row -> row.closedAt() == null).toList();
    }

    /** Empty while nothing was ever seen of the channel: there is nothing to draw. */
    static Div of(
            String show, Channels.Row channel, List<Interruptions.Row> alarms, List<Outlet> outlets, Instant now) {
        return channel.signal() == null ? new Div() : new SignalMap(show, channel, alarms, outlets, now).draw();
    }

    private Div draw() {
        boolean two = signal.inputs().size() > 1;
        List<Channels.InputSignal> inputs =
                two ? signal.inputs() : signal.inputs().stream().limit(1).toList();
        int sources = Math.max(1, inputs.size());
        for (int i = 0; i < sources; i++) {
            input(inputs.isEmpty() ? null : inputs.get(i), new Place(0, i, sources), two);
        }
        channel();
        packaging();
        map.line(CHANNEL, PACKAGING, channelState());
        outlets();
        return map.finish();
    }

    /** The CDNs and what was seen through them; where there is none, that nobody looks. */
    private void outlets() {
        if (outlets.isEmpty()) {
            State unknown = State.of("stale", "map.unknown");
            map.node("viewers", new Place(3, 0, 1), Texts.of("map.viewers"), unknown, Texts.of("map.viewers.why"));
            map.line(PACKAGING, new Place(3, 0, 1), unknown);
        }
        for (int i = 0; i < outlets.size(); i++) {
            Outlet outlet = outlets.get(i);
            Place cdn = new Place(3, i, outlets.size());
            Place probe = new Place(4, i, outlets.size());
            map.node("cdn-" + outlet.cdn(), cdn, outlet.name(), outlet.carries(), outlet.told());
            map.node("probe-" + outlet.cdn(), probe, Texts.of("map.look"), outlet.seen(), outlet.age());
            map.line(PACKAGING, cdn, outlet.carries());
            map.line(cdn, probe, outlet.seen());
        }
    }

    /** Whether what is known of a channel is too old to be taken for what is. */
    static boolean isOld(Channels.@Nullable Signal signal, Instant now) {
        return signal != null && Duration.between(signal.receivedAt(), now).compareTo(FRESH) > 0;
    }

    private boolean isOld() {
        return isOld(signal, now);
    }

    private State old() {
        return new State("stale", Texts.of("signal.old", Times.ago(signal.receivedAt(), now)));
    }

    private boolean makesItsOwn() {
        return signal.output().equals("TEST") || signal.output().equals("FILE");
    }

    private void input(Channels.@Nullable InputSignal in, Place at, boolean two) {
        Input which = in == null ? Input.A : in.input();
        State state = isOld() ? old() : inputState(in);
        String rate = in != null && in.connected() && in.videoKbps() > 0 ? "%,d kbps · ".formatted(in.videoKbps()) : "";
        String title = two ? Texts.pick(which.ko(), which.en()) : Texts.of("map.encoder");
        String lost = "INPUT_" + which + "_LOST";
        boolean sent = which == signal.active();
        String told = told(sent ? Set.of(lost, "INPUT_LOST", "RECONNECT_EXPIRED") : Set.of(lost));
        map.node("input-" + which, at, title, state, rate + told);
        map.line(at, CHANNEL, state);
    }

    private long count(Set<String> kinds) {
        return alarms.stream().filter(row -> kinds.contains(row.kind())).count();
    }

    /** Its alarms, and how old that is. */
    private String told(Set<String> kinds) {
        long open = count(kinds);
        return (open > 0 ? Texts.of("map.alarms", open) + " · " : "") + Times.ago(signal.receivedAt(), now);
    }

    private State inputState(Channels.@Nullable InputSignal in) {
        Instant lost = in == null ? signal.lostSince() : in.lostSince();
        if (lost != null) {
            return new State("fault", Texts.of("inputs.lost", Times.ago(lost, now)));
        }
        boolean there = in == null ? signal.connected() : in.connected();
        if (there) {
            boolean sent = in == null || in.input() == signal.active();
            return sent ? State.of("ok", "map.sends") : State.of("standby", "map.standby");
        }
        return makesItsOwn() ? State.of("standby", "map.notNeeded") : State.of("stale", "signal.none");
    }

    private State channelState() {
        if (isOld()) {
            return old();
        }
        boolean broken = count(OF_CHANNEL) > 0;
        String word = Texts.find("map.state." + signal.state()).orElse(signal.state());
        if (broken || signal.state().equals("INTERRUPTED")) {
            return new State("fault", word);
        }
        if (!signal.state().equals("RUNNING")) {
            return new State(signal.state().equals("STARTING") ? "standby" : "stale", word);
        }
        if (signal.isDegraded()) {
            return new State(
                    "warn",
                    Texts.of(
                            "signal.pipelines",
                            signal.pipelines().running(),
                            signal.pipelines().of()));
        }
        boolean covered = signal.serving().blurred() || signal.output().startsWith("SLATE");
        return new State(covered && !signal.warmUp() ? "warn" : "ok", Badges.output(signal));
    }

    private void channel() {
        String backend = Texts.find("channel.backend." + channel.backend()).orElse(channel.backend());
        map.node("channel", CHANNEL, channel.id() + " " + backend, channelState(), told(OF_CHANNEL));
    }

    private void packaging() {
        boolean sends = signal.state().equals("RUNNING") && !signal.output().equals("NONE");
        State state = isOld() ? old() : sends ? State.of("ok", "map.out") : State.of("stale", "map.still");
        String by = Texts.find("map.packaging." + channel.backend()).orElse(channel.backend());
        String length = Times.length(Duration.ofSeconds(Math.round(signal.seconds())));
        map.node(
                "packaging",
                PACKAGING,
                by,
                state,
                sends ? Texts.of("map.sent", length) : Times.ago(signal.receivedAt(), now));
    }
}
