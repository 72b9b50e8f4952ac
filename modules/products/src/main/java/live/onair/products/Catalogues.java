package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Progress;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** Catalogues that come in as files: looked at first, taken as a whole or not at all, taken back as a whole. */
@Singleton
@Transactional
@Guarded
public class Catalogues {

    private static final int NEWEST = 50;

    private final CataloguePlan plans;
    private final CatalogueDeed deed;
    private final CatalogueBook book;
    private final Event<ProductEvent> events;

    @Inject
    Catalogues(CataloguePlan plans, CatalogueDeed deed, CatalogueBook book, Event<ProductEvent> events) {
        this.plans = plans;
        this.deed = deed;
        this.book = book;
        this.events = events;
    }

    /**
     * A file, or what was pasted. A field without a column stays as it is; an empty cell says that nobody knows.
     *
     * @param name name of the file, for the record
     * @param file CSV or XLSX; null for a paste
     * @param text a pasted table; null for a file
     * @param mapping column by field, from 0; null for the remembered or guessed one
     * @param seller number of the seller of lines that name none
     * @param currency of lines that name none; null for what the name of the price's column says ({@code price_usd}), or won
     * @param zeroUnknown whether a price of zero stands for one that is not known; else it is wrong
     */
    public record Upload(
            @Nullable String name,
            byte @Nullable [] file,
            @Nullable String text,
            @Nullable Map<ProductField, Integer> mapping,
            @Nullable String seller,
            @Nullable String currency,
            boolean zeroUnknown) {}

    /** What becomes of a line. */
    public enum Verdict {
        /** A new product. */
        ADDED,
        /** A product is changed. */
        CHANGED,
        /** The product is like this already. */
        SAME,
        /** Cannot be done. */
        WRONG
    }

    /**
     * What would become of a line.
     *
     * @param number of the line in the file
     * @param product number of the product it means; null for a new one
     * @param differences {@code from -> to} by field
     */
    public record Line(
            int number,
            Verdict verdict,
            @Nullable String product,
            String sku,
            String name,
            Map<String, String> differences,
            List<Reason> reasons) {}

    /** How many lines become what. */
    public record Tally(int added, int changed, int same, int wrong) {}

    /**
     * What a file would do.
     *
     * @param columns names of its columns
     * @param mapping column by field as it was used
     * @param reasons why none of it can be read, such as a column that is missing; the lines are empty then
     */
    public record Look(
            List<String> columns,
            Map<ProductField, Integer> mapping,
            List<Line> lines,
            Tally counts,
            List<Reason> reasons) {}

    /** An import that was carried out. */
    public record CatalogueImport(
            String id,
            String name,
            Tally counts,
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
    @Action(id = "catalogues.apply", ko = "상품 가져오기", en = "Import products", danger = Action.Danger.CAREFUL)
    public Outcome<CatalogueImport> apply(Upload upload) {
        return plans.sheet(upload).then(sheet -> {
            CataloguePlan.Plan plan = Progress.part(0, 3, () -> plans.plan(sheet, upload));
            return Progress.part(1, 3, () -> deed.carryOut(plan, upload.name())).map(row -> {
                book.remember(sheet.signature(), plan.look().mapping());
                events.fire(new ProductEvent.Imported(
                        row.id(), row.name(), row.counts().added(), row.counts().changed()));
                return row;
            });
        });
    }

    /** Takes back all an import did: what it added is put away, what it changed is as before. All or nothing. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "catalogues.undo", ko = "상품 가져오기 되돌리기", en = "Undo import of products", danger = Action.Danger.CAREFUL)
    public Outcome<CatalogueImport> undo(String id) {
        Optional<CatalogueImport> found = book.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(CatalogueRefusal.NO_SUCH_IMPORT.with("id", id));
        }
        if (found.get().undoneAt() != null) {
            return Outcome.refused(CatalogueRefusal.UNDONE_ALREADY.with("id", id));
        }
        return deed.undo(id).map(count -> {
            book.undone(id);
            events.fire(new ProductEvent.ImportUndone(id, found.get().name()));
            return book.find(id).orElseThrow();
        });
    }

    /** The newest imports. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN, Role.AUDITOR})
    public List<CatalogueImport> list() {
        return book.newest(NEWEST);
    }

    /** The wrong lines of a file in the form they came in, each with its reasons in a last column. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    public Outcome<Sheet> errors(Upload upload, Locale locale) {
        return plans.sheet(upload)
                .map(sheet -> sheet.wrong(
                        plans.plan(sheet, upload).look().lines().stream()
                                .collect(Collectors.toMap(Line::number, Line::reasons)),
                        locale));
    }
}
