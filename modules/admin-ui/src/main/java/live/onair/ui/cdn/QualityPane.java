package live.onair.ui.cdn;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
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
final class QualityPane extends Div {

    private static final int MINUTES = 5;
    private static final double[] STEPS = {0.2, 1, 2, 5};

    private final transient Quality quality;
    private final Span viewers = Parts.text("", "c2", "t12");
    private final Div table = Parts.box("on-cdn-rows on-heat-box");
    private transient List<Grid> shown = List.of();

    QualityPane(Quality quality) {
        this.quality = quality;
        addClassName("pane");
        setId("cdn-quality");
        add(Parts.box("ph2", new H2(Texts.of("cdn.quality")), viewers), table);
        Parts.region(table, Texts.of("cdn.quality"));
        draw(List.of());
    }

    void refresh() {
        List<Grid> now = quality.grid(null, MINUTES);
        if (!now.equals(shown)) {
            shown = now;
            draw(now);
        }
    }

    private void draw(List<Grid> grid) {
        table.removeAll();
        viewers.setText(Texts.of(
                "cdn.quality.viewers", grid.stream().mapToInt(Grid::viewers).sum()));
        if (grid.isEmpty()) {
            table.add(Parts.empty(Texts.of("cdn.quality.none"), Texts.of("cdn.quality.none.why")));
            return;
        }
        TreeSet<String> cdns = grid.stream().map(Grid::cdn).collect(Collectors.toCollection(TreeSet::new));
        NativeTable heat = new NativeTable();
        heat.addClassName("on-heat");
        NativeTableRow head = new NativeTableRow(column(Texts.of("cdn.isp")));
        cdns.forEach(cdn -> head.add(column(cdn)));
        NativeTableBody body = new NativeTableBody();
        grid.stream()
                .collect(Collectors.groupingBy(
                        QualityPane::place, TreeMap::new, Collectors.toMap(Grid::cdn, Function.identity())))
                .forEach((place, fields) -> {
                    NativeTableRow row = new NativeTableRow(new NativeTableCell(Parts.text(place, "b", "t13")));
                    cdns.forEach(cdn -> row.add(cell(fields.get(cdn))));
                    body.add(row);
                });
        heat.add(new NativeTableHeader(head), body);
        table.add(heat);
    }

    private static NativeTableHeaderCell column(String words) {
        return new NativeTableHeaderCell(words);
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
