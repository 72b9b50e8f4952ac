package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardBoard;
import live.onair.pins.CardRows.CardKind;
import live.onair.products.LineUps;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** What is read of cards. Works inside the caller's transaction. */
@Singleton
class CardReads {

    private static final String THERE =
            "select c.*, null::timestamptz since from pins.card c where c.removed_at is null";
    private static final String IN_SHOW =
            "select c.*, s.since from pins.card c left join pins.card_shown s on s.card_id = c.id and s.show_id = ?"
                    + " where c.removed_at is null";
    private static final String ORDER = " order by c.position, c.id";

    private final Statements sql;
    private final LineUps lineUps;
    private final Products products;

    @Inject
    CardReads(Statements sql, LineUps lineUps, Products products) {
        this.sql = sql;
        this.lineUps = lineUps;
        this.products = products;
    }

    CardBoard board(String show) {
        return board(show, card -> true);
    }

    /** In the order in which viewers were shown them last. */
    CardBoard shown(String show) {
        return board(show, card -> card.shownSince() != null);
    }

    private CardBoard board(String show, Predicate<Card> which) {
        List<Card> own = sql.list(IN_SHOW + " and c.show_id = ?" + ORDER, row -> card(row, Map.of()), show, show);
        Map<String, String> sold = lineUps.of(show).items().stream()
                .map(LineUps.LineUpItem::product)
                .collect(Collectors.toMap(Product::id, Product::name));
        List<Card> lent = sold.isEmpty()
                ? List.of()
                : sql.list(
                        IN_SHOW + " and c.product_id = any(?) order by c.product_id, c.position, c.id",
                        row -> card(row, sold),
                        show,
                        sold.keySet());
        return new CardBoard(
                own.stream()
                        .filter(card -> card.kind() == CardKind.NOTICE)
                        .filter(which)
                        .toList(),
                Stream.concat(own.stream().filter(card -> card.kind() == CardKind.FAQ), lent.stream())
                        .filter(which)
                        .toList());
    }

    List<Card> ofProduct(String product) {
        Map<String, String> names = products.find(product).map(Product::name).stream()
                .collect(Collectors.toMap(name -> product, name -> name));
        return sql.list(THERE + " and c.product_id = ?" + ORDER, row -> card(row, names), product);
    }

    /** One that is there. */
    Optional<Card> find(String id) {
        return sql.one(THERE + " and c.id = ?", row -> card(row, Map.of()), id);
    }

    /** One that was taken away. */
    Optional<Card> removed(String id) {
        return sql.one(
                "select c.*, null::timestamptz since from pins.card c where c.removed_at is not null and c.id = ?",
                row -> card(row, Map.of()),
                id);
    }

    /** Among its like, in their order. */
    List<Card> likes(Card card) {
        String owner = card.show() == null ? "product_id" : "show_id";
        return sql.list(
                THERE + " and c." + owner + " = ? and c.kind = ?" + ORDER,
                row -> card(row, Map.of()),
                card.show() == null ? card.product() : card.show(),
                card.kind());
    }

    /** The shows whose viewers see it, and the one it is of. */
    List<String> shows(Card card) {
        Stream<String> seen = sql
                .list(
                        "select show_id from pins.card_shown where card_id = ? order by show_id",
                        row -> row.text("show_id"),
                        card.id())
                .stream();
        return Stream.concat(Stream.ofNullable(card.show()), seen).distinct().toList();
    }

    private static Card card(Row row, Map<String, String> names) throws SQLException {
        String product = row.textOrNull("product_id");
        return new Card(
                row.text("id"),
                CardKind.valueOf(row.text("kind")),
                row.textOrNull("show_id"),
                product,
                product == null ? null : names.get(product),
                row.text("question"),
                row.text("words"),
                row.number("version"),
                row.instantOrNull("since"),
                row.text("changed_name"),
                row.instant("changed_at"));
    }
}
