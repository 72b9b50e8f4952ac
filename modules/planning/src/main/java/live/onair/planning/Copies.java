package live.onair.planning;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** Shows made again at another time: a day copied to the next week in one step, all or none. */
@Singleton
@Transactional
@Guarded
public class Copies {

    /** The most shows copied at once. */
    public static final int MOST = 500;

    private final Shows shows;
    private final Bookings bookings;
    private final Event<PlanningEvent> events;

    @Inject
    Copies(Shows shows, Bookings bookings, Event<PlanningEvent> events) {
        this.shows = shows;
        this.bookings = bookings;
        this.events = events;
    }

    /**
     * What to copy where.
     *
     * @param by by how much later, or earlier; null for a start
     * @param start where the first of them starts, the others as far from it as they are now; null for a shift
     */
    public record Wanted(
            @Nullable List<String> shows,
            @Nullable Duration by,
            @Nullable Instant start) {}

    /** Copies shows; the copies are drafts. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "copies.make", ko = "방송 복제", en = "Copy shows", shortcut = "d")
    public Outcome<List<Bookings.Line>> make(Wanted wanted) {
        return read(wanted).then(found -> {
            Outcome<List<Bookings.Line>> made = bookings.applyAll(found.plans());
            if (made.isDone()) {
                List<Bookings.Line> lines = made.orThrow();
                lines.forEach(line -> events.fire(new PlanningEvent.Copied(
                        line.show(), found.shows().get(line.index()).id())));
            }
            return made;
        });
    }

    /** What the same copy would come to; changes nothing. A copy that cannot even be read has one line with its reasons. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Bookings.Line> look(Wanted wanted) {
        Outcome<Found> found = read(wanted);
        return found.isDone()
                ? bookings.tryAll(found.orThrow().plans())
                : List.of(new Bookings.Line(0, Bookings.Deed.SAME, "", "", List.of(), found.why()));
    }

    private record Found(List<ShowRows.Show> shows, List<Shows.Schedule> plans) {}

    private Outcome<Found> read(Wanted wanted) {
        List<String> ids = wanted.shows() == null ? List.of() : List.copyOf(new LinkedHashSet<>(wanted.shows()));
        if (ids.isEmpty() || ids.size() > MOST) {
            return Outcome.refused(PlanningRefusal.COPY_COUNT.with("max", MOST));
        }
        if ((wanted.by() == null) == (wanted.start() == null)) {
            return Outcome.refused(PlanningRefusal.COPY_UNCLEAR.with("field", "by, start"));
        }
        List<Reason> wrong = new ArrayList<>();
        List<ShowRows.Show> found = new ArrayList<>();
        for (String id : ids) {
            shows.find(id).ifPresentOrElse(found::add, () -> wrong.add(PlanningRefusal.NO_SUCH_SHOW.with("show", id)));
        }
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        Duration by = wanted.by() != null ? wanted.by() : Duration.between(first(found), wanted.start());
        Function<ShowRows.Show, Shows.Schedule> later =
                show -> Plans.copy(show, show.startsAt().plus(by), show.endsAt().plus(by));
        return Outcome.done(new Found(found, found.stream().map(later).toList()));
    }

    private static Instant first(List<ShowRows.Show> shows) {
        return shows.stream()
                .map(ShowRows.Show::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
