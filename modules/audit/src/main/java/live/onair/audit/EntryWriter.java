package live.onair.audit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Attempts;
import live.onair.kernel.DomainEvent;
import live.onair.kernel.Reason;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Adds unsealed entries: one insert in the caller's transaction, no shared row, nothing to wait for. */
@Singleton
class EntryWriter implements Attempts {

    private final Statements sql;
    private final Clock clock;

    @Inject
    EntryWriter(Statements sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void hear(@Observes DomainEvent event) {
        Actor actor = Acting.current().orElse(Actor.ONAIR);
        String facts = event instanceof Record ? CanonicalJson.of(event) : "{}";
        add(actor, event.kind(), event.aboutShow().orElse(null), event.subject(), facts);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void denied(Actor actor, String command) {
        add(actor, "denied", null, command, CanonicalJson.of(Map.of("command", command)));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(Actor actor, String command, List<Reason> reasons) {
        List<String> codes = reasons.stream().map(Reason::code).toList();
        add(actor, "refused", null, command, CanonicalJson.of(Map.of("command", command, "reasons", codes)));
    }

    private void add(Actor actor, String kind, @Nullable String show, String subject, String facts) {
        sql.run(
                """
                insert into audit.entry
                    (at, actor_id, actor_name, roles, source, kind, show_id, subject, facts, request_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.id(),
                actor.name(),
                actor.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                actor.source().name(),
                kind,
                show,
                subject,
                facts,
                Acting.requestId().orElse(null));
    }
}
