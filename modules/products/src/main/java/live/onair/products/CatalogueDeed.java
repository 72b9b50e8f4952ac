package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.kernel.Outcome;
import live.onair.kernel.Progress;
import live.onair.kernel.Reason;
import live.onair.products.CatalogueBook.Done;
import live.onair.products.CataloguePlan.Item;
import live.onair.products.ProductRows.Product;
import live.onair.products.ProductShelf.Entry;
import live.onair.sql.Facts;
import org.jspecify.annotations.Nullable;

/** Carries an import out in a few statements and writes down what it did, so that all of it can be taken back. */
@Singleton
class CatalogueDeed {

    private static final int CHUNK = 1_000;
    private static final int NAMED = 5;

    private final ProductReads reads;
    private final ProductShelf shelf;
    private final CatalogueBook book;
    private final OfferGround.Levels levels;
    private final Event<ProductEvent> events;

    @Inject
    CatalogueDeed(
            ProductReads reads,
            ProductShelf shelf,
            CatalogueBook book,
            OfferGround.Levels levels,
            Event<ProductEvent> events) {
        this.levels = levels;
        this.reads = reads;
        this.shelf = shelf;
        this.book = book;
        this.events = events;
    }

    Outcome<Catalogues.CatalogueImport> carryOut(CataloguePlan.Plan plan, @Nullable String name) {
        Catalogues.Tally counts = plan.look().counts();
        if (!plan.look().reasons().isEmpty()) {
            return Outcome.refused(plan.look().reasons());
        }
        if (counts.wrong() > 0) {
            return Outcome.refused(CatalogueRefusal.WRONG_LINES.with("count", counts.wrong()));
        }
        if (plan.items().isEmpty()) {
            return Outcome.refused(CatalogueRefusal.ALL_SAME.with());
        }
        List<Reason> locked = new ArrayList<>();
        List<Item> items = asLeftNow(plan.items(), locked);
        return locked.isEmpty() ? write(items, counts, name) : Outcome.refused(locked);
    }

