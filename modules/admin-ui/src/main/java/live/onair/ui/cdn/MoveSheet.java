package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Quality;
import live.onair.cdn.Steering;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.cdn.MovesPane.Leaving;
import org.jspecify.annotations.Nullable;

/** What is under way for a show's viewers away from a CDN, with its stages and who follows, wherever somebody asks for it. */
public final class MoveSheet {

    private final Steering steering;
    private final Quality quality;
    private final Pulse pulse;

    public MoveSheet(Steering steering, Quality quality, Pulse pulse) {
        this.steering = steering;
        this.quality = quality;
        this.pulse = pulse;
    }

    /** Moves that count for all viewers of a show who were served by this CDN. */
    public static List<ViewerMove> of(List<ViewerMove> moves, String cdn, String show) {
        return moves.stream()
                .filter(move -> move.endedAt() == null && move.branch() == null)
                .filter(move -> move.from().equals(cdn))
                .filter(move -> move.show() == null || move.show().equals(show))
                .toList();
    }

    /** The same of the viewers of a branch: also those that are of them alone. */
    public static List<ViewerMove> of(List<ViewerMove> moves, String cdn, String show, String branch) {
        return Stream.concat(
                        of(moves, cdn, show).stream(),
                        moves.stream()
                                .filter(move -> move.endedAt() == null && branch.equals(move.branch()))
                                .filter(move -> move.from().equals(cdn))
                                .filter(move ->
                                        move.show() == null || move.show().equals(show)))
                .toList();
    }

    /** Opens it; {@code done} is run after each press. */
    public void open(String cdn, String show, @Nullable String branch, Runnable done) {
        Dialog dialog = new Dialog(Texts.of("cdn.moves"));
        dialog.setWidth("640px");
        MovesPane pane = new MovesPane(steering, quality, pulse, done, new Leaving(cdn, show, branch));
        dialog.add(pane);
        Button close = new Button(Texts.of("sheet.close"), e -> dialog.close());
        close.setId("move-close");
        dialog.getFooter().add(close);
        pane.refresh();
        pulse.every(pane, pane::refresh);
        dialog.open();
    }
}
