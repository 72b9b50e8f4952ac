package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.inventory.CallRows.ForeignAct;
import live.onair.inventory.spi.AccountTrail.TrailEvent;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** How far the trail was read, and the rows of what others did to our things. Works inside the caller's transaction. */
@Singleton
class TrailShelf {

    private static final String TRAIL = "aws";

    private final Statements sql;

    @Inject
    TrailShelf(Statements sql) {
        this.sql = sql;
    }

    /** Up to when the trail was read whole, and why it could not be at the last try. */
    record Mark(@Nullable Instant readAt, @Nullable String words) {
        static final Mark NEVER = new Mark(null, null);
    }

    Mark mark() {
        return sql.one(
                        "select read_at, words from inventory.trail where id = ?",
                        row -> new Mark(row.instantOrNull("read_at"), row.textOrNull("words")),
                        TRAIL)
                .orElse(Mark.NEVER);
    }

    void read(Instant upTo) {
        sql.run(
                "insert into inventory.trail (id, read_at) values (?, ?)"
                        + " on conflict (id) do update set read_at = excluded.read_at, words = null",
                TRAIL,
                upTo);
    }

    /** It could not be read: up to when it was stays. */
    void failed(String words) {
        sql.run(
                "insert into inventory.trail (id, words) values (?, ?) on conflict (id) do update set words = excluded.words",
                TRAIL,
                words);
    }

    /** What of ours an event names. */
    private record Touched(String name, @Nullable String channel) {}

    /** Keeps an act of somebody else, if it is about a thing of ours: one that is there, or that we have once called about. */
    void keep(TrailEvent event, Instant now) {
        Optional<Touched> touched = touched(event);
        if (touched.isEmpty() && event.mark() == null) {
            return;
        }
        sql.run(
                "insert into inventory.foreign_act (event_id, service, operation, resource, channel_id, at, request_id, error,"
                        + " principal, source, as_us, told_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " exists (select 1 from inventory.call where principal = ?), ?) on conflict (event_id) do nothing",
                event.id(),
                event.service(),
                event.operation(),
                touched.map(Touched::name).orElseGet(() -> String.valueOf(event.mark())),
                touched.map(Touched::channel).orElse(null),
                event.at(),
                event.requestId(),
                event.error(),
                event.who().principal(),
                event.who().source(),
                event.who().principal(),
                now);
    }

    /** It was ours after all. */
    void takeBack(TrailEvent event) {
        sql.run("delete from inventory.foreign_act where event_id = ?", event.id());
    }

    private Optional<Touched> touched(TrailEvent event) {
        Optional<Touched> now = sql.one(
                "select name, channel_id from inventory.resource where arn = any (?) or handle = any (?) or name = any (?)"
                        + " order by name limit 1",
                TrailShelf::touched,
                event.names(),
                event.names(),
                event.names());
        return now.or(() -> sql.one(
                "select resource as name, channel_id from inventory.call where names && ? order by sent_at desc limit 1",
                TrailShelf::touched,
                event.names()));
    }

    private static Touched touched(Row row) throws SQLException {
        return new Touched(row.text("name"), row.textOrNull("channel_id"));
    }

    /** The newest first. */
    List<ForeignAct> list(String text, @Nullable String after, int size) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("select * from inventory.foreign_act where true");
        if (!text.isEmpty()) {
            where.append(
                    " and position(lower(?) in lower(concat_ws(' ', service, operation, resource, channel_id, request_id,"
                            + " principal, source))) > 0");
            values.add(text);
        }
        if (after != null) {
            where.append(" and (at, event_id) < (select at, event_id from inventory.foreign_act where event_id = ?)");
            values.add(after);
        }
        where.append(" order by at desc, event_id desc limit ?");
        values.add(size);
        return sql.list(where.toString(), TrailShelf::act, values.toArray());
    }

    boolean isThere(String event) {
        return sql.one("select 1 from inventory.foreign_act where event_id = ?", row -> true, event)
                .isPresent();
    }

    long count(Instant since) {
        return sql.one("select count(*) as n from inventory.foreign_act where at > ?", row -> row.big("n"), since)
                .orElse(0L);
    }

    int forget(Instant before) {
        return sql.run("delete from inventory.foreign_act where at < ?", before);
    }

    private static ForeignAct act(Row row) throws SQLException {
        return new ForeignAct(
                row.text("event_id"),
                row.text("service"),
                row.text("operation"),
                row.text("resource"),
                row.textOrNull("channel_id"),
                row.instant("at"),
                row.textOrNull("request_id"),
                row.textOrNull("error"),
                row.text("principal"),
                row.textOrNull("source"),
                row.isTrue("as_us"));
    }
}
