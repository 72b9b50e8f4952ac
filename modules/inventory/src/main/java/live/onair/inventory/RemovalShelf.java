package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.kernel.Acting;
import live.onair.kernel.Reason;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** The rows of what was planned to be cleared away and what became of it. Works inside the caller's transaction. */
@Singleton
class RemovalShelf {

    /** So long is a plan kept that nobody has approved. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Statements sql;

    @Inject
    RemovalShelf(Statements sql) {
        this.sql = sql;
    }

    /** A removal with whether a call of it has gone out. */
    record Kept(Removal removal, boolean begun, Instant plannedAt) {}

    void planned(UUID id, AccountShelf.Kept thing, Remedy deed, String hash, Instant now) {
        sql.run("delete from inventory.removal where state = 'PLANNED' and planned_at < ?", now.minus(FORGOTTEN));
        sql.run(
                "insert into inventory.removal (id, resource_id, resource_name, deed, hash, state, begun, words,"
                        + " planned_at, asked_name) values (?, ?, ?, ?, ?, 'PLANNED', false, '', ?, ?)",
                id,
                thing.id(),
                thing.thing().name(),
                deed,
                hash,
                now,
                Acting.actor().name());
    }

    /** The newest plan of this resource with this hash. */
    Optional<Kept> planned(String resource, String hash) {
        return sql.one(
                "select * from inventory.removal where resource_id = ? and hash = ? and state = 'PLANNED'"
                        + " order by planned_at desc, id desc for update",
                RemovalShelf::kept,
                resource,
                hash);
    }

    void approved(UUID id, Instant now) {
        sql.run(
                "update inventory.removal set state = 'WAITING', asked_at = ?, asked_name = ? where id = ?",
                now,
                Acting.actor().name(),
                id);
    }

    void begun(UUID id) {
        sql.run("update inventory.removal set begun = true where id = ?", id);
    }

    void over(UUID id, boolean done, String words) {
        sql.run("update inventory.removal set state = ?, words = ? where id = ?", done ? "DONE" : "FAILED", words, id);
    }

    Optional<Kept> waiting(UUID id) {
        return sql.one("select * from inventory.removal where id = ? and state = 'WAITING'", RemovalShelf::kept, id);
    }

    /** By resource, the last one that was approved. */
    Map<String, Removal> latest() {
        return sql
                .list(
                        "select distinct on (resource_id) * from inventory.removal where state <> 'PLANNED'"
                                + " order by resource_id, asked_at desc, id desc",
                        RemovalShelf::kept)
                .stream()
                .map(Kept::removal)
                .collect(Collectors.toMap(Removal::resource, Function.identity()));
    }

    private static Kept kept(Row row) throws SQLException {
        Instant planned = row.instant("planned_at");
        Optional<Reason> why = KeptReason.read(row.text("words"));
        Removal removal = new Removal(
                UUID.fromString(row.text("id")),
                row.text("resource_id"),
                row.text("resource_name"),
                Remedy.valueOf(row.text("deed")),
                row.text("hash"),
                row.text("state"),
                why.isPresent() ? "" : row.text("words"),
                why.map(Reason::code).orElse(null),
                why.map(RemovalShelf::facts).orElse(Map.of()),
                row.text("asked_name"),
                row.maybeInstant("asked_at").orElse(planned));
        return new Kept(removal, row.isTrue("begun"), planned);
    }

    private static Map<String, String> facts(Reason reason) {
        Map<String, String> facts = new TreeMap<>();
        reason.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return facts;
    }
}
