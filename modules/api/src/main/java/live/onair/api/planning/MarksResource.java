package live.onair.api.planning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.planning.Marks;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Chapters and highlights of shows. */
@Path("/marks")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "marks")
@NullUnmarked
public class MarksResource {

    @Inject
    private Marks marks;

    @Inject
    private Shows shows;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A mark to be set, at a position of the recording or at an instant. */
    public record MarkWanted(
            @Nullable String show,
            Marks.@Nullable Kind kind,
            @Nullable String title,
            @Nullable Long positionMillis,
            @Nullable Instant at) {}

    /** What changes. */
    public record MarkFields(
            @Nullable String title, @Nullable Long positionMillis) {}

    /** The marks of a show. */
    @GET
    @Path("of/{id}")
    @Operation(operationId = "marks.list", summary = "방송의 표시 / Marks of a show")
    public Response list(@PathParam("id") String show) {
        String id = shows.find(show).map(ShowRows.Show::id).orElseThrow(NotFoundException::new);
        return Response.ok(marks.list(id)).build();
    }

    /** Sets one. */
    @POST
    @Carries("marks.add")
    @Operation(operationId = "marks.add", summary = "표시하기 / Set a mark")
    public Response add(MarkWanted m) {
        if (m.kind() == null || m.show() == null) {
            throw new IllegalArgumentException("show, kind");
        }
        return answers.created(
                marks.add(new Marks.Add(m.show(), m.kind(), m.title(), millis(m.positionMillis()), m.at())), headers);
    }

    /** Names or moves one. */
    @PATCH
    @Path("{id}")
    @Carries("marks.change")
    @Operation(operationId = "marks.change", summary = "표시 고치기 / Change a mark")
    public Response change(@PathParam("id") UUID id, MarkFields m) {
        return answers.of(
                marks.change(new Marks.Change(id, version(), m.title(), millis(m.positionMillis()))), headers);
    }

    /** Takes one away. */
    @DELETE
    @Path("{id}")
    @Carries("marks.remove")
    @Operation(operationId = "marks.remove", summary = "표시 지우기 / Remove a mark")
    public Response remove(@PathParam("id") UUID id) {
        return answers.of(marks.remove(id), headers);
    }

    private static @Nullable Duration millis(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private Integer version() {
        OptionalInt version = answers.version(headers);
        return version.isPresent() ? version.getAsInt() : null;
    }
}
