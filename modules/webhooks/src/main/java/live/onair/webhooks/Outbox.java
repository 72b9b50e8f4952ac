package live.onair.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Ids;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import live.onair.webhooks.DeliverHandler.Deliver;
import live.onair.webhooks.WebhookRows.Attempt;
import live.onair.webhooks.WebhookRows.Because;
import live.onair.webhooks.WebhookRows.Delivery;
import live.onair.webhooks.WebhookRows.DeliveryPage;
import live.onair.webhooks.WebhookRows.DeliveryState;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.WebhookRows.Sent;
import live.onair.webhooks.Webhooks.DeliveryFilter;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** What is to be sent and was. Works inside the caller's transaction. */
@Singleton
class Outbox {

    private static final String READ =
            "select d.*, a.number, a.at, a.millis, a.status, a.fault, a.answer from webhooks.delivery d"
                    + " left join webhooks.attempt a on a.delivery_id = d.id and a.number = d.attempts where true";

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final WorkQueue queue;
    private final Event<WebhookEvent> events;

    @Inject
    Outbox(Statements sql, Clock clock, Ids ids, WorkQueue queue, Event<WebhookEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.queue = queue;
        this.events = events;
    }

    /** Writes it down for each endpoint that wants to know; where news wait, it waits too. */
    void tell(WebhookKind kind, @Nullable String show, Instant at, ObjectNode data) {
        sql.list(
                        "select id from webhooks.endpoint where state <> 'REMOVED' and ? = any (kinds)",
                        row -> row.text("id"),
                        kind)
                .forEach(endpoint -> put(endpoint, kind, show, body(kind, at, data)));
    }

    /** Whether anybody wants to know. */
    boolean isWanted(WebhookKind kind) {
        return sql.one(
                        "select 1 n from webhooks.endpoint where state <> 'REMOVED' and ? = any (kinds) limit 1",
                        row -> row.number("n"),
                        kind)
                .isPresent();
    }

    String ping(String endpoint) {
        Instant now = clock.instant();
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("endpoint", endpoint);
        return put(endpoint, WebhookKind.PING, null, body(WebhookKind.PING, now, data));
    }

    private static String body(WebhookKind kind, Instant at, ObjectNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", kind.word()).put("timestamp", at.toString()).set("data", data);
        return body.toString();
    }

    private String put(String endpoint, WebhookKind kind, @Nullable String show, String body) {
        String id = "msg_" + ids.next().toString().replace("-", "");
        Instant now = clock.instant();
        sql.run(
                "insert into webhooks.delivery (id, endpoint_id, kind, show_id, body, made_at, state, next_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'WAITING', ?)",
                id,
                endpoint,
                kind,
                show,
                body,
                now,
                now);
        queue.put(new Deliver(id));
        return id;
    }

    void again(String id) {
        sql.run(
                "update webhooks.delivery set state = 'WAITING', tries = 0, next_at = ? where id = ?",
                clock.instant(),
                id);
        queue.put(new Deliver(id));
    }

    void pause(Endpoint endpoint, Because because) {
        sql.run(
                "update webhooks.endpoint set state = 'PAUSED', because_ko = ?, because_en = ? where id = ?",
                because.ko(),
                because.en(),
                endpoint.id());
        events.fire(new WebhookEvent.Paused(endpoint.id(), endpoint.name(), because.ko()));
    }

    /** Sends what has waited; says how many. */
    int wake(String endpoint) {
        List<String> waiting = sql.list(
                "update webhooks.delivery set tries = 0, next_at = ? where endpoint_id = ? and state = 'WAITING' returning id",
                row -> row.text("id"),
                clock.instant(),
                endpoint);
        waiting.forEach(id -> queue.put(new Deliver(id)));
        return waiting.size();
    }

    void giveUp(String endpoint) {
        sql.run(
                "update webhooks.delivery set state = 'GIVEN_UP', next_at = null where endpoint_id = ? and state = 'WAITING'",
                endpoint);
    }

    /** What was made before then is over and no longer kept. */
    int forget(Instant before) {
        return sql.run("delete from webhooks.delivery where made_at < ?", before)
                + sql.run("delete from webhooks.received where at < ?", before);
    }

    Optional<Delivery> find(String id) {
        return sql.one(READ + " and d.id = ?", Outbox::read, id);
    }

    Optional<Sent> sent(String id) {
        return find(id).map(delivery -> new Sent(
                delivery,
                sql.one("select body from webhooks.delivery where id = ?", row -> row.text("body"), id)
                        .orElse(""),
                sql.list(
                        "select * from webhooks.attempt where delivery_id = ? order by number desc",
                        Outbox::attempt,
                        id)));
    }

    DeliveryPage list(DeliveryFilter filter) {
        int size = Math.max(1, Math.min(200, filter.size()));
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        add(where, values, " and d.endpoint_id = ?", filter.endpoint());
        add(where, values, " and d.state = ?", filter.state());
        add(where, values, " and d.kind = ?", filter.kind());
        add(where, values, " and d.id < ?", filter.after());
        values.add(size + 1);
        List<Delivery> found = sql.list(READ + where + " order by d.id desc limit ?", Outbox::read, values.toArray());
        boolean more = found.size() > size;
        List<Delivery> items = more ? found.subList(0, size) : found;
        return new DeliveryPage(items, more ? items.get(size - 1).id() : null);
    }

    private static void add(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            where.append(condition);
            values.add(value);
        }
    }

    private static Delivery read(Row row) throws SQLException {
        return new Delivery(
                row.text("id"),
                row.text("endpoint_id"),
                WebhookKind.valueOf(row.text("kind")),
                row.textOrNull("show_id"),
                row.instant("made_at"),
                DeliveryState.valueOf(row.text("state")),
                row.number("attempts"),
                row.instantOrNull("next_at"),
                row.isNull("number") ? null : attempt(row));
    }

    private static Attempt attempt(Row row) throws SQLException {
        return new Attempt(
                row.number("number"),
                row.instant("at"),
                row.big("millis"),
                row.numberOrNull("status"),
                row.textOrNull("fault"),
                row.text("answer"));
    }
}
