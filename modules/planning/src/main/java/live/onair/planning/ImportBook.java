package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.scheduling.Bookings;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What imports leave behind: what each did, the numbers of its source, and how its columns were mapped. */
@Singleton
class ImportBook {

    private final Statements sql;
    private final Clock clock;

    @Inject
    ImportBook(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What an import did to a show, and its version then; before is null for one it added. */
    record Done(
            String show,
            Bookings.Deed deed,
            @Nullable Integer version,
            @Nullable Integer previous,
            @Nullable String before) {}

    Imports.Row add(String name, Imports.Counts counts, List<Done> lines) {
        String id = id();
        sql.run(
                "insert into planning.import (id, name, added, changed, same, at, actor_id, actor_name)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                name,
                counts.added(),
                counts.changed(),
                counts.same(),
                clock.instant(),
                Acting.actor().id(),
                Acting.actor().name());
        int number = 0;
        for (Done line : lines) {
            sql.run(
                    "insert into planning.import_line (import_id, number, show_id, deed, version, previous, before)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    ++number,
                    line.show(),
                    line.deed(),
                    line.version(),
                    line.previous(),
                    line.before());
        }
        return find(id).orElseThrow();
    }

    private String id() {
        return sql.one(
                        "select nextval('planning.import_number') n",
                        row -> String.format(Locale.ROOT, "IM-%03d", row.big("n")))
                .orElseThrow();
    }

    Optional<Imports.Row> find(String id) {
        return sql.one("select * from planning.import where id = ?", ImportBook::read, id);
    }

    /** The import, which nobody else takes back until this transaction ends. */
    Optional<Imports.Row> lock(String id) {
        return sql.one("select * from planning.import where id = ? for update", ImportBook::read, id);
    }

    List<Imports.Row> newest(int most) {
        return sql.list("select * from planning.import order by at desc, id desc limit ?", ImportBook::read, most);
    }

    List<Done> lines(String id) {
        return sql.list(
                "select * from planning.import_line where import_id = ? order by number",
                row -> new Done(
                        row.text("show_id"),
                        Bookings.Deed.valueOf(row.text("deed")),
                        row.number("version"),
                        row.maybeText("previous").map(Integer::valueOf).orElse(null),
                        row.maybeText("before").orElse(null)),
                id);
    }

    /** Marks it as taken back. What it had changed is as an earlier import left it, so that one can be taken back too. */
    void undone(String id) {
        sql.run(
                "update planning.import_line earlier set version = back.version + 1 from planning.import_line back"
                        + " where back.import_id = ? and back.deed = 'CHANGED' and earlier.show_id = back.show_id"
                        + " and earlier.import_id <> back.import_id and earlier.version = back.previous",
                id);
        sql.run(
                "update planning.import set undone_at = ?, undone_by = ? where id = ?",
                clock.instant(),
                Acting.actor().name(),
                id);
    }

    private static Imports.Row read(Row row) throws SQLException {
        return new Imports.Row(
                row.text("id"),
                row.text("name"),
                new Imports.Counts(row.number("added"), row.number("changed"), row.number("same"), 0),
                row.instant("at"),
                row.text("actor_name"),
                row.maybeInstant("undone_at").orElse(null),
                row.maybeText("undone_by").orElse(null));
    }

    Map<String, String> showsOf(List<String> keys) {
        return sql
                .list(
                        "select key, show_id from planning.import_key where key = any (?)",
                        row -> Map.entry(row.text("key"), row.text("show_id")),
                        keys)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void key(String key, String show) {
        sql.run(
                "insert into planning.import_key (key, show_id) values (?, ?)"
                        + " on conflict (key) do update set show_id = excluded.show_id",
                key,
                show);
    }

    /** How the acting person mapped columns of these names before. */
    Optional<Map<ImportField, Integer>> mapping(String signature) {
        return sql.one(
                        "select mapping from planning.import_mapping where account = ? and signature = ?",
                        row -> row.text("mapping"),
                        Acting.actor().id(),
                        signature)
                .map(Facts::read)
                .map(facts -> {
                    Map<ImportField, Integer> mapping = new LinkedHashMap<>();
                    facts.forEach((field, column) -> mapping.put(ImportField.valueOf(field), Integer.valueOf(column)));
                    return mapping;
                });
    }

    void remember(String signature, Map<ImportField, Integer> mapping) {
        Map<String, Integer> facts = new LinkedHashMap<>();
        mapping.forEach((field, column) -> facts.put(field.name(), column));
        sql.run(
                "insert into planning.import_mapping (account, signature, mapping, at) values (?, ?, ?, ?)"
                        + " on conflict (account, signature) do update set mapping = excluded.mapping, at = excluded.at",
                Acting.actor().id(),
                signature,
                Facts.write(facts),
                clock.instant());
    }
}
