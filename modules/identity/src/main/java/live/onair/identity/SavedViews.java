package live.onair.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** Filters of the console's pages kept under a name: one's own, and those that others share. */
@Singleton
@Transactional
@Guarded
public class SavedViews {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_QUERY = 1000;
    private static final Pattern PAGE = Pattern.compile("[a-z][a-z/-]{0,39}");
    private static final String ROWS = "select v.*, a.name as owner_name from identity.saved_view v"
            + " join identity.account a on a.id = v.owner";

    private final Statements sql;
    private final Ids ids;
    private final Clock clock;
    private final Event<IdentityEvent> events;

    @Inject
    SavedViews(Statements sql, Ids ids, Clock clock, Event<IdentityEvent> events) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A view to keep. One's own view of the same name on the same page is replaced.
     *
     * @param page route of the page, such as {@code schedule}
     * @param name 1 to 40 characters
     * @param query what follows the question mark in the page's address
     * @param shared whether everybody sees it
     */
    public record Save(String page, String name, String query, boolean shared) {}

    /** A kept view. */
    public record View(
            String id, String page, String name, String query, boolean shared, String ownerId, String owner) {}

    /** One's own views of a page and those that are shared, by name. */
    @AllowedTo
    public List<View> of(String page) {
        return sql.list(
                ROWS + " where v.page = ? and (v.owner = ? or v.shared) order by lower(v.name), v.id",
                SavedViews::read,
                page,
                Acting.actor().id());
    }

    /** Keeps a view. */
    @AllowedTo
    @Action(id = "savedViews.save", ko = "보기 저장", en = "Save view")
    public Outcome<View> save(Save wanted) {
        String owner = Acting.actor().id();
        String name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty()) {
            return Outcome.refused(IdentityRefusal.NAME_MISSING.with());
        }
        if (!isUsable(wanted, name)) {
            return Outcome.refused(IdentityRefusal.VIEW_UNUSABLE.with("most", LONGEST_NAME));
        }
        if (sql.list("select 1 from identity.saved_view where owner = ?", row -> 1, owner)
                        .size()
                >= MOST) {
            return Outcome.refused(IdentityRefusal.TOO_MANY_VIEWS.with("most", MOST));
        }
        sql.run(
                "insert into identity.saved_view (id, owner, page, name, query, shared, created)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (owner, page, lower(name))"
                        + " do update set name = excluded.name, query = excluded.query, shared = excluded.shared",
                ids.next().toString(),
                owner,
                wanted.page(),
                name,
                wanted.query(),
                wanted.shared(),
                clock.instant());
        View kept = mine(wanted.page(), name).orElseThrow();
        events.fire(new IdentityEvent.ViewSaved(owner, kept.id(), kept.page(), kept.name(), kept.shared()));
        return Outcome.done(kept);
    }

    private static boolean isUsable(Save wanted, String name) {
        return wanted.page() != null
                && wanted.query() != null
                && PAGE.matcher(wanted.page()).matches()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl)
                && wanted.query().length() <= LONGEST_QUERY
                && wanted.query().chars().allMatch(c -> c >= 0x20 && c != 0x7f);
    }

    private Optional<View> mine(String page, String name) {
        return sql.one(
                ROWS + " where v.owner = ? and v.page = ? and lower(v.name) = lower(?)",
                SavedViews::read,
                Acting.actor().id(),
                page,
                name);
    }

    /** Forgets a view of one's own; administrators forget any that is shared. Gives what it was. */
    @AllowedTo
    @Action(id = "savedViews.remove", ko = "보기 지우기", en = "Remove view")
    public Outcome<View> remove(String id) {
        Actor actor = Acting.actor();
        Optional<View> found = sql.one(ROWS + " where v.id = ?", SavedViews::read, id)
                .filter(v -> v.ownerId().equals(actor.id()) || (v.shared() && actor.isOneOf(Role.ADMIN)));
        if (found.isEmpty()) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_VIEW.with());
        }
        View gone = found.get();
        sql.run("delete from identity.saved_view where id = ?", id);
        events.fire(new IdentityEvent.ViewRemoved(gone.ownerId(), gone.id(), gone.page(), gone.name()));
        return Outcome.done(gone);
    }

    private static View read(Row row) throws SQLException {
        return new View(
                row.text("id"),
                row.text("page"),
                row.text("name"),
                row.text("query"),
                row.isTrue("shared"),
                row.text("owner"),
                row.text("owner_name"));
    }
}
