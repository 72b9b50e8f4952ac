package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Objects;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Steering;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Moves of viewers: those that count with their stages and the way back, then those that are over. */
final class MovesPane extends ReadPane<List<ViewerMove>> {

    private static final int PAST = 10;

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
        active.forEach(move -> rows.add(new MoveRow(steering, changed).of(move)));
        List<ViewerMove> past = moves.stream()
                .filter(move -> move.endedAt() != null)
                .limit(PAST)
                .toList();
        if (!past.isEmpty()) {
            rows.add(Parts.text(Texts.of("cdn.moves.past"), "c3", "t12"));
        }
        past.forEach(move -> rows.add(past(move)));
    }

    private static Div past(ViewerMove move) {
        return Parts.box(
                "on-cdn-row",
                Parts.text(MoveRow.words(move), "t13"),
                Parts.text(
                        Texts.of(
                                "cdn.move.over",
                                MoveRow.reason(move),
                                String.valueOf(move.endedBy()),
                                Times.brief(Objects.requireNonNull(move.endedAt()))),
                        "c3",
                        "t12",
                        "tx"));
    }
}
