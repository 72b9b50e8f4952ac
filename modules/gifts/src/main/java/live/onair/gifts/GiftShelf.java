package live.onair.gifts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.gifts.GiftRows.Award;
import live.onair.gifts.GiftRows.Condition;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.GiftRows.GiftRule;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Where rules and what orders were given lie. Works inside the caller's transaction. */
@Singleton
class GiftShelf {

    private static final String READ =
            "select r.*, (select coalesce(sum(a.times), 0) from gifts.award a where a.rule_id = r.id)::integer given"
                    + " from gifts.rule r where ";

    private final Statements sql;

    @Inject
    GiftShelf(Statements sql) {
        this.sql = sql;
    }

    /** Whoever writes rules of a show waits for orders that are on their way, and they for it. */
    void lock(String show) {
        sql.one("select pg_advisory_xact_lock(hashtext('gifts'), hashtext(?))", row -> true, show);
    }

    /** Nobody writes rules of this show until the transaction is over; orders do not wait for each other. */
    void share(String show) {
        sql.one("select pg_advisory_xact_lock_shared(hashtext('gifts'), hashtext(?))", row -> true, show);
    }

    /** Orders that want the same gift, of which there are only so many, are given it one after the other. */
    GiftRule held(GiftRule rule) {
        sql.one("select id from gifts.rule where id = ? for update", row -> true, rule.id());
        return find(rule.id()).orElseThrow();
    }

    /** All that are given, and those that were. */
    List<GiftRule> of(String show) {
        Map<String, List<GiftItem>> items = items(
                "select i.* from gifts.item i join gifts.rule r on r.id = i.rule_id where r.show_id = ?"
                        + " order by i.rule_id, i.position",
                show);
        return sql.list(READ + "r.show_id = ? order by r.id", row -> read(row, items), show).stream()
                .filter(rule -> rule.stoppedAt() == null || rule.given() > 0)
                .toList();
    }

    Optional<GiftRule> find(String id) {
        Map<String, List<GiftItem>> items = items("select * from gifts.item where rule_id = ? order by position", id);
        return sql.one(READ + "r.id = ?", row -> read(row, items), id);
    }

    /** The rule, behind the lock of its show. */
    Outcome<GiftRule> locked(String id) {
        GiftRule seen = find(id).orElse(null);
        if (seen == null) {
            return Outcome.refused(GiftRefusal.NO_RULE.with("id", id));
        }
        lock(seen.show());
        return Outcome.done(find(id).orElseThrow());
    }

    /** Whether this viewer was given it before. */
    boolean had(String rule, String viewer) {
        return sql.one(
                        "select 1 one from gifts.award where rule_id = ? and viewer = ? limit 1",
                        row -> true,
                        rule,
                        viewer)
                .isPresent();
    }

    /** What orders of a show were given, by order. */
    Map<String, List<Award>> awards(String show) {
        return byOrder("r.show_id = ?", show);
    }

    List<Award> awardsOf(String order) {
        return byOrder("a.order_id = ?", order).getOrDefault(order, List.of());
    }

    private Map<String, List<Award>> byOrder(String where, String what) {
        Map<String, List<GiftItem>> items = items(
                "select i.* from gifts.item i where i.rule_id in (select a.rule_id from gifts.award a join gifts.rule r"
                        + " on r.id = a.rule_id where " + where + ") order by i.rule_id, i.position",
                what);
        Map<String, List<Award>> awards = new HashMap<>();
        sql.list(
                "select a.*, r.kind, r.name from gifts.award a join gifts.rule r on r.id = a.rule_id where " + where
                        + " order by a.order_id, a.rule_id",
                row -> {
                    String rule = row.text("rule_id");
                    Award award = new Award(
                            row.text("order_id"),
                            rule,
                            GiftKind.valueOf(row.text("kind")),
                            row.text("name"),
                            row.number("times"),
                            items.getOrDefault(rule, List.of()));
                    return awards.computeIfAbsent(award.order(), order -> new ArrayList<>())
                            .add(award);
                },
                what);
        return awards;
    }

    private Map<String, List<GiftItem>> items(String read, String what) {
        Map<String, List<GiftItem>> items = new HashMap<>();
        sql.list(
                read,
                row -> items.computeIfAbsent(row.text("rule_id"), rule -> new ArrayList<>())
                        .add(new GiftItem(row.text("code"), row.text("name"), row.number("pieces"))),
                what);
        return items;
    }

    private static GiftRule read(Row row, Map<String, List<GiftItem>> items) throws SQLException {
        String id = row.text("id");
        return new GiftRule(
                id,
                row.text("show_id"),
                row.number("version"),
                row.text("name"),
                new Condition(
                        GiftKind.valueOf(row.text("kind")),
                        row.textOrNull("product_id"),
                        row.numberOrNull("pieces"),
                        spend(row),
                        row.isTrue("again"),
                        row.numberOrNull("most"),
                        row.isTrue("once")),
                List.copyOf(items.getOrDefault(id, List.of())),
                row.number("given"),
                row.instantOrNull("stopped_at"),
                row.text("changed_by"),
                row.instant("changed_at"));
    }

    private static @Nullable Money spend(Row row) throws SQLException {
        String currency = row.textOrNull("currency");
        return currency == null ? null : new Money(row.big("spend"), currency);
    }
}
