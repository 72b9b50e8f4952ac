package live.onair.monitors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.CloudException;
import live.onair.monitors.MonitorRows.MonitorDeed;
import live.onair.monitors.MonitorRows.MonitorLook;
import live.onair.monitors.MonitorRows.MonitorOrder;
import live.onair.monitors.MonitorRows.MonitorState;
import live.onair.monitors.spi.MonitorStreams.Monitor;
import live.onair.monitors.spi.MonitorStreams.State;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of monitors and of the plans that were shown. Works inside the caller's transaction. */
@Singleton
class MonitorShelf {

    private static final String IN_USE = "select * from monitors.monitor where removed_at is null";

    private final Statements sql;
    private final Clock clock;

    @Inject
    MonitorShelf(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A monitor as it is kept.
     *
     * @param settled whether it has been as wanted since the last press
     * @param askedFor whether a call that makes it may have gone out
     * @param seen empty if it was not there, or never looked at
     * @param hash of the plan that was approved last
     */
    record Kept(
            String id,
            String name,
            @Nullable String channel,
            String backend,
            int hours,
            boolean leaving,
            boolean settled,
            boolean askedFor,
            Optional<Monitor> seen,
            MonitorLook look,
            @Nullable MonitorOrder order,
            @Nullable String hash,
            Instant createdAt,
            String createdBy) {

        /** Whether nothing was called for it, and will not be without a press. */
        private boolean isNotMade() {
            return order != null && order.deed() == MonitorDeed.MAKE && !order.pending() && !askedFor;
        }

        MonitorState state() {
            if (look.fault() != null) {
                return MonitorState.FAULT;
            }
            if (leaving) {
                return MonitorState.LEAVING;
            }
            return seen.map(this::state)
                    .orElseGet(() -> isNotMade()
                            ? MonitorState.NOT_MADE
                            : look.at() == null
                                    ? MonitorState.UNSEEN
                                    : settled ? MonitorState.MISSING : MonitorState.MAKING);
        }

        private MonitorState state(Monitor there) {
            return switch (there.state()) {
                case CREATING -> MonitorState.MAKING;
                case UPDATING -> MonitorState.CHANGING;
                case REMOVING -> MonitorState.LEAVING;
                case ACTIVE ->
                    there.retention().toHours() == hours
                            ? MonitorState.READY
                            : settled ? MonitorState.DRIFTED : MonitorState.CHANGING;
            };
        }

        Optional<MonitorOrder> pending() {
            return Optional.ofNullable(order).filter(MonitorOrder::pending);
        }
    }

    List<Kept> all() {
        return sql.list(IN_USE + " order by name", MonitorShelf::kept);
    }

    Optional<Kept> find(String id) {
        return sql.one(IN_USE + " and id = ?", MonitorShelf::kept, id);
    }

    /** The same, and nobody else changes it until the transaction is over. */
    Optional<Kept> lock(String id) {
        return sql.one(IN_USE + " and id = ? for update", MonitorShelf::kept, id);
    }

    boolean isTaken(String name) {
        return sql.one(IN_USE + " and name = ?", row -> true, name).isPresent();
    }

    void add(MonitorEvent.Added added) {
        sql.run(
                "insert into monitors.monitor (id, name, channel_id, backend, hours, leaving, settled, asked_for,"
                        + " order_open, created_at, created_by) values (?, ?, ?, ?, ?, false, false, false, false, ?, ?)",
                added.subject(),
                added.name(),
                added.channel(),
                added.backend(),
                added.hours(),
                clock.instant(),
                Acting.actor().name());
    }

    void approved(String monitor, MonitorDeed deed, @Nullable Integer hours, String hash, Instant now) {
        sql.run(
                "update monitors.monitor set order_deed = ?, order_hours = ?, order_hash = ?, order_at = ?,"
                        + " order_by = ?, order_open = true, order_words = null where id = ?",
                deed,
                hours,
                hash,
                now,
                Acting.actor().name(),
                monitor);
    }

    /** What was approved begins: from here on it is what is wanted. */
    void begun(String id, MonitorOrder order) {
        sql.run(
                "update monitors.monitor set order_open = false, settled = false, leaving = ?,"
                        + " hours = coalesce(?, hours) where id = ?",
                order.deed() == MonitorDeed.REMOVE,
                order.hours(),
                id);
    }

    /** What was approved is not done; what was to be made is not wanted any more until somebody presses again. */
    void dropped(String id, String words) {
        sql.run(
                "update monitors.monitor set order_open = false, order_words = ?, settled = settled or order_deed = 'MAKE'"
                        + " where id = ?",
                words,
                id);
    }

    void seen(String id, @Nullable Monitor seen, Instant now) {
        sql.run(
                "update monitors.monitor set seen_state = ?, seen_hours = ?, seen_since = ?, seen_place = ?,"
                        + " seen_version = ?, seen_at = ?, fault = null, words = null where id = ?",
                seen == null ? null : seen.state(),
                seen == null ? null : Math.toIntExact(seen.retention().toHours()),
                seen == null ? null : seen.since(),
                seen == null ? null : seen.place(),
                seen == null ? null : seen.version(),
                now,
                id);
    }

    void troubled(String id, CloudException why) {
        sql.run(
                "update monitors.monitor set fault = ?, words = ? where id = ?",
                why.fault(),
                String.valueOf(why.getMessage()),
                id);
    }

    void askedFor(String id) {
        sql.run("update monitors.monitor set asked_for = true where id = ?", id);
    }

    void settled(String id) {
        sql.run("update monitors.monitor set settled = true where id = ?", id);
    }

    void gone(String id, Instant now) {
        sql.run("update monitors.monitor set removed_at = ?, order_open = false where id = ?", now, id);
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.text("id"),
                row.text("name"),
                row.textOrNull("channel_id"),
                row.text("backend"),
                row.number("hours"),
                row.isTrue("leaving"),
                row.isTrue("settled"),
                row.isTrue("asked_for"),
                seen(row),
                look(row),
                order(row),
                row.textOrNull("order_hash"),
                row.instant("created_at"),
                row.text("created_by"));
    }

    private static Optional<Monitor> seen(Row row) throws SQLException {
        if (row.isNull("seen_state")) {
            return Optional.empty();
        }
        return Optional.of(new Monitor(
                row.text("id"),
                State.valueOf(row.text("seen_state")),
                Duration.ofHours(row.number("seen_hours")),
                row.instant("seen_since"),
                row.text("seen_place"),
                row.text("seen_version")));
    }

    private static MonitorLook look(Row row) throws SQLException {
        return new MonitorLook(
                row.numberOrNull("seen_hours"),
                row.textOrNull("seen_place"),
                row.instantOrNull("seen_since"),
                row.instantOrNull("seen_at"),
                row.textOrNull("fault"),
                row.textOrNull("words"));
    }

    private static @Nullable MonitorOrder order(Row row) throws SQLException {
        return row.isNull("order_deed")
                ? null
                : new MonitorOrder(
                        MonitorDeed.valueOf(row.text("order_deed")),
                        row.numberOrNull("order_hours"),
                        row.text("order_by"),
                        row.instant("order_at"),
                        row.isTrue("order_open"),
                        row.textOrNull("order_words"));
    }
}
