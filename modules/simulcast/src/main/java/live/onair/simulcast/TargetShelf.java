package live.onair.simulcast;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of targets. Works inside the caller's transaction. */
@Singleton
class TargetShelf {

    private static final String IN_USE = "select * from simulcast.target where removed_at is null";

    private final Statements sql;
    private final Clock clock;

    @Inject
    TargetShelf(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A target as it is kept.
     *
     * @param sealed its stream key, closed
     */
    record Kept(
            String id,
            String name,
            String address,
            @Nullable String backup,
            String sealed,
            int version,
            boolean disabled,
            Instant createdAt,
            String createdBy) {}

    /** Where it is. */
    record Addresses(String main, @Nullable String backup) {}

    List<Kept> all() {
        return sql.list(IN_USE + " order by name", TargetShelf::kept);
    }

    Optional<Kept> find(String id) {
        return sql.one(IN_USE + " and id = ?", TargetShelf::kept, id);
    }

    /** The same, and nobody else changes it until the transaction is over. */
    Optional<Kept> lock(String id) {
        return sql.one(IN_USE + " and id = ? for update", TargetShelf::kept, id);
    }

    boolean isTaken(String name) {
        return sql.one(IN_USE + " and name = ?", row -> true, name).isPresent();
    }

    void add(String id, String name, Addresses at, String sealed) {
        sql.run(
                "insert into simulcast.target (id, name, address, backup, sealed, version, disabled, created_at,"
                        + " created_by) values (?, ?, ?, ?, ?, 1, false, ?, ?)",
                id,
                name,
                at.main(),
                at.backup(),
                sealed,
                clock.instant(),
                Acting.actor().name());
    }

    void change(Kept next) {
        sql.run(
                "update simulcast.target set name = ?, address = ?, backup = ?, sealed = ?, version = ?, disabled = ?"
                        + " where id = ?",
                next.name(),
                next.address(),
                next.backup(),
                next.sealed(),
                next.version(),
                next.disabled(),
                next.id());
    }

    /** Its key goes at once, its row stays for what points at it. */
    void remove(String id) {
        sql.run("update simulcast.target set removed_at = ?, sealed = '' where id = ?", clock.instant(), id);
        sql.run("update simulcast.switch set switched_on = false where target_id = ?", id);
    }

    /** Ids of the shows for which it is switched on. */
    List<String> showsOf(String id) {
        return sql.list(
                "select show_id from simulcast.switch where target_id = ? and switched_on order by show_id",
                row -> row.text("show_id"),
                id);
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.text("id"),
                row.text("name"),
                row.text("address"),
                row.textOrNull("backup"),
                row.text("sealed"),
                row.number("version"),
                row.isTrue("disabled"),
                row.instant("created_at"),
                row.text("created_by"));
    }
}
