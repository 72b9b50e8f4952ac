package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.CarriedDay;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.SentTo;
import live.onair.cdn.grid.GridBook;
import live.onair.cdn.grid.PlaceBook;
import live.onair.cdn.spi.WatchingReports;
import live.onair.kernel.Money;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What players told, for three days: yesterday is there as a whole. */
@Singleton
@Transactional
class WatchBook {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration KEPT = Duration.ofDays(3);

    private final Statements sql;
    private final LiveShows live;
    private final CdnBook cdns;
    private final GridBook grid;
    private final PlaceBook places;
    private final Clock clock;

    @Inject
    WatchBook(Statements sql, LiveShows live, CdnBook cdns, GridBook grid, PlaceBook places, Clock clock) {
        this.sql = sql;
        this.live = live;
        this.cdns = cdns;
        this.grid = grid;
        this.places = places;
        this.clock = clock;
    }

    public boolean isAnybodyLive() {
        return !live.all().isEmpty();
    }

    public long next() {
        return sql.one("select next from cdn.watching_mark", row -> row.big("next"))
                .orElse(0L);
    }

    public void keep(WatchingReports.Page page) {
        page.told().forEach(this::keep);
        sql.run(
                "insert into cdn.watching_mark (only_one, next) values (true, ?)"
                        + " on conflict (only_one) do update set next = excluded.next",
                page.next());
        Instant kept = clock.instant().minus(KEPT);
        sql.run("delete from cdn.watching where slot < ?", kept);
        places.keep(page.asked(), kept);
    }

    private void keep(WatchingReports.Told told) {
        int kept = sql.run(
                "insert into cdn.watching (slot, show_id, cdn_id, country, isp, viewers, starts, start_ms, played_ms,"
                        + " stalled_ms, failed, elsewhere, bytes, kbps, shown_kbits, behind, begun_within, begun, stood, failing)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                told.slot(),
                told.show(),
                told.pathway(),
                told.country(),
                told.isp(),
                told.viewers(),
                told.starts(),
                told.startMillis(),
                told.playedMillis(),
                told.stalledMillis(),
                told.failed(),
                told.elsewhere(),
                told.bytes(),
                told.kbps(),
                told.shownKbits(),
                told.behind().toArray(Long[]::new),
                told.begun().keySet().stream().map(Integer::longValue).toArray(Long[]::new),
                told.begun().values().toArray(Long[]::new),
                told.stood(),
                told.failing());
        if (kept == 1) {
            carry(told);
        }
    }

    private void carry(WatchingReports.Told told) {
        sql.run(
                "insert into cdn.carried (month, cdn_id, bytes, since) select ?, id, ?, ? from cdn.cdn where id = ?"
                        + " on conflict (month, cdn_id) do update set bytes = cdn.carried.bytes + excluded.bytes",
                month(told.slot()).toString(),
                told.bytes(),
                told.slot(),
                told.pathway());
        sql.run(
                "insert into cdn.carried_day (day, cdn_id, bytes) select ?, id, ? from cdn.cdn where id = ?"
                        + " on conflict (day, cdn_id) do update set bytes = cdn.carried_day.bytes + excluded.bytes",
                told.slot().atZone(SEOUL).toLocalDate(),
                told.bytes(),
                told.pathway());
    }

