package live.onair.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.CatalogueReader.Which;
import live.onair.products.Catalogues.Line;
import live.onair.products.Catalogues.Look;
import live.onair.products.Catalogues.Tally;
import live.onair.products.Catalogues.Verdict;
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

    @Inject
    CataloguePlan(ProductReads reads, SellerBook sellers, CatalogueBook book) {
        this.reads = reads;
        this.sellers = sellers;
        this.book = book;
    }

    /** What there is to do; before is null for a new product. */
    record Item(Kept kept, @Nullable Product before) {
        Item with(Kept other) {
            return new Item(other, before);
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
        List<Item> items = new ArrayList<>();
        List<Line> lines = lines(sheet, reader, items);
        return new Plan(new Look(sheet.columns(), mapping, lines, counts(lines), List.of()), List.copyOf(items));
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        sellers.list(false).forEach(seller -> {
            names.put(seller.name().toLowerCase(Locale.ROOT), seller.id());
            names.put(seller.id().toLowerCase(Locale.ROOT), seller.id());
        });
        return names;
    }

    private List<Line> lines(Sheet sheet, CatalogueReader reader, List<Item> items) {
        List<Which> which = new ArrayList<>();
        List<List<Reason>> wrong = new ArrayList<>();
        for (Sheet.Line line : sheet.lines()) {
            List<Reason> reasons = new ArrayList<>();
            which.add(reader.which(line, reasons));
            wrong.add(reasons);
        }
        Map<Which, Product> there = reads.bySku(which);
        Map<Which, Integer> seen = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < which.size(); i++) {
            Sheet.Line line = sheet.lines().get(i);
            Integer first = seen.putIfAbsent(which.get(i), line.number());
            if (first != null && wrong.get(i).isEmpty()) {
                wrong.get(i)
                        .add(CatalogueRefusal.SAME_LINE.with(
                                "line", first, "sku", which.get(i).sku()));
            }
            lines.add(line(reader, line, new Found(which.get(i), there.get(which.get(i)), wrong.get(i)), items));
        }
        return lines;
    }

    /** What a line means, and what is wrong with it so far. */
    private record Found(Which which, @Nullable Product before, List<Reason> wrong) {}

    private static Line line(CatalogueReader reader, Sheet.Line line, Found found, List<Item> items) {
        Product before = found.before();
        List<Reason> wrong = found.wrong();
        if (before != null && !before.sku().equals(found.which().sku())) {
            wrong.add(CatalogueRefusal.OPTION.with("sku", found.which().sku(), "name", before.name()));
        }
        Kept kept = ProductCheck.read(reader.terms(line, found.which(), before, wrong), wrong);
        Map<String, String> differences = before == null ? Map.of() : differences(kept, before);
        Verdict verdict = !wrong.isEmpty()
                ? Verdict.WRONG
                : before == null ? Verdict.ADDED : differences.isEmpty() ? Verdict.SAME : Verdict.CHANGED;
        if (verdict == Verdict.ADDED || verdict == Verdict.CHANGED) {
            items.add(new Item(kept, before));
        }
        return new Line(
                line.number(),
                verdict,
                before == null ? null : before.id(),
                CatalogueReader.brief(kept.sku()),
                CatalogueReader.brief(kept.name()),
                differences,
                List.copyOf(wrong));
    }

    /** A line for a product that is put away takes it out again. */
    private static Map<String, String> differences(Kept kept, Product before) {
        Map<String, String> differences = new LinkedHashMap<>(kept.since(Kept.of(before)));
        if (before.archived()) {
            differences.put("archived", "true -> false");
        }
        return differences;
    }

    private static Tally counts(List<Line> lines) {
        Map<Verdict, Long> by = lines.stream().collect(Collectors.groupingBy(Line::verdict, Collectors.counting()));
        return new Tally(
                by.getOrDefault(Verdict.ADDED, 0L).intValue(),
                by.getOrDefault(Verdict.CHANGED, 0L).intValue(),
                by.getOrDefault(Verdict.SAME, 0L).intValue(),
                by.getOrDefault(Verdict.WRONG, 0L).intValue());
    }
}
