package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Interruptions.InterruptionEvent;
import live.onair.sql.Facts;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Interruptions}. Works inside the caller's transaction. */
@Singleton
class InterruptionBook {

    private static final String SELECT = "select * from scheduling.interruption ";

    /** Shows on air on a backend, and which of the alarms of their runs ring. */
    private static final String RINGING =
            "select s.id, coalesce((select string_agg(distinct a.kind, ', ' order by a.kind)"
                    + " from scheduling.channel_alarm a where a.channel_id = s.channel_id and a.run = s.id || ':' || s.run_no"
                    + " and a.state = 'RINGS'), '') kinds from scheduling.show s"
                    + " join scheduling.resource c on c.id = s.channel_id where c.backend = ? and s.state = 'ON_AIR'";

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final Event<InterruptionEvent> events;

    @Inject
    InterruptionBook(Statements sql, Clock clock, Ids ids, Event<InterruptionEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    UUID open(Interruptions.Kind kind, @Nullable String show, OptionalInt viewers, Map<String, ?> facts) {
        String json = Facts.write(facts);
        Integer hurt = viewers.isPresent() ? viewers.getAsInt() : null;
        Optional<Interruptions.Row> there = sql.one(
                "update scheduling.interruption set facts = ?::jsonb, viewers_hurt = coalesce(?::integer, viewers_hurt)"
                        + " where kind = ? and coalesce(show_id, '') = ? and closed_at is null returning *",
                InterruptionBook::read,
                json,
                hurt,
                kind.name(),
                show == null ? "" : show);
        if (there.isPresent()) {
            return there.get().id();
        }
        UUID id = ids.next();
        if (!add(id, kind, show, hurt, json)) {
            // Somebody opened it a moment ago: theirs is refreshed.
            return open(kind, show, viewers, facts);
        }
        events.fire(new InterruptionEvent.Opened(id, kind.name(), show, Facts.read(json)));
        return id;
    }

    private boolean add(UUID id, Interruptions.Kind kind, @Nullable String show, @Nullable Integer hurt, String facts) {
        return sql.run(
                        "insert into scheduling.interruption (id, kind, show_id, ko, en, next_ko, next_en, viewers_hurt,"
                                + " facts, since, closes_on_ack) values (?, ?, ?, ?, ?, ?, ?, ?::integer, ?::jsonb, ?, ?)"
                                + " on conflict do nothing",
                        id,
                        kind.name(),
                        show,
                        kind.ko(),
                        kind.en(),
                        kind.words().nextKo(),
                        kind.words().nextEn(),
                        hurt,
                        facts,
                        clock.instant(),
                        kind.closesOnAcknowledge())
                > 0;
    }

    void close(String kind, @Nullable String show) {
        sql.list(
                        "update scheduling.interruption set closed_at = ? where kind = ? and coalesce(show_id, '') = ?"
                                + " and closed_at is null returning *",
                        InterruptionBook::read,
                        clock.instant(),
                        kind,
                        show == null ? "" : show)
                .forEach(this::tellClosed);
    }

    /** Closes all that the end of the show ends; what must be acknowledged stays. */
    void closeAllOf(String show) {
        sql.list(
                        "update scheduling.interruption set closed_at = ? where show_id = ? and closed_at is null"
                                + " and not closes_on_ack returning *",
                        InterruptionBook::read,
                        clock.instant(),
                        show)
                .forEach(this::tellClosed);
    }

    void set(boolean on, Interruptions.Kind kind, @Nullable String show, Map<String, ?> facts) {
        if (on) {
            open(kind, show, OptionalInt.empty(), facts);
        } else {
            close(kind.name(), show);
        }
    }

    /** Each show on air on the backend has the alarm if, and as long as, one that the backend keeps for its run rings. */
    void setAlarmsOf(String backend) {
        sql.list(RINGING, row -> Map.entry(row.text("id"), row.text("kinds")), backend)
                .forEach(show -> set(
                        !show.getValue().isEmpty(),
                        Interruptions.AlarmKind.CLOUD_ALARM,
                        show.getKey(),
                        Map.of("backend", backend, "alarms", show.getValue())));
    }

    Outcome<Interruptions.Row> acknowledge(UUID id, String note) {
        Actor actor = Acting.actor();
        Instant now = clock.instant();
        Optional<Interruptions.Row> row = sql.one(
                "update scheduling.interruption set ack_by = ?, ack_name = ?, ack_at = ?, ack_note = ?,"
                        + " closed_at = case when closes_on_ack then ?::timestamptz else null end"
                        + " where id = ? and closed_at is null returning *",
                InterruptionBook::read,
                actor.id(),
                actor.name(),
                now,
                note,
                now,
                id);
        if (row.isEmpty()) {
            return Outcome.refused(ShowRefusal.NO_SUCH_INTERRUPTION.with("id", id));
        }
        Interruptions.Row found = row.get();
        events.fire(new InterruptionEvent.Acknowledged(id, found.kind(), found.show(), note));
        if (found.closedAt() != null) {
            tellClosed(found);
        }
        return Outcome.done(found);
    }

    List<Interruptions.Row> open() {
        return sql.list(
                SELECT + "where closed_at is null order by viewers_hurt desc nulls last, since, id",
                InterruptionBook::read);
    }

    List<Interruptions.Row> of(String show) {
        return sql.list(SELECT + "where show_id = ? order by since desc, id desc", InterruptionBook::read, show);
    }

    private void tellClosed(Interruptions.Row row) {
        events.fire(new InterruptionEvent.Closed(row.id(), row.kind(), row.show(), row.since()));
    }

    private static Interruptions.Row read(Row row) throws java.sql.SQLException {
        return new Interruptions.Row(
                UUID.fromString(row.text("id")),
                row.text("kind"),
                row.textOrNull("show_id"),
                row.text("ko"),
                row.text("en"),
                row.text("next_ko"),
                row.text("next_en"),
                row.numberOrNull("viewers_hurt"),
                Facts.read(row.text("facts")),
                row.instant("since"),
                row.instantOrNull("closed_at"),
                row.textOrNull("ack_name"),
                row.instantOrNull("ack_at"),
                row.textOrNull("ack_note"));
    }
}
