package live.onair.webhooks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.kernel.KeyVault;
import live.onair.sql.Statements;
import live.onair.webhooks.PublicPost.Answer;
import live.onair.webhooks.WebhookRows.Because;
import live.onair.webhooks.WebhookRows.Delivery;
import live.onair.webhooks.WebhookRows.DeliveryState;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.WebhookRows.EndpointState;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Sends one delivery until it is taken, later and later, each time under the same id. A process that dies between sending and
 * writing it down sends once more: whoever receives knows it by its id.
 */
@Singleton
class DeliverHandler implements WorkHandler<DeliverHandler.Deliver> {

    /** Pauses after the first time, the second, and so on; then it is given up, about two days later. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofDays(1));

    /** An endpoint that has taken nothing for so long is paused. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private final Delivering delivering;
    private final PublicPost post;

    @Inject
    DeliverHandler(Delivering delivering, PublicPost post) {
        this.delivering = delivering;
        this.post = post;
    }

    /** Send this one. */
    record Deliver(String delivery) implements Work {
        @Override
        public String key() {
            return delivery;
        }
    }

    /** What is sent where; {@code later} is until when not yet. */
    record Call(
            String url,
            Map<String, String> headers,
            byte[] body,
            @Nullable Instant later) {}

    @Override
    public Class<Deliver> type() {
        return Deliver.class;
    }

    @Override
    public Next handle(Deliver work) {
        Call call = delivering.next(work.delivery()).orElse(null);
        if (call == null) {
            return Next.done();
        }
        if (call.later() != null) {
            return Next.at(call.later());
        }
        return delivering
                .answered(work.delivery(), post.send(call.url(), call.headers(), call.body()))
                .map(Next::at)
                .orElse(Next.done());
    }

    /** The halves that lie in a transaction. */
    @Singleton
    @Transactional
    static class Delivering {

        private final Statements sql;
        private final Clock clock;
        private final Outbox outbox;
        private final EndpointShelf shelf;
        private final KeyVault vault;

        @Inject
        Delivering(Statements sql, Clock clock, Outbox outbox, EndpointShelf shelf, KeyVault vault) {
            this.sql = sql;
            this.clock = clock;
            this.outbox = outbox;
            this.shelf = shelf;
            this.vault = vault;
        }

        /** Empty where nothing is to be sent any more, or for now. */
        public Optional<Call> next(String id) {
            Delivery delivery = outbox.find(id)
                    .filter(one -> one.state() == DeliveryState.WAITING)
                    .orElse(null);
            Endpoint endpoint =
                    delivery == null ? null : shelf.find(delivery.endpoint()).orElse(null);
            if (delivery == null || endpoint == null || rests(endpoint, delivery)) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            if (delivery.nextAt() != null && delivery.nextAt().isAfter(now)) {
                return Optional.of(new Call("", Map.of(), new byte[0], delivery.nextAt()));
            }
            List<String> secrets = secrets(endpoint.id(), now);
            if (secrets.isEmpty()) {
                outbox.pause(
                        endpoint,
                        new Because(
                                "비밀 키를 열 수 없습니다. 새 비밀 키를 만든 뒤 다시 시작해 주세요",
                                "The secret cannot be opened. Make a new one, then resume"));
                return Optional.empty();
            }
            byte[] body = outbox.sent(id).orElseThrow().body().getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Call(endpoint.url(), headers(id, now, secrets, body), body, null));
        }

        private static boolean rests(Endpoint endpoint, Delivery delivery) {
            return endpoint.state() == EndpointState.PAUSED && delivery.kind() != WebhookKind.PING;
        }

        /** The newest first. */
        private List<String> secrets(String endpoint, Instant now) {
            return sql.list(
                            "select sealed, case when old_until > ? then old_sealed end old from webhooks.endpoint where id = ?",
                            row -> Stream.of(row.maybeText("sealed"), row.maybeText("old"))
                                    .flatMap(Optional::stream)
                                    .flatMap(shut -> vault.open(shut).stream())
                                    .toList(),
                            now,
                            endpoint)
                    .get(0);
        }

        private static Map<String, String> headers(String id, Instant now, List<String> secrets, byte[] body) {
            long timestamp = now.getEpochSecond();
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", Long.toString(timestamp));
            headers.put(
                    "webhook-signature",
                    String.join(
                            " ",
                            secrets.stream()
                                    .map(secret -> Signatures.sign(secret, id, timestamp, body))
                                    .toList()));
            return headers;
        }

        /** Writes down what was answered; says when to send it again, empty for never. */
        public Optional<Instant> answered(String id, Answer answer) {
            Delivery delivery = outbox.find(id).orElse(null);
            if (delivery == null) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            sql.run(
                    "insert into webhooks.attempt (delivery_id, number, at, millis, status, fault, answer)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    delivery.attempts() + 1,
                    now,
                    answer.millis(),
                    answer.status(),
                    answer.fault(),
                    answer.text());
            if (answer.isTaken()) {
                ended(id, DeliveryState.DELIVERED);
                sql.run(
                        "update webhooks.endpoint set failing_since = null where id = ? and failing_since is not null",
                        delivery.endpoint());
                return Optional.empty();
            }
            return failed(delivery, answer, now);
        }

        private void ended(String id, DeliveryState state) {
            sql.run(
                    "update webhooks.delivery set state = ?, attempts = attempts + 1, tries = tries + 1, next_at = null"
                            + " where id = ?",
                    state,
                    id);
        }

        private Optional<Instant> failed(Delivery delivery, Answer answer, Instant now) {
            int tries = sql.one(
                            "select tries from webhooks.delivery where id = ?",
                            row -> row.number("tries"),
                            delivery.id())
                    .orElse(0);
            suffered(delivery, answer, now);
            // somebody who tries whether it arrives wants to know now
            if (tries >= PAUSES.size() || delivery.kind() == WebhookKind.PING) {
                ended(delivery.id(), DeliveryState.GIVEN_UP);
                return Optional.empty();
            }
            Instant next = now.plus(PAUSES.get(tries));
            sql.run(
                    "update webhooks.delivery set attempts = attempts + 1, tries = tries + 1, next_at = ? where id = ?",
                    next,
                    delivery.id());
            return Optional.of(next);
        }

        /** An endpoint that takes nothing is paused, in words. */
        private void suffered(Delivery delivery, Answer answer, Instant now) {
            Endpoint endpoint = shelf.lock(delivery.endpoint()).orElse(null);
            if (endpoint == null || endpoint.state() != EndpointState.ACTIVE || delivery.kind() == WebhookKind.PING) {
                return;
            }
            Instant since = endpoint.failingSince() == null ? now : endpoint.failingSince();
            sql.run("update webhooks.endpoint set failing_since = ? where id = ?", since, endpoint.id());
            if (answer.isGone()) {
                outbox.pause(
                        endpoint,
                        new Because("수신처가 더는 받지 않는다고 답했습니다(410)", "The endpoint has answered that it is gone (410)"));
            } else if (!since.plus(PATIENCE).isAfter(now)) {
                outbox.pause(
                        endpoint,
                        new Because(
                                PATIENCE.toHours() + "시간 동안 한 번도 받지 않아 멈췄습니다",
                                "Nothing was taken for " + PATIENCE.toHours() + " hours"));
            }
        }
    }
}
