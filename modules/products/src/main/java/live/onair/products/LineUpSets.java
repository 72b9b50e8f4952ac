package live.onair.products;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.LineUps.LineUp;
import live.onair.products.LineUps.LineUpEntry;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Line-ups that are kept under a name. Works inside the caller's transaction. */
@Singleton
class LineUpSets {

    private static final Words.Field NAME = new Words.Field("name", "이름", "Name", 60);
    private static final String SELECT =
            "select s.*, (select count(*) from products.lineup_set_item i where i.set_id = s.id) products"
                    + " from products.lineup_set s ";

    private final Statements sql;
    private final Clock clock;
    private final Event<LineUpEvent> events;

    @Inject
    LineUpSets(Statements sql, Clock clock, Event<LineUpEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    List<LineUps.LineUpSet> list() {
        return read("order by s.name, s.id");
    }

    private List<LineUps.LineUpSet> read(String which, @Nullable Object... values) {
        return sql.list(
                SELECT + which,
                row -> new LineUps.LineUpSet(
                        row.text("id"),
                        row.text("name"),
                        row.number("products"),
                        row.text("changed_by"),
                        row.instant("changed_at")),
                values);
    }

    private Optional<LineUps.LineUpSet> set(String id) {
        return read("where s.id = ?", id).stream().findFirst();
    }

    Outcome<LineUps.LineUpSet> save(LineUp now, @Nullable String name) {
        List<Reason> wrong = new ArrayList<>();
        String clean = Words.line(NAME, name, true, wrong);
        if (now.items().isEmpty()) {
            wrong.add(LineUpRefusal.EMPTY.with());
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String id = sql.one(
                        "insert into products.lineup_set (id, name, changed_at, changed_by)"
                                + " values ('LS-' || lpad(nextval('products.lineup_set_number')::text, 3, '0'), ?, ?, ?)"
                                + " on conflict (lower(name)) do update set name = excluded.name,"
                                + " changed_at = excluded.changed_at, changed_by = excluded.changed_by returning id",
                        row -> row.text("id"),
                        clean,
                        clock.instant(),
                        Acting.actor().name())
                .orElseThrow();
        write(id, now);
        events.fire(new LineUpEvent.SetSaved(id, clean, now.items().size()));
        return Outcome.done(set(id).orElseThrow());
    }

    private void write(String id, LineUp now) {
        sql.run("delete from products.lineup_set_item where set_id = ?", id);
        int position = 0;
        for (LineUps.LineUpItem item : now.items()) {
            Money price = item.price();
            sql.run(
                    "insert into products.lineup_set_item (set_id, position, product_id, price) values (?, ?, ?, ?)",
                    id,
                    position++,
                    item.product().id(),
                    price == null ? null : price.minor());
        }
    }

    /** What a set holds of what is still sold. */
    Outcome<List<LineUpEntry>> find(String id) {
        if (set(id).isEmpty()) {
            return Outcome.refused(LineUpRefusal.NO_SET.with("id", id));
        }
        return Outcome.done(sql.list(
                "select i.product_id, i.price, p.currency from products.lineup_set_item i"
                        + " join products.product p on p.id = i.product_id"
                        + " where i.set_id = ? and p.archived_at is null order by i.position",
                row -> new LineUpEntry(
                        row.text("product_id"),
                        row.isNull("price")
                                ? null
                                : new Money(
                                        row.big("price"), row.text("currency").toUpperCase(Locale.ROOT))),
                id));
    }

    Outcome<String> drop(String id) {
        Optional<LineUps.LineUpSet> there = set(id);
        if (there.isEmpty()) {
            return Outcome.refused(LineUpRefusal.NO_SET.with("id", id));
        }
        sql.run("delete from products.lineup_set where id = ?", id);
        events.fire(new LineUpEvent.SetDropped(id, there.get().name()));
        return Outcome.done(id);
    }
}
