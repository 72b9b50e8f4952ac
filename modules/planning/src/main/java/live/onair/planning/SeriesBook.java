package live.onair.planning;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** The rows behind {@link Series}. Works inside the caller's transaction. */
@Singleton
class SeriesBook {

    private final Statements sql;
    private final Bookings bookings;
    private final Clock clock;
    private final Event<PlanningEvent> events;

    @Inject
    SeriesBook(Statements sql, Bookings bookings, Clock clock, Event<PlanningEvent> events) {
        this.sql = sql;
        this.bookings = bookings;
        this.clock = clock;
        this.events = events;
    }

    /** A series without its shows. */
    record Known(String id, Pattern pattern, boolean ended) {}

    /** A show's place in its series. */
    record Place(String series, LocalDate day, String show, boolean detached) {}

    /** Locked until the transaction ends; refused when it is unknown or was ended. */
    Outcome<Known> lock(String id) {
        Known found = sql.one("select * from planning.series where id = ? for update", SeriesBook::known, id)
                .orElse(null);
        if (found == null) {
            return Outcome.refused(PlanningRefusal.NO_SUCH_SERIES.with("id", id));
        }
        return found.ended() ? Outcome.refused(PlanningRefusal.SERIES_ENDED.with("id", id)) : Outcome.done(found);
    }

    Known add(Pattern pattern) {
        String id = sql.one(
                        "select nextval('planning.series_number') n",
                        row -> String.format(Locale.ROOT, "SR-%03d", row.big("n")))
                .orElseThrow();
        sql.run(
                "insert into planning.series (id, weekdays, every_weeks, first_day, created_at, created_name)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                pattern.written(),
                pattern.everyWeeks(),
                pattern.first(),
                clock.instant(),
                Acting.actor().name());
        return new Known(id, pattern, false);
    }

    void add(String series, LocalDate day, String show) {
        sql.run(
                "insert into planning.occurrence (series_id, day, show_id, detached) values (?, ?, ?, false)",
                series,
                day,
                show);
    }

    void grew(String series, int occurrences, int leftOut) {
        events.fire(new PlanningEvent.SeriesGrew(series, occurrences, leftOut));
    }

    /** These were changed with their series, not alone. */
    void together(Place from, Collection<String> changed) {
        sql.run("update planning.occurrence set detached = false where show_id = any (?)", changed);
        events.fire(new PlanningEvent.SeriesChanged(from.series(), from.show(), changed.size()));
    }

    /** Whatever changes a show changes it alone, unless its series says otherwise afterwards. */
    void changedAlone(@Observes ShowEvent.Changed event) {
        sql.run("update planning.occurrence set detached = true where show_id = ?", event.show());
    }

    Series.Row end(String id) {
        sql.run("update planning.series set ended_at = ? where id = ? and ended_at is null", clock.instant(), id);
        events.fire(new PlanningEvent.SeriesEnded(id));
        return find(id).orElseThrow();
    }

    Optional<Place> place(String show) {
        return sql.one("select * from planning.occurrence where show_id = ?", SeriesBook::place, show);
    }

    /** All places of the series, by day. */
    List<Place> places(String series) {
        return sql.list(
                "select * from planning.occurrence where series_id = ? order by day", SeriesBook::place, series);
    }

    Optional<Series.Row> of(String show) {
        return place(show).flatMap(place -> find(place.series()));
    }

    Optional<Series.Row> find(String id) {
        return sql.one(
                        "select * from planning.series where id = ?",
                        row -> {
                            Known known = known(row);
                            return new Series.Row(
                                    id,
                                    Set.copyOf(known.pattern().weekdays()),
                                    known.pattern().everyWeeks(),
                                    known.pattern().first(),
                                    row.text("created_name"),
                                    row.instantOrNull("ended_at"),
                                    List.of());
                        },
                        id)
                .map(bare -> new Series.Row(
                        id,
                        bare.weekdays(),
                        bare.everyWeeks(),
                        bare.firstDay(),
                        bare.createdBy(),
                        bare.endedAt(),
                        occurrences(places(id))));
    }

    private List<Series.Occurrence> occurrences(List<Place> places) {
        Map<String, ShowRows.Show> shows =
                bookings.those(places.stream().map(Place::show).toList());
        return places.stream()
                .filter(place -> shows.containsKey(place.show()))
                .map(place -> read(place, Objects.requireNonNull(shows.get(place.show()))))
                .toList();
    }

    private static Series.Occurrence read(Place place, ShowRows.Show show) {
        return new Series.Occurrence(
                place.day(), show.id(), show.title(), show.state(), show.startsAt(), place.detached());
    }

    private static Known known(Row row) throws SQLException {
        return new Known(
                row.text("id"),
                Pattern.read(row.text("weekdays"), row.number("every_weeks"), LocalDate.parse(row.text("first_day"))),
                !row.isNull("ended_at"));
    }

    private static Place place(Row row) throws SQLException {
        return new Place(
                row.text("series_id"), LocalDate.parse(row.text("day")), row.text("show_id"), row.isTrue("detached"));
    }
}
