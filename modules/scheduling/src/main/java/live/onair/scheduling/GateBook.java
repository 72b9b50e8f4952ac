package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ReconcileChannelHandler.ReconcileChannel;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;

/** The rows behind {@link Gate}. Works inside the caller's transaction. */
@Singleton
class GateBook {

    static final String STREAM = "stream";

    private final Statements sql;
    private final Clock clock;
    private final WorkQueue queue;

    @Inject
    GateBook(Statements sql, Clock clock, WorkQueue queue) {
        this.sql = sql;
        this.clock = clock;
        this.queue = queue;
    }

    void register(Gate.Check check) {
        sql.run(
                "insert into scheduling.gate_kind (code, ko, en, guards, holds_start, required, fix_route)"
                        + " values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (code) do update set ko = excluded.ko, en = excluded.en,"
                        + " guards = excluded.guards, holds_start = excluded.holds_start,"
                        + " required = excluded.required, fix_route = excluded.fix_route",
                check.code(),
                check.ko(),
                check.en(),
                check.guards() == Gate.Guards.ON_AIR ? Gate.Guards.ON_AIR : Gate.Guards.APPROVED,
                check.guards() == Gate.Guards.BOTH,
                check.required(),
                check.fixRoute());
    }

    List<String> openShows() {
        return sql.list(
                "select id from scheduling.show where state not in ('ENDED', 'REPLAY', 'ARCHIVED', 'CANCELLED')"
                        + " order by starts_at, id",
                row -> row.text("id"));
    }

    /** Before its check is known a report has nowhere to stand; at its start each check reports on all open shows. */
    void report(Gate.Report report) {
        boolean heldBack = waits(report.show()) && holdsBack(report.show(), Gate.Guards.ON_AIR);
        sql.run(
                "insert into scheduling.gate_check (show_id, code, verdict, facts, valid_until, at)"
                        + " select ?, code, ?, ?::jsonb, ?, ? from scheduling.gate_kind where code = ?"
                        + " on conflict (show_id, code) do update set"
                        + " verdict = excluded.verdict, facts = excluded.facts, valid_until = excluded.valid_until,"
                        + " at = excluded.at",
                report.show(),
                report.verdict(),
                Facts.write(report.facts()),
                report.validUntil(),
                clock.instant(),
                report.code());
        if (heldBack && !holdsBack(report.show(), Gate.Guards.ON_AIR)) {
            queue.put(new ReconcileChannel(report.show()));
        }
    }

    /** Whether its start may wait for its checks: not while it is planned, and hundreds are planned at once. */
    private boolean waits(String show) {
        return sql.one(
                        "select 1 from scheduling.show where id = ? and state in ('APPROVED', 'STANDBY')",
                        row -> true,
                        show)
                .isPresent();
    }

    Outcome<String> require(String code, int tier, boolean required) {
        if (tier < 1 || tier > 3) {
            return Outcome.refused(ShowRefusal.FIELD_RANGE.with("field", "tier", "min", 1, "max", 3));
        }
        if (checks().stream().noneMatch(c -> c.code().equals(code))) {
            return Outcome.refused(ShowRefusal.NO_SUCH_CHECK.with("code", code));
        }
        sql.run(
                "insert into scheduling.gate_rule (code, tier, required) values (?, ?, ?)"
                        + " on conflict (code, tier) do update set required = excluded.required",
                code,
                tier,
                required);
        return Outcome.done(code);
    }

    List<Gate.Check> checks() {
        return sql.list(
                "select * from scheduling.gate_kind order by guards, code",
                r -> new Gate.Check(
                        r.text("code"),
                        r.text("ko"),
                        r.text("en"),
                        guards(r),
                        r.isTrue("required"),
                        r.text("fix_route")));
    }

    private static Gate.Guards guards(Row row) throws SQLException {
        return row.isTrue("holds_start") ? Gate.Guards.BOTH : Gate.Guards.valueOf(row.text("guards"));
    }

    private static final String ROWS =
            "select s.id show_id, k.*, coalesce(u.required, k.required) needed, c.verdict, c.facts, c.valid_until, c.at"
                    + " from scheduling.show s cross join scheduling.gate_kind k"
                    + " left join scheduling.gate_rule u on u.code = k.code and u.tier = s.tier"
                    + " left join scheduling.gate_check c on c.code = k.code and c.show_id = s.id ";

    List<Gate.Row> of(String show) {
        Instant now = clock.instant();
        return sql.list(ROWS + "where s.id = ? order by k.guards, k.code", row -> read(row, show, now), show);
    }

    List<Gate.Standing> standings(Instant from, Instant to) {
        Instant now = clock.instant();
        Map<String, List<Gate.Row>> rows = new LinkedHashMap<>();
        sql.list(
                        ROWS + "where s.ends_at > ? and s.starts_at < ?"
                                + " and s.state not in ('ENDED', 'REPLAY', 'ARCHIVED', 'CANCELLED')"
                                + " order by s.id, k.guards, k.code",
                        row -> Map.entry(row.text("show_id"), read(row, row.text("show_id"), now)),
                        from,
                        to)
                .forEach(e -> rows.computeIfAbsent(e.getKey(), show -> new ArrayList<>())
                        .add(e.getValue()));
        return rows.entrySet().stream()
                .map(e -> standing(e.getKey(), e.getValue()))
                .toList();
    }

    private static Gate.Standing standing(String show, List<Gate.Row> checks) {
        Optional<Gate.Row> blocked = checks.stream()
                .filter(c -> c.holdsBack() && c.reportedAt() != null)
                .findFirst();
        int ready = (int) checks.stream().filter(c -> !c.holdsBack()).count();
        return new Gate.Standing(
                show,
                ready,
                checks.size(),
                blocked.map(Gate.Row::ko).orElse(null),
                blocked.map(Gate.Row::en).orElse(null));
    }

    boolean holdsBack(String show, Gate.Guards transition) {
        return !holding(show, transition).isEmpty();
    }

    List<Gate.Row> holding(String show, Gate.Guards transition) {
        return holding(of(show), transition);
    }

    static List<Gate.Row> holding(List<Gate.Row> rows, Gate.Guards transition) {
        return rows.stream()
                .filter(row -> row.guards().covers(transition) && row.holdsBack())
                .toList();
    }

    private static Gate.Row read(Row row, String show, Instant now) throws SQLException {
        boolean required = row.isTrue("needed");
        boolean missing = row.isNull("verdict");
        Instant until = row.instantOrNull("valid_until");
        boolean expired = until != null && !now.isBefore(until);
        Gate.Verdict verdict = missing || expired
                ? (required ? Gate.Verdict.RED : Gate.Verdict.WARN)
                : Gate.Verdict.valueOf(row.text("verdict"));
        return new Gate.Row(
                row.text("code"),
                row.text("ko"),
                row.text("en"),
                guards(row),
                required,
                verdict,
                missing ? Map.of() : Facts.read(row.text("facts")),
                row.instantOrNull("at"),
                until,
                expired,
                required && verdict == Gate.Verdict.RED,
                row.text("fix_route").replace("{show}", show));
    }
}
