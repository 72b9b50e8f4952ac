package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRefusal;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** How a series comes to its occurrences. Works inside the caller's transaction. */
@Singleton
class SeriesGrowth {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final SeriesBook book;
    private final Shows shows;
    private final Bookings bookings;

    @Inject
    SeriesGrowth(SeriesBook book, Shows shows, Bookings bookings) {
        this.book = book;
        this.shows = shows;
        this.bookings = bookings;
    }

    /**
     * Shows to be made: like a model, on these days.
     *
     * @param lag from midnight of the pattern's day to the start
     */
    private record Plan(ShowRows.Show model, Duration lag, List<LocalDate> days) {

        Instant start(int i) {
            return days.get(i).atStartOfDay(SEOUL).toInstant().plus(lag);
        }

        Instant end(int i) {
            return start(i).plus(Duration.between(model.startsAt(), model.endsAt()));
        }

        List<Shows.Schedule> items() {
            List<Shows.Schedule> items = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                items.add(Plans.copy(model, start(i), end(i)));
            }
            return items;
        }

        Series.Planned planned(int i, List<Reason> reasons) {
            return new Series.Planned(days.get(i), start(i), end(i), reasons);
        }
    }

    Outcome<List<Series.Planned>> preview(Series.Weekly wanted) {
        return read(wanted).map(this::tried);
    }

    private List<Series.Planned> tried(Plan plan) {
        return bookings.tryAll(plan.items()).stream()
                .map(line -> plan.planned(line.index(), line.wrong()))
                .toList();
    }

    Outcome<Series.Made> create(Series.Weekly wanted) {
        return read(wanted).then(plan -> {
            LocalDate first = dayOf(plan.model().startsAt());
            return made(plan, wanted.skipTaken(), () -> {
                SeriesBook.Known known = book.add(Pattern.of(days(wanted), every(wanted), first));
                book.add(known.id(), first, plan.model().id());
                return known.id();
            });
        });
    }

    Outcome<Series.Made> extend(Series.More wanted) {
        return book.lock(wanted.series()).then(known -> {
            if (wanted.until() == null && wanted.count() == null) {
                return Outcome.refused(PlanningRefusal.SERIES_END.with("field", "until, count"));
            }
            List<SeriesBook.Place> places = book.places(known.id());
            SeriesBook.Place last = places.get(places.size() - 1);
            SeriesBook.Place like = last;
            for (SeriesBook.Place place : places) {
                like = place.detached() ? like : place;
            }
            ShowRows.Show model = shows.find(like.show()).orElseThrow();
            Duration lag = Duration.between(like.day().atStartOfDay(SEOUL).toInstant(), model.startsAt());
            List<LocalDate> days = known.pattern().after(last.day(), wanted.until(), wanted.count());
            return days.isEmpty() || days.size() > Series.MOST
                    ? Outcome.refused(PlanningRefusal.SERIES_COUNT.with("count", days.size(), "max", Series.MOST))
                    : made(new Plan(model, lag, days), wanted.skipTaken(), known::id);
        });
    }

    private interface Home {
        String series();
    }

    private Outcome<Series.Made> made(Plan plan, boolean skipTaken, Home home) {
        List<Series.Planned> leftOut =
                skipTaken ? tried(plan).stream().filter(SeriesGrowth::isTaken).toList() : List.of();
        Set<LocalDate> out =
                Set.copyOf(leftOut.stream().map(Series.Planned::day).toList());
        Plan rest = new Plan(
                plan.model(),
                plan.lag(),
                plan.days().stream().filter(day -> !out.contains(day)).toList());
        if (rest.days().isEmpty()) {
            return Outcome.refused(
                    leftOut.stream().flatMap(left -> left.reasons().stream()).toList());
        }
        Outcome<List<Bookings.Line>> done = bookings.applyAll(rest.items());
        if (!done.isDone()) {
            return Outcome.refused(dated(done.why(), rest));
        }
        String series = home.series();
        List<String> made = new ArrayList<>();
        done.orThrow().forEach(line -> {
            book.add(series, rest.days().get(line.index()), line.show());
            made.add(line.show());
        });
        book.grew(series, made.size(), leftOut.size());
        return Outcome.done(new Series.Made(book.find(series).orElseThrow(), made, leftOut));
    }

    private static boolean isTaken(Series.Planned planned) {
        return !planned.reasons().isEmpty()
                && planned.reasons().stream().allMatch(reason -> reason.refusal() == ShowRefusal.TAKEN);
    }

    /** Each reason says which day it is about. */
    private static List<Reason> dated(List<Reason> reasons, Plan plan) {
        return reasons.stream()
                .map(reason -> {
                    Map<String, Object> facts = new LinkedHashMap<>(reason.facts());
                    if (facts.get("index") instanceof Integer index) {
                        facts.put("day", plan.days().get(index).toString());
                    }
                    return new Reason(reason.refusal(), facts);
                })
                .toList();
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, SEOUL);
    }

    private static Set<DayOfWeek> days(Series.Weekly wanted) {
        return wanted.weekdays() == null ? Set.of() : wanted.weekdays();
    }

    private static int every(Series.Weekly wanted) {
        return wanted.everyWeeks() == null ? 1 : wanted.everyWeeks();
    }

    private Outcome<Plan> read(Series.Weekly wanted) {
        ShowRows.Show show = shows.find(wanted.show()).orElse(null);
        if (show == null) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_SHOW.with("show", wanted.show()));
        }
        List<Reason> wrong = new ArrayList<>();
        if (show.state() == ShowState.CANCELLED) {
            wrong.add(PlanningRefusal.SHOW_CANCELLED.with("show", show.id()));
        }
        book.place(show.id())
                .ifPresent(place ->
                        wrong.add(PlanningRefusal.SERIES_ALREADY.with("show", show.id(), "series", place.series())));
        if (days(wanted).isEmpty()) {
            wrong.add(PlanningRefusal.SERIES_DAYS.with("field", "weekdays"));
        }
        if (every(wanted) < 1 || every(wanted) > 12) {
            wrong.add(PlanningRefusal.SERIES_WEEKS.with("field", "everyWeeks"));
        }
        if (wanted.until() == null && wanted.count() == null) {
            wrong.add(PlanningRefusal.SERIES_END.with("field", "until, count"));
        }
        return wrong.isEmpty() ? plan(wanted, show) : Outcome.refused(wrong);
    }

    private static Outcome<Plan> plan(Series.Weekly wanted, ShowRows.Show show) {
        LocalDate first = dayOf(show.startsAt());
        @Nullable Integer more = wanted.count() == null ? null : Integer.valueOf(Math.max(0, wanted.count() - 1));
        List<LocalDate> days = Pattern.of(days(wanted), every(wanted), first).after(first, wanted.until(), more);
        if (days.isEmpty() || days.size() >= Series.MOST) {
            return Outcome.refused(PlanningRefusal.SERIES_COUNT.with("count", days.size() + 1, "max", Series.MOST));
        }
        Duration lag = Duration.between(first.atStartOfDay(SEOUL).toInstant(), show.startsAt());
        return Outcome.done(new Plan(show, lag, days));
    }
}
