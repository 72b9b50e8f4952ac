package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import live.onair.kernel.Outcome;
import live.onair.kernel.Progress;
import live.onair.kernel.Reason;
import live.onair.products.CataloguePlan.Item;
import live.onair.products.CatalogueReader.Which;
import live.onair.products.Catalogues.Line;
import live.onair.products.Catalogues.Offer;
import live.onair.products.Catalogues.Offered;
import live.onair.products.Catalogues.Taken;
import live.onair.products.Catalogues.Tally;
import live.onair.products.Catalogues.Verdict;
import live.onair.products.ProductRows.Product;
import live.onair.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** What another system's catalogue asks for: read by the rules of a file's lines, each line for itself. */
@Singleton
class OfferPlan {

    private static final Catalogues.Upload NO_FILE = new Catalogues.Upload(null, null, null, null, null, null, false);

    private final ProductReads reads;
    private final CatalogueDeed deed;
    private final OfferGround.People sellers;
    private final OfferGround.Levels stock;

    @Inject
    OfferPlan(ProductReads reads, CatalogueDeed deed, OfferGround.People sellers, OfferGround.Levels stock) {
        this.reads = reads;
        this.deed = deed;
        this.sellers = sellers;
        this.stock = stock;
    }

    /** A line, as far as it was read. */
    private record Read(Which which, Kept kept, @Nullable Product before, List<Reason> wrong) {}

    /** What became of the lines, and what there is to do. */
    private record Plan(List<Line> lines, List<Item> items, int held) {
        Taken taken(@Nullable String imported) {
            return new Taken(lines, counts(), held, imported);
        }

        Tally counts() {
            return Tally.of(lines);
        }
    }

    Taken compare(Offer offer) {
        return plan(offer, false).taken(null);
    }

    Outcome<Taken> take(Offer offer) {
        Plan plan = Progress.part(0, 2, () -> plan(offer, true));
        if (plan.items().isEmpty()) {
            return Outcome.done(plan.taken(null));
        }
        return Progress.part(
                        1,
                        2,
                        () -> deed.write(stock.asLeftNow(plan.items(), offer.reserved()), plan.counts(), offer.name()))
                .map(row -> plan.taken(row.id()));
    }

    private Plan plan(Offer offer, boolean forGood) {
        List<Read> read = read(offer, sellers.known(offer.sellers(), forGood));
        OfferGround.Levels.Standing standing = stock.standing(
                read.stream().map(Read::before).filter(Objects::nonNull).toList(), offer.reserved());
        List<Line> lines = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        int held = 0;
        for (Read one : read) {
            Product before = one.before();
            Kept kept = before == null ? one.kept() : standing.settle(one.kept(), before);
            boolean stays = before != null && one.wrong().isEmpty() && standing.staysBehind(one.kept(), before);
            held += stays ? 1 : 0;
            Line line = line(lines.size() + 1, one, kept, stays);
            lines.add(line);
            if (line.verdict() == Verdict.ADDED || line.verdict() == Verdict.CHANGED) {
                items.add(new Item(kept, before, one.kept()));
            }
        }
        return new Plan(lines, items, held);
    }

    private static Line line(int number, Read one, Kept kept, boolean stays) {
        Product before = one.before();
        Map<String, String> differences = before == null ? Map.of() : kept.since(before);
        Verdict verdict = !one.wrong().isEmpty()
                ? Verdict.WRONG
                : before == null ? Verdict.ADDED : differences.isEmpty() ? Verdict.SAME : Verdict.CHANGED;
        return new Line(
                number,
                verdict,
                before == null ? null : before.id(),
                CatalogueReader.brief(kept.sku()),
                CatalogueReader.brief(kept.name()),
                verdict == Verdict.CHANGED ? differences : Map.of(),
                stays ? List.of(CatalogueRefusal.SOLD_RIGHT_NOW.with()) : List.copyOf(one.wrong()));
    }

