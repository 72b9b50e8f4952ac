package live.onair.ui.scheduling;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;

/**
 * Reads weeks for all open boards. Who looks at the same week shares one reading, so that a screen that looks every
 * second costs nothing while nothing happens; news of a show makes the next look read again.
 */
@Singleton
class BoardBook {

    /** How long a reading counts without news: what no event tells, health and other nodes, is at most so old. */
    private static final long COUNTS_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int PAGE = 200;

    private record Reading(BoardWeek week, long news, long at) {}

    private final Map<LocalDate, Reading> readings = new ConcurrentHashMap<>();
    private final AtomicLong news = new AtomicLong();
    private final Shows shows;
    private final Channels channels;
    private final Gate gate;
    private final Interruptions interruptions;

    @Inject
    BoardBook(Shows shows, Channels channels, Gate gate, Interruptions interruptions) {
        this.shows = shows;
        this.channels = channels;
        this.gate = gate;
        this.interruptions = interruptions;
    }

    void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) ShowEvent event) {
        news.incrementAndGet();
    }

    void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) Interruptions.InterruptionEvent event) {
        news.incrementAndGet();
    }

    /** The week that begins with this Monday; the same object while nothing has changed. */
    BoardWeek week(LocalDate monday) {
        long now = System.nanoTime();
        readings.values().removeIf(r -> now - r.at() > 20 * COUNTS_NANOS);
        Reading last = readings.get(monday);
        long heard = news.get();
        if (last != null && last.news() == heard && now - last.at() < COUNTS_NANOS) {
            return last.week();
        }
        BoardWeek read = read(monday);
        BoardWeek kept = last != null && last.week().equals(read) ? last.week() : read;
        readings.put(monday, new Reading(kept, heard, now));
        return kept;
    }

    private BoardWeek read(LocalDate monday) {
        var from = BoardWeek.midnight(monday);
        var to = BoardWeek.midnight(monday.plusDays(7));
        List<ShowRows.Show> all = new ArrayList<>(shows.board(from, to));
        String cursor = null;
        do {
            ShowRows.Page page =
                    shows.list(new Shows.Filter(from, to, Set.of(ShowState.CANCELLED), null, null, cursor, PAGE));
            all.addAll(page.shows());
            cursor = page.next();
        } while (cursor != null);
        return new BoardWeek(
                monday,
                channels.list(),
                List.copyOf(all),
                gate.standings(from, to).stream()
                        .collect(Collectors.toUnmodifiableMap(Gate.Standing::show, Function.identity())),
                interruptions.open().stream()
                        .filter(r -> r.show() != null)
                        .collect(Collectors.toUnmodifiableMap(
                                r -> Objects.requireNonNull(r.show()), Function.identity(), (a, b) -> a)));
    }
}
