package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.pins.PriceChangeRows.PriceChange;
import live.onair.pins.PriceChangeRows.PriceState;
import live.onair.products.LineUps.LineUpItem;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of price changes. Works inside the caller's transaction. */
@Singleton
class PriceShelf {

    private static final String ALL = "select * from pins.price_change where ";

    private final Statements sql;
    private final Clock clock;

    @Inject
    PriceShelf(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One that is asked for now. */
    record NewChange(String id, String show, LineUpItem item, Money after, String reason, String approval) {}

    String nextId() {
        return String.format(
                Locale.ROOT,
                "PC-%05d",
                sql.one("select nextval('pins.card_number') n", row -> row.big("n"))
                        .orElseThrow());
    }

    void add(NewChange wanted) {
        Money before = wanted.item().cost();
        sql.run(
                "insert into pins.price_change (id, show_id, product_id, name, before_minor, after_minor, currency, reason,"
                        + " approval, state, asked_at, asked_by, asked_name)"
                        + " values (?, ?, ?, ?, ?::bigint, ?, ?, ?, ?, 'ASKED', ?, ?, ?)",
                wanted.id(),
                wanted.show(),
                wanted.item().product().id(),
                wanted.item().product().name(),
                before == null ? null : before.minor(),
                wanted.after().minor(),
                wanted.after().currency(),
                wanted.reason(),
                wanted.approval(),
                clock.instant(),
                Acting.actor().id(),
                Acting.actor().name());
    }

    List<PriceChange> of(String show) {
        return sql.list(ALL + "show_id = ? order by asked_at desc, id desc", PriceShelf::read, show);
    }

    Optional<PriceChange> find(String id) {
        return sql.one(ALL + "id = ?", PriceShelf::read, id);
    }

    Optional<PriceChange> byApproval(String approval) {
        return sql.one(ALL + "approval = ?", PriceShelf::read, approval);
    }

    Optional<PriceChange> open(String show, String product) {
        return sql.one(
                ALL + "show_id = ? and product_id = ? and state in ('ASKED', 'APPROVED')",
                PriceShelf::read,
                show,
                product);
    }

    List<PriceChange> open(String show) {
        return sql.list(ALL + "show_id = ? and state in ('ASKED', 'APPROVED')", PriceShelf::read, show);
    }

    /** A second person has decided. */
    void decided(String id, PriceState state, @Nullable String why) {
        sql.run(
                "update pins.price_change set state = ?, decided_at = ?, decided_name = ?, why = ? where id = ?",
                state,
                clock.instant(),
                Acting.actor().name(),
                why == null ? null : Facts.write(Map.of("ko", why, "en", why)),
                id);
    }

    void settled(String id, PriceState state) {
        sql.run("update pins.price_change set state = ? where id = ?", state, id);
    }

    /** It could not be done, for these reasons. */
    void failed(String id, Outcome<?> outcome) {
        sql.run("update pins.price_change set state = 'FAILED', why = ? where id = ?", Words.of(outcome), id);
    }

    private static PriceChange read(Row row) throws SQLException {
        Map<String, String> why = row.maybeText("why").map(Facts::read).orElse(Map.of());
        String currency = row.text("currency");
        return new PriceChange(
                row.text("id"),
                row.text("show_id"),
                row.text("product_id"),
                row.text("name"),
                row.isNull("before_minor") ? null : new Money(row.big("before_minor"), currency),
                new Money(row.big("after_minor"), currency),
                row.text("reason"),
                PriceState.valueOf(row.text("state")),
                row.text("approval"),
                row.instant("asked_at"),
                row.text("asked_by"),
                row.text("asked_name"),
                row.instantOrNull("decided_at"),
                row.textOrNull("decided_name"),
                why.getOrDefault("ko", ""),
                why.getOrDefault("en", ""));
    }
}
