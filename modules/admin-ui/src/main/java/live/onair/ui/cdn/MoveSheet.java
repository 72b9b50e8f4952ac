package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Steering;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** What is under way for a show's viewers away from a CDN, with its stages, wherever somebody asks for it. */
public final class MoveSheet {

    private final transient Steering steering;
    private final String cdn;
    private final String show;
    private final Div rows = Parts.box("on-cdn-rows");

    private MoveSheet(Steering steering, String cdn, String show) {
        this.steering = steering;
        this.cdn = cdn;
        this.show = show;
    }

    /** Moves that count for all viewers of a show who were served by this CDN. */
    public static List<ViewerMove> of(List<ViewerMove> moves, String cdn, String show) {
        return moves.stream()
                .filter(move -> move.endedAt() == null && move.branch() == null)
                .filter(move -> move.from().equals(cdn))
                .filter(move -> move.show() == null || move.show().equals(show))
                .toList();
    }

    /** Opens it; {@code done} is run after each press. */
    public static void open(Steering steering, String cdn, String show, Runnable done) {
        MoveSheet sheet = new MoveSheet(steering, cdn, show);
        Dialog dialog = new Dialog(Texts.of("cdn.moves"));
        dialog.setWidth("640px");
        sheet.rows.setId("move-stages");
        dialog.add(sheet.rows);
        Button close = new Button(Texts.of("sheet.close"), e -> dialog.close());
        close.setId("move-close");
        dialog.getFooter().add(close);
        sheet.draw(done);
        dialog.open();
    }

    private void draw(Runnable done) {
        rows.removeAll();
        MoveRow row = new MoveRow(steering, () -> {
            draw(done);
            done.run();
        });
        List<ViewerMove> moves = of(steering.moves(), cdn, show);
        moves.forEach(move -> rows.add(row.of(move)));
        if (moves.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.moves.none"), Texts.of("cdn.moves.none.why")));
        }
    }
}
