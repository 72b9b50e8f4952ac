package live.onair.api.scheduling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Shows: planning and reading. */
@Path("/shows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "shows")
@NullUnmarked
public class ShowsResource {

    @Inject
    private Shows shows;

    @Inject
    private Gate gate;

    @Inject
    private Interruptions interruptions;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A move; what is missing stays. */
    public record Move(
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String channel) {}

    /** One page of shows. */
    @GET
    @Operation(operationId = "shows.list", summary = "방송 목록 / List shows")
    public ShowRows.Page list(@BeanParam ShowFilter filter) {
        return shows.list(filter.toFilter());
    }

    /** A new draft. */
    @POST
    @Carries("shows.schedule")
    @Operation(operationId = "shows.schedule", summary = "방송 편성 / Schedule a show")
    public Response schedule(Shows.Schedule wanted) {
        return answers.created(shows.schedule(wanted), headers);
    }

    /** One show, its version as ETag. */
    @GET
    @Path("{id}")
    @Operation(operationId = "shows.find", summary = "방송 하나 / One show")
    public Response find(@PathParam("id") String id) {
        var found = shows.find(id);
        return answers.found(found, found.map(ShowRows.Show::version).orElse(0));
    }

    /**
     * Changes the given fields. With If-Match of an older version, fields that nobody else has changed since are merged;
     * a field that somebody has is 412, and the reasons name it.
     */
    @PATCH
    @Path("{id}")
    @Carries("shows.change")
    @Operation(operationId = "shows.change", summary = "방송 고치기 / Change a show")
    public Response change(@PathParam("id") String id, Shows.Schedule fields) {
        return answers.of(shows.change(new Shows.Change(id, version(), fields)), headers);
    }

    /** Moves it in time or to another channel. */
    @POST
    @Path("{id}/move")
    @Carries("shows.move")
    @Operation(operationId = "shows.move", summary = "방송 옮기기 / Move a show")
    public Response move(@PathParam("id") String id, Move to) {
        return answers.of(shows.move(new Shows.Move(id, version(), to.start(), to.end(), to.channel())), headers);
    }

    /** Each state it has passed. */
    @GET
    @Path("{id}/transitions")
    @Operation(operationId = "shows.history", summary = "거친 상태 / States passed")
    public List<ShowRows.Transition> history(@PathParam("id") String id) {
        return shows.history(there(id));
    }

    /** Where it may go from here. */
    @GET
    @Path("{id}/ways")
    @Operation(operationId = "shows.ways", summary = "갈 수 있는 상태 / States a person may take it to")
    public List<ShowState> ways(@PathParam("id") String id) {
        return List.copyOf(shows.ways(there(id)));
    }

    /** What differs from what was approved. */
    @GET
    @Path("{id}/differences")
    @Operation(operationId = "shows.diffSinceApproval", summary = "승인 뒤 달라진 것 / Changes since approval")
    public List<ShowRows.Difference> differences(@PathParam("id") String id) {
        return shows.diffSinceApproval(there(id));
    }

    /** Its gate. */
    @GET
    @Path("{id}/gate")
    @Operation(operationId = "gate.of", summary = "방송 시작 조건 / Gate of a show")
    public List<Gate.Row> gate(@PathParam("id") String id) {
        return gate.of(there(id));
    }

    /** Its alarms. */
    @GET
    @Path("{id}/interruptions")
    @Operation(operationId = "interruptions.of", summary = "방송의 알림 / Alarms of a show")
    public List<Interruptions.Row> interruptions(@PathParam("id") String id) {
        return interruptions.of(there(id));
    }

    private String there(String id) {
        return shows.find(id).map(ShowRows.Show::id).orElseThrow(NotFoundException::new);
    }

    private Integer version() {
        OptionalInt version = answers.version(headers);
        return version.isPresent() ? version.getAsInt() : null;
    }
}
