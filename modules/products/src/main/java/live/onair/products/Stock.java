package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * What is left of products: taken by who sells, given back by who did not. It never falls below zero: who takes waits for
 * who takes of the same product, and is refused when too little is left.
 */
@Singleton
@Transactional
@Guarded
public class Stock {

    /** From here on few are left: a live show sells some ten of a thing while a viewer makes up their mind. */
    public static final int FEW = 10;

    private final Statements sql;
    private final ProductReads reads;
    private final Event<ProductEvent> events;

    @Inject
    Stock(Statements sql, ProductReads reads, Event<ProductEvent> events) {
        this.sql = sql;
        this.reads = reads;
        this.events = events;
    }

    /**
     * So many of a product.
     *
     * @param sku the option; null for a product without options
     */
    public record Pieces(String product, @Nullable String sku, int count) {
        /** Refuses less than one. */
        public Pieces {
            if (count < 1) {
                throw new IllegalArgumentException("count: 1");
            }
        }
    }

    /** Takes all of it, or nothing: gives the products as they are now. What nobody knows the stock of cannot be taken. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<List<Product>> take(Collection<Pieces> wanted) {
        Map<String, Product> before = lock(wanted);
        List<Reason> wrong = new ArrayList<>();
        for (Pieces pieces : wanted) {
            Product product = before.get(pieces.product());
            if (product == null || product.archived()) {
                wrong.add(ProductRefusal.NO_SUCH_PRODUCT.with("id", pieces.product()));
            } else if (!taken(product, pieces)) {
                wrong.add(why(product, pieces));
            }
        }
        return wrong.isEmpty() ? Outcome.done(told(before)) : Outcome.refused(wrong);
    }

    private boolean taken(Product product, Pieces pieces) {
        String sku = product.options().isEmpty() ? product.sku() : Objects.requireNonNullElse(pieces.sku(), "");
        return sql.run(
                        "update products.unit set stock = stock - ? where product_id = ? and sku = ? and stock >= ?"
                                + " and (position > 0) = ?",
                        pieces.count(),
                        product.id(),
                        sku,
                        pieces.count(),
                        !product.options().isEmpty())
                == 1;
    }

    /** Asked after the update: nobody else changes it meanwhile. */
    private Reason why(Product product, Pieces pieces) {
        Product now = reads.find(product.id()).orElseThrow();
        Option option = now.options().stream()
                .filter(one -> one.sku().equals(pieces.sku()))
                .findFirst()
                .orElse(null);
        if (!now.options().isEmpty() && option == null) {
            return ProductRefusal.WHICH_OPTION.with("name", product.name());
        }
        Integer left = option == null ? now.stock() : option.stock();
        String name = option == null ? product.name() : product.name() + " " + option.name();
        if (left == null) {
            return ProductRefusal.STOCK_UNKNOWN.with("name", name);
        }
        return left == 0
                ? ProductRefusal.SOLD_OUT.with("name", name)
                : ProductRefusal.TOO_FEW.with("name", name, "left", left);
    }

    /** Puts it back; what was put away or changed meanwhile is left out where it no longer is. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public void giveBack(Collection<Pieces> pieces) {
        Map<String, Product> before = lock(pieces);
        pieces.forEach(one -> {
            Product product = before.get(one.product());
            if (product != null) {
                sql.run(
                        "update products.unit set stock = stock + ? where product_id = ? and sku = ? and stock is not null",
                        one.count(),
                        one.product(),
                        one.sku() == null ? product.sku() : one.sku());
            }
        });
        told(before);
    }

    private Map<String, Product> lock(Collection<Pieces> pieces) {
        return reads.lockAll(pieces.stream().map(Pieces::product).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Product::id, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    /** Not each sale is told, but when few are left, none, or some again. */
    private List<Product> told(Map<String, Product> before) {
        List<Product> now = reads.of(before.keySet());
        for (Product product : now) {
            Product then = Objects.requireNonNull(before.get(product.id()));
            options(then, product);
            Integer was = then.stock();
            Integer left = product.stock();
            if (was == null || left == null) {
                continue;
            }
            if (left == 0 && was > 0) {
                events.fire(new ProductEvent.SoldOut(product.id(), product.name()));
            } else if (left <= FEW && was > FEW) {
                events.fire(new ProductEvent.RanLow(product.id(), product.name(), left));
            } else if ((left > 0 && was == 0) || (left > FEW && was <= FEW)) {
                events.fire(new ProductEvent.CameBack(product.id(), product.name(), left));
            }
        }
        return now;
    }

    /** Viewers see a word for each form. */
    private void options(Product then, Product now) {
        Map<String, Option> before =
                then.options().stream().collect(Collectors.toMap(Option::sku, Function.identity()));
        for (Option option : now.options()) {
            Option was = before.get(option.sku());
            Integer left = option.stock();
            if (was != null && left != null && rank(was.stock()) != rank(left)) {
                events.fire(new ProductEvent.OptionMoved(now.id(), now.name(), option.name(), left));
            }
        }
    }

    /** None, few, many; or unknown. */
    private static int rank(@Nullable Integer left) {
        return left == null ? -1 : left == 0 ? 0 : left <= FEW ? 1 : 2;
    }
}
