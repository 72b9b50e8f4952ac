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
import java.util.function.Function;
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
        return table(Texts.of("cdn.heat.head"), grid, Grid::cdn, one -> place(one.country(), one.isp()), HeatMap::cell);
    }

    /** Any fields as such a table. */
    static <F> NativeTable table(
            String head,
            List<F> fields,
            Function<F, String> cdn,
            Function<F, String> place,
            Function<F, NativeTableCell> cell) {
        TreeSet<String> places = fields.stream().map(place).collect(Collectors.toCollection(TreeSet::new));
        NativeTable heat = new NativeTable();
        heat.addClassNames("heat", "on-heat");
        NativeTableRow columns = new NativeTableRow(new NativeTableHeaderCell(head));
        places.forEach(one -> columns.add(new NativeTableHeaderCell(one)));
        NativeTableBody body = new NativeTableBody();
        Map<String, Map<String, F>> rows = fields.stream()
                .collect(Collectors.groupingBy(
                        cdn, TreeMap::new, Collectors.toMap(place, one -> one, (one, other) -> one, TreeMap::new)));
        rows.forEach((name, there) -> {
            NativeTableRow row = new NativeTableRow(new NativeTableCell(Parts.text(name, "b", "t13")));
            places.forEach(one -> row.add(there.containsKey(one) ? cell.apply(there.get(one)) : unused()));
            body.add(row);
        });
        heat.add(new NativeTableHeader(columns), body);
        return heat;
    }

    static String place(String country, String isp) {
        String place = (country + " " + isp).strip();
        return place.isEmpty() ? Texts.of("cdn.unknown") : place;
    }

    private static NativeTableCell unused() {
        return new NativeTableCell(Parts.text(Texts.of("cdn.quality.unused"), "c3", "t12"));
    }

    private static NativeTableCell cell(Grid one) {
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
