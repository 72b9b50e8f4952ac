package live.onair.api.planning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.kernel.Outcome;
import live.onair.planning.Series;
import live.onair.scheduling.Shows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Weekly series. */
@Path("/series")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "series")
@NullUnmarked
public class SeriesResource {

    @Inject
    private Series series;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A series to be made of a show. */
    public record WeeklyWanted(
            @Nullable String show,
            @Nullable Set<DayOfWeek> weekdays,
            @Nullable Integer everyWeeks,
            @Nullable LocalDate until,
            @Nullable Integer count,
            @Nullable Boolean skipTaken) {}

    /** More occurrences. */
    public record MoreWanted(
            @Nullable LocalDate until,
            @Nullable Integer count,
            @Nullable Boolean skipTaken) {}

    /** What changes, from which show on. */
    public record SeriesFields(@Nullable String show, Series.@Nullable Scope scope, Shows.@Nullable Schedule fields) {}

    /** Which show is given up, and how far that reaches. */
    public record SeriesGivenUp(
            @Nullable String show,
            Series.@Nullable Scope scope,
            @Nullable String reason) {}

    /** A day of a series to be. */
    public record DayPlanned(LocalDate day, Instant start, Instant end, List<Answers.Told> reasons) {}

    /** What was made, and which days were left out. */
    public record SeriesMade(Series.Row series, List<String> shows, List<DayPlanned> leftOut) {}

    /** A new series. */
    @POST
    @Carries("series.create")
    @Operation(operationId = "series.create", summary = "매주 되풀이 / Repeat a show weekly")
    public Response create(WeeklyWanted w) {
        return answers.created(made(series.create(weekly(w))), headers);
    }

    /** What the same series would meet, day by day; changes nothing. */
    @POST
    @Path("try")
    @Operation(operationId = "series.preview", summary = "매주 되풀이 미리 보기 / What a series would meet")
    public Response preview(WeeklyWanted w) {
        return answers.of(series.preview(weekly(w)).map(this::days), headers);
    }

    /** One series with its occurrences. */
    @GET
    @Path("{id}")
    @Operation(operationId = "series.find", summary = "시리즈 하나 / One series")
    public Response find(@PathParam("id") String id) {
        return Response.ok(series.find(id).orElseThrow(NotFoundException::new)).build();
    }

    /** The series a show belongs to. */
    @GET
    @Path("of/{id}")
    @Operation(operationId = "series.of", summary = "방송의 시리즈 / The series of a show")
    public Response of(@PathParam("id") String show) {
        return Response.ok(series.of(show).orElseThrow(NotFoundException::new)).build();
    }

    /** Adds occurrences. */
    @POST
    @Path("{id}/extend")
    @Carries("series.extend")
    @Operation(operationId = "series.extend", summary = "회차 더하기 / Add occurrences")
    public Response extend(@PathParam("id") String id, MoreWanted m) {
        return answers.created(
                made(series.extend(new Series.More(id, m.until(), m.count(), Boolean.TRUE.equals(m.skipTaken())))),
                headers);
    }

    /** Ends it; its shows stay. */
    @POST
    @Path("{id}/end")
    @Carries("series.end")
    @Operation(operationId = "series.end", summary = "시리즈 끝내기 / End a series")
    public Response end(@PathParam("id") String id) {
        return answers.of(series.end(id), headers);
    }

    /** Changes or moves one occurrence, or it and all later ones. */
    @POST
    @Path("changes")
    @Carries("series.change")
    @Operation(operationId = "series.change", summary = "시리즈 고치기 / Change a series")
    public Response change(SeriesFields c) {
        return answers.of(
                series.change(new Series.Change(
                        needed("show", c.show()), needed("scope", c.scope()), version(), needed("fields", c.fields()))),
                headers);
    }

    /** Gives up one occurrence, or it and all later ones. */
    @POST
    @Path("cancellations")
    @Carries("series.cancel")
    @Operation(operationId = "series.cancel", summary = "시리즈 취소 / Cancel a series")
    public Response cancel(SeriesGivenUp c) {
        return answers.of(
                series.cancel(
                        new Series.Cancel(needed("show", c.show()), needed("scope", c.scope()), version(), c.reason())),
                headers);
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field);
        }
        return value;
    }

    private static Series.Weekly weekly(WeeklyWanted w) {
        return new Series.Weekly(
                needed("show", w.show()),
                w.weekdays(),
                w.everyWeeks(),
                w.until(),
                w.count(),
                Boolean.TRUE.equals(w.skipTaken()));
    }

    private Outcome<SeriesMade> made(Outcome<Series.Made> made) {
        return made.map(m -> new SeriesMade(m.series(), m.shows(), days(m.leftOut())));
    }

    private List<DayPlanned> days(List<Series.Planned> planned) {
        return planned.stream()
                .map(p -> new DayPlanned(p.day(), p.start(), p.end(), answers.told(p.reasons(), headers)))
                .toList();
    }

    private Integer version() {
        OptionalInt version = answers.version(headers);
        return version.isPresent() ? version.getAsInt() : null;
    }
}
