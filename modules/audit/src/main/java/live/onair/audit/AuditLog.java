package live.onair.audit;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Reads the event log and has it verified. */
@Singleton
@Transactional
@Guarded
public class AuditLog {

    private static final int MOST = 200;

    private final Statements sql;
    private final AuditVerifier verifier;
    private final Event<AuditEvent> events;

    @Inject
    AuditLog(Statements sql, DataSource dataSource, AuditSealer sealer, Event<AuditEvent> events) {
        this.sql = sql;
        this.verifier = new AuditVerifier(dataSource::getConnection, sealer.heads());
        this.events = events;
    }

    /** The entries that fit, newest first. A cursor of another list is an {@link IllegalArgumentException}. */
    @AllowedTo({Role.ADMIN, Role.AUDITOR, Role.OPS})
    public AuditPage search(AuditQuery query) {
        StringBuilder where = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        narrow(where, values, "actor_id = ?", query.actor());
        query.kind().ifPresent(kind -> {
            where.append(kind.endsWith(".") ? " and starts_with(kind, ?)" : " and kind = ?");
            values.add(kind);
        });
        narrow(where, values, "show_id = ?", query.show());
        narrow(where, values, "subject = ?", query.subject());
        narrow(where, values, "at >= ?", query.from());
        narrow(where, values, "at < ?", query.to());
        narrow(where, values, "id < ?", query.cursor().map(AuditLog::entry));
        narrow(
                where,
                values,
                "position(? in lower(concat_ws(' ', actor_name, kind, subject, facts, request_id))) > 0",
                query.text()
                        .filter(text -> !text.isBlank())
                        .map(text -> text.strip().toLowerCase(Locale.ROOT)));
        return page(where, values, query.size());
    }

    private static long entry(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor of this list", e);
        }
    }

    private static void narrow(
            StringBuilder where, List<@Nullable Object> values, String condition, Optional<? extends Object> value) {
        value.ifPresent(v -> {
            where.append(" and ").append(condition);
            values.add(v);
        });
    }

    private AuditPage page(StringBuilder where, List<@Nullable Object> values, int wanted) {
        int size = Math.max(1, Math.min(MOST, wanted));
        List<AuditRow> found = sql.list(
                "select " + Entries.COLUMNS + " from audit.entry where true" + where + " order by id desc limit "
                        + (size + 1),
                Entries::read,
                values.toArray());
        if (found.size() <= size) {
            return new AuditPage(found, Optional.empty());
        }
        return new AuditPage(
                List.copyOf(found.subList(0, size)),
                Optional.of(String.valueOf(found.get(size - 1).id())));
    }

    /**
     * What has happened to this show or thing, newest first, at most 200 entries. What happened to people's accounts is
     * shown to who may search, and to themselves.
     */
    @AllowedTo
    public List<AuditRow> historyOf(String showOrSubject) {
        return historyOf(showOrSubject, MOST);
    }

    /** The same, and no more than so many. */
    @AllowedTo
    public List<AuditRow> historyOf(String showOrSubject, int most) {
        Actor reader = Acting.actor();
        boolean all = reader.isOneOf(Role.ADMIN, Role.AUDITOR, Role.OPS)
                || reader.id().equals(showOrSubject);
        String but = all ? "" : " and not starts_with(kind, 'identity.')";
        String select =
                "(select " + Entries.COLUMNS + " from audit.entry where %s = ?" + but + " order by id desc limit ?)";
        return sql.list(
                select.formatted("show_id") + " union " + select.formatted("subject") + " order by id desc limit ?",
                Entries::read,
                showOrSubject,
                most,
                showOrSubject,
                most,
                most);
    }

    /** Which of these kinds the acting person has already made happen. */
    @AllowedTo
    public Set<String> doneByMe(Set<String> kinds) {
        return Set.copyOf(sql.list(
                "select k from unnest(?) k where exists"
                        + " (select 1 from audit.entry e where e.actor_id = ? and e.kind = k)",
                row -> row.text("k"),
                kinds,
                Acting.actor().id()));
    }

    /** Computes the whole chain again and names the first bad entry. */
    @AllowedTo({Role.ADMIN, Role.AUDITOR, Role.OPS})
    @Action(id = "audit.verify", ko = "기록 검증", en = "Verify the log")
    public Outcome<Verification> verify() {
        Verification found = verifier.verify();
        events.fire(new AuditEvent.Verified(
                found.sealedTo(), found.unsealed(), found.firstBad().map(Verification.FirstBad::seq)));
        return Outcome.done(found);
    }
}
