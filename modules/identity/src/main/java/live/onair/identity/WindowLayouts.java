package live.onair.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Arrangements of one's windows over one's monitors, kept under a name: at the next desk they are opened as they were. A
 * locked one is neither replaced nor removed.
 */
@Singleton
@Transactional
@Guarded
public class WindowLayouts {

    private static final int MOST = 20;
    private static final int MOST_WINDOWS = 16;
    private static final int LONGEST_NAME = 40;
    private static final int FARTHEST = 30_000;
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9/_-]{0,120}(\\?[\\x21-\\x7e]{0,800})?");

    private final Statements sql;
    private final Ids ids;
    private final Clock clock;
    private final Event<IdentityEvent> events;

    @Inject
    WindowLayouts(Statements sql, Ids ids, Clock clock, Event<IdentityEvent> events) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A window.
     *
     * @param page address within the console, with its query, percent-encoded
     * @param monitor name of the monitor, empty where the browser does not tell
     * @param x of its left edge, in CSS pixels on the desktop that spans all monitors
     * @param y of its upper edge
     * @param width of the window, its frame included
     * @param height of the window, its frame included
     */
    public record Place(String page, @Nullable String monitor, int x, int y, int width, int height) {}

    /** An arrangement to keep; one's own of the same name is replaced. */
    public record Save(String name, List<Place> windows) {}

    /** A kept arrangement. */
    public record Layout(String id, String name, boolean locked, Instant changed, List<Place> windows) {}

    /** One's own, by name. */
    @AllowedTo
    public List<Layout> mine() {
        return sql
                .list(
                        "select * from identity.window_layout where owner = ? order by lower(name), id",
                        WindowLayouts::read,
                        Acting.actor().id())
                .stream()
                .map(this::whole)
                .toList();
    }

    /** Keeps where the windows are. */
    @AllowedTo
    @Action(id = "layouts.save", ko = "창 배치 저장", en = "Save window layout")
    public Outcome<Layout> save(Save wanted) {
        String name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty()) {
            return Outcome.refused(IdentityRefusal.NAME_MISSING.with());
        }
        if (!isUsable(wanted, name)) {
            return Outcome.refused(IdentityRefusal.LAYOUT_UNUSABLE.with("most", LONGEST_NAME, "windows", MOST_WINDOWS));
        }
        List<Layout> kept = mine();
        Optional<Layout> before =
                kept.stream().filter(l -> l.name().equalsIgnoreCase(name)).findFirst();
        if (before.filter(Layout::locked).isPresent()) {
            return Outcome.refused(IdentityRefusal.LAYOUT_LOCKED.with("name", name));
        }
        if (before.isEmpty() && kept.size() >= MOST) {
            return Outcome.refused(IdentityRefusal.TOO_MANY_LAYOUTS.with("most", MOST));
        }
        String id = before.map(Layout::id).orElseGet(() -> ids.next().toString());
        write(id, name, wanted.windows());
        events.fire(new IdentityEvent.LayoutSaved(
                Acting.actor().id(), id, name, wanted.windows().size()));
        return Outcome.done(find(id).orElseThrow());
    }

    private void write(String id, String name, List<Place> windows) {
        sql.run(
                "insert into identity.window_layout (id, owner, name, locked, changed) values (?, ?, ?, false, ?)"
                        + " on conflict (owner, lower(name)) do update"
                        + " set name = excluded.name, changed = excluded.changed",
                id,
                Acting.actor().id(),
                name,
                clock.instant());
        sql.run("delete from identity.window_place where layout = ?", id);
        for (int i = 0; i < windows.size(); i++) {
            Place place = windows.get(i);
            sql.run(
                    "insert into identity.window_place (layout, position, page, monitor, x, y, width, height)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    i,
                    place.page(),
                    Objects.requireNonNullElse(place.monitor(), ""),
                    place.x(),
                    place.y(),
                    place.width(),
                    place.height());
        }
    }

    private static boolean isUsable(Save wanted, String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl)
                && wanted.windows() != null
                && !wanted.windows().isEmpty()
                && wanted.windows().size() <= MOST_WINDOWS
                && wanted.windows().stream().allMatch(WindowLayouts::isUsable);
    }

    private static boolean isUsable(@Nullable Place place) {
        return place != null
                && place.page() != null
                && PAGE.matcher(place.page()).matches()
                && !place.page().startsWith("/")
                && (place.monitor() == null || place.monitor().length() <= 80)
                && Math.abs(place.x()) <= FARTHEST
                && Math.abs(place.y()) <= FARTHEST
                && place.width() > 0
                && place.width() <= FARTHEST
                && place.height() > 0
                && place.height() <= FARTHEST;
    }

    /** Locks one of one's own against being replaced or removed, or lets it go again. */
    @AllowedTo
    @Action(id = "layouts.lock", ko = "창 배치 잠그기", en = "Lock window layout")
    public Outcome<Layout> lock(String id, boolean locked) {
        Optional<Layout> found = find(id);
        if (found.isEmpty()) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_LAYOUT.with());
        }
        if (found.get().locked() != locked) {
            sql.run("update identity.window_layout set locked = ? where id = ?", locked, id);
            events.fire(new IdentityEvent.LayoutLocked(
                    Acting.actor().id(), id, found.get().name(), locked));
        }
        return Outcome.done(find(id).orElseThrow());
    }

    /** Forgets one of one's own; gives what it was. */
    @AllowedTo
    @Action(id = "layouts.remove", ko = "창 배치 지우기", en = "Remove window layout")
    public Outcome<Layout> remove(String id) {
        Optional<Layout> found = find(id);
        if (found.isEmpty()) {
            return Outcome.refused(IdentityRefusal.NO_SUCH_LAYOUT.with());
        }
        Layout gone = found.get();
        if (gone.locked()) {
            return Outcome.refused(IdentityRefusal.LAYOUT_LOCKED.with("name", gone.name()));
        }
        sql.run("delete from identity.window_layout where id = ?", id);
        events.fire(new IdentityEvent.LayoutRemoved(Acting.actor().id(), id, gone.name()));
        return Outcome.done(gone);
    }

    private Optional<Layout> find(String id) {
        return sql.one(
                        "select * from identity.window_layout where id = ? and owner = ?",
                        WindowLayouts::read,
                        id,
                        Acting.actor().id())
                .map(this::whole);
    }

    private Layout whole(Layout layout) {
        List<Place> windows = sql.list(
                "select * from identity.window_place where layout = ? order by position",
                WindowLayouts::place,
                layout.id());
        return new Layout(layout.id(), layout.name(), layout.locked(), layout.changed(), windows);
    }

    private static Layout read(Row row) throws SQLException {
        return new Layout(row.text("id"), row.text("name"), row.isTrue("locked"), row.instant("changed"), List.of());
    }

    private static Place place(Row row) throws SQLException {
        return new Place(
                row.text("page"),
                row.text("monitor"),
                row.number("x"),
                row.number("y"),
                row.number("width"),
                row.number("height"));
    }
}
