package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import live.onair.inventory.CallRows.CallOutcome;
import live.onair.inventory.CallRows.SentCall;
import live.onair.inventory.CallRows.TrailMatch;
import live.onair.inventory.CallRows.TrailState;
import live.onair.inventory.spi.AccountTrail.TrailEvent;
import live.onair.inventory.spi.CallReports.Sent;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of our calls and of what the trail tells of them. Works inside the caller's transaction. */
@Singleton
class CallShelf {

    /** A call is over by then, answered or not. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(60);
    /** The trail tells whole seconds, and its clock is another one. */
    private static final Duration CLOCKS = Duration.ofSeconds(3);

    /** How the trail stands to a call; the two marks are up to when it was read whole, each less the delay. */
    private static final String STATE =
            "case when not in_trail then 'NOT_KEPT' when event_id is not null then 'MATCHED'"
                    + " when sent_at > ? then 'WAITING' when outcome = 'DONE' then 'MISSING' else 'UNTOLD' end";

    /** Of what is there by one of these names, or of what an earlier call has made by this one. */
    private static final String CHANNEL =
            "coalesce((select max(r.channel_id) from inventory.resource r where r.arn = any (?) or r.handle = any (?)"
                    + " or r.name = any (?)), (select max(c.channel_id) from inventory.call c where ? = any (c.names)"
                    + " having count(distinct c.channel_id) = 1))";

    private final Statements sql;

    @Inject
    CallShelf(Statements sql) {
        this.sql = sql;
    }

    /** Who asks, for what request, and for which show as far as it says. */
    record Asked(
            String by, @Nullable String request, @Nullable String show) {}

    /** Written before and after: the later word counts, and what the trail has told stays. */
    void keep(Sent call, Asked asked) {
        var about = call.about();
        sql.run(
                "insert into inventory.call (id, service, operation, resource, names, channel_id, show_id, asked_name,"
                        + " asked_for, sent_at, outcome, request_id, words, in_trail)"
                        + " values (?, ?, ?, ?, ?, coalesce(?, " + CHANNEL + "), ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set names = excluded.names, outcome = excluded.outcome,"
                        + " request_id = excluded.request_id, words = excluded.words",
                call.id(),
                about.service(),
                about.operation(),
                about.resource(),
                about.names(),
                about.channel(),
                about.names(),
                about.names(),
                about.names(),
                about.resource(),
                about.show() == null ? asked.show() : about.show(),
                asked.by(),
                asked.request(),
                call.at(),
                call.outcome(),
                call.requestId(),
                call.words(),
                about.inTrail());
        if (call.requestId() != null) {
            // the trail was quicker than our own note
            sql.run("delete from inventory.foreign_act where request_id = ?", call.requestId());
        }
    }

