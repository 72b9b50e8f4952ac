package live.onair.api.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.identity.SavedViews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Filters of pages kept under a name. */
@Path("/me/views")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@NullUnmarked
public class ViewsResource {

    @Inject
    private SavedViews views;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** My views of a page, and those that others share. */
    @GET
    @Operation(operationId = "savedViews.of", summary = "저장한 보기 / Saved views")
    public List<SavedViews.View> of(@QueryParam("page") @Nullable String page) {
        return views.of(page == null ? "" : page);
    }

    /** Keeps a view; one of the same name is replaced. */
    @POST
    @Carries("savedViews.save")
    @Operation(operationId = "savedViews.save", summary = "보기 저장 / Save a view")
    public Response save(SavedViews.Save wanted) {
        return answers.created(views.save(wanted), headers);
    }

    /** Forgets a view. */
    @DELETE
    @Path("{id}")
    @Carries("savedViews.remove")
    @Operation(operationId = "savedViews.remove", summary = "보기 지우기 / Remove a view")
    public Response remove(@PathParam("id") String id) {
        return answers.of(views.remove(id), headers);
    }
}
