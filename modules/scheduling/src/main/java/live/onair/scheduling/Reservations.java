package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Reason;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.ShowRefusal.InputCheck;
import live.onair.sql.Statements;

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

    private final Statements sql;
    private final ResourceBook resources;

    @Inject
    Reservations(Statements sql, ResourceBook resources) {
        this.sql = sql;
        this.resources = resources;
    }

    /**
     * Locks what the terms needed before and need from now on; gives it by id, and adds what is missing now, archived
     * or of another kind.
     */
    Map<String, ResourceBook.Held> lock(Collection<Terms> before, Collection<Terms> after, InputCheck input) {
        TreeSet<String> ids = new TreeSet<>();
        before.forEach(terms -> ids.addAll(namesOf(terms)));
        after.forEach(terms -> ids.addAll(namesOf(terms)));
        Map<String, ResourceBook.Held> held = resources.lock(ids).stream()
                .collect(Collectors.toMap(ResourceBook.Held::id, Function.identity(), (a, b) -> a, TreeMap::new));
        TreeMap<String, Reason> wrong = new TreeMap<>();
        for (Terms terms : after) {
            check(held, terms.channel(), Resources.Kind.CHANNEL, "channel", wrong);
            if (terms.studio() != null) {
                check(held, terms.studio(), Resources.Kind.STUDIO, "studio", wrong);
            }
            terms.hosts().forEach(host -> check(held, host, Resources.Kind.HOST, "hosts", wrong));
        }
        wrong.values().forEach(input::add);
        return held;
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

    private static List<String> namesOf(Terms terms) {
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
                        "select v.*, r.name, s.title, lower(v.during) since, upper(v.during) until"
                                + " from scheduling.reservation v join scheduling.show s on s.id = v.show_id"
                                + " join scheduling.resource r on r.id = v.resource_id"
                                + " where v.resource_id = ? and v.during && tstzrange(?, ?, '[)')"
                                + " order by lower(v.during) limit 1",
                        row -> ShowRefusal.TAKEN.with(
                                "resource",
                                resource,
                                "name",
                                row.text("name"),
                                "holder",
                                row.text("show_id"),
                                "title",
                                row.text("title"),
                                "window",
                                words(row.instant("since"), row.instant("until")),
                                "from",
                                row.instant("since"),
                                "to",
                                row.instant("until")),
                        resource,
                        window.start(),
                        window.end())
                .orElseThrow(() -> new IllegalStateException("nobody holds " + resource + " and it was not given"));
    }

    /** A stretch of time as people in Seoul read it. */
    static String words(Instant from, Instant to) {
        return SEOUL.format(from) + " ~ " + SEOUL.format(to) + " KST";
    }
}