    /** In Seoul. */
    static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(SEOUL));
    }

    /** This month's of each CDN that viewers can be sent to. */
    List<Carried> carried() {
        Instant now = clock.instant();
        YearMonth month = month(now);
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(SEOUL).toInstant();
        Map<String, List<CarriedDay>> days = days(month);
        Map<String, Bill.Meter> meters = new HashMap<>();
        sql.list(
                "select * from cdn.carried where month = ?",
                row -> meters.put(
                        row.text("cdn_id"),
                        new Bill.Meter(
                                month.toString(),
                                row.big("bytes"),
                                row.instant("since"),
                                now,
                                end,
                                days.getOrDefault(row.text("cdn_id"), List.of()))),
                month.toString());
        return cdns.list().stream()
                .filter(cdn -> !cdn.retired())
                .map(cdn -> Bill.of(
                        cdn,
                        meters.getOrDefault(cdn.id(), new Bill.Meter(month.toString(), 0, now, now, end, List.of()))))
                .toList();
    }

    private Map<String, List<CarriedDay>> days(YearMonth month) {
        Map<String, List<CarriedDay>> days = new HashMap<>();
        sql.list(
                "select * from cdn.carried_day where day >= ? and day < ? order by day",
                row -> days.computeIfAbsent(row.text("cdn_id"), cdn -> new ArrayList<>())
                        .add(new CarriedDay(LocalDate.parse(row.text("day")), Bill.gigabytes(row.big("bytes")))),
                month.atDay(1),
                month.plusMonths(1).atDay(1));
        return days;
    }

    /** A month's traffic by each CDN alone that viewers can be sent to and that has a price. */
    Map<String, Money> alone(BigDecimal gb) {
        Map<String, Money> costs = new HashMap<>();
        for (CdnRows.Cdn cdn : cdns.list()) {
            Money cost = cdn.retired() ? null : Bill.alone(cdn, gb);
            if (cost != null) {
                costs.put(cdn.id(), cost);
            }
        }
        return costs;
    }

    /** What each minute told, for what is to be compared. */
    List<Comparing.Minute> minutes(Quality.Measure measure, @Nullable String show, Duration time) {
        String parts = switch (measure) {
            case STALLED -> "sum(stalled_ms) part, sum(played_ms + stalled_ms) whole";
            case START -> "sum(start_ms) part, sum(starts) whole";
            case FAILED -> "sum(failed) part, sum(played_ms + stalled_ms) whole";
        };
        return sql.list(
                "select country || '/' || isp place, cdn_id, (extract(epoch from slot) / 60)::bigint as at_minute, "
                        + parts
                        + " from cdn.watching where slot >= ? and (?::text is null or show_id = ?) group by 1, 2, 3",
                row -> new Comparing.Minute(
                        row.text("place"), row.text("cdn_id"), row.big("at_minute"), row.big("part"), row.big("whole")),
                clock.instant().minus(time),
                show,
                show);
    }

    /** Viewers by minute and CDN. */
    List<Quality.ShareAt> history(Duration time) {
        Instant now = clock.instant();
        return sql.list(
                "select date_trunc('minute', slot) as at_minute, cdn_id, max(viewers) as viewers from (select slot, cdn_id,"
                        + " sum(viewers)::int as viewers from cdn.watching where slot >= ? group by slot, cdn_id) slots"
                        + " where slot < ? group by 1, 2 order by 1, 2",
                row -> new Quality.ShareAt(row.instant("at_minute"), row.text("cdn_id"), row.number("viewers")),
                now.minus(time),
                now.truncatedTo(ChronoUnit.MINUTES));
    }

    /** What each CDN did at each place on a day in Seoul; at most two days are kept. */
    List<Replaying.Field> day(LocalDate day) {
        return sql.list(
                "select country || '/' || isp place, cdn_id, sum(bytes) bytes, sum(stalled_ms) stalled,"
                        + " sum(played_ms + stalled_ms) whole from cdn.watching where slot >= ? and slot < ? group by 1, 2",
                row -> new Replaying.Field(
                        row.text("place"), row.text("cdn_id"), row.big("bytes"), row.big("stalled"), row.big("whole")),
                day.atStartOfDay(SEOUL).toInstant(),
                day.plusDays(1).atStartOfDay(SEOUL).toInstant());
    }

    /** The day in Seoul. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SEOUL);
    }

    /** Who watches each show now, by CDN; a show of which nobody told lately is not in it. */
    Map<String, Map<String, Integer>> viewers() {
        return grid.viewers();
    }

    /** By CDN, country and network; viewers of the newest slot that was told. */
    List<Grid> grid(@Nullable String show, Duration time) {
        return grid.grid(show, time);
    }

    /** Where players were sent within the last minute, and how many of them are elsewhere. */
    List<SentTo> sent() {
        return places.sent(null, PlaceBook.MINUTE_AGO);
    }
}
