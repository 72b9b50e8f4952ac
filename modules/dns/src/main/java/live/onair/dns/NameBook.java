package live.onair.dns;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.dns.DnsRows.DnsName;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;

/** The rows of names and of what stood there last. Works inside the caller's transaction. */
@Singleton
class NameBook {

    private static final int MOST = 50;

    private final Statements sql;
    private final Clock clock;
    private final WorkQueue queue;
    private final Event<DnsEvent> events;

    @Inject
    NameBook(Statements sql, Clock clock, WorkQueue queue, Event<DnsEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.queue = queue;
        this.events = events;
    }

    List<DnsName> list() {
        Map<String, List<DnsRecord>> records =
                sql.list("select * from dns.record_set order by type, set_id", NameBook::record).stream()
                        .collect(Collectors.groupingBy(DnsRecord::name));
        return sql.list(
                "select * from dns.watched order by name",
                row -> name(row, records.getOrDefault(row.text("name"), List.of())));
    }

    Optional<DnsName> find(String name) {
        return list().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static DnsName name(Row row, List<DnsRecord> records) throws SQLException {
        return new DnsName(
                row.text("name"),
                row.text("zone"),
                row.instantOrNull("seen_at"),
                row.textOrNull("trouble"),
                records,
                row.text("watched_by"),
                row.instant("watched_at"));
    }

    private static DnsRecord record(Row row) throws SQLException {
        return record(row, row.text("name"));
    }

    static DnsRecord record(Row row, String name) throws SQLException {
        return new DnsRecord(
                name,
                RecordType.valueOf(row.text("type")),
                row.number("ttl_seconds"),
                row.text("set_id"),
                row.numberOrNull("weight"),
                row.textOrNull("country"),
                row.text("value"),
                row.textOrNull("health_check"));
    }

    Outcome<DnsName> watch(String given) {
        String name = WishText.name(given);
        if (!WishText.isName(name)) {
            return Outcome.refused(DnsRefusal.NAME.with("field", "name", "name", given));
        }
        if (find(name).isEmpty()) {
            if (list().size() >= MOST) {
                return Outcome.refused(DnsRefusal.MANY_NAMES.with("max", MOST));
            }
            int added = sql.run(
                    "insert into dns.watched (name, zone, watched_by, watched_at) values (?, '', ?, ?) on conflict do nothing",
                    name,
                    Acting.actor().name(),
                    clock.instant());
            if (added > 0) {
                events.fire(new DnsEvent.Watched(name));
            }
        }
        queue.put(new LookAtName(name));
        return Outcome.done(find(name).orElseThrow());
    }

    /** What was seen of it goes, too. */
    Outcome<DnsName> forget(String given) {
        String name = WishText.name(given);
        boolean changing = sql.one("select 1 from dns.change where name = ? and ended_at is null", row -> true, name)
                .isPresent();
        if (changing) {
            return Outcome.refused(DnsRefusal.UNDER_WAY.with("name", name));
        }
        DnsName seen = find(name).orElse(null);
        if (seen == null || sql.run("delete from dns.watched where name = ?", name) == 0) {
            return Outcome.refused(DnsRefusal.NO_NAME.with("name", name));
        }
        events.fire(new DnsEvent.Forgotten(name));
        return Outcome.done(seen);
    }

    /** This stands there now. */
    void stands(String name, List<DnsRecord> records, Instant at) {
        sql.run("update dns.watched set seen_at = ?, trouble = null where name = ?", at, name);
        sql.run("delete from dns.record_set where name = ?", name);
        records.forEach(one -> sql.run(
                "insert into dns.record_set (name, type, set_id, ttl_seconds, weight, country, value, health_check)"
                        + " select ?, ?, ?, ?, ?, ?, ?, ? where exists (select 1 from dns.watched where name = ?)",
                name,
                one.type(),
                one.setId(),
                one.ttlSeconds(),
                one.weight(),
                one.country(),
                one.value(),
                one.healthCheck(),
                name));
    }

    void zone(String name, String words, Instant at) {
        sql.run("update dns.watched set zone = ?, seen_at = coalesce(seen_at, ?) where name = ?", words, at, name);
    }

    void trouble(String name, String why) {
        sql.run("update dns.watched set trouble = ? where name = ?", why, name);
    }
}
