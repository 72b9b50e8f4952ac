package live.onair.analytics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.analytics.AnalyticsRows.Counts;
import live.onair.analytics.AnalyticsRows.EventKind;
import live.onair.analytics.AnalyticsRows.Span;
import live.onair.sql.Statements;

/** Numbers over time: counted by the minute, told in spans wide enough that they are looked at in one glance. */
@Singleton
class NumberSpans {

    /** So many are seen at once. */
    static final int MOST = 60;

    /** Minutes that divide an hour or a day; then whole days. */
    private static final int[] WIDTHS = {1, 2, 5, 10, 30, 60, 180, 360, 720};

    private static final int DAY = 1440;

    private final Statements sql;

    @Inject
    NumberSpans(Statements sql) {
        this.sql = sql;
    }

    /** So many events of a kind in a minute. */
    record Minute(Instant at, EventKind kind, long events, long worth) {}

    /** In their order; two of the same minute and kind where some of its events are sums already. */
    List<Minute> minutes(String show, String currency) {
        return sql.list(
                "select date_trunc('minute', at) as minute, kind, count(*) events,"
                        + " coalesce(sum(revenue) filter (where currency = ?), 0) worth"
                        + " from analytics.product_event where show_id = ? group by 1, 2"
                        + " union all select minute, kind, events, case when currency = ? then revenue else 0 end"
                        + " from analytics.folded_minute where show_id = ? order by 1",
                row -> new Minute(
                        row.instant("minute"),
                        EventKind.valueOf(row.text("kind")),
                        row.big("events"),
                        row.big("worth")),
                currency,
                show,
                currency,
                show);
    }

    /** The narrowest width with which all of it is at most {@link #MOST} spans. */
    static int width(List<Minute> minutes) {
        if (minutes.isEmpty()) {
            return WIDTHS[0];
        }
        for (int width : WIDTHS) {
            if (count(minutes, width) <= MOST) {
                return width;
            }
        }
        long days = count(minutes, DAY);
        return Math.toIntExact((days + MOST - 1) / MOST * DAY);
    }

    private static long count(List<Minute> minutes, int width) {
        return index(minutes.get(minutes.size() - 1).at(), width)
                - index(minutes.get(0).at(), width)
                + 1;
    }

    private static long index(Instant at, int width) {
        return Math.floorDiv(at.getEpochSecond(), width * 60L);
    }

    /** From the first minute's to the last one's; those in which nothing happened, too. */
    static List<Span> spans(List<Minute> minutes, int width, String currency) {
        if (minutes.isEmpty()) {
            return List.of();
        }
        long first = index(minutes.get(0).at(), width);
        List<Counts> counts = new ArrayList<>();
        for (long i = 0; i < count(minutes, width); i++) {
            counts.add(Counts.none(currency));
        }
        for (Minute one : minutes) {
            int at = Math.toIntExact(index(one.at(), width) - first);
            counts.set(at, counts.get(at).and(one.kind(), one.events(), one.worth()));
        }
        List<Span> spans = new ArrayList<>();
        Duration length = Duration.ofMinutes(width);
        for (int i = 0; i < counts.size(); i++) {
            spans.add(new Span(Instant.EPOCH.plus(length.multipliedBy(first + i)), counts.get(i)));
        }
        return spans;
    }
}
