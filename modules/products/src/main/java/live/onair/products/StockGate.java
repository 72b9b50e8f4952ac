package live.onair.products;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import live.onair.products.ProductRows.Product;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.ShowEvent;

/**
 * Tells each show's gate whether what it wants to sell is there: red where nothing of it is, a warning where something is
 * sold out, put away, or of unknown stock. A show without products has nothing to check.
 */
@Singleton
class StockGate {

    static final String CODE = "stock";

    private final ProductReads products;
    private final ClashGate clashes;
    private final Gate gate;

    @Inject
    StockGate(ProductReads products, ClashGate clashes, Gate gate) {
        this.products = products;
        this.clashes = clashes;
        this.gate = gate;
    }

    /** Makes this check and the one of clashes known, and reports on every show that is not over. */
    void begin() {
        gate.register(new Gate.Check(CODE, "상품 재고", "Stock", Gate.Guards.ON_AIR, true, "shows/{show}/products"));
        gate.openShows().forEach(this::report);
        clashes.begin();
    }

    void scheduled(@Observes ShowEvent.Scheduled event) {
        report(event.show());
    }

    void arranged(@Observes LineUpEvent.Arranged event) {
        report(event.show());
    }

    /** An import tells of each of its products, and at its end of all of them at once. */
    void changed(@Observes ProductEvent event) {
        if (event instanceof ProductEvent.Archived
                || event instanceof ProductEvent.Restored
                || event instanceof ProductEvent.SoldOut
                || event instanceof ProductEvent.CameBack
                || (event instanceof ProductEvent.Changed change && change.movesStock())) {
            List<String> shows = products.shows("i.product_id = ?", event.subject());
            if (!shows.isEmpty()) {
                List<String> open = gate.openShows();
                shows.stream().filter(open::contains).forEach(this::report);
            }
        }
    }

    private void report(String show) {
        List<Product> sold = products.all(
                ProductReads.SELECT + "join products.lineup_item i on i.product_id = p.id where i.show_id = ?"
                        + " order by i.position",
                show);
        List<Product> gone = sold.stream()
                .filter(product -> product.archived() || Objects.equals(product.stock(), 0))
                .toList();
        List<Product> unknown =
                sold.stream().filter(product -> product.stock() == null).toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("products", sold.size());
        names(facts, "soldOut", gone);
        names(facts, "unknown", unknown);
        gate.report(new Gate.Report(show, CODE, verdict(sold.size(), gone.size(), unknown.size()), facts, null));
    }

    private static void names(Map<String, Object> facts, String key, List<Product> products) {
        if (!products.isEmpty()) {
            facts.put(key, products.stream().map(Product::name).limit(5).collect(Collectors.joining(", ")));
        }
    }

    private static Verdict verdict(int all, int gone, int unknown) {
        if (all == 0) {
            return Verdict.NOT_APPLICABLE;
        }
        if (gone == all) {
            return Verdict.RED;
        }
        return gone + unknown > 0 ? Verdict.WARN : Verdict.GREEN;
    }
}
