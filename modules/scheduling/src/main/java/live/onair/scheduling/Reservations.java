package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Reason;
import live.onair.kernel.TimeWindow;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which channel, studio and host when. The database holds the truth: one exclusion constraint over resource
 * and half-open range.
 *
 * <p>A channel is held from the start of its warm-up to the end of its grace, because it sends all that time. Studio and
 * hosts are held for the bare window: they are free to walk over to the next show while the channel winds up.
 */
@Singleton
class Reservations {

    /** What a slot is held for. */
    enum Purpose {
        SHOW,
        REHEARSAL
    }

    private static final DateTimeFormatter SEOUL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Seoul"));

    private static final String HOLDERS = "select v.resource_id, v.show_id, r.name, s.title, lower(v.during) since,"
            + " upper(v.during) until from scheduling.reservation v join scheduling.show s on s.id = v.show_id"
            + " join scheduling.resource r on r.id = v.resource_id";

    private final Statements sql;
    private final ResourceBook resources;

    @Inject
    Reservations(Statements sql, ResourceBook resources) {
        this.sql = sql;
        this.resources = resources;
    }

    /** Locks all that the terms name, in one order; gives it by id. */
    Map<String, ResourceBook.Held> lock(Collection<@Nullable Terms> several) {
        TreeSet<String> ids = new TreeSet<>();
        several.stream().filter(Objects::nonNull).forEach(terms -> ids.addAll(namesOf(terms)));
        return resources.lock(ids).stream()
                .collect(Collectors.toMap(ResourceBook.Held::id, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** What the terms need and is missing, archived or of another kind. */
    static List<Reason> check(Map<String, ResourceBook.Held> held, Terms terms) {
        return check(held, terms.channel(), terms.studio(), terms.hosts());
    }

    static List<Reason> check(
            Map<String, ResourceBook.Held> held, String channel, @Nullable String studio, List<String> hosts) {
        TreeMap<String, Reason> wrong = new TreeMap<>();
        check(held, channel, Resources.Kind.CHANNEL, "channel", wrong);
        if (studio != null) {
            check(held, studio, Resources.Kind.STUDIO, "studio", wrong);
        }
        hosts.forEach(host -> check(held, host, Resources.Kind.HOST, "hosts", wrong));
        return List.copyOf(wrong.values());
    }

    private static void check(
            Map<String, ResourceBook.Held> held,
            String id,
            Resources.Kind kind,
            String field,
            Map<String, Reason> wrong) {
        ResourceBook.Held found = held.get(id);
        if (found == null || found.kind() != kind) {
            wrong.put(id, ShowRefusal.NO_SUCH_RESOURCE.with("id", id, "field", field));
        } else if (found.archived()) {
            wrong.put(id, ShowRefusal.RESOURCE_ARCHIVED.with("id", id, "field", field));
        }
    }

    static List<String> namesOf(Terms terms) {
        List<String> ids = new ArrayList<>(terms.hosts());
        ids.add(terms.channel());
        if (terms.studio() != null) {
            ids.add(terms.studio());
        }
        return ids;
    }

    /** Gives back all the shows hold for that purpose. */
    void release(Collection<String> shows, Purpose purpose) {
        sql.run("delete from scheduling.reservation where show_id = any (?) and purpose = ?", shows, purpose);
    }

    /** Gives back all the show holds. */
    void releaseAll(String show) {
        sql.run("delete from scheduling.reservation where show_id = ?", show);
    }

    /** Gives it more time, if that is free; what it holds already is not looked at. */
    List<Reason> lengthen(Show show, TimeWindow longer) {
        lock(List.of(show.terms()));
        release(Set.of(show.id()), Purpose.SHOW);
        show.extendTo(longer);
        return take(show);
    }

    /** Takes all the show needs for its window; the reasons are empty when it got everything. */
    List<Reason> take(Show show) {
        Terms terms = show.terms();
        List<Reason> taken = new ArrayList<>();
        for (String resource : new TreeSet<>(namesOf(terms))) {
            TimeWindow window = resource.equals(terms.channel()) ? show.channelWindow() : terms.window();
            take(resource, show.id(), Purpose.SHOW, window, taken);
        }
        return taken;
    }

    /** Takes all the show needs to rehearse. */
    List<Reason> takeForRehearsal(Show show, TimeWindow window) {
        List<Reason> taken = new ArrayList<>();
        for (String resource : new TreeSet<>(namesOf(show.terms()))) {
            take(resource, show.id(), Purpose.REHEARSAL, window, taken);
        }
        return taken;
    }

    private void take(String resource, String show, Purpose purpose, TimeWindow window, List<Reason> taken) {
        int rows = sql.run(
                "insert into scheduling.reservation (resource_id, show_id, purpose, during)"
                        + " values (?, ?, ?, tstzrange(?, ?, '[)')) on conflict do nothing",
                resource,
                show,
                purpose,
                window.start(),
                window.end());
        if (rows == 0) {
            taken.add(holder(resource, window));
        }
    }

    private Reason holder(String resource, TimeWindow window) {
        return sql.one(
                        HOLDERS + " where v.resource_id = ? and v.during && tstzrange(?, ?, '[)')"
                                + " order by lower(v.during) limit 1",
                        Held::read,
                        resource,
                        window.start(),
                        window.end())
                .map(Held::taken)
                .orElseThrow(() -> new IllegalStateException("nobody holds " + resource + " and it was not given"));
    }

    /** Who holds the resources at any time within the window, but for those shows; by start. Locks nothing. */
    List<Held> holders(Collection<String> ofResources, TimeWindow window, Collection<String> butShows) {
        return sql.list(
                HOLDERS + " join unnest(?) w (id) on w.id = v.resource_id"
                        + " where v.during && tstzrange(?, ?, '[)') and v.show_id <> all (?) order by lower(v.during)",
                Held::read,
                ofResources,
                window.start(),
                window.end(),
                butShows);
    }

    /** A slot that is held. */
    record Held(String resource, String name, String show, String title, TimeWindow window) {

        static Held read(Row row) throws SQLException {
            return new Held(
                    row.text("resource_id"),
                    row.text("name"),
                    row.text("show_id"),
                    row.text("title"),
                    new TimeWindow(row.instant("since"), row.instant("until")));
        }

        Reason taken() {
            return ShowRefusal.TAKEN.with(
                    "resource",
                    resource,
                    "name",
                    name,
                    "holder",
                    show,
                    "title",
                    title,
                    "window",
                    words(window.start(), window.end()),
                    "from",
                    window.start(),
                    "to",
                    window.end());
        }
    }

    /** A stretch of time as people in Seoul read it. */
    static String words(Instant from, Instant to) {
        return SEOUL.format(from) + " ~ " + SEOUL.format(to) + " KST";
    }

    /** An instant as people in Seoul read it. */
    static String words(Instant at) {
        return SEOUL.format(at) + " KST";
    }
}
