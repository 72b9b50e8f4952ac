package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.Verdict.Seen;
import live.onair.cdn.spi.CdnProbe.Look;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What was seen of CDNs within the last hour, and the rule by which it is judged. Works inside the caller's transaction. */
@Singleton
class LookBook {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final SteeringRule USUAL = new SteeringRule(false, 1_500, 20, 3, 50, 5, 0);

    private final Statements sql;
    private final Clock clock;

    @Inject
    LookBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void keep(String show, String cdn, Look look) {
        Duration age = look.age();
        sql.run(
                "insert into cdn.look (show_id, cdn_id, at, status, playlist_ms, segment_ms, age_ms)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                show,
                cdn,
                clock.instant(),
                look.status(),
                look.playlistMillis(),
                look.segmentMillis(),
                age == null ? null : Long.valueOf(age.toMillis()));
        sql.run(
                "delete from cdn.look where show_id = ? and cdn_id = ? and at < ?",
                show,
                cdn,
                clock.instant().minus(KEPT));
    }

    /** Of two looks at a show that are judged at once the second waits: what follows from them is decided once. */
    void lock(String show) {
        sql.one("select 1 from (select pg_advisory_xact_lock(hashtext('cdn'), hashtext(?))) locked", row -> true, show);
    }

    void forget(String show, String cdn) {
        sql.run("delete from cdn.look where show_id = ? and cdn_id = ?", show, cdn);
    }

    /** Newest first. */
    List<Seen> of(String show, String cdn) {
        return sql.list(
                "select * from cdn.look where show_id = ? and cdn_id = ? order by number desc",
                row -> new Seen(row.instant("at"), look(row)),
                show,
                cdn);
    }

    private static Look look(Row row) throws SQLException {
        return new Look(
                row.number("status"),
                row.numberOrNull("playlist_ms"),
                row.numberOrNull("segment_ms"),
                row.isNull("age_ms") ? null : Duration.ofMillis(row.big("age_ms")));
    }

    /** The newest look at each show through each CDN, and what the last ones come to. */
    List<CdnLook> health() {
        SteeringRule rule = rule();
        return sql.list(
                "select distinct on (show_id, cdn_id) * from cdn.look order by show_id, cdn_id, number desc",
                row -> health(row, rule));
    }

    private CdnLook health(Row row, SteeringRule rule) throws SQLException {
        Look look = look(row);
        Duration age = look.age();
        String show = row.text("show_id");
        String cdn = row.text("cdn_id");
        return new CdnLook(
                cdn,
                show,
                Verdict.of(of(show, cdn), rule),
                row.instant("at"),
                look.status(),
                look.playlistMillis(),
                look.segmentMillis(),
                age == null ? null : Integer.valueOf((int) Math.max(0, age.toSeconds())));
    }

    SteeringRule rule() {
        return sql.one(
                        "select * from cdn.rule",
                        row -> new SteeringRule(
                                row.isTrue("enabled"),
                                row.number("late_ms"),
                                row.number("stale_seconds"),
                                row.number("looks"),
                                row.number("step"),
                                row.number("healthy_minutes"),
                                row.number("version")))
                .orElse(USUAL);
    }

    /** Keeps another rule; each number has its bounds. */
    Outcome<SteeringRule> change(SteeringRule wanted, @Nullable Integer version) {
        SteeringRule before = rule();
        if (version != null && version != before.version()) {
            return Outcome.refused(CdnRefusal.STALE.with());
        }
        if (!fits(wanted)) {
            return Outcome.refused(CdnRefusal.RULE.with());
        }
        sql.run(
                "insert into cdn.rule (only_one, enabled, late_ms, stale_seconds, looks, step, healthy_minutes, version,"
                        + " changed_by, changed_at) values (true, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (only_one) do update set enabled = excluded.enabled, late_ms = excluded.late_ms,"
                        + " stale_seconds = excluded.stale_seconds, looks = excluded.looks, step = excluded.step,"
                        + " healthy_minutes = excluded.healthy_minutes, version = excluded.version,"
                        + " changed_by = excluded.changed_by, changed_at = excluded.changed_at",
                wanted.enabled(),
                wanted.lateMillis(),
                wanted.staleSeconds(),
                wanted.looks(),
                wanted.stepPercent(),
                wanted.healthyMinutes(),
                before.version() + 1,
                Acting.actor().name(),
                clock.instant());
        return Outcome.done(rule());
    }

    private static boolean fits(SteeringRule wanted) {
        return within(wanted.lateMillis(), 200, 5_000)
                && within(wanted.staleSeconds(), 6, 120)
                && within(wanted.looks(), 2, 10)
                && within(wanted.stepPercent(), 5, 100)
                && within(wanted.healthyMinutes(), 1, 50);
    }

    private static boolean within(int number, int least, int most) {
        return number >= least && number <= most;
    }
}
