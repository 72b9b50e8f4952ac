package live.onair.planning;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.jspecify.annotations.Nullable;

/** How occurrences are changed and given up, alone or together. Works inside the caller's transaction. */
@Singleton
class SeriesEdit {

    private final SeriesBook book;
    private final Shows shows;
    private final Bookings bookings;

    @Inject
    SeriesEdit(SeriesBook book, Shows shows, Bookings bookings) {
        this.book = book;
        this.shows = shows;
        this.bookings = bookings;
    }

    /** What a change from here on would reach, and what it leaves as it is. */
    private record Reach(List<ShowRows.Show> shows, List<String> detached, List<String> over) {}

    Outcome<Series.Changed> change(Series.Change wanted) {
        ShowRows.Show here = shows.find(wanted.show()).orElse(null);
        SeriesBook.Place place = book.place(wanted.show()).orElse(null);
        if (here == null || place == null) {
            return Outcome.refused(PlanningRefusal.NOT_IN_SERIES.with("show", wanted.show()));
        }
        if (wanted.scope() == Series.Scope.THIS) {
            return bookings.applyAll(List.of(new Shows.Change(here.id(), wanted.version(), wanted.plan())))
                    .map(lines -> new Series.Changed(lines, List.of(), List.of()));
        }
        Instant start = wanted.plan().start();
        Instant end = wanted.plan().end();
        Duration by = start == null ? Duration.ZERO : Duration.between(here.startsAt(), start);
        Duration length = end == null ? null : Duration.between(here.startsAt().plus(by), end);
        return together(
                place,
                show -> new Shows.Change(
                        show.id(),
                        show.id().equals(here.id()) ? wanted.version() : Integer.valueOf(show.version()),
                        moved(wanted.plan(), show, by, length)));
    }

    private static Shows.Schedule moved(
            Shows.Schedule plan, ShowRows.Show show, Duration by, @Nullable Duration length) {
        if (by.isZero() && length == null) {
            return Plans.at(plan, null, null);
        }
        Duration lasts = length == null ? Duration.between(show.startsAt(), show.endsAt()) : length;
        Instant start = show.startsAt().plus(by);
        return Plans.at(plan, start, start.plus(lasts));
    }

    Outcome<Series.Changed> cancel(Series.Cancel wanted) {
        SeriesBook.Place place = book.place(wanted.show()).orElse(null);
        if (place == null) {
            return Outcome.refused(PlanningRefusal.NOT_IN_SERIES.with("show", wanted.show()));
        }
        if (wanted.scope() == Series.Scope.THIS) {
            return bookings.applyAll(List.of(new Bookings.Cancel(wanted.show(), wanted.version(), wanted.reason())))
                    .map(lines -> new Series.Changed(lines, List.of(), List.of()));
        }
        Outcome<Series.Changed> done = together(
                place,
                show -> new Bookings.Cancel(
                        show.id(), show.id().equals(wanted.show()) ? wanted.version() : null, wanted.reason()));
        if (done.isDone() && book.lock(place.series()).isDone()) {
            book.end(place.series());
        }
        return done;
    }

    private Outcome<Series.Changed> together(SeriesBook.Place from, Function<ShowRows.Show, Bookings.Item> deed) {
        Reach reach = reach(from);
        if (reach.shows().isEmpty()) {
            return Outcome.refused(PlanningRefusal.NOTHING_LEFT.with("show", from.show()));
        }
        Outcome<List<Bookings.Line>> done =
                bookings.applyAll(reach.shows().stream().map(deed).toList());
        if (done.isDone()) {
            book.together(from, reach.shows().stream().map(ShowRows.Show::id).toList());
        }
        return done.map(lines -> new Series.Changed(lines, reach.detached(), reach.over()));
    }

    private Reach reach(SeriesBook.Place from) {
        Reach reach = new Reach(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<SeriesBook.Place> places = book.places(from.series());
        Map<String, ShowRows.Show> all =
                bookings.those(places.stream().map(SeriesBook.Place::show).toList());
        for (SeriesBook.Place place : places) {
            ShowRows.Show show = Objects.requireNonNull(all.get(place.show()));
            if (place.day().isBefore(from.day())) {
                continue;
            }
            if (show.state().isLive() || show.state().isOver()) {
                reach.over().add(show.id());
            } else if (place.detached() && !place.show().equals(from.show())) {
                reach.detached().add(show.id());
            } else {
                reach.shows().add(show);
            }
        }
        return reach;
    }
}
