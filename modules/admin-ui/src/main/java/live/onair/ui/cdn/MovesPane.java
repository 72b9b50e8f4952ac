package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Quality;
import live.onair.cdn.Steering;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Moves of viewers: those that count with their stages, who follows them and the way back, then those that are over. */
final class MovesPane extends ReadPane<MovesPane.Moves> {

    private static final int PAST = 10;

    private final transient Steering steering;
    private final transient Quality quality;
    private final transient Pulse pulse;
    private final transient Runnable changed;
    private final transient @Nullable Leaving only;
    private final Map<Long, FollowLine> lines = new HashMap<>();

    /** All moves; while one counts, also how the viewers are to be spread and where they are. */
    record Moves(List<ViewerMove> all, List<ShowShares> shows, Map<String, Map<String, Integer>> viewers) {

        private List<ViewerMove> active() {
            return all.stream().filter(move -> move.endedAt() == null).toList();
        }
    }

    /** The viewers of a show, or of a branch of it, whom a CDN serves. */
    record Leaving(String cdn, String show, @Nullable String branch) {

        private List<ViewerMove> of(List<ViewerMove> moves) {
            return branch == null ? MoveSheet.of(moves, cdn, show) : MoveSheet.of(moves, cdn, show, branch);
        }
    }

    /** All moves, or those alone that are under way for these viewers, on a sheet that has a title of its own. */
    MovesPane(Steering steering, Quality quality, Pulse pulse, Runnable changed, @Nullable Leaving only) {
        super("cdn", "moves");
        this.only = only;
        if (only != null) {
            removeClassName("pane");
            head.setVisible(false);
            rows.setId("move-stages");
        }
        this.steering = steering;
        this.quality = quality;
        this.pulse = pulse;
        this.changed = changed;
    }

    @Override
    protected Moves read() {
        List<ViewerMove> all = only == null ? steering.moves() : only.of(steering.moves());
        return all.stream().allMatch(move -> move.endedAt() != null)
                ? new Moves(all, List.of(), Map.of())
                : new Moves(all, steering.shows(), quality.viewers());
    }

    /** Stages are pressed: they stay where they are while viewers go. */
    @Override
    protected Object face(Moves now) {
        return now.all();
    }

    @Override
    protected void tick(Moves now) {
        now.active().forEach(move -> {
            FollowLine line = lines.get(move.number());
            if (line != null) {
                line.tell(move, Following.of(move, now.shows(), now.viewers(), pulse.now()));
            }
        });
    }

    @Override
    protected void draw(Moves moves) {
        lines.clear();
        if (moves.active().isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.moves.none"), Texts.of("cdn.moves.none.why")));
        }
        moves.active().forEach(move -> {
            FollowLine line = new FollowLine();
            lines.put(move.number(), line);
            rows.add(new MoveRow(steering, changed).of(move, line));
        });
        List<ViewerMove> past = moves.all().stream()
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
