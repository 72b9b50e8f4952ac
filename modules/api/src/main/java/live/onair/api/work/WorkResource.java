package live.onair.api.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.work.WorkBoard;
import live.onair.work.WorkRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The durable to-do list. */
@Path("/work")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "work")
@NullUnmarked
public class WorkResource {

    private static final int PAGE = 100;

    @Inject
    private WorkBoard board;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Why. */
    public record Why(@Nullable String reason) {}

    /** What is on the list. */
    @GET
    @Operation(operationId = "work.list", summary = "작업 목록 / Work on the list")
    public WorkRows.Page list(
            @QueryParam("state") WorkRows.State state,
            @QueryParam("type") String type,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor) {
        return board.list(new WorkBoard.Look(
                Optional.ofNullable(state),
                Optional.ofNullable(type),
                Optional.ofNullable(text),
                Optional.ofNullable(cursor),
                PAGE));
    }

    /** How much stands where. */
    @GET
    @Path("counts")
    @Operation(operationId = "work.counts", summary = "작업 수 / How much work stands where")
    public WorkRows.Counts counts() {
        return board.counts();
    }

    /** At once instead of at its time. */
    @POST
    @Path("{id}/retry")
    @Carries("work.retry")
    @Operation(operationId = "work.retry", summary = "지금 다시 시도 / Try again now")
    public Response retry(@PathParam("id") String id) {
        return answers.of(board.retry(id), headers);
    }

    /** Given up for good. */
    @POST
    @Path("{id}/drop")
    @Carries("work.drop")
    @Operation(operationId = "work.drop", summary = "작업 포기 / Give work up")
    public Response drop(@PathParam("id") String id, Why why) {
        return answers.of(board.drop(id, why.reason() == null ? "" : why.reason()), headers);
    }
}
