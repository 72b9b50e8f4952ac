package live.onair.work;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkRows.Counts;
import live.onair.work.WorkRows.Item;
import live.onair.work.WorkRows.Page;
import live.onair.work.WorkRows.State;
import org.jspecify.annotations.Nullable;

/** Reads the list as the board shows it. */
@Singleton
class BoardStore {

    private static final int MOST = 200;

    /** Two values: the types this program knows, and now. */
    private static final String ITEMS = """
            select * from (
                select right(t.task_instance, 36) as id, t.task_name as type, t.lane as key, t.execution_time as due,
                    t.task_instance, t.picked_by, coalesce(p.attempts, 0) as attempts, p.fault, p.message,
                    coalesce(l.since, p.since) as since,
                    case when p.stuck or t.task_name <> all(?) then 'STUCK' when t.picked then 'RUNNING'
                         when t.execution_time <= ? then 'DUE' else 'WAITING' end as state
                from work.scheduled_tasks t
                left join work.trouble p on p.type = t.task_name and p.key = t.lane
                left join work.lane l on t.picked and l.type = t.task_name and l.key = t.lane) as item
            where true
            """;

    private final Statements sql;
    private final Handlers handlers;
    private final Clock clock;

    @Inject
    BoardStore(Statements sql, Handlers handlers, Clock clock) {
        this.sql = sql;
        this.handlers = handlers;
        this.clock = clock;
    }

    Page list(WorkBoard.Look look) {
        int size = Math.max(1, Math.min(MOST, look.size()));
        StringBuilder query = new StringBuilder(ITEMS);
        List<@Nullable Object> values = new ArrayList<>(List.of(known(), clock.instant()));
        narrow(look, query, values);
        query.append(" order by due, id limit ?");
        values.add(size + 1);
        List<Item> found = sql.list(query.toString(), BoardStore::read, values.toArray());
        if (found.size() <= size) {
            return new Page(found, Optional.empty());
        }
        Item last = found.get(size - 1);
        return new Page(
                List.copyOf(found.subList(0, size)),
                Optional.of(last.due().orElse(WorkStore.PARKED) + "~" + last.id()));
    }

    private static void narrow(WorkBoard.Look look, StringBuilder query, List<@Nullable Object> values) {
        look.state().ifPresent(state -> {
            query.append(" and state = ?");
            values.add(state.name());
        });
        look.type().ifPresent(type -> {
            query.append(" and type = ?");
            values.add(type);
        });
        look.text().filter(text -> !text.isBlank()).ifPresent(text -> {
            query.append(" and position(? in lower(concat_ws(' ', type, key, fault, message))) > 0");
            values.add(text.strip().toLowerCase(Locale.ROOT));
        });
        look.after().ifPresent(cursor -> {
            query.append(" and (due, id) > (?, ?)");
            String[] parts = cursor.split("~", 2);
            try {
                values.add(Instant.parse(parts[0]));
                values.add(parts[1]);
            } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("not a cursor of this list", e);
            }
        });
    }

    Counts counts() {
        int[] counts = new int[State.values().length];
        sql.list(
                "select state, count(*) as n from (" + ITEMS + ") as counted group by state",
                row -> counts[State.valueOf(row.text("state")).ordinal()] = row.number("n"),
                known(),
                clock.instant());
        return new Counts(
                counts[State.DUE.ordinal()],
                counts[State.RUNNING.ordinal()],
                counts[State.WAITING.ordinal()],
                counts[State.STUCK.ordinal()]);
    }

    /** The item, kept from being picked until this transaction ends. */
    Optional<Item> lock(String id) {
        sql.one("select 1 from work.scheduled_tasks where right(task_instance, 36) = ? for update", r -> 1, id);
        return sql.one(ITEMS + " and id = ?", BoardStore::read, known(), clock.instant(), id);
    }

    void makeDue(Item item) {
        sql.run(
                "update work.scheduled_tasks set execution_time = ? where right(task_instance, 36) = ?",
                clock.instant(),
                item.id());
    }

    void remove(Item item) {
        sql.run("delete from work.scheduled_tasks where right(task_instance, 36) = ?", item.id());
        sql.run("delete from work.trouble where type = ? and key = ?", item.type(), item.key());
    }

    private String[] known() {
        return handlers.types().toArray(String[]::new);
    }

    private static Item read(Row row) throws SQLException {
        Instant due = row.instant("due");
        return new Item(
                row.text("id"),
                row.text("type"),
                row.text("key"),
                State.valueOf(row.text("state")),
                due.equals(WorkStore.PARKED) ? Optional.empty() : Optional.of(due),
                row.number("attempts"),
                row.maybeText("fault"),
                row.maybeText("message"),
                row.maybeInstant("since"),
                row.maybeText("picked_by"));
    }
}
