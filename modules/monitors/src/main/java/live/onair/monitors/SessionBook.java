package live.onair.monitors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.KeySeal;
import live.onair.kernel.Outcome;
import live.onair.monitors.MonitorRows.Answer;
import live.onair.monitors.MonitorRows.Asked;
import live.onair.monitors.MonitorRows.Progress;
import live.onair.monitors.MonitorRows.Session;
import live.onair.monitors.OpenSessionHandler.OpenSession;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Questions for sessions, and the answers for whoever asked. Works inside the caller's transaction. */
@Singleton
class SessionBook {

    /** So long is it kept who looked; its address only until it is taken. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final MonitorShelf shelf;
    private final Statements sql;
    private final WorkQueue queue;
    private final Clock clock;
    private final Ids ids;
    private final Event<MonitorEvent> events;

    @Inject
    SessionBook(MonitorShelf shelf, Statements sql, WorkQueue queue, Clock clock, Ids ids, Event<MonitorEvent> events) {
        this.shelf = shelf;
        this.sql = sql;
        this.queue = queue;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    Outcome<Asked> open(String id) {
        MonitorShelf.Kept kept = shelf.find(id).orElse(null);
        if (kept == null) {
            return Outcome.refused(MonitorRefusal.NO_SUCH_MONITOR.with("id", id));
        }
        if (kept.leaving()) {
            return Outcome.refused(MonitorRefusal.LEAVING.with("name", kept.name()));
        }
        Instant now = clock.instant();
        sql.run("delete from monitors.session where asked_at < ?", now.minus(KEPT));
        KeySeal.Pair pair = KeySeal.make();
        UUID order = ids.next();
        sql.run(
                "insert into monitors.session (id, monitor_id, state, seal, asked_at, asked_by)"
                        + " values (?, ?, 'WAITING', ?, ?, ?)",
                order,
                id,
                pair.seal().text(),
                now,
                Acting.actor().name());
        queue.put(new OpenSession(id, order.toString()));
        events.fire(new MonitorEvent.SessionAsked(id, order.toString()));
        return Outcome.done(new Asked(id, order.toString(), pair.ticket()));
    }

    private record Kept(Answer answer, @Nullable String sealed) {}

    private Optional<Kept> find(String monitor, String order) {
        return sql.one(
                "select * from monitors.session where monitor_id = ? and id::text = ?",
                row -> new Kept(answer(row), row.textOrNull("sealed")),
                monitor,
                order);
    }

    private static Answer answer(Row row) throws SQLException {
        return new Answer(
                row.text("id"),
                Progress.valueOf(row.text("state")),
                row.textOrNull("fault"),
                row.textOrNull("words"),
                row.instantOrNull("until_at"));
    }

    Optional<Answer> answer(String monitor, String order) {
        return find(monitor, order).map(Kept::answer);
    }

    Outcome<Session> take(Monitors.Take wanted) {
        String id = wanted.monitor();
        if (shelf.lock(id).isEmpty()) {
            return Outcome.refused(MonitorRefusal.NO_SUCH_MONITOR.with("id", id));
        }
        Kept kept = find(id, String.valueOf(wanted.order())).orElse(null);
        if (kept != null && kept.answer().progress() == Progress.WAITING) {
            return Outcome.refused(MonitorRefusal.SESSION_NOT_YET.with());
        }
        String sealed = kept == null ? null : kept.sealed();
        Instant until = kept == null ? null : kept.answer().until();
        if (kept == null || sealed == null || until == null || !until.isAfter(clock.instant())) {
            return Outcome.refused(MonitorRefusal.SESSION_GONE.with());
        }
        Optional<String> url = KeySeal.open(String.valueOf(wanted.ticket()), sealed);
        if (url.isEmpty()) {
            return Outcome.refused(MonitorRefusal.SESSION_TICKET.with("field", "ticket"));
        }
        String order = kept.answer().order();
        sql.run("update monitors.session set state = 'TAKEN', sealed = null where id::text = ?", order);
        events.fire(new MonitorEvent.SessionTaken(id, order, until));
        return Outcome.done(new Session(id, url.get(), until));
    }
}
