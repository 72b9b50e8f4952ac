package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Steering;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Moves of viewers: those that count with their stages and the way back, then those that are over. */
final class MovesPane extends ReadPane<List<ViewerMove>> {

    private static final List<Integer> STAGES = List.of(5, 25, 100);
    private static final int PAST = 10;
    private static final int LAST = 100;

    private final transient Steering steering;
    private final transient Runnable changed;

    MovesPane(Steering steering, Runnable changed) {
        super("cdn", "moves");
        this.steering = steering;
        this.changed = changed;
    }

    @Override
    protected List<ViewerMove> read() {
        return steering.moves();
    }

    @Override
    protected void draw(List<ViewerMove> moves) {
        List<ViewerMove> active =
                moves.stream().filter(move -> move.endedAt() == null).toList();
        if (active.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.moves.none"), Texts.of("cdn.moves.none.why")));
        }
        active.forEach(move -> rows.add(active(move)));
        List<ViewerMove> past = moves.stream()
                .filter(move -> move.endedAt() != null)
                .limit(PAST)
                .toList();
        if (!past.isEmpty()) {
            rows.add(Parts.text(Texts.of("cdn.moves.past"), "c3", "t12"));
        }
        past.forEach(move -> rows.add(past(move)));
    }

    private Div active(ViewerMove move) {
        Div stages = Parts.box("row on-wrap");
        STAGES.forEach(percent -> stages.add(stage(move, percent)));
        Button undo = Actions.inRow(
                Steering.class,
                "steering.undo",
                String.valueOf(move.number()),
                words(move),
                () -> done(steering.undo(move.number()), "cdn.move.undone"));
        undo.removeThemeVariants(ButtonVariant.LUMO_TERTIARY);
        stages.add(undo);
        Div row = Parts.box(
                "on-cdn-row on-cdn-active",
                Parts.state("warn q", "switch", words(move)),
                Parts.text(Texts.of("cdn.move.by", move.by(), Times.brief(move.at()), reason(move)), "c2", "t12", "tx"),
                goesOn(move),
                stages);
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

    private Button stage(ViewerMove move, int percent) {
        Button button = Actions.inRow(
                Steering.class,
                "steering.stage",
                move.number() + "-" + percent,
                Texts.of("cdn.stage", percent) + ", " + words(move),
                () -> done(steering.stage(move.number(), percent, move.version()), "cdn.move.staged"));
        button.setText(Texts.of("cdn.stage", percent));
        button.removeThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setEnabled(percent != move.percent());
        return button;
    }

    private void done(Outcome<?> outcome, String words) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words));
        }
        changed.run();
    }

    private static Div past(ViewerMove move) {
        return Parts.box(
                "on-cdn-row",
                Parts.text(words(move), "t13"),
                Parts.text(
                        Texts.of(
                                "cdn.move.over",
                                reason(move),
                                String.valueOf(move.endedBy()),
                                Times.brief(Objects.requireNonNull(move.endedAt()))),
                        "c3",
                        "t12",
                        "tx"));
    }

    /** Reasons of the rule are kept as codes. */
    private static String reason(ViewerMove move) {
        return move.automatic() && move.reason().startsWith("auto:")
                ? Texts.of("cdn.move.auto", Texts.of("cdn.is." + move.reason().substring("auto:".length())))
                : move.reason();
    }

    /** Who is moved where, and how many. */
    private static String words(ViewerMove move) {
        String to = move.to() == null ? Texts.of("cdn.others") : move.to();
        String whose = (move.show() == null ? Texts.of("cdn.allShows") : move.show())
                + (move.branch() == null ? "" : " · " + CdnWords.branch(move.branch()));
        return Texts.of("cdn.move.words", move.from(), to, move.percent(), whose);
    }
}
