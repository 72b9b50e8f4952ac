package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Cdns.CdnHealth;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.Cdns.CdnStanding;
import live.onair.cdn.Cdns.OriginShield;
import live.onair.cdn.Verdict.Judged;
import live.onair.cdn.spi.CdnProbe.Answered;
import live.onair.scheduling.Interruptions;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What CDNs' accounts and health addresses said, and the alarms that come of it and of looks. */
@Singleton
@Transactional
class StandingBook {

    private static final Duration ASKED = Duration.ofMinutes(5);
    /** A single lost answer is no chance to wake anybody. */
    private static final int FAILED = 3;

    private final Statements sql;
    private final Clock clock;
    private final CdnBook cdns;
    private final WatchBook watching;
    private final Interruptions interruptions;

    @Inject
    StandingBook(Statements sql, Clock clock, CdnBook cdns, WatchBook watching, Interruptions interruptions) {
        this.sql = sql;
        this.clock = clock;
        this.cdns = cdns;
        this.watching = watching;
        this.interruptions = interruptions;
    }

    /** Raises the alarm of a show by what its CDNs came to, and closes it when all are well again. */
    public void alarm(String show, Judged judged) {
        Set<String> bad = judged.bad();
        if (bad.isEmpty()) {
            well(show);
            return;
        }
        boolean all = bad.size() == judged.states().size();
        interruptions.close(all ? CdnAlarm.CDN_BAD : CdnAlarm.ALL_CDNS_BAD, show);
        Map<String, String> facts = new TreeMap<>();
        bad.forEach(cdn -> facts.put(cdn, String.valueOf(judged.state(cdn))));
        interruptions.open(all ? CdnAlarm.ALL_CDNS_BAD : CdnAlarm.CDN_BAD, show, hurt(show, bad), facts);
    }

    /** Nothing is wrong with the show's CDNs, or nobody watches it any more. */
    public void well(String show) {
        interruptions.close(CdnAlarm.CDN_BAD, show);
        interruptions.close(CdnAlarm.ALL_CDNS_BAD, show);
    }

    /** Who is served by one of them now; empty where no player told lately. */
    private OptionalInt hurt(String show, Set<String> bad) {
        Map<String, Integer> viewers = watching.viewers().get(show);
        return viewers == null
                ? OptionalInt.empty()
                : OptionalInt.of(bad.stream()
                        .mapToInt(cdn -> viewers.getOrDefault(cdn, 0))
                        .sum());
    }

    /** The CDN, if viewers can be sent there. */
    public Optional<Cdn> used(String cdn) {
        return cdns.find(cdn).filter(found -> !found.retired());
    }

    /** Whether it is time to ask the account again. */
    public boolean isDue(String cdn) {
        return sql.one(
                        "select 1 from cdn.standing where cdn_id = ? and asked_at > ?",
                        row -> true,
                        cdn,
                        clock.instant().minus(ASKED))
                .isEmpty();
    }

    /** Raises the alarm when it was not well so many times in a row, and closes it when all are well again. */
    public void answered(String cdn, Answered answer) {
        boolean well = answer.status() / 100 == 2;
        sql.run(
                "insert into cdn.health (cdn_id, at, status, millis, failed) values (?, ?, ?, ?::integer, ?)"
                        + " on conflict (cdn_id) do update set at = excluded.at, status = excluded.status,"
                        + " millis = excluded.millis,"
                        + " failed = case when excluded.failed = 0 then 0 else cdn.health.failed + 1 end",
                cdn,
                clock.instant(),
                answer.status(),
                answer.millis(),
                well ? 0 : 1);
        alarm();
    }

    /** It is no longer asked. */
    public void forgetHealth(String cdn) {
        sql.run("delete from cdn.health where cdn_id = ?", cdn);
        alarm();
    }

    private void alarm() {
        Map<String, String> facts = new TreeMap<>();
        healths().stream()
                .filter(one -> one.failed() >= FAILED)
                .forEach(one -> facts.put(one.cdn(), one.status() == 0 ? "-" : "HTTP " + one.status()));
        if (facts.isEmpty()) {
            interruptions.close(CdnAlarm.CDN_UNHEALTHY, null);
        } else {
            interruptions.open(CdnAlarm.CDN_UNHEALTHY, null, OptionalInt.empty(), facts);
        }
    }

