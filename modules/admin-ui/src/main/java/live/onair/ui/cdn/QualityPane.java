package live.onair.ui.cdn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.Grid;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Where people look: how long pictures stand still, CDN by network, with the viewers of each field. */
final class QualityPane extends ReadPane<List<Grid>> {

    private static final int MINUTES = 5;
    private static final double[] STEPS = {0.2, 1, 2, 5};

    private final transient Quality quality;
    private final Span viewers = Parts.text("", "c2", "t12");

    QualityPane(Quality quality) {
        super("quality");
        this.quality = quality;
        head.add(viewers);
        rows.addClassName("on-heat-box");
        Parts.region(rows, Texts.of("cdn.quality"));
    }

    @Override
    List<Grid> read() {
        return quality.grid(null, MINUTES);
    }

    @Override
    void draw(List<Grid> grid) {
        viewers.setText(Texts.of(
                "cdn.quality.viewers", grid.stream().mapToInt(Grid::viewers).sum()));
        if (grid.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.quality.none"), Texts.of("cdn.quality.none.why")));
            return;
        }
        TreeSet<String> cdns = grid.stream().map(Grid::cdn).collect(Collectors.toCollection(TreeSet::new));
        NativeTable heat = new NativeTable();
        heat.addClassName("on-heat");
        NativeTableRow columns = new NativeTableRow(new NativeTableHeaderCell(Texts.of("cdn.isp")));
        cdns.forEach(cdn -> columns.add(new NativeTableHeaderCell(cdn)));
        NativeTableBody body = new NativeTableBody();
        grid.stream()
                .collect(Collectors.groupingBy(
                        QualityPane::place, TreeMap::new, Collectors.toMap(Grid::cdn, Function.identity())))
                .forEach((place, fields) -> {
                    NativeTableRow row = new NativeTableRow(new NativeTableCell(Parts.text(place, "b", "t13")));
                    cdns.forEach(cdn -> row.add(cell(fields.get(cdn))));
                    body.add(row);
                });
        heat.add(new NativeTableHeader(columns), body);
        rows.add(heat);
    }

    private static String place(Grid one) {
        String place = (one.country() + " " + one.isp()).strip();
        return place.isEmpty() ? Texts.of("cdn.unknown") : place;
    }

    private static Component cell(@Nullable Grid one) {
        if (one == null) {
            return new NativeTableCell(Parts.text(Texts.of("cdn.quality.unused"), "c3", "t12"));
        }
        Double stalled = one.watched().stalledPercent();
        NativeTableCell cell = new NativeTableCell(
                Parts.text(
                        stalled == null ? Texts.of("cdn.unknown") : Texts.of("cdn.quality.stalled", stalled),
                        "b",
                        "t13"),
                Parts.text(
                        Texts.of(
                                "cdn.quality.field",
                                one.viewers(),
                                word(one.watched().startMillis()),
                                word(one.watched().kbps())),
                        "t12"));
        int heat = 0;
        while (stalled != null && heat < STEPS.length && stalled >= STEPS[heat]) {
            heat++;
        }
        cell.addClassNames("on-field", "h" + heat);
        return cell;
    }

    private static String word(@Nullable Integer number) {
        return number == null ? "-" : String.valueOf(number);
    }
}
