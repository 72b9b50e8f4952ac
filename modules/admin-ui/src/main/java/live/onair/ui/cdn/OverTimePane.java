package live.onair.ui.cdn;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import live.onair.cdn.Cdns;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.ShareAt;
import live.onair.ui.Chart;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Which part of the viewers each CDN served, minute by minute, as the viewers' players told it. */
final class OverTimePane extends ReadPane<List<ShareAt>> {

    private static final int MINUTES = 30;
    private static final int NEWEST = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final transient Quality quality;
    private final transient Cdns known;
    private final Chart chart = new Chart();
    private final Details table = new Details(Texts.of("cdn.time.table"));

    OverTimePane(Quality quality, Cdns known) {
        super("cdn", "time");
        this.quality = quality;
        this.known = known;
    }

    @Override
    protected List<ShareAt> read() {
        return quality.history(MINUTES);
    }

    @Override
    protected void draw(List<ShareAt> shares) {
        if (shares.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.quality.none"), Texts.of("cdn.time.none.why")));
            return;
        }
        TreeMap<Instant, Map<String, Integer>> minutes = new TreeMap<>();
        shares.forEach(
                one -> minutes.computeIfAbsent(one.at(), at -> new TreeMap<>()).put(one.cdn(), one.viewers()));
        for (Instant at = minutes.firstKey(); at.isBefore(minutes.lastKey()); at = at.plus(MINUTE)) {
            minutes.putIfAbsent(at, Map.of());
        }
        TreeSet<String> cdns = new TreeSet<>(ShareBar.ids(known));
        shares.forEach(one -> cdns.add(one.cdn()));
        Map<String, List<Double>> lines = new TreeMap<>();
        cdns.forEach(cdn -> lines.put(
                cdn, minutes.values().stream().map(there -> percent(there, cdn)).toList()));
        String last = cdns.stream()
                .map(cdn -> cdn + " " + Math.round(percent(minutes.lastEntry().getValue(), cdn)) + "%")
                .collect(Collectors.joining(", "));
        chart.show(
                minutes.keySet().stream().map(Times::clock).toList(),
                "%",
                lines,
                Texts.of("cdn.time.words", MINUTES, last));
        table.removeAll();
        table.add(table(minutes, cdns));
        rows.add(chart, table);
    }

    private static double percent(Map<String, Integer> there, String cdn) {
        int all = Watchers.of(there);
        return all == 0 ? Double.NaN : Math.round(1_000.0 * there.getOrDefault(cdn, 0) / all) / 10.0;
    }

    private static NativeTable table(TreeMap<Instant, Map<String, Integer>> minutes, TreeSet<String> cdns) {
        NativeTable table = new NativeTable();
        table.addClassName("on-heat");
        NativeTableRow head = new NativeTableRow(new NativeTableHeaderCell(Texts.of("cdn.time.at")));
        cdns.forEach(cdn -> head.add(new NativeTableHeaderCell(cdn)));
        NativeTableBody body = new NativeTableBody();
        var told = minutes.descendingMap().entrySet().stream()
                .filter(one -> !one.getValue().isEmpty());
        told.limit(NEWEST).forEach(minute -> {
            NativeTableRow row = new NativeTableRow(new NativeTableCell(Times.clock(minute.getKey())));
            cdns.forEach(cdn -> row.add(new NativeTableCell(percent(minute.getValue(), cdn) + "% · "
                    + Texts.of("map.people", minute.getValue().getOrDefault(cdn, 0)))));
            body.add(row);
        });
        table.add(new NativeTableHeader(head), body);
        return table;
    }
}
