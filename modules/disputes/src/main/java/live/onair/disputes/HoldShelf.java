package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.disputes.DisputeHolds.HoldFilter;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.disputes.HoldRows.HoldPage;
import live.onair.disputes.HoldRows.Release;
import live.onair.disputes.HoldRows.Tape;
import live.onair.disputes.HoldRows.TapeState;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** What is read of holds, and of recordings as they were seen last. Works inside the caller's transaction. */
@Singleton
class HoldShelf {

    static final Tape NOT_SEEN = new Tape(TapeState.UNKNOWN, false, 0, null);

    private static final String READ = "select h.*, r.state, r.cut_short, r.bytes, r.seen_at from disputes.hold h"
            + " left join disputes.recording r on r.show_id = h.show_id where ";

    private final Statements sql;

    @Inject
    HoldShelf(Statements sql) {
        this.sql = sql;
    }

    Optional<DisputeHold> find(String id) {
        return sql.one(READ + "h.id = ?", HoldShelf::read, id);
    }

    /** Those that hold the show now. */
    List<DisputeHold> open(String show) {
        return sql.list(READ + "h.show_id = ? and h.released_at is null order by h.id", HoldShelf::read, show);
    }

    HoldPage list(HoldFilter filter) {
        StringBuilder where = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        if (filter.show() != null && !filter.show().isBlank()) {
            where.append(" and h.show_id = ?");
            values.add(filter.show().strip());
        }
        if (filter.open()) {
            where.append(" and h.released_at is null");
        }
        if (filter.after() != null && !filter.after().isBlank()) {
            where.append(" and h.id < ?");
            values.add(filter.after());
        }
        int size = Math.min(200, Math.max(1, filter.size()));
        List<DisputeHold> found =
                sql.list(READ + where + " order by h.id desc limit " + (size + 1), HoldShelf::read, values.toArray());
        return found.size() > size
                ? new HoldPage(found.subList(0, size), found.get(size - 1).id())
                : new HoldPage(found, null);
    }

    Tape tape(String show) {
        return sql.one("select * from disputes.recording where show_id = ?", HoldShelf::tape, show)
                .orElse(NOT_SEEN);
    }

    private static Tape tape(Row row) throws SQLException {
        return row.isNull("seen_at")
                ? NOT_SEEN
                : new Tape(
                        TapeState.valueOf(row.text("state")),
                        row.isTrue("cut_short"),
                        row.big("bytes"),
                        row.instant("seen_at"));
    }

    private static DisputeHold read(Row row) throws SQLException {
        return new DisputeHold(
                row.text("id"),
                row.text("show_id"),
                row.text("order_id"),
                row.text("reason"),
                row.instant("held_at"),
                row.text("held_name"),
                row.isNull("released_at")
                        ? null
                        : new Release(row.instant("released_at"), row.text("released_name"), row.text("because")),
                tape(row));
    }
}
