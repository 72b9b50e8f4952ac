package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.inventory.KeptRecording.Copies;
import live.onair.inventory.KeptRecording.Pass;
import live.onair.inventory.KeptRecording.Stored;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of recordings. Works inside the caller's transaction. */
@Singleton
class RecordingShelf {

    private final Statements sql;

    @Inject
    RecordingShelf(Statements sql) {
        this.sql = sql;
    }

    /**
     * One that is to be looked at, and since when it is known.
     *
     * @param whole whether all have been asked once, and all was well
     */
    record Due(String show, Instant addedAt, KeptRecording before, Pass pass, boolean whole) {}

    /** It is looked at from now on; one that is known is looked at at once. */
    void add(String show, Instant now) {
        sql.run(
                "insert into inventory.recording (show_id, added_at, due_at) values (?, ?, ?) on conflict (show_id)"
                        + " do update set due_at = excluded.due_at",
                show,
                now,
                now);
    }

    /** It is looked at from now on, if it is not known. */
    void addNew(String show, Instant now) {
        sql.run(
                "insert into inventory.recording (show_id, added_at, due_at) values (?, ?, ?) on conflict do nothing",
                show,
                now,
                now);
    }

    void forget(String show) {
        sql.run("delete from inventory.recording where show_id = ?", show);
    }

    List<Due> due(Instant now, int most) {
        return sql.list(
                "select * from inventory.recording where due_at <= ? order by due_at, show_id limit ?",
                row -> new Due(
                        row.text("show_id"), row.instant("added_at"), recording(row), pass(row), row.isTrue("whole")),
                now,
                most);
    }

    Optional<Instant> nextDue() {
        return sql.one("select min(due_at) as next from inventory.recording", row -> row.maybeInstant("next"))
                .flatMap(next -> next);
    }

    private static Pass pass(Row row) throws SQLException {
        return new Pass(
                row.number("pass_from"),
                row.number("pass_checked"),
                row.number("pass_ruled"),
                row.number("pass_copying"),
                row.number("pass_failed"),
                row.textOrNull("pass_failed_key"));
    }

    /** How far the objects have been asked; whole if all have once, and all was well. */
    void keep(String show, Pass pass, boolean whole) {
        sql.run(
                "update inventory.recording set pass_from = ?, pass_checked = ?, pass_ruled = ?, pass_copying = ?,"
                        + " pass_failed = ?, pass_failed_key = ?, whole = ? where show_id = ?",
                pass.from(),
                pass.checked(),
                pass.ruled(),
                pass.copying(),
                pass.failed(),
                pass.failedKey(),
                whole,
                show);
    }

    /** What was seen, and when it is to be looked at again; null for never. */
    void keep(KeptRecording seen, @Nullable Instant due) {
        sql.run(
                "update inventory.recording set due_at = ?, looked_at = ?, words = null, objects = ?, bytes = ?,"
                        + " class_names = ?, class_objects = ?, copies = ?, checked = ?, copying = ?, failed = ?,"
                        + " failed_key = ?, gone_at = ? where show_id = ?",
                due,
                seen.lookedAt(),
                seen.objects(),
                seen.bytes(),
                seen.classes().stream().map(Stored::storage).toList(),
                seen.classes().stream()
                        .map(stored -> String.valueOf(stored.objects()))
                        .toList(),
                seen.copies(),
                seen.checked(),
                seen.copying(),
                seen.failed(),
                seen.failedKey(),
                seen.goneAt(),
                seen.show());
    }

    /** It could not be read: what was seen before stays. */
    void failed(String show, String words, Instant due) {
        sql.run("update inventory.recording set due_at = ?, words = ? where show_id = ?", due, words, show);
    }

    Optional<KeptRecording> find(String show) {
        return sql.one("select * from inventory.recording where show_id = ?", RecordingShelf::recording, show);
    }

    List<KeptRecording> all(Copies copies, int most) {
        return sql.list(
                "select * from inventory.recording where copies = ? order by added_at desc, show_id limit ?",
                RecordingShelf::recording,
                copies,
                most);
    }

    private static KeptRecording recording(Row row) throws SQLException {
        List<String> names = row.texts("class_names");
        List<String> objects = row.texts("class_objects");
        List<Stored> classes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            classes.add(new Stored(names.get(i), Long.parseLong(objects.get(i))));
        }
        return new KeptRecording(
                row.text("show_id"),
                row.big("objects"),
                row.big("bytes"),
                classes,
                Copies.valueOf(row.text("copies")),
                row.number("checked"),
                row.number("copying"),
                row.number("failed"),
                row.textOrNull("failed_key"),
                row.instantOrNull("gone_at"),
                row.instantOrNull("looked_at"),
                row.textOrNull("words"));
    }
}