    /** Whether the event is that of a call of ours; if so, the call has it from now on. */
    boolean joins(TrailEvent event, Instant now) {
        if (event.requestId() != null && match("request_id = ?", event, event.requestId()) > 0) {
            return true;
        }
        if (isKnown(event)) {
            return true;
        }
        return match(
                        "id = (select id from inventory.call where request_id is null and event_id is null"
                                + " and outcome = 'UNKNOWN' and service = ? and operation = ? and names && ?"
                                + " and sent_at between ? and ? order by sent_at limit 1)",
                        event,
                        event.service(),
                        event.operation(),
                        event.names(),
                        event.at().minus(ON_ITS_WAY),
                        earlier(event.at().plus(CLOCKS), now.minus(ON_ITS_WAY)))
                > 0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isKnown(TrailEvent event) {
        return sql.one(
                        "select 1 from inventory.call where event_id = ? or request_id = ?",
                        row -> true,
                        event.id(),
                        event.requestId())
                .isPresent();
    }

    private int match(String which, TrailEvent event, @Nullable Object... by) {
        List<@Nullable Object> values = new ArrayList<>(java.util.Arrays.asList(
                event.id(),
                event.at(),
                event.error(),
                event.who().principal(),
                event.who().source()));
        values.addAll(java.util.Arrays.asList(by));
        return sql.run(
                "update inventory.call set event_id = ?, event_at = ?, event_error = ?, principal = ?, source = ?"
                        + " where event_id is null and " + which,
                values.toArray());
    }

    /**
     * Which calls.
     *
     * @param whole up to when the trail must have told them
     * @param show a show with its channel and its time on it, null for all
     */
    record Wanted(
            Instant whole,
            @Nullable TrailState state,
            String text,
            @Nullable OnShow show,
            @Nullable UUID after,
            int size) {}

    /** A show has its channel for this time. */
    record OnShow(String id, String channel, Instant from, Instant to) {}

    /** The newest first. */
    List<SentCall> list(Wanted wanted) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("select * from (select *, " + STATE + " as trail from inventory.call");
        values.add(wanted.whole());
        where.append(") c where true");
        if (wanted.state() != null) {
            where.append(" and trail = ?");
            values.add(wanted.state());
        }
        OnShow show = wanted.show();
        if (show != null) {
            where.append(" and (show_id = ? or show_id is null and channel_id = ? and sent_at between ? and ?)");
            values.addAll(List.of(show.id(), show.channel(), show.from(), show.to()));
        } else if (!wanted.text().isEmpty()) {
            where.append(
                    " and position(lower(?) in lower(concat_ws(' ', service, operation, resource, channel_id, show_id,"
                            + " request_id, asked_for, principal, array_to_string(names, ' ')))) > 0");
            values.add(wanted.text());
        }
        if (wanted.after() != null) {
            where.append(" and (sent_at, id) < (select sent_at, id from inventory.call where id = ?)");
            values.add(wanted.after());
        }
        where.append(" order by sent_at desc, id desc limit ?");
        values.add(wanted.size());
        return sql.list(where.toString(), CallShelf::call, values.toArray());
    }

    boolean isThere(UUID id) {
        return sql.one("select 1 from inventory.call where id = ?", row -> true, id)
                .isPresent();
    }

    /** How many of the calls that the trail has not told stand how. */
    Map<TrailState, Long> untold(Instant whole) {
        return sql
                .list(
                        "select trail, count(*) as n from (select " + STATE
                                + " as trail from inventory.call where in_trail and event_id is null) c group by trail",
                        row -> Map.entry(TrailState.valueOf(row.text("trail")), row.big("n")),
                        whole)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When the oldest call left that the trail may still tell, of those since then. */
    @Nullable
    Instant oldestUntold(Instant since) {
        return sql.one(
                        "select min(sent_at) as t from inventory.call where in_trail and event_id is null"
                                + " and sent_at > ?",
                        row -> row.maybeInstant("t"),
                        since)
                .flatMap(at -> at)
                .orElse(null);
    }

    int forget(Instant before) {
        return sql.run("delete from inventory.call where sent_at < ?", before);
    }

    private static SentCall call(Row row) throws SQLException {
        return new SentCall(
                UUID.fromString(row.text("id")),
                row.text("service"),
                row.text("operation"),
                row.text("resource"),
                row.textOrNull("channel_id"),
                row.textOrNull("show_id"),
                row.text("asked_name"),
                row.textOrNull("asked_for"),
                row.instant("sent_at"),
                CallOutcome.valueOf(row.text("outcome")),
                row.textOrNull("request_id"),
                row.textOrNull("words"),
                TrailState.valueOf(row.text("trail")),
                match(row));
    }

    private static @Nullable TrailMatch match(Row row) throws SQLException {
        String id = row.textOrNull("event_id");
        return id == null
                ? null
                : new TrailMatch(
                        id,
                        row.instant("event_at"),
                        row.text("principal"),
                        row.textOrNull("source"),
                        row.textOrNull("event_error"),
                        row.isNull("request_id"));
    }
}
