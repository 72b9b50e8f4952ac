package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.products.Allotments.Allotment;
import live.onair.products.Allotments.Exclusivity;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows behind allotments. Works inside the caller's transaction. */
@Singleton
class AllotmentBook {

    private static final int MOST_PIECES = 1_000_000;

    private final Statements sql;
    private final Clock clock;
    private final ProductReads products;
    private final ClashGate gate;
    private final Event<ProductEvent> productEvents;
    private final Event<LineUpEvent> lineUpEvents;

    @Inject
    AllotmentBook(
            Statements sql,
            Clock clock,
            ProductReads products,
            ClashGate gate,
            Event<ProductEvent> productEvents,
            Event<LineUpEvent> lineUpEvents) {
        this.sql = sql;
        this.clock = clock;
        this.products = products;
        this.gate = gate;
        this.productEvents = productEvents;
        this.lineUpEvents = lineUpEvents;
    }

    Exclusivity exclusivity(String product) {
        return new Exclusivity(sql.one(
                        "select hours from products.exclusive where product_id = ?",
                        row -> row.number("hours"),
                        product)
                .orElse(null));
    }

    List<Allotment> of(String show) {
        return sql.list(
                "select a.product_id, a.pieces from products.allotment a join products.lineup_item i"
                        + " on i.show_id = a.show_id and i.product_id = a.product_id where a.show_id = ? order by i.position",
                row -> new Allotment(row.text("product_id"), row.number("pieces")),
                show);
    }

    Outcome<Exclusivity> keep(String id, @Nullable Integer hours) {
        ProductRows.Product product = products.lock(id).orElse(null);
        if (product == null) {
            return Outcome.refused(ProductRefusal.NO_SUCH_PRODUCT.with("id", id));
        }
        if (hours != null && (hours < 0 || hours > Allotments.MOST_HOURS)) {
            return Outcome.refused(ProductRefusal.EXCLUSIVE_HOURS.with("field", "hours", "max", Allotments.MOST_HOURS));
        }
        Integer before = exclusivity(id).hours();
        if (Objects.equals(before, hours)) {
            return Outcome.refused(ProductRefusal.NOTHING.with());
        }
        sql.run("delete from products.exclusive where product_id = ?", id);
        if (hours != null) {
            sql.run(
                    "insert into products.exclusive (product_id, hours, changed_at, changed_by) values (?, ?, ?, ?)",
                    id,
                    hours,
                    clock.instant(),
                    Acting.actor().name());
        }
        productEvents.fire(new ProductEvent.ExclusivitySet(id, product.name(), word(before), word(hours)));
        gate.look(List.of(id));
        return Outcome.done(new Exclusivity(hours));
    }

    Outcome<Allotment> plan(String show, Allotment wanted) {
        String id = Objects.requireNonNullElse(wanted.product(), "");
        ProductRows.Product product = products.lock(id).orElse(null);
        boolean sold = sql.one(
                        "select 1 from products.lineup_item where show_id = ? and product_id = ?",
                        row -> true,
                        show,
                        id)
                .isPresent();
        if (product == null || !sold) {
            return Outcome.refused(LineUpRefusal.NOT_HERE.with("product", product == null ? id : product.name()));
        }
        Integer pieces = wanted.pieces();
        if (pieces != null && (pieces < 1 || pieces > MOST_PIECES)) {
            return Outcome.refused(LineUpRefusal.PIECES.with("field", "pieces", "max", MOST_PIECES));
        }
        Integer before = sql.one(
                        "select pieces from products.allotment where show_id = ? and product_id = ?",
                        row -> row.number("pieces"),
                        show,
                        id)
                .orElse(null);
        if (Objects.equals(before, pieces)) {
            return Outcome.refused(LineUpRefusal.AS_IT_IS.with());
        }
        write(show, id, pieces);
        lineUpEvents.fire(new LineUpEvent.Allotted(show, id, product.name(), word(before), word(pieces)));
        gate.look(List.of(id));
        return Outcome.done(new Allotment(id, pieces));
    }

    private void write(String show, String product, @Nullable Integer pieces) {
        sql.run("delete from products.allotment where show_id = ? and product_id = ?", show, product);
        if (pieces != null) {
            sql.run(
                    "insert into products.allotment (show_id, product_id, pieces, changed_at, changed_by)"
                            + " values (?, ?, ?, ?, ?)",
                    show,
                    product,
                    pieces,
                    clock.instant(),
                    Acting.actor().name());
        }
    }

    private static String word(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
