package live.onair.planning;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Templates}. Works inside the caller's transaction. */
@Singleton
class TemplateBook {

    private final Statements sql;
    private final Clock clock;
    private final Event<PlanningEvent> events;

    @Inject
    TemplateBook(Statements sql, Clock clock, Event<PlanningEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    Outcome<Templates.Row> add(@Nullable String name, Shows.Schedule plan, @Nullable Duration length) {
        List<Reason> wrong = new ArrayList<>();
        String clean = PlanningRefusal.line("name", name, 60, wrong);
        Duration lasts = length == null ? Duration.ofHours(1) : length;
        check("", clean, lasts, wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        String id = sql.one(
                        "select nextval('planning.template_number') n",
                        row -> String.format(Locale.ROOT, "TP-%03d", row.big("n")))
                .orElseThrow();
        sql.run(
                "insert into planning.template (id, version, name, plan, length_s, created_at, changed_at, changed_name)"
                        + " values (?, 0, ?, ?, ?, ?, ?, ?)",
                id,
                clean,
                Plans.write(plan),
                lasts.toSeconds(),
                clock.instant(),
                clock.instant(),
                Acting.actor().name());
        events.fire(new PlanningEvent.TemplateSaved(id, clean));
        return Outcome.done(find(id).orElseThrow());
    }

    private void check(String id, String name, Duration length, List<Reason> wrong) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(Duration.ofHours(24)) > 0) {
            wrong.add(PlanningRefusal.LENGTH_RANGE.with("field", "length"));
        }
        boolean taken = sql.one(
                        "select 1 from planning.template where lower(name) = ? and id <> ? and archived_at is null",
                        row -> true,
                        name.toLowerCase(Locale.ROOT),
                        id)
                .isPresent();
        if (taken) {
            wrong.add(PlanningRefusal.TEMPLATE_NAME_TAKEN.with("name", name));
        }
    }

    Outcome<Templates.Row> change(Templates.Change wanted) {
        Templates.Row before = lock(wanted.id()).filter(row -> !row.archived()).orElse(null);
        if (before == null) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_TEMPLATE.with("id", wanted.id()));
        }
        if (wanted.version() != null && wanted.version() != before.version()) {
            return Outcome.refused(
                    PlanningRefusal.STALE.with("expected", wanted.version(), "version", before.version()));
        }
        List<Reason> wrong = new ArrayList<>();
        String name = wanted.name() == null ? before.name() : PlanningRefusal.line("name", wanted.name(), 60, wrong);
        Duration length = Objects.requireNonNullElse(wanted.length(), before.length());
        check(before.id(), name, length, wrong);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        sql.run(
                "update planning.template set name = ?, plan = ?, length_s = ?, changed_at = ?, changed_name = ?,"
                        + " version = version + 1 where id = ?",
                name,
                Plans.write(Objects.requireNonNullElse(wanted.plan(), before.plan())),
                length.toSeconds(),
                clock.instant(),
                Acting.actor().name(),
                before.id());
        events.fire(new PlanningEvent.TemplateChanged(before.id(), name));
        return Outcome.done(find(before.id()).orElseThrow());
    }

    Outcome<Templates.Row> archive(String id, boolean away) {
        Templates.Row before = lock(id).orElse(null);
        if (before == null) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_TEMPLATE.with("id", id));
        }
        if (before.archived() == away) {
            return Outcome.done(before);
        }
        List<Reason> wrong = new ArrayList<>();
        if (!away) {
            check(id, before.name(), before.length(), wrong);
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        sql.run(
                "update planning.template set archived_at = ?, version = version + 1 where id = ?",
                away ? clock.instant().atOffset(java.time.ZoneOffset.UTC) : null,
                id);
        events.fire(
                away
                        ? new PlanningEvent.TemplateArchived(id, before.name())
                        : new PlanningEvent.TemplateRestored(id, before.name()));
        return Outcome.done(find(id).orElseThrow());
    }

    ShowRows.Show used(Templates.Row template, ShowRows.Show show) {
        events.fire(new PlanningEvent.TemplateUsed(template.id(), show.id()));
        return show;
    }

    List<Templates.Row> list() {
        return sql.list(
                "select * from planning.template where archived_at is null order by name, id", TemplateBook::read);
    }

    Optional<Templates.Row> find(String id) {
        return sql.one("select * from planning.template where id = ?", TemplateBook::read, id);
    }

    private Optional<Templates.Row> lock(String id) {
        return sql.one("select * from planning.template where id = ? for update", TemplateBook::read, id);
    }

    private static Templates.Row read(Row row) throws SQLException {
        return new Templates.Row(
                row.text("id"),
                row.text("name"),
                Plans.read(row.text("plan")),
                row.seconds("length_s"),
                row.text("changed_name"),
                row.instant("changed_at"),
                !row.isNull("archived_at"),
                row.number("version"));
    }
}
