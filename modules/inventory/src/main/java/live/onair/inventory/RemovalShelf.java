package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
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
import live.onair.sql.ShownPlans;
import live.onair.sql.Statements;

/** The rows of what is to be cleared away by its plan, and what became of it. Works inside the caller's transaction. */
@Singleton
class RemovalShelf {

    private final Statements sql;
    private final Clock clock;

    @Inject
    RemovalShelf(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A removal with whether a call of it has gone out. */
    record Kept(Removal removal, boolean begun) {}

    /** The plans that were shown. */
    ShownPlans shown() {
        return new ShownPlans(sql, clock, "inventory.shown_plan");
    }

    void approved(UUID id, AccountShelf.Kept thing, Remedy deed, String hash) {
        Instant now = clock.instant();
        sql.run(
                "insert into inventory.removal (id, resource_id, resource_name, deed, hash, state, begun, words,"
                        + " planned_at, asked_at, asked_name) values (?, ?, ?, ?, ?, 'WAITING', false, '', ?, ?, ?)",
                id,
                thing.id(),
                thing.thing().name(),
                deed,
                hash,
                now,
                now,
                Acting.actor().name());
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
                        "select distinct on (resource_id) * from inventory.removal "
                                + "order by resource_id, asked_at desc, id desc",
                        RemovalShelf::kept)
                .stream()
                .map(Kept::removal)
                .collect(Collectors.toMap(Removal::resource, Function.identity()));
    }

    private static Kept kept(Row row) throws SQLException {
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
                row.instant("asked_at"));
        return new Kept(removal, row.isTrue("begun"));
    }

    private static Map<String, String> facts(Reason reason) {
        Map<String, String> facts = new TreeMap<>();
        reason.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return facts;
    }
}
