package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import live.onair.claims.ClaimWatch;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.ProductRows.Product;
import live.onair.products.ProductShelf.Entry;

/** What is behind the commands about products. Works inside the caller's transaction. */
@Singleton
class ProductBook {

    private final ProductReads reads;
    private final ProductShelf shelf;
    private final SellerBook sellers;
    private final OfferGround.Levels levels;
    private final Event<ProductEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    ProductBook(
            ProductReads reads,
            ProductShelf shelf,
            SellerBook sellers,
            OfferGround.Levels levels,
            Event<ProductEvent> events,
            Instance<ClaimWatch> watching) {
        this.reads = reads;
        this.shelf = shelf;
        this.sellers = sellers;
        this.levels = levels;
        this.events = events;
        this.watching = watching;
    }

    Outcome<Product> add(Products.ProductTerms wanted) {
        List<Reason> wrong = new ArrayList<>();
        Kept kept = ProductCheck.read(wanted, wrong);
        sellers.sells(kept.seller(), wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        Entry entry = new Entry(shelf.numbers(1).get(0), kept);
        List<Reason> taken = shelf.add(List.of(entry));
        if (!taken.isEmpty()) {
            return Outcome.refused(taken);
        }
        events.fire(new ProductEvent.Added(entry.id(), kept.name(), kept.sku(), kept.seller()));
        return Outcome.done(reads.find(entry.id()).orElseThrow());
    }

    private Outcome<Product> lock(String id) {
        return reads.lock(id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ProductRefusal.NO_SUCH_PRODUCT.with("id", id)));
    }

    Outcome<Product> change(String id, Products.Change wanted) {
        return lock(id).then(before -> {
            List<Reason> wrong = new ArrayList<>();
            if (wanted.version() != null && wanted.version() != before.version()) {
                return Outcome.refused(
                        ProductRefusal.STALE.with("expected", wanted.version(), "version", before.version()));
            }
            if (before.archived()) {
                return Outcome.refused(ProductRefusal.ARCHIVED.with("name", before.name()));
            }
            Kept read = ProductCheck.read(wanted.terms(), wrong);
            Kept next = wanted.seenStock() == null ? read : read.leaving(wanted.seenStock(), Kept.of(before));
            sellers.sells(next.seller(), wrong);
            wrong.addAll(levels.locks().of(next, before));
            return wrong.isEmpty() ? change(before, next) : Outcome.refused(wrong);
        });
    }

    private Outcome<Product> change(Product before, Kept next) {
        Map<String, String> differences = next.since(Kept.of(before));
        if (differences.isEmpty()) {
            return Outcome.refused(ProductRefusal.NOTHING.with());
        }
        List<Reason> taken = shelf.change(List.of(new Entry(before.id(), next)));
        if (!taken.isEmpty()) {
            return Outcome.refused(taken);
        }
        events.fire(new ProductEvent.Changed(before.id(), next.name(), differences));
        Product after = reads.find(before.id()).orElseThrow();
        return said(before).equals(said(after))
                ? Outcome.done(after)
                : ClaimWatch.ask(watching, reads.shows("i.product_id = ?", after.id()), List.of(after.id()), after);
    }

    /** What viewers read of it. */
    private static List<String> said(Product product) {
        return Stream.concat(
                        Stream.of(product.name(), product.brand()),
                        product.options().stream().map(ProductRows.Option::name))
                .toList();
    }

    Outcome<Product> archive(String id, boolean away) {
        return lock(id).then(before -> {
            if (before.archived() == away) {
                return Outcome.done(before);
            }
            List<Reason> wrong = new ArrayList<>();
            if (!away) {
                sellers.sells(before.seller().id(), wrong);
            }
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong);
            }
            shelf.archive(List.of(id), away);
            events.fire(
                    away ? new ProductEvent.Archived(id, before.name()) : new ProductEvent.Restored(id, before.name()));
            return Outcome.done(reads.find(id).orElseThrow());
        });
    }
}