    private List<Read> read(Offer offer, OfferGround.People.Known known) {
        List<CatalogueReader> readers = new ArrayList<>();
        List<Sheet.Line> cells = new ArrayList<>();
        List<Which> which = new ArrayList<>();
        List<List<Reason>> wrong = new ArrayList<>();
        for (Offered item : offer.items()) {
            CatalogueReader reader = reader(item, known.numbers());
            Sheet.Line line = cells(cells.size() + 1, item);
            List<Reason> reasons = new ArrayList<>(known.wrong(line.cell(ProductField.SELLER.ordinal())));
            boolean told = !reasons.isEmpty();
            which.add(reader.which(line, told ? new ArrayList<>() : reasons));
            readers.add(reader);
            cells.add(line);
            wrong.add(reasons);
        }
        Map<Which, Product> there = reads.bySku(which);
        List<Read> read = new ArrayList<>();
        for (int i = 0; i < which.size(); i++) {
            Product before = there.get(which.get(i));
            List<Reason> reasons = wrong.get(i);
            if (before != null && !before.sku().equals(which.get(i).sku())) {
                reasons.add(CatalogueRefusal.OPTION.with("sku", which.get(i).sku(), "name", before.name()));
            }
            Products.ProductTerms terms = readers.get(i).terms(cells.get(i), which.get(i), before, reasons);
            Kept kept = ProductCheck.read(with(terms, offer.items().get(i), reasons), reasons);
            read.add(new Read(which.get(i), kept, before, reasons));
        }
        alone(read);
        return read;
    }

    private static CatalogueReader reader(Offered item, Map<String, String> sellers) {
        Map<ProductField, Integer> mapping = new HashMap<>();
        item.cells().keySet().forEach(field -> mapping.put(field, field.ordinal()));
        return new CatalogueReader(mapping, sellers, NO_FILE, null);
    }

    private static Sheet.Line cells(int number, Offered item) {
        List<String> cells = new ArrayList<>();
        for (ProductField field : ProductField.values()) {
            cells.add(item.cells().getOrDefault(field, ""));
        }
        return new Sheet.Line(number, cells);
    }

    private static Products.ProductTerms with(Products.ProductTerms terms, Offered item, List<Reason> wrong) {
        if (item.options() == null) {
            return terms;
        }
        String currency = Objects.requireNonNullElse(terms.currency(), "");
        return new Products.ProductTerms(
                terms.seller(),
                terms.sku(),
                terms.name(),
                terms.brand(),
                terms.category(),
                terms.price(),
                terms.listPrice(),
                terms.currency(),
                terms.stock(),
                item.options().stream()
                        .map(option -> CatalogueReader.option(option, currency, wrong))
                        .toList(),
                terms.cosmetic(),
                terms.reportNumber());
    }

    /** A SKU is there once with a seller: the first line that names it has it, and no other product does. */
    private void alone(List<Read> read) {
        List<Which> all = read.stream()
                .flatMap(one -> one.kept().skus().stream()
                        .map(sku -> new Which(one.which().seller(), sku)))
                .toList();
        Map<Which, Product> there = reads.bySku(all);
        Map<Which, Integer> seen = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            Read one = read.get(i);
            for (String sku : one.kept().skus().stream().distinct().toList()) {
                Which which = new Which(one.which().seller(), sku);
                Integer first = seen.putIfAbsent(which, i + 1);
                Product holder = there.get(which);
                if (first != null) {
                    one.wrong().add(CatalogueRefusal.SAME_LINE.with("line", first, "sku", CatalogueReader.brief(sku)));
                } else if (holder != null
                        && (one.before() == null
                                || !holder.id().equals(one.before().id()))) {
                    one.wrong().add(taken(sku, holder));
                }
            }
        }
    }

    static Reason taken(String sku, Product holder) {
        return ProductRefusal.SKU_TAKEN.with(
                "field",
                "sku",
                "sku",
                sku,
                "id",
                holder.id(),
                "name",
                holder.name(),
                "archivedKo",
                holder.archived() ? "(보관 중)" : "",
                "archivedEn",
                holder.archived() ? ", archived" : "");
    }

    static String key(String name) {
        return Words.clean(name).toLowerCase(Locale.ROOT);
    }
}
