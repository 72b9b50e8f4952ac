package live.onair.dns;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.dns.DnsRows.ChangeState;
import live.onair.dns.DnsRows.ChangeTrouble;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.RecordPlanner.Approved;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;

/** The rows of changes. Works inside the caller's transaction. */
@Singleton
class ChangeBook {

    /** What is not written by then has failed. */
    private static final Duration TO_WRITE = Duration.ofMinutes(5);

    private static final int LISTED = 100;

    private final Statements sql;
    private final Clock clock;
    private final WorkQueue queue;
    private final Event<DnsEvent> events;

    @Inject
    ChangeBook(Statements sql, Clock clock, WorkQueue queue, Event<DnsEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.queue = queue;
        this.events = events;
    }

    /** Which side of a change. */
    private enum Side {
        BEFORE,
        AFTER
    }

    /** A record with whose it is. */
    private record Kept(long change, Side side, DnsRecord record) {}

    /** Newest first. */
    List<DnsChange> list() {
        return read("order by number desc limit " + LISTED);
    }

    Optional<DnsChange> find(long number) {
        return read("where number = " + number).stream().findFirst();
    }

    private List<DnsChange> read(String which) {
        Map<Long, List<Kept>> records = sql
                .list(
                        "select r.*, c.name from dns.change_record r join dns.change c on c.number = r.change"
                                + " where c.number in (select number from dns.change " + which + ")"
                                + " order by r.change, r.type, r.set_id",
                        row -> new Kept(
                                row.big("change"),
                                Side.valueOf(row.text("side")),
                                NameBook.record(row, row.text("name"))))
                .stream()
                .collect(Collectors.groupingBy(Kept::change));
        return sql.list(
                "select * from dns.change " + which,
                row -> change(row, records.getOrDefault(row.big("number"), List.of())));
    }

    private static DnsChange change(Row row, List<Kept> records) throws SQLException {
        String trouble = row.textOrNull("trouble");
        return new DnsChange(
                row.big("number"),
                row.text("name"),
                ChangeState.valueOf(row.text("state")),
                of(Side.BEFORE, records),
                of(Side.AFTER, records),
                row.numberOrNull("keep_seconds"),
                row.isNull("reverts") ? null : Long.valueOf(row.big("reverts")),
                row.text("reason"),
                trouble == null ? null : ChangeTrouble.valueOf(trouble),
                row.textOrNull("detail"),
                row.texts("answers"),
                row.numberOrNull("answer_ttl"),
                row.text("begun_by"),
                row.instant("begun_at"),
                row.instantOrNull("applied_at"),
                row.instantOrNull("ended_at"));
    }

    private static List<DnsRecord> of(Side side, List<Kept> records) {
        return records.stream()
                .filter(one -> one.side() == side)
                .map(Kept::record)
                .toList();
    }

    /** The one that is under way at a name. */
    Optional<Long> running(String name) {
        return sql.one(
                "select number from dns.change where name = ? and ended_at is null", row -> row.big("number"), name);
    }

    List<Long> running() {
        return sql.list(
                "select number from dns.change where ended_at is null order by number", row -> row.big("number"));
    }

    /** The last one at the same name that was written after it. */
    Optional<Long> later(DnsChange change) {
        return sql.one(
                "select number from dns.change where name = ? and number > ? and applied_at is not null"
                        + " order by number desc limit 1",
                row -> row.big("number"),
                change.name(),
                change.number());
    }

    /** Refused where another is under way: of two who press at once one does it. */
    Outcome<DnsChange> begin(Approved approved) {
        Optional<Long> number = sql.one(
                "insert into dns.change (name, state, keep_seconds, reverts, reason, answers, begun_by, begun_at, until)"
                        + " values (?, ?, ?, ?, ?, '{}', ?, ?, ?) on conflict do nothing returning number",
                row -> row.big("number"),
                approved.name(),
                ChangeState.PLANNED,
                approved.keepSeconds(),
                approved.reverts(),
                approved.reason(),
                Acting.actor().name(),
                clock.instant(),
                clock.instant().plus(TO_WRITE));
        if (number.isEmpty()) {
            return Outcome.refused(DnsRefusal.UNDER_WAY.with("name", approved.name()));
        }
        keep(number.get(), Side.BEFORE, approved.before());
        keep(number.get(), Side.AFTER, approved.after());
        queue.put(new ApplyRecords(number.get()));
        events.fire(new DnsEvent.Began(
                number.get(),
                approved.name(),
                RecordText.fields(approved.before(), approved.after()),
                approved.reason(),
                approved.reverts()));
        return Outcome.done(find(number.get()).orElseThrow());
    }

    private void keep(long change, Side side, List<DnsRecord> records) {
        for (DnsRecord one : records) {
            sql.run(
                    "insert into dns.change_record (change, side, type, set_id, ttl_seconds, weight, country, value,"
                            + " health_check) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    change,
                    side,
                    one.type(),
                    one.setId(),
                    one.ttlSeconds(),
                    one.weight(),
                    one.country(),
                    one.value(),
                    one.healthCheck());
        }
    }
}
