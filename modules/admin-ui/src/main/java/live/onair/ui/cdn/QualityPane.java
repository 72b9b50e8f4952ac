package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.Grid;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;

/** Where people look: how long pictures stand still, CDN by network, with the viewers of each field. */
final class QualityPane extends ReadPane<List<Grid>> {

    private static final int MINUTES = 5;

    private final transient Quality quality;
    private final Span viewers = Parts.text("", "c2", "t12");

    QualityPane(Quality quality) {
        super("cdn", "quality");
        this.quality = quality;
        head.add(viewers);
        rows.addClassName("on-heat-box");
        Parts.region(rows, Texts.of("cdn.quality"));
    }

    @Override
    protected List<Grid> read() {
        return quality.grid(null, MINUTES);
    }

    @Override
    protected void draw(List<Grid> grid) {
        viewers.setText(Texts.of(
                "cdn.quality.viewers", grid.stream().mapToInt(Grid::viewers).sum()));
        if (grid.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.quality.none"), Texts.of("cdn.quality.none.why")));
            return;
        }
        rows.add(HeatMap.of(grid));
    }
}
