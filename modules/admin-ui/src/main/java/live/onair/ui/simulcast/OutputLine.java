package live.onair.ui.simulcast;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.simulcast.Simulcast;
import live.onair.simulcast.SimulcastRows.Failure;
import live.onair.simulcast.SimulcastRows.OutputLook;
import live.onair.simulcast.SimulcastRows.SwitchRow;
import live.onair.simulcast.SimulcastRows.SwitchState;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** One target in a show. */
final class OutputLine extends Div {

    private final Div facts = Parts.box("on-output-facts");
    private final Button press;
    private transient SwitchRow row;
    private String drawn = "";

    OutputLine(Simulcast simulcast, SwitchRow first, Runnable then) {
        this.row = first;
        addClassName("on-output");
        getElement().setAttribute("data-target", first.target());
        press = Actions.button(
                Simulcast.class, "simulcast.switchTo", () -> SwitchSheet.open(simulcast, row, !row.on(), then));
        press.addThemeVariants(ButtonVariant.LUMO_SMALL);
        press.setId("simulcast-switch-" + first.target());
        add(facts, press);
    }

    /** As it is now; the button stays. */
    void refresh(SwitchRow now, Instant at) {
        row = now;
        press.setText(Texts.of(now.on() ? "simulcast.off" : "simulcast.on"));
        press.setAriaLabel(press.getText() + " " + now.name());
        boolean can = now.on() || now.state() == SwitchState.OFF || now.state() == SwitchState.FROM_NEXT_START;
        press.setEnabled(can && now.state() != SwitchState.OVER);
        List<Span> lines = lines(now, at);
        String words = String.join("\n", lines.stream().map(Span::getText).toList()) + now.state();
        if (!words.equals(drawn)) {
            drawn = words;
            facts.removeAll();
            facts.add(Parts.box(
                    "row on-wrap",
                    Parts.text(now.name(), "b", "t13"),
                    Parts.text(now.host(), "c3", "t12"),
                    state(now.state())));
            lines.forEach(facts::add);
        }
    }

    private static List<Span> lines(SwitchRow row, Instant now) {
        OutputLook look = row.look();
        List<Span> lines = new ArrayList<>();
        if (row.state() == SwitchState.SENDING) {
            if (look.since() != null) {
                lines.add(Parts.text(Texts.of("simulcast.since", Times.seconds(look.since())), "c2", "t13"));
            }
            if (look.kbps() != null && look.fps() != null) {
                lines.add(Parts.text(Texts.of("simulcast.rate", look.kbps(), look.fps()), "c2", "t13"));
            }
        }
        if (row.state() == SwitchState.FAILED && look.code() != null) {
            lines.add(Parts.text(Failure.sentence(look.code(), Texts.locale()), "t13"));
            if (look.words() != null) {
                lines.add(Parts.text(Texts.of("simulcast.words", look.words()), "c3", "t12"));
            }
        }
        if (row.state() == SwitchState.FAILED
                && look.retryAt() != null
                && look.retryAt().isAfter(now)) {
            lines.add(Parts.text(Texts.of("simulcast.retry", Times.seconds(look.retryAt())), "c2", "t12"));
        }
        String why = "simulcast.why." + row.state() + (row.on() ? "" : ".off");
        Texts.find(why).ifPresent(words -> lines.add(Parts.text(words, "c2", "t13")));
        if (row.by() != null && row.at() != null) {
            String deed = row.on() ? "simulcast.switchedOn" : "simulcast.switchedOff";
            lines.add(Parts.text(Texts.of(deed, row.by(), Times.brief(row.at())), "c3", "t12"));
        }
        return lines;
    }

    static Span state(SwitchState state) {
        String word = Texts.pick(state.ko(), state.en());
        return switch (state) {
            case SENDING -> Parts.state("ok", "ok", word);
            case WAITING, FROM_NEXT_START -> Parts.state("standby q", "wait", word);
            case CONNECTING -> Parts.state("stale q", "running", word);
            case FAILED -> Parts.state("fault", "fault", word);
            case FAULT -> Parts.state("fault q", "fault", word);
            case NO_KEY -> Parts.state("warn", "lock", word);
            case NOT_OFFERED, RESTING -> Parts.state("warn q", "ban", word);
            case OFF, OVER -> Parts.state("ended q", "ended", word);
        };
    }
}
