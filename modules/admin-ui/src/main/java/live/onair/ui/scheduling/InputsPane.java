package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Channels.Input;
import live.onair.scheduling.Encoders;
import live.onair.scheduling.Lifecycle;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Both inputs of a channel side by side: what comes in, which is sent, and the hand that switches. */
final class InputsPane extends Div {

    private final transient Channels channels;
    private final transient Lifecycle lifecycle;
    private final Map<Input, Div> facts = new EnumMap<>(Input.class);
    private final Map<Input, Button> switches = new EnumMap<>(Input.class);
    private final Span rules = Parts.text("", "c2", "t13");
    private final Span untold = Parts.text(Texts.of("inputs.untold"), "c2", "t13");
    private transient Channels.Row channel;

    InputsPane(Channels channels, Encoders encoders, Lifecycle lifecycle, Channels.Row channel, Runnable then) {
        this.channels = channels;
        this.lifecycle = lifecycle;
        this.channel = channel;
        addClassName("sec");
        setId("inputs");
        Div both = Parts.box("on-inputs");
        for (Input input : Input.values()) {
            Div box = Parts.box("on-input-facts");
            Button button = Actions.button(Channels.class, "channels.switchInput", () -> ask(input));
            button.setId("input-to-" + input);
            button.setText(Texts.of("inputs.to", input.name()));
            facts.put(input, box);
            switches.put(input, button);
            Div one = Parts.box("on-input", box, button);
            one.getElement().setAttribute("data-input", input.name());
            both.add(one);
        }
        Button change = Actions.button(
                Channels.class,
                "channels.inputRules",
                () -> InputRulesDialog.open(channels, encoders, this.channel, then));
        add(new H3(Texts.of("inputs.head")), both, untold, Parts.box("row on-wrap", rules, change));
    }

    /** Shows the channel as it is now; the buttons stay where they are. */
    void refresh(Channels.Row now, Instant at) {
        channel = now;
        Channels.Signal signal = now.signal();
        boolean own = signal != null
                && (signal.output().equals("TEST") || signal.output().equals("FILE"));
        boolean two = signal != null && !own && !signal.inputs().isEmpty();
        setVisible(two);
        if (signal == null || !two) {
            return;
        }
        boolean runs = signal.state().equals("RUNNING");
        boolean allowed = Actions.isAllowed(Channels.class, "channels.switchInput");
        for (Channels.InputSignal in : signal.inputs()) {
            Input input = in.input();
            boolean sent = runs && signal.active() == input;
            draw(of(facts, input), in, sent, at);
            of(switches, input).setVisible(allowed && runs && !sent);
            of(switches, input).setEnabled(in.connected() && in.lostSince() == null);
        }
        untold.setVisible(signal.inputs().stream().anyMatch(in -> in.connected() && in.width() == 0));
        Integer back = now.inputRules().returnSeconds();
        String automatic = Texts.of(now.inputRules().automatic() ? "inputs.rules.on" : "inputs.rules.off");
        String returns = back == null ? Texts.of("inputs.rules.stays") : Texts.of("inputs.rules.back", back);
        rules.setText(now.inputRules().automatic() ? automatic + " " + returns : automatic);
    }

    private static <T> T of(Map<Input, T> each, Input input) {
        return Objects.requireNonNull(each.get(input));
    }

    private static void draw(Div box, Channels.InputSignal in, boolean sent, Instant now) {
        box.removeAll();
        Span state = in.connected() && in.lostSince() == null
                ? Parts.state("ok", "ok", Texts.of("inputs.there"))
                : in.lostSince() != null
                        ? Parts.state("fault", "fault", Texts.of("inputs.lost", Times.ago(in.lostSince(), now)))
                        : Parts.state("stale", "stale", Texts.of("inputs.never"));
        Div head = Parts.box(
                "row", Parts.text(Texts.pick(in.input().ko(), in.input().en()), "b", "t13"), state);
        if (sent) {
            head.add(Parts.state("onair", "onair", Texts.of("inputs.sent")));
        }
        box.add(head);
        if (in.connected() && in.width() > 0) {
            box.add(ShowPanes.fact(
                    "encoder.signal",
                    "%d×%d · %.0f fps · %,d kbps".formatted(in.width(), in.height(), in.fps(), in.videoKbps())));
        }
        if (in.since() != null) {
            box.add(ShowPanes.fact("inputs.since", Times.ago(in.since(), now)));
        }
    }

    private void ask(Input to) {
        Channels.Signal signal = channel.signal();
        String show = signal == null ? null : signal.show();
        if (show != null) {
            ShowSheets.input(lifecycle, channel.id(), show, to, sure -> channels.switchInput(sure, to));
        }
    }
}