    List<CdnHealth> healths() {
        return sql.list(
                "select * from cdn.health order by cdn_id",
                row -> new CdnHealth(
                        row.text("cdn_id"),
                        row.instant("at"),
                        row.number("status"),
                        row.numberOrNull("millis"),
                        row.number("failed")));
    }

    /** The month in Seoul. */
    public YearMonth month() {
        return WatchBook.month(clock.instant());
    }

    /** Both as the account has told them; what it does not tell any more is gone. */
    public void keep(String cdn, @Nullable CdnSetup setup, YearMonth month, OptionalLong bytes) {
        sql.run("delete from cdn.standing where cdn_id = ?", cdn);
        sql.run(
                "insert into cdn.standing (cdn_id, asked_at, at, address, deployed, enabled, open_origins, spare, signs, firewall,"
                        + " shielded, shield_regions, shield_origins, carried_month, carried_bytes) values (?, ?, ?, ?,"
                        + " ?::boolean, ?::boolean, ?::text[], ?::boolean, ?::boolean, ?, ?::boolean, ?::text[], ?::text[], ?,"
                        + " ?::bigint)",
                cdn,
                clock.instant(),
                clock.instant(),
                setup == null ? null : setup.address(),
                setup == null ? null : setup.deployed(),
                setup == null ? null : setup.enabled(),
                setup == null ? null : setup.open(),
                setup == null ? null : setup.spare(),
                setup == null ? null : setup.signs(),
                setup == null ? null : setup.firewall(),
                setup == null ? null : setup.shielded(),
                shields(setup, shield -> Objects.requireNonNullElse(shield.region(), "")),
                shields(setup, OriginShield::origin),
                bytes.isPresent() ? month.toString() : null,
                bytes.isPresent() ? (Long) bytes.getAsLong() : null);
    }

    /** What was seen before stays; when it was seen, too. */
    public void trouble(String cdn, String words) {
        sql.run(
                "insert into cdn.standing (cdn_id, asked_at, trouble) values (?, ?, ?) on conflict (cdn_id)"
                        + " do update set asked_at = excluded.asked_at, trouble = excluded.trouble",
                cdn,
                clock.instant(),
                words);
    }

    public void forget(String cdn) {
        sql.run("delete from cdn.standing where cdn_id = ?", cdn);
    }

    public List<CdnStanding> list() {
        return sql.list("select * from cdn.standing order by cdn_id", StandingBook::read);
    }

    private static CdnStanding read(Row row) throws SQLException {
        return new CdnStanding(
                row.text("cdn_id"),
                row.instantOrNull("at"),
                row.isNull("address") ? null : setup(row),
                row.textOrNull("carried_month"),
                row.isNull("carried_bytes") ? null : Long.valueOf(row.big("carried_bytes")),
                row.textOrNull("trouble"));
    }

    private static List<String> shields(@Nullable CdnSetup setup, Function<OriginShield, String> part) {
        return setup == null
                ? List.of()
                : setup.originShields().stream().map(part).toList();
    }

    private static List<OriginShield> shields(Row row) throws SQLException {
        List<String> regions = row.texts("shield_regions");
        List<String> origins = row.texts("shield_origins");
        return IntStream.range(0, origins.size())
                .mapToObj(i -> new OriginShield(origins.get(i), regions.get(i).isEmpty() ? null : regions.get(i)))
                .toList();
    }

    private static CdnSetup setup(Row row) throws SQLException {
        return new CdnSetup(
                row.text("address"),
                row.isTrue("deployed"),
                row.isTrue("enabled"),
                row.texts("open_origins"),
                row.isTrue("spare"),
                row.isTrue("signs"),
                row.textOrNull("firewall"),
                row.isNull("shielded") ? null : Boolean.valueOf(row.isTrue("shielded")),
                shields(row));
    }
}
