package live.onair.ui.cdn;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.cdn.Quality.Grid;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What watching is like, CDN by network, with the viewers of each field and of all; colour only repeats the number. */
public final class HeatMap {

    /** In pixels: with narrower columns it is scrolled sideways. */
    private static final int NARROWEST = 68;

    private static final int NAMES = 76;

    private static final int WARNS = 3;
    private static final int WORST = 4;

    private HeatMap() {}

    /** How long pictures stand still: a row for each CDN, a column for each group of networks. */
    public static NativeTable of(List<Grid> grid) {
        return of(grid, HeatMeasure.STALLED);
    }

    /** The same of another measure. */
    static NativeTable of(List<Grid> grid, HeatMeasure measure) {
        Map<String, Map<HeatPlace, HeatSum>> rows = new TreeMap<>();
        Map<HeatPlace, HeatSum> all = new EnumMap<>(HeatPlace.class);
        grid.forEach(one -> {
            count(rows.computeIfAbsent(one.cdn(), cdn -> new EnumMap<>(HeatPlace.class)), one);
            count(all, one);
        });
        NativeTableBody body = new NativeTableBody();
        rows.forEach((cdn, there) -> {
            NativeTableRow row = new NativeTableRow(new NativeTableCell(Parts.text(cdn, "b", "t13")));
            all.keySet().forEach(place -> row.add(cell(there.get(place), measure, place == HeatPlace.ALL)));
            body.add(row);
        });
        NativeTableRow sums = new NativeTableRow(new NativeTableCell(Parts.text(HeatPlace.ALL.words(), "c2", "t13")));
        all.values().forEach(sum -> sums.add(cell(sum, measure, true)));
        body.add(sums);
        return heat(
                measure.words() + " / " + Texts.of("cdn.heat.viewers"),
                all.keySet().stream().map(HeatPlace::words).toList(),
                body);
    }

    private static void count(Map<HeatPlace, HeatSum> sums, Grid one) {
        HeatSum sum = HeatSum.of(one);
        sums.merge(HeatPlace.of(one.country(), one.isp()), sum, HeatSum::plus);
        sums.merge(HeatPlace.ALL, sum, HeatSum::plus);
    }

    private static NativeTable heat(String head, Collection<String> places, NativeTableBody body) {
        NativeTable heat = new NativeTable();
        heat.addClassNames("heat", "on-heat");
        NativeTableRow columns = new NativeTableRow(new NativeTableHeaderCell(head));
        places.forEach(one -> columns.add(new NativeTableHeaderCell(one)));
        heat.add(new NativeTableHeader(columns), body);
        heat.getStyle().set("min-width", NAMES + places.size() * NARROWEST + "px");
        return heat;
    }

    /** Any fields as such a table. */
    static <F> NativeTable table(
            String head,
            List<F> fields,
            Function<F, String> cdn,
            Function<F, String> place,
            Function<F, NativeTableCell> cell) {
        TreeSet<String> places = fields.stream().map(place).collect(Collectors.toCollection(TreeSet::new));
        NativeTableBody body = new NativeTableBody();
        Map<String, Map<String, F>> rows = fields.stream()
                .collect(Collectors.groupingBy(
                        cdn, TreeMap::new, Collectors.toMap(place, one -> one, (one, other) -> one, TreeMap::new)));
        rows.forEach((name, there) -> {
            NativeTableRow row = new NativeTableRow(new NativeTableCell(Parts.text(name, "b", "t13")));
            places.forEach(one -> row.add(there.containsKey(one) ? cell.apply(there.get(one)) : unused()));
            body.add(row);
        });
        return heat(head, places, body);
    }

    static String place(String country, String isp) {
        String place = (country + " " + isp).strip();
        return place.isEmpty() ? Texts.of("cdn.unknown") : place;
    }

    private static NativeTableCell unused() {
        return new NativeTableCell(Parts.text(Texts.of("cdn.quality.unused"), "c3", "t12"));
    }

    /** That a field is bad, not by its colour alone. */
    static SvgIcon sign(boolean worst) {
        SvgIcon sign = Parts.icon(worst ? "fault" : "warn");
        sign.setSize("13px");
        return sign;
    }

    /** A sum has no colour: a bad field in it is seen where it is. */
    private static NativeTableCell cell(@Nullable HeatSum sum, HeatMeasure measure, boolean ofAll) {
        if (sum == null) {
            return unused();
        }
        NativeTableCell cell = new NativeTableCell();
        int heat = measure.heat(sum);
        if (!ofAll && heat >= WARNS) {
            cell.add(sign(heat == WORST));
        }
        List<String> lines = measure.lines(sum);
        cell.add(Parts.text(lines.get(0), "mid", "t13"));
        lines.stream().skip(1).forEach(line -> cell.add(Parts.text(line, "t12")));
        cell.add(Parts.text(Texts.of("map.people", sum.viewers()), "t12"));
        cell.addClassNames("on-field", ofAll ? "on-field-all" : "h" + heat);
        cell.setTitle(title(sum));
        return cell;
    }

    private static String title(HeatSum sum) {
        return List.of(HeatMeasure.values()).stream()
                .map(measure -> measure.all(sum))
                .collect(Collectors.joining(" · "));
    }
}
