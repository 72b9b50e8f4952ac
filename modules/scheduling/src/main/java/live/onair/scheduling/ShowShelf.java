package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.sql.Facts;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Where shows are kept. A show is locked while it is changed: two changes come one after the other. */
@Singleton
class ShowShelf {

    private final EntityManager entities;
    private final Statements sql;
    private final Clock clock;

    @Inject
    ShowShelf(EntityManager entities, Statements sql, Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.clock = clock;
    }

    String nextId() {
        return String.format(
                Locale.ROOT,
                "SH-%05d",
                sql.one("select nextval('scheduling.show_number') n", row -> row.big("n"))
                        .orElseThrow());
    }

    void add(Show show) {
        entities.persist(show);
    }

    /** Locked until the transaction ends, in the order of their ids. */
    Map<String, Show> lockAll(Collection<String> ids) {
        return entities.createQuery("select s from Show s where s.id in :ids order by s.id", Show.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(Show::id, Function.identity()));
    }

    /** Locked until the transaction ends. */
    Optional<Show> lock(String id) {
        return Optional.ofNullable(entities.find(Show.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locked, and in the version the caller has read, if they say which. */
    Outcome<Show> lock(String id, @Nullable Integer version) {
        Optional<Show> show = lock(id);
        if (show.isEmpty()) {
            return Outcome.refused(unknown(id));
        }
        List<Reason> old = check(show.get(), version);
        return old.isEmpty() ? Outcome.done(show.get()) : Outcome.refused(old);
    }

    /** Whether the show is in the version the caller has read, if they say which. */
    static List<Reason> check(Show show, @Nullable Integer version) {
        return version == null || version == show.version()
                ? List.of()
                : List.of(ShowRefusal.STALE.with("show", show.id(), "expected", version, "version", show.version()));
    }

    /** What was agreed from a version on. */
    private record Kept(String changedBy, Instant at, Map<String, String> fields) {}

    /**
     * What is left of a change made to an older version: without the fields it only repeats. A field that somebody has
     * changed since is refused by name; so is a version whose terms are no longer kept.
     */
    Optional<Shows.Schedule> merge(Show show, Shows.Change change, InputCheck input) {
        Integer version = change.version();
        if (version == null || version == show.version()) {
            return Optional.of(change.plan());
        }
        List<Kept> kept = since(show.id(), version);
        if (kept.isEmpty() || version > show.version()) {
            check(show, version).forEach(input::add);
            return Optional.empty();
        }
        Map<String, String> read = kept.get(0).fields();
        Map<String, String> now = show.terms().fields();
        Map<String, String> wanted = TermsReader.touched(change.plan(), read);
        wanted.forEach((field, value) -> {
            if (!value.equals(now.get(field)) && !Objects.equals(now.get(field), read.get(field))) {
                input.add(meanwhile(show, field, value, kept));
            }
        });
        return input.wrong().isEmpty()
                ? Optional.of(TermsReader.only(wanted.keySet(), change.plan(), show.terms()))
                : Optional.empty();
    }

    private static Reason meanwhile(Show show, String field, String yours, List<Kept> kept) {
        Kept last = kept.get(0);
        for (int i = 1; i < kept.size(); i++) {
            boolean differs = !Objects.equals(
                    kept.get(i).fields().get(field), kept.get(i - 1).fields().get(field));
            last = differs ? kept.get(i) : last;
        }
        return ShowRefusal.CHANGED_MEANWHILE.with(
                "show",
                show.id(),
                "field",
                field,
                "was",
                Terms.words(field, kept.get(0).fields().get(field)),
                "now",
                Terms.words(field, show.terms().fields().get(field)),
                "yours",
                Terms.words(field, yours),
                "changedBy",
                last.changedBy(),
                "changedAt",
                last.at(),
                "version",
                show.version());
    }

    /** The terms of that version, and all that were agreed after it; empty when they are no longer kept. */
    private List<Kept> since(String id, int version) {
        return sql.list(
                "select * from scheduling.show_terms where show_id = ? and version >= (select max(version)"
                        + " from scheduling.show_terms where show_id = ? and version <= ?) order by version",
                row -> new Kept(row.text("changed_name"), row.instant("changed_at"), Facts.read(row.text("terms"))),
                id,
                id,
                version);
    }

    /** Keeps what is agreed from this version on; the show is written. */
    void remember(List<Show> shows) {
        for (Show show : shows) {
            sql.run(
                    "insert into scheduling.show_terms (show_id, version, terms, changed_name, changed_at)"
                            + " values (?, ?, ?, ?, ?) on conflict (show_id, version) do update"
                            + " set terms = excluded.terms, changed_name = excluded.changed_name",
                    show.id(),
                    show.version(),
                    Facts.write(show.terms().fields()),
                    Acting.actor().name(),
                    clock.instant());
        }
    }

    /** Writes the show and keeps what is agreed from now on. */
    void keep(Show show) {
        flush();
        remember(List.of(show));
    }

    /** Forgets terms that were replaced long ago: nobody comes back with a version that old. */
    void forget(Instant before) {
        sql.run(
                "delete from scheduling.show_terms t where exists (select 1 from scheduling.show_terms n"
                        + " where n.show_id = t.show_id and n.version > t.version and n.changed_at < ?)",
                before);
    }

    Optional<Show> read(String id) {
        return Optional.ofNullable(entities.find(Show.class, id));
    }

    /** Writes what has changed, so that plain SQL sees it. */
    void flush() {
        entities.flush();
    }

    static Reason unknown(String id) {
        return ShowRefusal.NO_SUCH_SHOW.with("show", id);
    }

    static Reason notNow(Show show) {
        return ShowRefusal.NOT_NOW.with(
                "show",
                show.id(),
                "fromKo",
                show.state().ko(),
                "fromEn",
                show.state().en());
    }

    static Reason illegal(Show show, ShowState to) {
        return ShowRefusal.ILLEGAL_TRANSITION.with(
                "show",
                show.id(),
                "fromKo",
                show.state().ko(),
                "fromEn",
                show.state().en(),
                "toKo",
                to.ko(),
                "toEn",
                to.en(),
                "from",
                show.state(),
                "to",
                to);
    }

    /** What of the changes comes too late for where the show stands. */
    static List<Reason> tooLate(Show show, List<ShowRows.Difference> changes) {
        List<String> fixed = changes.stream()
                .filter(c -> show.state().isLive()
                        ? c.material()
                        : show.state().isOver() && !c.field().equals("description"))
                .map(ShowRows.Difference::field)
                .toList();
        return fixed.isEmpty() ? List.of() : List.of(tooLate(show, String.join(", ", fixed)));
    }

    static Reason tooLate(Show show, String fields) {
        return tooLate(show.id(), show.state(), fields);
    }

    static Reason tooLate(String id, ShowState state, String fields) {
        return ShowRefusal.TOO_LATE_TO_CHANGE.with(
                "show", id, "fields", fields, "fromKo", state.ko(), "fromEn", state.en());
    }
}
