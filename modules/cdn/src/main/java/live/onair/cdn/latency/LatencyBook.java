package live.onair.cdn.latency;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cdn.latency.LiveLatency.Latency;
import live.onair.cdn.latency.LiveLatency.LatencyField;
import live.onair.cdn.latency.LiveLatency.LatencyMap;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Reads what players told. Works inside the caller's transaction. */
@Singleton
class LatencyBook {

    /** Players tell every ten seconds, and a slot is read when it is over. */
    private static final Duration NOW = Duration.ofSeconds(75);

    private final Statements sql;
    private final Clock clock;

    @Inject
    LatencyBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Where some viewers are, and by which CDN they are served. */
    private record Place(String cdn, String country, String isp) {}

    /** So many reports of being behind by less than so many seconds. */
    private record Told(Place place, int seconds, long reports) {}

    LatencyMap map(@Nullable String show) {
        Map<Place, TreeMap<Integer, Long>> places = new LinkedHashMap<>();
        TreeMap<Integer, Long> all = new TreeMap<>();
        for (Told told : told(show)) {
            places.computeIfAbsent(told.place(), place -> new TreeMap<>())
                    .merge(told.seconds(), told.reports(), Long::sum);
            all.merge(told.seconds(), told.reports(), Long::sum);
        }
        List<LatencyField> fields = new ArrayList<>();
        places.forEach((place, counts) ->
                fields.add(new LatencyField(place.cdn(), place.country(), place.isp(), latency(counts))));
        return new LatencyMap(all.isEmpty() ? null : latency(all), fields);
    }

    private List<Told> told(@Nullable String show) {
        return sql.list(
                "select cdn_id, country, isp, behind.seconds, sum(behind.reports) reports from cdn.watching,"
                        + " unnest(behind) with ordinality behind (reports, seconds) where slot >= ?"
                        + " and (?::text is null or show_id = ?) and behind.reports > 0 group by 1, 2, 3, 4"
                        + " order by country, isp, cdn_id, seconds",
                row -> new Told(
                        new Place(row.text("cdn_id"), row.text("country"), row.text("isp")),
                        row.number("seconds"),
                        row.big("reports")),
                clock.instant().minus(NOW),
                show,
                show);
    }

    private static Latency latency(TreeMap<Integer, Long> counts) {
        long reports = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Latency(
                reports, within(counts, reports, 0.05), within(counts, reports, 0.5), within(counts, reports, 0.95));
    }

    /** That share of them is behind by no more than so many seconds. */
    private static int within(TreeMap<Integer, Long> counts, long reports, double share) {
        long wanted = Math.max(1, (long) Math.ceil(reports * share));
        long passed = 0;
        for (Map.Entry<Integer, Long> one : counts.entrySet()) {
            passed += one.getValue();
            if (passed >= wanted) {
                return one.getKey();
            }
        }
        return counts.lastKey();
    }
}
