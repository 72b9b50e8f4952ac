package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.Cdns.CdnStanding;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of what CDNs' accounts said. */
@Singleton
@Transactional
class StandingBook {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Statements sql;
    private final Clock clock;
    private final CdnBook cdns;

    @Inject
    StandingBook(Statements sql, Clock clock, CdnBook cdns) {
        this.sql = sql;
        this.clock = clock;
        this.cdns = cdns;
    }

    /** Whether viewers can be sent there. */
    public boolean isUsed(String cdn) {
        return cdns.find(cdn).filter(found -> !found.retired()).isPresent();
    }

    /** The month in Seoul. */
    public YearMonth month() {
        return YearMonth.from(clock.instant().atZone(SEOUL));
    }

    /** Both as the account has told them; what it does not tell any more is gone. */
    public void keep(String cdn, @Nullable CdnSetup setup, YearMonth month, OptionalLong bytes) {
        sql.run("delete from cdn.standing where cdn_id = ?", cdn);
        sql.run(
                "insert into cdn.standing (cdn_id, at, address, deployed, enabled, open_origins, spare, signs, firewall,"
                        + " shielded) values (?, ?, ?, ?::boolean, ?::boolean, ?::text[], ?::boolean, ?::boolean, ?,"
                        + " ?::boolean)",
                cdn,
                clock.instant(),
                setup == null ? null : setup.address(),
                setup == null ? null : setup.deployed(),
                setup == null ? null : setup.enabled(),
                setup == null ? null : setup.open(),
                setup == null ? null : setup.spare(),
                setup == null ? null : setup.signs(),
                setup == null ? null : setup.firewall(),
                setup == null ? null : setup.shielded());
        if (bytes.isPresent()) {
            sql.run(
                    "update cdn.standing set carried_month = ?, carried_bytes = ? where cdn_id = ?",
                    month.toString(),
                    bytes.getAsLong(),
                    cdn);
        }
    }

    /** What was seen before stays; when it was seen, too. */
    public void trouble(String cdn, String words) {
        sql.run(
                "insert into cdn.standing (cdn_id, trouble) values (?, ?)"
                        + " on conflict (cdn_id) do update set trouble = excluded.trouble",
                cdn,
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

    private static CdnSetup setup(Row row) throws SQLException {
        return new CdnSetup(
                row.text("address"),
                row.isTrue("deployed"),
                row.isTrue("enabled"),
                row.texts("open_origins"),
                row.isTrue("spare"),
                row.isTrue("signs"),
                row.textOrNull("firewall"),
                row.isNull("shielded") ? null : Boolean.valueOf(row.isTrue("shielded")));
    }
}
