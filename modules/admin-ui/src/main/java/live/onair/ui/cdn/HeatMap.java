package live.onair.ui.cdn;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How long pictures stand still, CDN by network, with the viewers of each field; colour only repeats the number. */
public final class HeatMap {

    /** In percent of the time in which a picture should have moved: from there on it is the next colour. */
    private static final double[] STEPS = {1, 2, 5, 8};

    private HeatMap() {}

    /** The grid as a table: a row for each CDN, a column for each network. */
    public static NativeTable of(List<Grid> grid) {
        TreeSet<String> places = grid.stream().map(HeatMap::place).collect(Collectors.toCollection(TreeSet::new));
        NativeTable heat = new NativeTable();
        heat.addClassNames("heat", "on-heat");
        NativeTableRow columns = new NativeTableRow(new NativeTableHeaderCell(Texts.of("cdn.heat.head")));
        places.forEach(place -> columns.add(new NativeTableHeaderCell(place)));
        NativeTableBody body = new NativeTableBody();
        rows(grid).forEach((cdn, fields) -> {
            NativeTableRow row = new NativeTableRow(new NativeTableCell(Parts.text(cdn, "b", "t13")));
            places.forEach(place -> row.add(cell(fields.get(place))));
            body.add(row);
        });
        heat.add(new NativeTableHeader(columns), body);
        return heat;
    }

    private static Map<String, Map<String, Grid>> rows(List<Grid> grid) {
        return grid.stream()
                .collect(Collectors.groupingBy(
                        Grid::cdn,
                        TreeMap::new,
                        Collectors.toMap(HeatMap::place, one -> one, (one, other) -> one, TreeMap::new)));
    }

    private static String place(Grid one) {
        String place = (one.country() + " " + one.isp()).strip();
        return place.isEmpty() ? Texts.of("cdn.unknown") : place;
    }

    private static NativeTableCell cell(@Nullable Grid one) {
        if (one == null) {
            return new NativeTableCell(Parts.text(Texts.of("cdn.quality.unused"), "c3", "t12"));
        }
        Watched watched = one.watched();
        Double stalled = watched.stalledPercent();
        NativeTableCell cell = new NativeTableCell();
        int heat = heat(stalled);
        if (heat >= STEPS.length - 1) {
            cell.add(Parts.icon(heat == STEPS.length ? "fault" : "warn"));
        }
        cell.add(
                Parts.text(stalled == null ? Texts.of("cdn.unknown") : stalled + "%", "mid", "t13"),
                Parts.text(Texts.of("map.people", one.viewers()), "t12"));
        cell.addClassNames("on-field", "h" + heat);
        cell.setTitle(Texts.of(
                "cdn.quality.field",
                one.viewers(),
                CdnWords.number(watched.startMillis()),
                CdnWords.number(watched.kbps())));
        return cell;
    }

    private static int heat(@Nullable Double stalled) {
        int heat = 0;
        while (stalled != null && heat < STEPS.length && stalled >= STEPS[heat]) {
            heat++;
        }
        return heat;
    }
}
