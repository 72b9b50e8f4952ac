package live.onair.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.Money;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.HoldState;
import live.onair.orders.OrderRows.Line;
import live.onair.orders.OrderRows.OrderPage;
import live.onair.products.Stock;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What is read of holds and orders. Works inside the caller's transaction. */
@Singleton
class HoldReads {

    private static final String ALL =
            "select h.*, p.id order_id, p.ordered_at from orders.hold h left join orders.purchase p on p.hold_id = h.id ";

    private final Statements sql;

    @Inject
    HoldReads(Statements sql) {
        this.sql = sql;
    }

    Optional<Hold> find(UUID id) {
        return list("where h.id = ?", id).stream().findFirst();
    }

    /** The hold, which nobody else changes until this transaction ends. */
    Optional<Hold> lock(UUID id) {
        sql.one("select 1 from orders.hold where id = ? for update", row -> true, id);
        return find(id);
    }

    Optional<Hold> byOrder(String order) {
        return list("where p.id = ?", order).stream().findFirst();
    }

    OrderPage page(String show, @Nullable String cursor, int size) {
        int most = Math.max(1, Math.min(size, 200));
        List<Hold> orders = list(
                "where p.show_id = ? and (cast(? as text) is null or p.id < ?) order by p.id desc limit ?",
                show,
                cursor,
                cursor,
                most + 1);
        long total = sql.one("select count(*) n from orders.purchase where show_id = ?", row -> row.big("n"), show)
                .orElse(0L);
        boolean more = orders.size() > most;
        List<Hold> shown = more ? orders.subList(0, most) : orders;
        return new OrderPage(
                List.copyOf(shown), total, more ? shown.get(most - 1).order() : null);
    }

    List<Stock.Pieces> held(Collection<String> products) {
        return sql.list(
                "select l.product_id, l.sku, sum(l.pieces) pieces from orders.hold_line l join orders.hold h on h.id = l.hold_id"
                        + " where h.state = 'HELD' and l.product_id = any (?) group by l.product_id, l.sku"
                        + " order by l.product_id, l.sku",
                row -> new Stock.Pieces(row.text("product_id"), row.textOrNull("sku"), row.number("pieces")),
                List.copyOf(products));
    }

    /** The holds in the statement's order, each with its lines: two statements, however many holds there are. */
    private List<Hold> list(String condition, @Nullable Object... values) {
        List<Hold> holds = sql.list(ALL + condition, HoldReads::read, values);
        Map<String, List<Line>> lines = new HashMap<>();
        sql.list(
                "select l.*, h.currency from orders.hold_line l join orders.hold h on h.id = l.hold_id"
                        + " where l.hold_id = any(?::uuid[]) order by l.hold_id, l.position",
                row -> lines.computeIfAbsent(row.text("hold_id"), hold -> new ArrayList<>())
                        .add(line(row)),
                holds.stream().map(Hold::id).toList());
        return holds.stream()
                .map(hold -> hold.with(lines.getOrDefault(hold.id(), List.of())))
                .toList();
    }

    private static Hold read(Row row) throws SQLException {
        String currency = row.text("currency");
        return new Hold(
                row.text("id"),
                row.text("show_id"),
                row.text("viewer"),
                HoldState.valueOf(row.text("state")),
                List.of(),
                new Money(row.big("total"), currency),
                new Money(row.big("reduced"), currency),
                row.textOrNull("coupon_id"),
                row.textOrNull("claim"),
                row.instant("held_at"),
                row.instant("expires_at"),
                row.textOrNull("order_id"),
                row.instantOrNull("ordered_at"));
    }

    private static Line line(Row row) throws SQLException {
        return new Line(
                row.text("product_id"),
                row.textOrNull("sku"),
                row.text("name"),
                row.number("pieces"),
                new Money(row.big("price"), row.text("currency")),
                row.textOrNull("flash_id"));
    }
}
