package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
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
    private final OfferPlan offers;
    private final Event<ProductEvent> events;

    @Inject
    Catalogues(
            CataloguePlan plans, CatalogueDeed deed, OfferPlan offers, CatalogueBook book, Event<ProductEvent> events) {
        this.plans = plans;
        this.deed = deed;
        this.offers = offers;
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

    /** How many products become what, and how many lines are wrong: one that is sold in several forms has a line for each. */
    public record Tally(int added, int changed, int same, int wrong) {

        static Tally of(List<Line> lines) {
            Map<Verdict, Long> by = lines.stream().collect(Collectors.groupingBy(Line::verdict, Collectors.counting()));
            return new Tally(
                    by.getOrDefault(Verdict.ADDED, 0L).intValue(),
                    by.getOrDefault(Verdict.CHANGED, 0L).intValue(),
                    by.getOrDefault(Verdict.SAME, 0L).intValue(),
                    by.getOrDefault(Verdict.WRONG, 0L).intValue());
        }
    }

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

    /**
     * A product as another system tells it.
     *
     * @param cells what a cell of a file would say, by field; a field that is not there stays as it is, an empty one is not known
     * @param options all its options; null where they stay as they are
     */
    public record Offered(
            Map<ProductField, String> cells, @Nullable List<OfferedOption> options) {}

    /** One of the forms it is sold in; empty texts for what is not known. */
    public record OfferedOption(String sku, String name, String price, String stock) {}

    /** What viewers hold of products and have not bought yet. */
    @FunctionalInterface
    public interface Reserved {
        /** Asked inside the transaction, once nobody else can take of these products any more. */
        List<Stock.Pieces> of(Collection<String> products);
    }

    /**
     * A catalogue as another system tells it. Its stock is a level: what is held is taken off, and what a show sells right now
     * keeps the stock and the options that it has.
     *
     * @param name for the record
     * @param sellers those that lines may name; who is not here yet is added
     */
    public record Offer(String name, List<Offered> items, List<Sellers.SellerTerms> sellers, Reserved reserved) {}

    /**
     * What became of an offer, or would.
     *
     * @param lines in their order; one that stayed behind because a show sells it says so
     * @param held how many stayed behind so
     * @param imported number of the import; null where nothing was to be done
     */
    public record Taken(
            List<Line> lines,
            Tally counts,
            int held,
            @Nullable String imported) {}

    /** What an offer would do; changes nothing. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    public Taken compare(Offer offer) {
        return offers.compare(offer);
    }

    /** Takes what can be taken of an offer; the rest is named. It is taken back as any other import. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    public Outcome<Taken> take(Offer offer) {
        return offers.take(offer);
    }

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
