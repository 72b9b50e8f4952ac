package live.onair.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import live.onair.inventory.QuotaRows.Peak;

/** How many shows run at once, at most, on each day. Pure. */
final class ShowPeaks {

    /** A day is one of the calendar's, which people read in Seoul. */
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private ShowPeaks() {}

    /** The time in which a show's channel runs: warm-up and grace included, the end excluded. */
    record Span(Instant from, Instant to) {}

    /** By day the highest number, and since when it is; a day without any has none. */
    static List<Peak> byDay(List<Span> spans, Instant from, Instant until) {
        Map<LocalDate, Peak> days = new TreeMap<>();
        long running = 0;
        for (var change : changes(spans, from, until).entrySet()) {
            running += change.getValue();
            Peak now = new Peak(running, change.getKey());
            if (running > 0) {
                LocalDate day = LocalDate.ofInstant(change.getKey(), SEOUL);
                days.merge(day, now, (before, here) -> here.count() > before.count() ? here : before);
            }
        }
        return List.copyOf(days.values());
    }

    /** By instant how many run from then on. */
    static NavigableMap<Instant, Long> levels(List<Span> spans) {
        TreeMap<Instant, Long> levels = new TreeMap<>();
        spans.forEach(span -> {
            levels.merge(span.from(), 1L, Long::sum);
            levels.merge(span.to(), -1L, Long::sum);
        });
        long running = 0;
        for (var level : levels.entrySet()) {
            running += level.getValue();
            level.setValue(running);
        }
        return levels;
    }

    /** The most that run at once while this one does. */
    static long during(Span span, NavigableMap<Instant, Long> levels) {
        return levels.subMap(span.from(), true, span.to(), false).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** By instant how many more run from then on; each midnight is one, since what runs over it counts on both days. */
    private static TreeMap<Instant, Long> changes(List<Span> spans, Instant from, Instant until) {
        TreeMap<Instant, Long> changes = new TreeMap<>();
        LocalDate last = LocalDate.ofInstant(until, SEOUL);
        for (LocalDate day = LocalDate.ofInstant(from, SEOUL).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            changes.put(day.atStartOfDay(SEOUL).toInstant(), 0L);
        }
        for (Span span : spans) {
            Instant begins = span.from().isBefore(from) ? from : span.from();
            if (begins.isBefore(span.to())) {
                changes.merge(begins, 1L, Long::sum);
                changes.merge(span.to(), -1L, Long::sum);
            }
        }
        return new TreeMap<>(changes.headMap(until, false));
    }
}
