package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.CatalogueReader.Which;
import live.onair.products.Catalogues.Line;
import live.onair.products.Catalogues.Look;
import live.onair.products.Catalogues.Tally;
import live.onair.products.Catalogues.Verdict;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.sheets.Columns;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import org.jspecify.annotations.Nullable;

/** What a file asks for, line by line: read, and matched with what is there by seller and SKU. */
@Singleton
class CataloguePlan {

    /** As many lines as a shop's catalogue has. */
    static final int MOST_LINES = 20_000;

    private final ProductReads reads;
    private final SellerBook sellers;
    private final CatalogueBook book;
    private final OfferGround.Levels levels;

    @Inject
    CataloguePlan(ProductReads reads, SellerBook sellers, CatalogueBook book, OfferGround.Levels levels) {
        this.levels = levels;
        this.reads = reads;
        this.sellers = sellers;
        this.book = book;
    }

    /**
     * What there is to do.
     *
     * @param before null for a new product
     * @param told what another system has told, whose stock is a level; null where it is to be kept as it is
     */
    record Item(
            Kept kept, @Nullable Product before, @Nullable Kept told) {
        Item(Kept kept, @Nullable Product before) {
            this(kept, before, null);
        }

        Item with(Kept other) {
            return new Item(other, before, told);
        }
    }

    /** What a file asks for; same lines have no item. */
    record Plan(Look look, List<Item> items) {}

    Outcome<Sheet> sheet(Catalogues.Upload upload) {
        byte[] file = upload.file();
        return file == null
                ? Sheets.read(upload.text() == null ? "" : upload.text(), MOST_LINES)
                : Sheets.read(file, MOST_LINES);
    }

