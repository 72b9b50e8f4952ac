package live.onair.products;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.products.ProductRows.Seller;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Gate.Verdict;
import live.onair.scheduling.ShowEvent;
import live.onair.sql.Statements;

/**
 * Tells each show's gate whether all is there that has to be shown of the sellers of its products. Red holds the approval
 * back; a show without products has nothing to check.
 */
@Singleton
public class SellerGate {

    static final String CODE = "seller";

    private final Statements sql;
    private final SellerBook sellers;
    private final ProductReads products;
    private final StockGate stock;
    private final Gate gate;

    @Inject
    SellerGate(Statements sql, SellerBook sellers, ProductReads products, StockGate stock, Gate gate) {
        this.sql = sql;
        this.sellers = sellers;
        this.products = products;
        this.stock = stock;
        this.gate = gate;
    }

    /** Makes the checks of this room known at the start, and reports on every show that is not over. */
    @Transactional
    public void begin() {
        gate.register(
                new Gate.Check(CODE, "판매자 정보", "Seller information", Gate.Guards.BOTH, true, "shows/{show}/products"));
        gate.openShows().forEach(this::report);
        stock.begin();
    }

    void scheduled(@Observes ShowEvent.Scheduled event) {
        report(event.show());
    }

    /** A seller or the seller of a product was changed. */
    void changed(@Observes ProductEvent event) {
        if (event instanceof ProductEvent.SellerChanged seller) {
            reportAll("p.seller_id = ?", seller.subject());
        } else if (event instanceof ProductEvent.Changed product
                && product.fields().containsKey("seller")) {
            reportAll("p.id = ?", product.subject());
        }
    }

    private void reportAll(String which, String value) {
        List<String> shows = products.shows(which, value);
        if (!shows.isEmpty()) {
            List<String> open = gate.openShows();
            shows.stream().filter(open::contains).forEach(this::report);
        }
    }

    /** Reports on a show as it is now. */
    void report(String show) {
        List<Seller> sold = sql
                .list(
                        "select distinct p.seller_id from products.lineup_item i join products.product p"
                                + " on p.id = i.product_id where i.show_id = ? order by p.seller_id",
                        row -> row.text("seller_id"),
                        show)
                .stream()
                .flatMap(id -> sellers.find(id).stream())
                .toList();
        List<Seller> bare = sold.stream().filter(seller -> !seller.tellsAll()).toList();
        Verdict verdict = sold.isEmpty() ? Verdict.NOT_APPLICABLE : bare.isEmpty() ? Verdict.GREEN : Verdict.RED;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sellers", sold.size());
        if (!bare.isEmpty()) {
            facts.put("missing", bare.stream().map(SellerGate::words).collect(Collectors.joining(" / ")));
        }
        gate.report(new Gate.Report(show, CODE, verdict, facts, null));
    }

    private static String words(Seller seller) {
        return seller.name() + ": "
                + seller.missing().stream().map(ProductRows.SellerField::ko).collect(Collectors.joining(", "));
    }
}
