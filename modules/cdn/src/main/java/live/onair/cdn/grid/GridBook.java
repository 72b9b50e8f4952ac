package live.onair.cdn.grid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Reads what players told. Works inside the caller's transaction. */
@Singleton
public class GridBook {

    /** Players tell every ten seconds, and a slot is read when it is over. */
    private static final Duration NOW = Duration.ofSeconds(25);

    private static final String SUMS = "coalesce(sum(starts), 0) starts, coalesce(sum(start_ms), 0) start_ms,"
            + " coalesce(sum(played_ms), 0) played_ms, coalesce(sum(stalled_ms), 0) stalled_ms,"
            + " coalesce(sum(failed), 0) failed, coalesce(sum(elsewhere), 0) elsewhere, coalesce(sum(bytes), 0) bytes,"
            + " coalesce(sum(kbps), 0) kbps, coalesce(sum(shown_kbits), 0) shown_kbits,"
            + " coalesce(sum(played_ms) filter (where shown_kbits > 0), 0) shown_ms, coalesce(sum(viewers), 0) reports";

    private final Statements sql;
    private final Clock clock;

    @Inject
    GridBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Where some viewers are, and by which CDN they are served. */
    private record Place(String cdn, String country, String isp) {

        static Place of(Row row) throws SQLException {
            return new Place(row.text("cdn_id"), row.text("country"), row.text("isp"));
        }
    }

    /** Who watches each show now, by CDN; a show of which nobody told lately is not in it. */
    public Map<String, Map<String, Integer>> viewers() {
        Map<String, Map<String, Integer>> viewers = new HashMap<>();
        sql.list(
                "select w.show_id, w.cdn_id, sum(w.viewers) n from cdn.watching w"
                        + " join (select show_id, max(slot) slot from cdn.watching where slot >= ? group by show_id) newest"
                        + " using (show_id, slot) group by 1, 2",
                row -> viewers.computeIfAbsent(row.text("show_id"), show -> new HashMap<>())
                        .put(row.text("cdn_id"), row.number("n")),
                clock.instant().minus(NOW));
        return viewers;
    }

    /** By CDN, country and network; viewers of the newest slot that was told. */
    public List<Grid> grid(@Nullable String show, Duration time) {
        Instant from = clock.instant().minus(time);
        Map<Place, Integer> viewers = viewersOf(show);
        Map<Place, StartTimes> begun = begun(show, from);
        return sql.list(
                "select cdn_id, country, isp, " + SUMS + " from cdn.watching where slot >= ?"
                        + " and (?::text is null or show_id = ?) group by cdn_id, country, isp order by country, isp, cdn_id",
                row -> {
                    Place place = Place.of(row);
                    return new Grid(
                            place.cdn(),
                            place.country(),
                            place.isp(),
                            viewers.getOrDefault(place, 0),
                            watched(row, begun.getOrDefault(place, StartTimes.NONE)));
                },
                from,
                show,
                show);
    }

    private Map<Place, Integer> viewersOf(@Nullable String show) {
        Map<Place, Integer> viewers = new HashMap<>();
        sql.list(
                "select w.cdn_id, w.country, w.isp, sum(w.viewers) n from cdn.watching w"
                        + " join (select show_id, max(slot) slot from cdn.watching where slot >= ? group by show_id) newest"
                        + " using (show_id, slot) where (?::text is null or show_id = ?) group by 1, 2, 3",
                row -> viewers.put(Place.of(row), row.number("n")),
                clock.instant().minus(NOW),
                show,
                show);
        return viewers;
    }

    private Map<Place, StartTimes> begun(@Nullable String show, Instant from) {
        Map<Place, TreeMap<Integer, Long>> begun = new HashMap<>();
        sql.list(
                "select cdn_id, country, isp, step.millis, sum(step.starts) starts from cdn.watching,"
                        + " unnest(begun_within, begun) step (millis, starts) where slot >= ?"
                        + " and (?::text is null or show_id = ?) group by 1, 2, 3, 4",
                row -> begun.computeIfAbsent(Place.of(row), place -> new TreeMap<>())
                        .put(row.number("millis"), row.big("starts")),
                from,
                show,
                show);
        Map<Place, StartTimes> times = new HashMap<>();
        begun.forEach((place, steps) -> times.put(place, StartTimes.of(steps)));
        return times;
    }

    private static Watched watched(Row row, StartTimes begun) throws SQLException {
        long starts = row.big("starts");
        long whole = row.big("played_ms") + row.big("stalled_ms");
        long reports = row.big("reports");
        return new Watched(
                starts,
                starts == 0 ? null : Integer.valueOf((int) (row.big("start_ms") / starts)),
                begun,
                whole == 0 ? null : Double.valueOf(Math.round(10_000.0 * row.big("stalled_ms") / whole) / 100.0),
                row.big("failed"),
                row.big("elsewhere"),
                reports == 0 ? null : Integer.valueOf((int) (row.big("kbps") / reports)),
                shownKbps(row.big("shown_kbits"), row.big("shown_ms")),
                row.big("bytes"),
                whole);
    }

    private static @Nullable Integer shownKbps(long kbits, long playedMillis) {
        return kbits == 0 || playedMillis == 0 ? null : Integer.valueOf((int) (kbits * 1_000 / playedMillis));
    }
}
