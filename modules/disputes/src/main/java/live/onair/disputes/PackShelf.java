package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.DisputeRows.PackPage;
import live.onair.disputes.DisputeRows.PackState;
import live.onair.disputes.Disputes.PackFilter;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** What is read of packs. Works inside the caller's transaction. */
@Singleton
class PackShelf {

    private final Statements sql;

    @Inject
    PackShelf(Statements sql) {
        this.sql = sql;
    }

    Optional<Pack> find(String id) {
        return sql.one("select * from disputes.pack where id = ?", PackShelf::read, id);
    }

    Optional<Pack> bySha256(String sha256) {
        return sql.one("select * from disputes.pack where sha256 = ? order by id limit 1", PackShelf::read, sha256);
    }

    /** What its manifest must be: SHA-256. */
    Optional<String> manifest(String id) {
        return sql.one("select manifest from disputes.pack where id = ?", row -> row.text("manifest"), id)
                .filter(hash -> !hash.isEmpty());
    }

    /** Newest first. */
    List<Pack> of(String order) {
        return sql.list("select * from disputes.pack where order_id = ? order by id desc", PackShelf::read, order);
    }

    int making() {
        return sql.one("select count(*) n from disputes.pack where state <> 'READY'", row -> row.number("n"))
                .orElse(0);
    }

    PackPage list(PackFilter filter) {
        StringBuilder where = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        if (filter.text() != null && !filter.text().isBlank()) {
            String text = "%"
                    + filter.text()
                            .strip()
                            .replace("\\", "\\\\")
                            .replace("%", "\\%")
                            .replace("_", "\\_")
                    + "%";
            where.append(" and (id ilike ? or order_id ilike ? or show_id ilike ? or made_name ilike ?)");
            values.addAll(List.of(text, text, text, text));
        }
        if (filter.after() != null && !filter.after().isBlank()) {
            where.append(" and id < ?");
            values.add(filter.after());
        }
        int size = Math.min(200, Math.max(1, filter.size()));
        List<Pack> found = sql.list(
                "select * from disputes.pack where " + where + " order by id desc limit " + (size + 1),
                PackShelf::read,
                values.toArray());
        return found.size() > size
                ? new PackPage(found.subList(0, size), found.get(size - 1).id())
                : new PackPage(found, null);
    }

    private static Pack read(Row row) throws SQLException {
        return new Pack(
                row.text("id"),
                row.text("order_id"),
                row.text("show_id"),
                row.instant("ordered_at"),
                PackState.valueOf(row.text("state")),
                row.texts("missing").stream().map(Gap::valueOf).toList(),
                row.instant("made_at"),
                row.text("made_name"),
                row.instantOrNull("ready_at"),
                row.isNull("bytes") ? null : Long.valueOf(row.big("bytes")),
                row.textOrNull("sha256"));
    }
}
