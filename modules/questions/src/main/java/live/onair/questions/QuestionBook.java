package live.onair.questions;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.moderation.ModerationEvent;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.questions.Questions.AskedQuestion;
import live.onair.questions.Questions.QuestionState;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** Reads questions, and keeps count of what of them viewers read. Works inside the caller's transaction. */
@Singleton
class QuestionBook {

    private static final int MOST = 200;

    private static final String READ = "select q.*, count(a.line) filter (where a.shown) asked,"
            + " count(distinct a.member) filter (where a.shown) people,"
            + " count(a.line) filter (where a.shown and q.state = 'ANSWERED' and a.at > q.settled_at) since,"
            + " min(a.at) filter (where a.shown) first_at, max(a.at) filter (where a.shown) last_at"
            + " from questions.question q join questions.asked a on a.question = q.number where ";

    private static final String GROUPED = " group by q.number having count(a.line) filter (where a.shown) > 0";

    private final Statements sql;
    private final Products products;

    @Inject
    QuestionBook(Statements sql, Products products) {
        this.sql = sql;
        this.products = products;
    }

    List<AskedQuestion> of(String show) {
        Map<String, String> names = new HashMap<>();
        return sql.list(
                READ + "q.show_id = ?" + GROUPED
                        + " order by q.state <> 'OPEN', people desc, asked desc, last_at desc, q.number limit ?",
                row -> row(row, names),
                show,
                MOST);
    }

    /** Also one that nobody reads any more. */
    Optional<AskedQuestion> find(long number) {
        return sql.one(READ + "q.number = ?" + GROUPED, row -> row(row, new HashMap<>()), number);
    }

    /** Many questions are asked of one product: its name is looked up once. */
    private AskedQuestion row(Row row, Map<String, String> names) throws SQLException {
        String product = row.textOrNull("product_id");
        return new AskedQuestion(
                row.big("number"),
                row.text("show_id"),
                product,
                product == null ? null : names.computeIfAbsent(product, this::name),
                row.text("words"),
                row.number("asked"),
                row.number("people"),
                row.number("since"),
                row.instant("first_at"),
                row.instant("last_at"),
                QuestionState.valueOf(row.text("state")),
                row.number("version"),
                row.textOrNull("answer"),
                row.textOrNull("card_id"),
                row.textOrNull("settled_by"),
                row.instantOrNull("settled_at"));
    }

    private String name(String product) {
        return products.find(product).map(Product::name).orElse(product);
    }

    void letOut(@Observes ModerationEvent.LetOut event) {
        shown(event.line(), true);
    }

    void restored(@Observes ModerationEvent.Restored event) {
        shown(event.line(), true);
    }

    void hidden(@Observes ModerationEvent.Hidden event) {
        shown(event.line(), false);
    }

    private void shown(long line, boolean now) {
        sql.run("update questions.asked set shown = ? where line = ?", now, line);
    }
}
