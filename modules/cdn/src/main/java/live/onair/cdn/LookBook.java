package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.Verdict.Seen;
import live.onair.cdn.spi.CdnProbe.Look;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** What was seen of CDNs within the last hour. Works inside the caller's transaction. */
@Singleton
class LookBook {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Statements sql;
    private final Clock clock;
    private final RuleBook rules;

    @Inject
    LookBook(Statements sql, Clock clock, RuleBook rules) {
        this.sql = sql;
        this.clock = clock;
        this.rules = rules;
    }

    void keep(String show, String cdn, Look look) {
        Duration age = look.age();
        sql.run(
                "insert into cdn.look (show_id, cdn_id, at, status, playlist_ms, segment_ms, age_ms, rendition)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                show,
                cdn,
                clock.instant(),
                look.status(),
                look.playlistMillis(),
                look.segmentMillis(),
                age == null ? null : Long.valueOf(age.toMillis()),
                look.rendition());
        // what was seen by a clock that was set back since would be the newest for as long as it was ahead
        sql.run(
                "delete from cdn.look where show_id = ? and cdn_id = ? and (at < ? or at > ?)",
                show,
                cdn,
                clock.instant().minus(KEPT),
                clock.instant());
    }

    /** Of two looks at a show that are judged at once the second waits: what follows from them is decided once. */
    void lock(String show) {
        sql.one("select 1 from (select pg_advisory_xact_lock(hashtext('cdn'), hashtext(?))) locked", row -> true, show);
    }

    void forget(String show, String cdn) {
        sql.run("delete from cdn.look where show_id = ? and cdn_id = ?", show, cdn);
    }

    /** As many as a verdict asks for, newest first. */
    List<Seen> latest(String show, String cdn) {
        return sql.list(
                "select * from cdn.look where show_id = ? and cdn_id = ? order by at desc, number desc limit ?",
                row -> new Seen(row.instant("at"), look(row)),
                show,
                cdn,
                Verdict.MOST);
    }

    /** What it came to at a moment. */
    CdnState state(String show, String cdn, Instant at) {
        return Verdict.of(
                all(show, cdn).stream().filter(seen -> !seen.at().isAfter(at)).toList(), rules.rule());
    }

    /** Whether it has been well for so long. */
    boolean isHealthyAgain(String show, String cdn, Duration asked) {
        return Verdict.isHealthyAgain(all(show, cdn), rules.rule(), asked, clock.instant());
    }

    /** All of the last hour, newest first. */
    private List<Seen> all(String show, String cdn) {
        return sql.list(
                "select * from cdn.look where show_id = ? and cdn_id = ? order by at desc, number desc",
                row -> new Seen(row.instant("at"), look(row)),
                show,
                cdn);
    }

    private static Look look(Row row) throws SQLException {
        return new Look(
                row.number("status"),
                row.numberOrNull("playlist_ms"),
                row.numberOrNull("segment_ms"),
                row.isNull("age_ms") ? null : Duration.ofMillis(row.big("age_ms")),
                row.textOrNull("rendition"));
    }

    /** What was seen of a show last through these CDNs. */
    Map<String, List<Seen>> latest(String show, Collection<String> cdns) {
        Map<String, List<Seen>> latest = new TreeMap<>();
        cdns.forEach(cdn -> latest.put(cdn, latest(show, cdn)));
        return latest;
    }

    /** The newest look at each show through each CDN, and what the last ones come to. */
    List<CdnLook> health() {
        SteeringRule rule = rules.rule();
        Map<String, Set<String>> looked = new TreeMap<>();
        sql.list(
                        "select distinct show_id, cdn_id from cdn.look",
                        row -> Map.entry(row.text("show_id"), row.text("cdn_id")))
                .forEach(one -> looked.computeIfAbsent(one.getKey(), show -> new TreeSet<>())
                        .add(one.getValue()));
        List<CdnLook> health = new ArrayList<>();
        looked.forEach((show, cdns) -> {
            Map<String, List<Seen>> latest = latest(show, cdns);
            Verdict.of(latest, rule)
                    .forEach((cdn, state) -> latest.getOrDefault(cdn, List.of()).stream()
                            .findFirst()
                            .ifPresent(newest -> health.add(health(cdn, show, state, newest))));
        });
        return health;
    }

    private static CdnLook health(String cdn, String show, CdnState state, Seen newest) {
        Look look = newest.look();
        Duration age = look.age();
        return new CdnLook(
                cdn,
                show,
                state,
                newest.at(),
                look.status(),
                look.playlistMillis(),
                look.segmentMillis(),
                age == null ? null : Integer.valueOf((int) Math.max(0, age.toSeconds())),
                look.rendition());
    }
}
