package live.onair.ui.scheduling;

import jakarta.annotation.PreDestroy;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
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

    private static final int FORGOTTEN = 20;
    private static final int PAGE = 200;

    private record Reading(BoardWeek week, long news, long at) {}

    private final Map<LocalDate, Reading> readings = new ConcurrentHashMap<>();
    private final Set<LocalDate> busy = ConcurrentHashMap.newKeySet();
    private final AtomicLong news = new AtomicLong();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "onair-board");
        thread.setDaemon(true);
        return thread;
    });
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

    @PreDestroy
    void stop() {
        reader.shutdownNow();
    }

    /**
     * The week that begins with this Monday, at once: what was read last. What is no longer fresh is read anew behind the
     * scenes, so that no drag waits for it. The same object while nothing has changed.
     */
    BoardWeek week(LocalDate monday) {
        Reading last = readings.get(monday);
        if (last == null) {
            return fresh(monday);
        }
        if (!isFresh(last) && busy.add(monday)) {
            Actor actor = Acting.actor();
            reader.execute(() -> {
                try (Acting acting = Acting.as(actor)) {
                    assert acting != null;
                    fresh(monday);
                } finally {
                    busy.remove(monday);
                }
            });
        }
        return last.week();
    }

    /** The same, as it is now: for who has just changed something. */
    BoardWeek fresh(LocalDate monday) {
        Reading last = readings.get(monday);
        if (last != null && isFresh(last)) {
            return last.week();
        }
        long heard = news.get();
        long now = System.nanoTime();
        BoardWeek read = read(monday);
        BoardWeek kept = last != null && last.week().equals(read) ? last.week() : read;
        readings.merge(monday, new Reading(kept, heard, now), (a, b) -> a.at() > b.at() ? a : b);
        readings.values().removeIf(r -> now - r.at() > FORGOTTEN * COUNTS_NANOS);
        return kept;
    }

    private boolean isFresh(Reading reading) {
        return reading.news() == news.get() && System.nanoTime() - reading.at() < COUNTS_NANOS;
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
                channels.list().stream()
                        .map(c -> new BoardWeek.Lane(c.id(), c.name(), c.studio()))
                        .toList(),
                List.copyOf(all),
                gate.standings(from, to).stream()
                        .collect(Collectors.toUnmodifiableMap(Gate.Standing::show, Function.identity())),
                interruptions.open().stream()
                        .filter(r -> r.show() != null)
                        .collect(Collectors.toUnmodifiableMap(
                                r -> Objects.requireNonNull(r.show()), Function.identity(), (a, b) -> a)));
    }
}