    /** All of the items, or none of them. */
    Outcome<Catalogues.CatalogueImport> write(List<Item> items, Catalogues.Tally counts, @Nullable String name) {
        List<Reason> taken = new ArrayList<>();
        List<Done> done = new ArrayList<>();
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<Item> part = items.subList(from, Math.min(from + CHUNK, items.size()));
            taken.addAll(add(part.stream().filter(item -> item.before() == null).toList(), done));
            taken.addAll(
                    change(part.stream().filter(item -> item.before() != null).toList(), done));
            Progress.tell(from + part.size(), items.size());
        }
        if (!taken.isEmpty()) {
            return Outcome.refused(taken);
        }
        Catalogues.CatalogueImport row = book.add(Words.clean(name), counts, done);
        events.fire(new ProductEvent.Imported(row.id(), row.name(), counts.added(), counts.changed()));
        return Outcome.done(row);
    }

    /** All of them are locked first, in one order; what was sold since the file was read stays sold. */
    private List<Item> asLeftNow(List<Item> items, List<Reason> locked) {
        OfferGround.Levels.Locks locks = levels.locks();
        Map<String, Product> now = reads
                .lockAll(items.stream()
                        .flatMap(item -> Stream.ofNullable(item.before()))
                        .map(Product::id)
                        .toList())
                .stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
        return items.stream()
                .map(item -> {
                    Product before = item.before();
                    Product there = before == null ? null : now.get(before.id());
                    if (before == null || there == null) {
                        return item;
                    }
                    locked.addAll(locks.of(item.kept(), there));
                    return item.with(item.kept().leaving(Kept.of(before).left(), Kept.of(there)));
                })
                .toList();
    }

    private List<Reason> add(List<Item> items, List<Done> done) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<String> numbers = shelf.numbers(items.size());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Entry entry = new Entry(numbers.get(i), items.get(i).kept());
            entries.add(entry);
            done.add(new Done(entry.id(), 0, null));
        }
        List<Reason> taken = shelf.add(entries);
        entries.forEach(entry -> events.fire(new ProductEvent.Added(
                entry.id(),
                entry.kept().name(),
                entry.kept().sku(),
                entry.kept().seller())));
        return taken;
    }

    private List<Reason> change(List<Item> items, List<Done> done) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        List<String> away = new ArrayList<>();
        for (Item item : items) {
            Product before = Objects.requireNonNull(item.before());
            entries.add(new Entry(before.id(), item.kept()));
            int version = before.version() + 1 + (before.archived() ? 1 : 0);
            done.add(new Done(before.id(), version, CatalogueBook.facts(before, item.kept())));
            if (before.archived()) {
                away.add(before.id());
            }
        }
        if (!away.isEmpty()) {
            shelf.archive(away, false);
        }
        List<Reason> taken = shelf.change(entries);
        tell(items);
        return taken;
    }

    private void tell(List<Item> items) {
        for (Item item : items) {
            Product before = Objects.requireNonNull(item.before());
            if (before.archived()) {
                events.fire(new ProductEvent.Restored(before.id(), before.name()));
            }
            Map<String, String> differences = item.kept().since(Kept.of(before));
            if (!differences.isEmpty()) {
                events.fire(new ProductEvent.Changed(before.id(), item.kept().name(), differences));
            }
        }
    }

    Outcome<Integer> undo(String id) {
        Map<String, Done> lines = new LinkedHashMap<>();
        book.lines(id).forEach(line -> lines.put(line.product(), line));
        List<Product> now = reads.lockAll(lines.keySet());
        List<Reason> changed = changedSince(now, lines);
        if (!changed.isEmpty()) {
            return Outcome.refused(changed);
        }
        WayBack way = new WayBack();
        now.forEach(product ->
                way.add(product, Objects.requireNonNull(lines.get(product.id())).before()));
        List<Entry> back = way.back;
        List<Reason> taken = new ArrayList<>(locked(now, back));
        for (int from = 0; taken.isEmpty() && from < back.size(); from += CHUNK) {
            taken.addAll(shelf.change(back.subList(from, Math.min(from + CHUNK, back.size()))));
        }
        shelf.archive(way.away, true);
        if (!taken.isEmpty()) {
            return Outcome.refused(taken);
        }
        // who hears of it looks at what is there now
        way.told.forEach(events::fire);
        return Outcome.done(now.size());
    }

    /** What is as it was before an import, and what is told of it once it is. */
    private static final class WayBack {

        private final List<String> away = new ArrayList<>();
        private final List<Entry> back = new ArrayList<>();
        private final List<ProductEvent> told = new ArrayList<>();

        /** A product with what it was; null for one that was not there. */
        void add(Product product, @Nullable String before) {
            if (before == null) {
                archive(product, product.name());
                return;
            }
            Map<String, String> facts = Facts.read(before);
            Kept kept = CatalogueBook.kept(product, facts);
            back.add(new Entry(product.id(), kept));
            told.add(new ProductEvent.Changed(product.id(), kept.name(), kept.since(Kept.of(product))));
            if (Boolean.parseBoolean(facts.get("archived"))) {
                archive(product, kept.name());
            }
        }

        private void archive(Product product, String name) {
            away.add(product.id());
            told.add(new ProductEvent.Archived(product.id(), name));
        }
    }

    /** What a show sells now keeps its currency and the prices of its options whichever way they came. */
    private List<Reason> locked(List<Product> now, List<Entry> back) {
        OfferGround.Levels.Locks locks = levels.locks();
        Map<String, Kept> next = back.stream().collect(Collectors.toMap(Entry::id, Entry::kept));
        return now.stream()
                .filter(product -> next.containsKey(product.id()))
                .flatMap(product -> locks.of(Objects.requireNonNull(next.get(product.id())), product).stream())
                .toList();
    }

    private static List<Reason> changedSince(List<Product> now, Map<String, Done> lines) {
        List<Product> changed = now.stream()
                .filter(product -> product.version()
                        != Objects.requireNonNull(lines.get(product.id())).version())
                .toList();
        String names = String.join(
                ", ", changed.stream().limit(NAMED).map(Product::name).toList());
        return changed.isEmpty()
                ? List.of()
                : List.of(CatalogueRefusal.CHANGED_SINCE.with("count", changed.size(), "products", names));
    }
}