    Plan plan(Sheet sheet, Catalogues.Upload upload) {
        Map<ProductField, Integer> mapping =
                Columns.of(ProductField.class, sheet, upload.mapping(), book.mapping(sheet.signature()));
        List<Reason> missing = CatalogueReader.reasons(Columns.missing(ProductField.class, mapping));
        if (!missing.isEmpty()) {
            return new Plan(new Look(sheet.columns(), mapping, List.of(), new Tally(0, 0, 0, 0), missing), List.of());
        }
        Integer price = mapping.get(ProductField.PRICE);
        String column = price == null ? null : sheet.columns().get(price);
        CatalogueReader reader = new CatalogueReader(mapping, names(), upload, column);
        Read read = read(sheet, reader);
        Look look = new Look(sheet.columns(), mapping, read.lines(), Tally.of(read.counted()), List.of());
        return new Plan(look, List.copyOf(read.items()));
    }

    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        sellers.list(false).forEach(seller -> {
            names.put(seller.name().toLowerCase(Locale.ROOT), seller.id());
            names.put(seller.id().toLowerCase(Locale.ROOT), seller.id());
        });
        return names;
    }

    /** A product as a file tells it: in one line, or in one for each form it is sold in. */
    private record Told(Which which, List<Sheet.Line> lines, List<List<Reason>> wrong, List<Option> forms) {
        Told(Which which) {
            this(which, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Told with(Sheet.Line line, List<Reason> reasons) {
            lines.add(line);
            wrong.add(reasons);
            return this;
        }

        Sheet.Line first() {
            return lines.get(0);
        }

        boolean isWrong() {
            return wrong.stream().anyMatch(reasons -> !reasons.isEmpty());
        }
    }

    private static List<Told> told(Sheet sheet, CatalogueReader reader) {
        List<Told> all = new ArrayList<>();
        Map<Which, Told> seen = new HashMap<>();
        for (Sheet.Line line : sheet.lines()) {
            List<Reason> wrong = new ArrayList<>();
            Which which = reader.which(line, wrong);
            Told before = wrong.isEmpty() ? seen.get(which) : null;
            if (before != null && reader.tellsOption(line) && reader.tellsOption(before.first())) {
                reader.same(line, before.first(), wrong);
                before.with(line, wrong);
            } else {
                if (before != null) {
                    wrong.add(sameLine(before.first().number(), which.sku()));
                }
                Told told = new Told(which).with(line, wrong);
                seen.putIfAbsent(which, told);
                all.add(told);
            }
        }
        return all;
    }

    private static Reason sameLine(int line, String sku) {
        return CatalogueRefusal.SAME_LINE.with("line", line, "sku", CatalogueReader.brief(sku));
    }

    private Read read(Sheet sheet, CatalogueReader reader) {
        List<Told> all = told(sheet, reader);
        Map<Which, Product> there = reads.bySku(all.stream().map(Told::which).toList());
        OfferGround.Levels.Locks locks = levels.locks();
        List<Kept> kept = new ArrayList<>();
        for (Told told : all) {
            Product before = there.get(told.which());
            Kept read = kept(told, reader, before);
            told.wrong().get(0).addAll(before == null ? List.of() : locks.of(read, before));
            kept.add(read);
        }
        alone(all, there);
        Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < all.size(); i++) {
            read.add(all.get(i), kept.get(i), there.get(all.get(i).which()));
        }
        read.lines().sort(Comparator.comparing(Line::number));
        return read;
    }

    /** The product as its lines have it together; what is wrong is said of the line it stands in. */
    private static Kept kept(Told told, CatalogueReader reader, @Nullable Product before) {
        List<Reason> wrong = told.wrong().get(0);
        if (before != null && !before.sku().equals(told.which().sku())) {
            wrong.add(CatalogueRefusal.OPTION.with("sku", told.which().sku(), "name", before.name()));
        }
        Kept kept = ProductCheck.read(reader.terms(told.first(), told.which(), before, wrong), wrong);
        if (!reader.tellsOptions()) {
            return kept;
        }
        for (int i = 0; i < told.lines().size() && reader.tellsOption(told.first()); i++) {
            told.forms()
                    .add(reader.option(
                            told.lines().get(i), kept, before, told.wrong().get(i)));
        }
        ProductCheck.notTooMany(told.forms(), wrong);
        return kept.in(told.forms());
    }

    /** A SKU is there once with a seller: the first line that names it has it, and no other product does. */
    private void alone(List<Told> all, Map<Which, Product> products) {
        Map<Which, Integer> seen = new HashMap<>();
        List<Which> forms = new ArrayList<>();
        for (Told told : all) {
            seen.putIfAbsent(told.which(), told.first().number());
            told.forms().forEach(form -> forms.add(told.which().of(form.sku())));
        }
        Map<Which, Product> there = reads.bySku(forms);
        for (Told told : all) {
            Product own = products.get(told.which());
            for (int i = 0; i < told.forms().size(); i++) {
                Which which = told.which().of(told.forms().get(i).sku());
                if (which.sku().isEmpty()) {
                    continue;
                }
                Integer first = seen.putIfAbsent(which, told.lines().get(i).number());
                Product holder = there.get(which);
                if (first != null) {
                    told.wrong().get(i).add(sameLine(first, which.sku()));
                } else if (holder != null && (own == null || !holder.id().equals(own.id()))) {
                    told.wrong().get(i).add(OfferPlan.taken(which.sku(), holder));
                }
            }
        }
    }

    /** What became of all lines, of the first of each product and of each wrong one, and what there is to do. */
    private record Read(List<Line> lines, List<Line> counted, List<Item> items) {

        void add(Told told, Kept kept, @Nullable Product before) {
            boolean wrong = told.isWrong();
            Map<String, String> differences = before == null ? Map.of() : kept.since(before);
            Verdict verdict = wrong
                    ? Verdict.WRONG
                    : before == null ? Verdict.ADDED : differences.isEmpty() ? Verdict.SAME : Verdict.CHANGED;
            if (verdict == Verdict.ADDED || verdict == Verdict.CHANGED) {
                items.add(new Item(kept, before));
            }
            for (int i = 0; i < told.lines().size(); i++) {
                List<Reason> why = told.wrong().get(i);
                boolean another = wrong && why.isEmpty();
                String name = told.forms().isEmpty()
                        ? kept.name()
                        : kept.name() + " · " + told.forms().get(i).name();
                Line line = new Line(
                        told.lines().get(i).number(),
                        verdict,
                        before == null ? null : before.id(),
                        CatalogueReader.brief(kept.sku()),
                        CatalogueReader.brief(name),
                        i == 0 ? differences : Map.of(),
                        another ? List.of(CatalogueRefusal.OTHER_OPTION.with()) : List.copyOf(why));
                lines.add(line);
                if (i == 0 || wrong) {
                    counted.add(line);
                }
            }
        }
    }
}
