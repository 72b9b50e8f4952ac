package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.Grid;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;

/** Where people look: what watching is like by the measure that is chosen, CDN by network, with the viewers of each field. */
final class QualityPane extends ReadPane<List<Grid>> {

    private static final int MINUTES = 5;
    private static final int COLOURS = 5;

    private final transient Quality quality;
    private final Span viewers = Parts.text("", "c2", "t12");
    private final RadioButtonGroup<HeatMeasure> measure = new RadioButtonGroup<>();
    private final Div key = Parts.box("row-s t11 on-heat-key on-wrap");

    QualityPane(Quality quality) {
        super("cdn", "quality");
        this.quality = quality;
        head.add(viewers);
        measure.setId("quality-measure");
        measure.addClassName("on-segments");
        measure.setItems(HeatMeasure.values());
        measure.setItemLabelGenerator(HeatMeasure::words);
        measure.setValue(HeatMeasure.STALLED);
        measure.setAriaLabel(Texts.of("cdn.heat.measure"));
        measure.addValueChangeListener(e -> refresh());
        addComponentAtIndex(1, Parts.box("row on-wrap on-cdn-earlier on-heat-choice", measure, key));
        rows.addClassName("on-heat-box");
        Parts.region(rows, Texts.of("cdn.quality"));
    }

    /** What a face is made of. */
    private record Face(HeatMeasure measure, List<Grid> grid) {}

    @Override
    protected List<Grid> read() {
        return quality.grid(null, MINUTES);
    }

    @Override
    protected Object face(List<Grid> grid) {
        return new Face(measure.getValue(), grid);
    }

    @Override
    protected void draw(List<Grid> grid) {
        viewers.setText(Texts.of(
                "cdn.quality.viewers", grid.stream().mapToInt(Grid::viewers).sum()));
        HeatMeasure chosen = measure.getValue();
        key.removeAll();
        for (int heat = 0; heat < COLOURS; heat++) {
            key.add(Parts.text(chosen.key(heat), "h" + heat));
        }
        if (grid.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.quality.none"), Texts.of("cdn.quality.none.why")));
            return;
        }
        rows.add(HeatMap.of(grid, chosen));
    }
}
