package live.onair.ui.scheduling;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Channels.Input;
import live.onair.scheduling.Interruptions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/**
 * The way of a show's picture, drawn: encoders, channel, packaging, viewers, each with its state, the age of what is known
 * and its alarms. What nobody measures says so.
 */
final class SignalMap {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Set<String> OF_INPUT =
            Set.of("INPUT_LOST", "INPUT_A_LOST", "INPUT_B_LOST", "RECONNECT_EXPIRED");
    /** Left edges of the columns, in pixels; a node is 164 wide. */
    private static final int[] LEFT = {16, 204, 392, 580};

    private final Channels.Row channel;
    private final Channels.Signal signal;
    private final List<Interruptions.Row> alarms;
    private final Instant now;
    private final Div map = Parts.box("sig on-map");
    private final StringBuilder lines = new StringBuilder();

    private SignalMap(Channels.Row channel, Channels.Signal signal, List<Interruptions.Row> alarms, Instant now) {
        this.channel = channel;
        this.signal = signal;
        this.now = now;
        this.alarms = alarms.stream().filter(row -> row.closedAt() == null).toList();
    }

    /** Where a node stands. */
    private record Place(int column, int top) {}

    /** The state of one part; signs are named as the classes of the look. */
    private record State(String cssClass, String word) {
        static State of(String cssClass, String key) {
            return new State(cssClass, Texts.of(key));
        }
    }

    /** Empty while nothing was ever seen of the channel: there is nothing to draw. */
    static Div of(Channels.Row channel, List<Interruptions.Row> alarms, Instant now) {
        Channels.Signal signal = channel.signal();
        if (signal == null) {
            return new Div();
        }
        return Parts.pane(Texts.of("map.title"), new SignalMap(channel, signal, alarms, now).draw());
    }

    private Div draw() {
        boolean two = signal.inputs().size() > 1;
        List<Channels.InputSignal> inputs =
                two ? signal.inputs() : signal.inputs().stream().limit(1).toList();
        for (int i = 0; i < Math.max(1, inputs.size()); i++) {
            int top = two ? 28 + i * 88 : 72;
            input(inputs.isEmpty() ? null : inputs.get(i), top, two);
        }
        channel();
        packaging();
        node(
                "viewers",
                new Place(3, 72),
                Texts.of("map.viewers"),
                State.of("stale", "map.unknown"),
                Texts.of("map.viewers.why"));
        line(1, 108, channelState());
        line(2, 108, State.of("stale", "map.unknown"));
        // inside another element, or the browser would not take it for SVG
        String drawing = "<svg width=\"760\" height=\"204\" aria-hidden=\"true\">" + lines + heads() + "</svg>";
        map.addComponentAsFirst(new Html("<div class=\"on-map-lines\">" + drawing + "</div>"));
        map.getElement().setAttribute("role", "group").setAttribute("aria-label", Texts.of("map.title"));
        return map;
    }

    private String heads() {
        List<String> heads = new ArrayList<>();
        String[] keys = {"map.encoder", "map.channel", "map.packaging", "map.viewers"};
        for (int i = 0; i < keys.length; i++) {
            heads.add("<text x=\"%d\" y=\"16\">%s</text>".formatted(LEFT[i], Texts.of(keys[i])));
        }
        return "<g font-size=\"12\" fill=\"var(--on-text-3)\">" + String.join("", heads) + "</g>";
    }

    private boolean isOld() {
        return Duration.between(signal.receivedAt(), now).compareTo(FRESH) > 0;
    }

    private State old() {
        return new State("stale", Texts.of("signal.old", Times.ago(signal.receivedAt(), now)));
    }

    private boolean makesItsOwn() {
        return signal.output().equals("TEST") || signal.output().equals("FILE");
    }

    private void input(Channels.@Nullable InputSignal in, int top, boolean two) {
        Input which = in == null ? Input.A : in.input();
        State state = isOld() ? old() : inputState(in);
        String rate = in != null && in.connected() && in.videoKbps() > 0 ? "%,d kbps · ".formatted(in.videoKbps()) : "";
        String title = two ? Texts.pick(which.ko(), which.en()) : Texts.of("map.encoder");
        node("input-" + which, new Place(0, top), title, state, rate + Times.ago(signal.receivedAt(), now));
        line(0, top + 36, state);
    }

    private State inputState(Channels.@Nullable InputSignal in) {
        if (in != null && in.lostSince() != null) {
            return new State("fault", Texts.of("inputs.lost", Times.ago(in.lostSince(), now)));
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
        boolean broken = alarms.stream()
                .anyMatch(row -> !OF_INPUT.contains(row.kind()) && !row.kind().equals("PIPELINE_DOWN"));
        String word = Texts.find("map.state." + signal.state()).orElse(signal.state());
        if (broken || signal.state().equals("INTERRUPTED")) {
            return new State("fault", word);
        }
        if (!signal.state().equals("RUNNING")) {
            return new State(signal.state().equals("STARTING") ? "standby" : "stale", word);
        }
        if (signal.isDegraded()) {
            return new State("warn", Texts.of("signal.pipelines", signal.pipelinesRunning(), signal.pipelines()));
        }
        String output = Texts.find("signal.output." + signal.output()).orElse(signal.output());
        return new State(signal.output().startsWith("SLATE") && !signal.warmUp() ? "warn" : "ok", output);
    }

    private void channel() {
        String backend = Texts.find("channel.backend." + channel.backend()).orElse(channel.backend());
        long broken =
                alarms.stream().filter(row -> !OF_INPUT.contains(row.kind())).count();
        String more = broken > 0 ? Texts.of("map.alarms", broken) + " · " : "";
        node(
                "channel",
                new Place(1, 72),
                channel.id() + " " + backend,
                channelState(),
                more + Times.ago(signal.receivedAt(), now));
    }

    private void packaging() {
        boolean sends = signal.state().equals("RUNNING") && !signal.output().equals("NONE");
        State state = isOld() ? old() : sends ? State.of("ok", "map.out") : State.of("stale", "map.still");
        String by = Texts.find("map.packaging." + channel.backend()).orElse(channel.backend());
        String length = Times.length(Duration.ofSeconds(Math.round(signal.seconds())));
        node(
                "packaging",
                new Place(2, 72),
                by,
                state,
                sends ? Texts.of("map.sent", length) : Times.ago(signal.receivedAt(), now));
    }

    private void node(String id, Place at, String title, State state, String age) {
        Div node = Parts.box(
                "node " + state.cssClass(),
                new H4(title),
                Parts.state(state.cssClass() + " q", state.cssClass(), state.word()),
                Parts.text(age, "age"));
        node.setId("map-" + id);
        node.getStyle().set("left", LEFT[at.column()] + "px").set("top", at.top() + "px");
        map.add(node);
    }

    /** From the middle of a node in one column to the middle line of the next. */
    private void line(int from, int fromY, State state) {
        int x = LEFT[from] + 164;
        int next = LEFT[from + 1];
        int middle = (x + next) / 2;
        String stroke = switch (state.cssClass()) {
            case "fault" -> "stroke=\"var(--on-fault-line)\" stroke-width=\"2.5\"";
            case "standby", "stale" -> "stroke=\"var(--on-standby-line)\" stroke-width=\"2\" stroke-dasharray=\"4 4\"";
            default -> "stroke=\"var(--on-line-control)\" stroke-width=\"1.5\"";
        };
        lines.append("<path d=\"M%d %dH%dV108H%d\" fill=\"none\" %s/>".formatted(x, fromY, middle, next, stroke));
    }
}
