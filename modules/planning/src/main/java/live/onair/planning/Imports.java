package live.onair.planning;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Progress;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.scheduling.ShowRows;
import live.onair.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Schedules that come in as files: looked at first, taken as a whole or not at all, taken back as a whole. New shows are
 * drafts; an approved show that a file changes goes back to review.
 */
@Singleton
@Transactional
@Guarded
public class Imports {

    private static final int NEWEST = 50;

    private final ImportPlan plans;
    private final ImportBook book;
    private final ImportDeed deed;
    private final ImportTables tables;
    private final Event<ImportEvent> events;

    @Inject
    Imports(ImportPlan plans, ImportBook book, ImportDeed deed, ImportTables tables, Event<ImportEvent> events) {
        this.plans = plans;
        this.book = book;
        this.deed = deed;
        this.tables = tables;
        this.events = events;
    }

    /**
     * A file, or what was pasted.
     *
     * @param name name of the file, for the record
     * @param file CSV or XLSX; null for a paste
     * @param text a pasted table; null for a file
     * @param mapping column by field, from 0; null for the remembered or guessed one
     */
    public record Upload(
            @Nullable String name,
            byte @Nullable [] file,
            @Nullable String text,
            @Nullable Map<ImportField, Integer> mapping) {}

    /** What becomes of a line. */
    public enum Verdict {
        /** A new draft. */
        ADDED,
        /** A show is changed. */
        CHANGED,
        /** The show is like this already. */
        SAME,
        /** Cannot be done. */
        WRONG
    }

    /**
     * What would become of a line.
     *
     * @param number of the line in the file
     * @param show number of the show it means; null for a new one
     */
    public record Line(
            int number,
            Verdict verdict,
            @Nullable String show,
            String title,
            @Nullable Instant start,
            List<ShowRows.Difference> differences,
            List<Reason> reasons) {}

    /** How many lines become what. */
    public record Counts(int added, int changed, int same, int wrong) {}

    /**
     * What a file would do.
     *
     * @param columns names of its columns
     * @param mapping column by field as it was used
     * @param reasons why none of it can be read, such as a column that is missing; the lines are empty then
     */
    public record Look(
            List<String> columns,
            Map<ImportField, Integer> mapping,
            List<Line> lines,
            Counts counts,
            List<Reason> reasons) {}

    /** An import that was carried out. */
    public record Row(
            String id,
            String name,
            Counts counts,
            Instant at,
            String by,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {}

    /** What the file would do; changes nothing. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    public Outcome<Look> look(Upload upload) {
        return plans.sheet(upload).map(sheet -> plans.plan(sheet, upload).look());
    }

    /** Takes the whole file; refused when a single line is wrong. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "imports.apply", ko = "편성표 가져오기", en = "Import schedule", danger = Action.Danger.CAREFUL)
    public Outcome<Row> apply(Upload upload) {
        return plans.sheet(upload).then(sheet -> {
            ImportPlan.Plan plan = Progress.part(0, 2, () -> plans.plan(sheet, upload));
            return Progress.part(1, 2, () -> deed.carryOut(plan, upload.name())).map(row -> {
                book.remember(sheet.signature(), plan.look().mapping());
                events.fire(new ImportEvent.Applied(
                        row.id(), row.name(), row.counts().added(), row.counts().changed()));
                return row;
            });
        });
    }

    /** Takes back all an import did: what it added is called off, what it changed is as before. All or nothing. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "imports.undo", ko = "가져오기 되돌리기", en = "Undo import", danger = Action.Danger.CAREFUL)
    public Outcome<Row> undo(String id) {
        Optional<Row> found = book.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(ImportRefusal.NO_SUCH_IMPORT.with("id", id));
        }
        if (found.get().undoneAt() != null) {
            return Outcome.refused(ImportRefusal.UNDONE_ALREADY.with("id", id));
        }
        return deed.undo(id).map(lines -> {
            book.undone(id);
            events.fire(new ImportEvent.Undone(id, found.get().name()));
            return book.find(id).orElseThrow();
        });
    }

    /** The newest imports. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN, Role.AUDITOR})
    public List<Row> list() {
        return book.newest(NEWEST);
    }

    /** The shows that touch this time, in the form that is imported. */
    @AllowedTo
    public Sheet export(Instant from, Instant to) {
        return tables.schedule(from, to);
    }

    /** The wrong lines of a file in the form they came in, each with its reasons in a last column. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    public Outcome<Sheet> errors(Upload upload, java.util.Locale locale) {
        return plans.sheet(upload)
                .map(sheet -> tables.errors(sheet, plans.plan(sheet, upload).look(), locale));
    }
}
