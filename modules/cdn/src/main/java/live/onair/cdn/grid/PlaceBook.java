package live.onair.cdn.grid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.cdn.Quality.SentTo;
import live.onair.cdn.grid.Hurting.Hurt;
import live.onair.cdn.spi.WatchingReports;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Keeps where players said they are, and reads where viewers are hurt. Works inside the caller's transaction. */
@Singleton
public class PlaceBook {

    /** Players tell every ten seconds, and a slot is read when it is over: so old is what the last minute began with. */
    public static final Duration MINUTE_AGO = Duration.ofSeconds(75);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SLOT_SECONDS = 10;

    private final Statements sql;
    private final Clock clock;

    @Inject
    PlaceBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What was told within ten seconds. */
    record PlaceSlot(
            String cdn,
            String country,
            String isp,
            int viewers,
            int stood,
            int failing,
            long failed,
            long playedMillis,
            long stalledMillis) {}

    /** Keeps what players said, and forgets what is older than that. */
    public void keep(List<WatchingReports.Asked> asked, Instant kept) {
        asked.forEach(one -> sql.run(
                "insert into cdn.whereabouts (slot, show_id, branch, cdn_id, asked, elsewhere, seconds)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                one.slot(),
                one.show(),
                one.branch(),
                one.pathway(),
                one.asked(),
                one.elsewhere(),
                one.seconds()));
        sql.run("delete from cdn.whereabouts where slot < ?", kept);
    }

    /** Where the players of a show, or of all, were sent in the minute that began so long ago, and about how many were elsewhere. */
    public List<SentTo> sent(@Nullable String show, Duration ago) {
        Instant from = clock.instant().minus(ago);
        return sql.list(
                "select show_id, branch, cdn_id, sum(seconds)::float8 / (" + SLOT_SECONDS + " * slots) viewers,"
                        + " sum(elsewhere)::float8 / sum(asked) part from cdn.whereabouts join (select show_id,"
                        + " count(distinct slot) slots from cdn.whereabouts where slot >= ? and slot < ? group by 1) counted"
                        + " using (show_id) where slot >= ? and slot < ? and (?::text is null or show_id = ?) group by show_id, branch, cdn_id, slots order by 1, 2, 3",
                row -> {
                    double viewers = row.real("viewers");
                    return new SentTo(
                            row.text("show_id"), row.text("branch"), row.text("cdn_id"), (int) Math.ceil(viewers), (int)
                                    Math.round(viewers * row.real("part")));
                },
                from,
                from.plus(length(ago)),
                from,
                from.plus(length(ago)),
                show,
                show);
    }

    /** What begins last is as long as there is anything. */
    private static Duration length(Duration ago) {
        return ago.compareTo(MINUTE_AGO) <= 0 ? MINUTE_AGO : MINUTE;
    }

    /** Where a show's viewers were hurt in the minute that began so long ago. */
    public List<Hurt> hurt(String show, Duration ago) {
        Instant from = clock.instant().minus(ago);
        List<PlaceSlot> minute = sql.list(
                "select * from cdn.watching where show_id = ? and slot >= ? and slot < ?",
                row -> new PlaceSlot(
                        row.text("cdn_id"),
                        row.text("country"),
                        row.text("isp"),
                        row.number("viewers"),
                        row.number("stood"),
                        row.number("failing"),
                        row.big("failed"),
                        row.big("played_ms"),
                        row.big("stalled_ms")),
                show,
                from,
                from.plus(length(ago)));
        return Hurting.of(minute, sent(show, ago));
    }
}
