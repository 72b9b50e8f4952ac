package live.onair.ui.cdn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Steering;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** A move that is under way: whose it is, its stages, and the way back. */
final class MoveRow {

    private static final List<Integer> STAGES = List.of(5, 25, 100);
    private static final int LAST = 100;

    private final Steering steering;
    private final Runnable changed;

    MoveRow(Steering steering, Runnable changed) {
        this.steering = steering;
        this.changed = changed;
    }

    /** With what is known beside its stages, such as whether viewers follow it. */
    Div of(ViewerMove move, Component... known) {
        Div stages = Parts.box("row on-wrap");
        STAGES.forEach(percent -> stages.add(stage(move, percent)));
        Button undo = Actions.inRow(
                Steering.class, "steering.undo", String.valueOf(move.number()), words(move), () -> undo(move));
        undo.removeThemeVariants(ButtonVariant.LUMO_TERTIARY);
        stages.add(undo);
        Div row = Parts.box(
                "on-cdn-row on-cdn-active",
                Parts.state("warn q", "switch", words(move)),
                Parts.text(Texts.of("cdn.move.by", move.by(), Times.brief(move.at()), reason(move)), "c2", "t12", "tx"),
                goesOn(move));
        row.add(known);
        row.add(stages);
        row.setId("move-" + move.number());
        return row;
    }

    /** Whether it goes on by itself, or why it stopped. */
    private static Span goesOn(ViewerMove move) {
        String stopped = move.stopped();
        if (stopped != null) {
            String cdn = stopped.substring(0, stopped.indexOf(':'));
            String why = stopped.substring(stopped.indexOf(':') + 1);
            return Parts.state(
                    "fault", "fault", Texts.of("cdn.move.stopped", move.percent(), cdn, Texts.of("cdn.is." + why)));
        }
        Integer pause = move.advanceSeconds();
        return pause == null || move.percent() == LAST
                ? new Span()
                : Parts.state("ok q", "running", Texts.of("cdn.move.goesOn", pause));
    }

    /** The stage that is reached stays where it is with the focus on it: who presses once more presses nothing. */
    private Button stage(ViewerMove move, int percent) {
        boolean reached = percent == move.percent();
        Button button = Actions.inRow(
                Steering.class,
                "steering.stage",
                move.number() + "-" + percent,
                Texts.of("cdn.stage", percent) + ", " + words(move),
                () -> stage(move, percent, reached));
        button.setText(Texts.of("cdn.stage", percent));
        button.removeThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("aria-pressed", String.valueOf(reached));
        if (reached) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void stage(ViewerMove move, int percent, boolean reached) {
        if (!reached) {
            done(steering.stage(move.number(), percent, move.version()), "cdn.move.staged");
        }
    }

    private void undo(ViewerMove move) {
        SteeringRule rule = steering.rule();
        Outcome<ViewerMove> undone = steering.undo(move.number());
        if (Parts.showed(undone)) {
            Parts.done(
                    move.automatic() && rule.enabled()
                            ? Texts.of("cdn.move.undone.rule", rule.healthyMinutes())
                            : Texts.of("cdn.move.undone"));
        }
        changed.run();
    }

    private void done(Outcome<?> outcome, String words) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words));
        }
        changed.run();
    }

    /** Reasons of the rule are kept as codes. */
    static String reason(ViewerMove move) {
        return move.automatic() && move.reason().startsWith("auto:")
                ? Texts.of("cdn.move.auto", Texts.of("cdn.is." + move.reason().substring("auto:".length())))
                : move.ownPercent() == null
                        ? move.reason()
                        : Texts.of("cdn.move.taken", move.reason(), move.ownPercent());
    }

    /** Who is moved where, and how many. */
    static String words(ViewerMove move) {
        String to = move.to() == null ? Texts.of("cdn.others") : move.to();
        String whose = (move.show() == null ? Texts.of("cdn.allShows") : move.show())
                + (move.branch() == null ? "" : " · " + CdnWords.branch(move.branch()));
        return Texts.of("cdn.move.words", move.from(), to, move.percent(), whose);
    }
}
