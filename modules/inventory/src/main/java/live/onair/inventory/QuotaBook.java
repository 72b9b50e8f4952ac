package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.inventory.HeadroomPlan.Wanted;
import live.onair.inventory.QuotaRows.Quotas;
import live.onair.inventory.ShowPeaks.Span;
import live.onair.inventory.spi.Quota;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;

/** The account's quotas as they were counted, against what scheduling plans now. Works inside the caller's transaction. */
@Singleton
class QuotaBook {

    /** So far ahead the calendar is looked at. */
    static final Duration AHEAD = Duration.ofDays(28);

    private final QuotaShelf shelf;
    private final Channels channels;
    private final Shows shows;
    private final Clock clock;

    @Inject
    QuotaBook(QuotaShelf shelf, Channels channels, Shows shows, Clock clock) {
        this.shelf = shelf;
        this.channels = channels;
        this.shows = shows;
        this.clock = clock;
    }

    @Transactional
    public void counted(List<Quota> all) {
        shelf.keep(all, clock.instant());
    }

    @Transactional
    public void notCounted(String words) {
        shelf.failed(words);
    }

    Quotas all() {
        Instant until = clock.instant().plus(AHEAD);
        QuotaShelf.Reading reading = shelf.reading();
        List<Quota> quotas = shelf.all();
        if (quotas.isEmpty()) {
            return new Quotas(List.of(), reading.at(), reading.words(), until);
        }
        Wanted wanted = wanted(until);
        List<QuotaRows.Quota> rows = quotas.stream()
                .map(quota -> HeadroomPlan.of(quota, wanted))
                .sorted(Comparator.comparing(QuotaRows.Quota::headroom).thenComparing(QuotaRows.Quota::word))
                .toList();
        return new Quotas(rows, reading.at(), reading.words(), until);
    }

    /** By id of a show in the calendar, whether the account has room for it; only of those whose backend has quotas. */
    Map<String, Boolean> room() {
        Instant now = clock.instant();
        List<Quota> quotas = shelf.all();
        Wanted wanted = wanted(now.plus(AHEAD));
        Map<String, NavigableMap<Instant, Long>> levels = new HashMap<>();
        wanted.shows().forEach((backend, spans) -> levels.put(backend, ShowPeaks.levels(spans)));
        Map<String, Boolean> room = new HashMap<>();
        for (ShowRows.Show show : shows.board(now, wanted.until())) {
            String channel = show.channel().id();
            String backend = String.valueOf(wanted.backends().get(channel));
            long atOnce = ShowPeaks.during(span(now).apply(show), levels.getOrDefault(backend, new TreeMap<>()));
            List<Quota> its = quotas.stream()
                    .filter(quota -> quota.backend().equals(backend))
                    .toList();
            if (!its.isEmpty()) {
                room.put(
                        show.id(),
                        its.stream().allMatch(quota -> HeadroomPlan.hasRoom(quota, wanted, channel, atOnce)));
            }
        }
        return room;
    }

    private Wanted wanted(Instant until) {
        Instant now = clock.instant();
        List<Channels.Row> inUse = channels.list();
        Map<String, String> backends =
                inUse.stream().collect(Collectors.toMap(Channels.Row::id, Channels.Row::backend));
        Set<String> withSecond = inUse.stream()
                .filter(channel -> channel.inputRules().second())
                .map(Channels.Row::id)
                .collect(Collectors.toSet());
        Map<String, List<Span>> spans = shows.board(now, until).stream()
                .filter(show -> !show.state().isOver()
                        && backends.containsKey(show.channel().id()))
                .collect(Collectors.groupingBy(
                        show -> String.valueOf(backends.get(show.channel().id())),
                        Collectors.mapping(span(now), Collectors.toList())));
        return new Wanted(backends, withSecond, spans, now, until);
    }

    /** One that is on air runs until somebody ends it, be it past its end. */
    private static Function<ShowRows.Show, Span> span(Instant now) {
        return show -> {
            Instant end = show.endsAt().plus(show.airtime().grace());
            Instant last = show.state() == ShowState.ON_AIR && !end.isAfter(now) ? now.plusSeconds(1) : end;
            return new Span(show.startsAt().minus(show.airtime().warmUp()), last);
        };
    }
}
