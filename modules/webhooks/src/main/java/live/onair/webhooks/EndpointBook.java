package live.onair.webhooks;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.KeyVault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.sql.Statements;
import live.onair.webhooks.WebhookRows.Because;
import live.onair.webhooks.WebhookRows.Delivery;
import live.onair.webhooks.WebhookRows.Endpoint;
import live.onair.webhooks.WebhookRows.EndpointState;
import live.onair.webhooks.WebhookRows.Made;
import live.onair.webhooks.Webhooks.EndpointTerms;
import org.jspecify.annotations.Nullable;

/** What people do with endpoints. Works inside the caller's transaction. */
@Singleton
class EndpointBook {

    static final int MOST = 20;
    static final int LONGEST_NAME = 60;
    /** So long both secrets sign: whoever receives has time to change. */
    static final Duration BOTH = Duration.ofDays(1);

    private final Statements sql;
    private final Clock clock;
    private final Ids ids;
    private final EndpointShelf shelf;
    private final Outbox outbox;
    private final KeyVault vault;
    private final Event<WebhookEvent> events;
    private final boolean loopback;

    @Inject
    EndpointBook(
            Statements sql,
            Clock clock,
            Ids ids,
            EndpointShelf shelf,
            Outbox outbox,
            KeyVault vault,
            Event<WebhookEvent> events,
            @Named("onair.webhooks.loopback") Boolean loopback) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.shelf = shelf;
        this.outbox = outbox;
        this.vault = vault;
        this.events = events;
        this.loopback = loopback;
    }

    private record Checked(String name, String url, List<WebhookKind> kinds) {
        String words() {
            return kinds.stream().map(WebhookKind::word).collect(Collectors.joining(", "));
        }

        List<String> names() {
            return kinds.stream().map(Enum::name).toList();
        }
    }

    private Outcome<Checked> checked(EndpointTerms wanted) {
        List<Reason> wrong = new ArrayList<>();
        String name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            wrong.add(WebhookRefusal.NAME.with("max", LONGEST_NAME, "field", "name"));
        }
        String url = wanted.url() == null ? "" : wanted.url().strip();
        EndpointAddress.wrong(url, loopback).ifPresent(wrong::add);
        List<WebhookKind> kinds = wanted.kinds() == null
                ? List.of()
                : wanted.kinds().stream()
                        .filter(kind -> kind != null && kind != WebhookKind.PING)
                        .distinct()
                        .sorted()
                        .toList();
        if (kinds.isEmpty()) {
            wrong.add(WebhookRefusal.KINDS.with("field", "kinds"));
        }
        return wrong.isEmpty() ? Outcome.done(new Checked(name, url, kinds)) : Outcome.refused(wrong);
    }

    private Outcome<Endpoint> one(String id) {
        return shelf.lock(id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(WebhookRefusal.NO_ENDPOINT.with("id", id)));
    }

    private Endpoint again(String id) {
        return shelf.find(id).orElseThrow();
    }

    Outcome<Made> add(EndpointTerms wanted) {
        if (shelf.list().size() >= MOST) {
            return Outcome.refused(WebhookRefusal.TOO_MANY.with("max", MOST));
        }
        return checked(wanted).map(terms -> {
            String id = "WE-" + ids.secret(5).toUpperCase(Locale.ROOT);
            String secret = Signatures.secret(ids);
            sql.run(
                    "insert into webhooks.endpoint (id, name, url, kinds, sealed, mark, state, made_at, made_by)"
                            + " values (?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?)",
                    id,
                    terms.name(),
                    terms.url(),
                    terms.names(),
                    vault.close(secret),
                    Signatures.mark(secret),
                    clock.instant(),
                    Acting.actor().name());
            events.fire(new WebhookEvent.Added(id, terms.name(), terms.url(), terms.words()));
            return new Made(again(id), secret);
        });
    }

    Outcome<Endpoint> change(String id, EndpointTerms wanted) {
        return one(id).then(before -> checked(wanted).map(terms -> {
            sql.run(
                    "update webhooks.endpoint set name = ?, url = ?, kinds = ?, failing_since = null where id = ?",
                    terms.name(),
                    terms.url(),
                    terms.names(),
                    id);
            events.fire(new WebhookEvent.Changed(id, terms.name(), terms.url(), terms.words()));
            return again(id);
        }));
    }

    Outcome<Made> renew(String id) {
        return one(id).map(before -> {
            String secret = Signatures.secret(ids);
            sql.run(
                    "update webhooks.endpoint set old_sealed = sealed, old_until = ?, sealed = ?, mark = ? where id = ?",
                    clock.instant().plus(BOTH),
                    vault.close(secret),
                    Signatures.mark(secret),
                    id);
            events.fire(new WebhookEvent.SecretRenewed(id, before.name()));
            return new Made(again(id), secret);
        });
    }

    Outcome<Endpoint> pause(String id) {
        return one(id).then(before -> {
            if (before.state() == EndpointState.PAUSED) {
                return Outcome.refused(WebhookRefusal.AS_IT_IS.with());
            }
            String who = Acting.actor().name();
            outbox.pause(before, new Because(who + " 님이 멈췄습니다", "Paused by " + who));
            return Outcome.done(again(id));
        });
    }

    Outcome<Endpoint> resume(String id) {
        return one(id).then(before -> {
            if (before.state() == EndpointState.ACTIVE) {
                return Outcome.refused(WebhookRefusal.AS_IT_IS.with());
            }
            sql.run(
                    "update webhooks.endpoint set state = 'ACTIVE', because_ko = null, because_en = null,"
                            + " failing_since = null where id = ?",
                    id);
            events.fire(new WebhookEvent.Resumed(id, before.name(), outbox.wake(id)));
            return Outcome.done(again(id));
        });
    }

    Outcome<Endpoint> remove(String id, @Nullable String reason) {
        return one(id).map(before -> {
            String because = reason == null ? "" : reason.strip();
            sql.run(
                    "update webhooks.endpoint set state = 'REMOVED', sealed = '', old_sealed = null, old_until = null"
                            + " where id = ?",
                    id);
            outbox.giveUp(id);
            events.fire(new WebhookEvent.Removed(id, before.name(), because));
            return before;
        });
    }

    Outcome<Delivery> ping(String id) {
        return one(id).map(before -> {
            String delivery = outbox.ping(id);
            events.fire(new WebhookEvent.Pinged(id, before.name(), delivery));
            return outbox.find(delivery).orElseThrow();
        });
    }

    Outcome<Delivery> resend(String delivery) {
        Delivery before = outbox.find(delivery).orElse(null);
        if (before == null) {
            return Outcome.refused(WebhookRefusal.NO_DELIVERY.with("id", delivery));
        }
        return one(before.endpoint()).then(endpoint -> {
            if (endpoint.state() == EndpointState.PAUSED && before.kind() != WebhookKind.PING) {
                return Outcome.refused(WebhookRefusal.PAUSED.with());
            }
            outbox.again(delivery);
            events.fire(new WebhookEvent.Resent(endpoint.id(), endpoint.name(), delivery));
            return Outcome.done(outbox.find(delivery).orElseThrow());
        });
    }
}
