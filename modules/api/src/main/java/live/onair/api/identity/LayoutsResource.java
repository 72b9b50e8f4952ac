package live.onair.api.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.identity.WindowLayouts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Arrangements of one's windows over one's monitors. */
@Path("/me/layouts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@NullUnmarked
public class LayoutsResource {

    @Inject
    private WindowLayouts layouts;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Whether it is locked. */
    public record Lock(boolean locked) {}

    /** My layouts. */
    @GET
    @Operation(operationId = "layouts.mine", summary = "내 창 배치 / My window layouts")
    public List<WindowLayouts.Layout> mine() {
        return layouts.mine();
    }

    /** Keeps a layout; one of the same name is replaced unless it is locked. */
    @POST
    @Carries("layouts.save")
    @Operation(operationId = "layouts.save", summary = "창 배치 저장 / Save a window layout")
    public Response save(WindowLayouts.Save wanted) {
        return answers.created(layouts.save(wanted), headers);
    }

    /** Locks a layout, or lets it go. */
    @PUT
    @Path("{id}/lock")
    @Carries("layouts.lock")
    @Operation(operationId = "layouts.lock", summary = "창 배치 잠그기 / Lock a window layout")
    public Response lock(@PathParam("id") String id, Lock wanted) {
        return answers.of(layouts.lock(id, wanted.locked()), headers);
    }

    /** Forgets a layout that is not locked. */
    @DELETE
    @Path("{id}")
    @Carries("layouts.remove")
    @Operation(operationId = "layouts.remove", summary = "창 배치 지우기 / Remove a window layout")
    public Response remove(@PathParam("id") String id) {
        return answers.of(layouts.remove(id), headers);
    }
}
