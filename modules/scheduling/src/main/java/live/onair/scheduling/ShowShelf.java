package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Locale;
import java.util.Optional;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Where shows are kept. A show is locked while it is changed: two changes come one after the other. */
@Singleton
class ShowShelf {

    private final EntityManager entities;
    private final Statements sql;

    @Inject
    ShowShelf(EntityManager entities, Statements sql) {
        this.entities = entities;
        this.sql = sql;
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
        entities.flush();
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
        if (version != null && version != show.get().version()) {
            return Outcome.refused(ShowRefusal.STALE.with(
                    "show", id, "expected", version, "version", show.get().version()));
        }
        return Outcome.done(show.get());
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

    static Reason tooLate(Show show, String fields) {
        return ShowRefusal.TOO_LATE_TO_CHANGE.with(
                "show",
                show.id(),
                "fields",
                fields,
                "fromKo",
                show.state().ko(),
                "fromEn",
                show.state().en());
    }
}
