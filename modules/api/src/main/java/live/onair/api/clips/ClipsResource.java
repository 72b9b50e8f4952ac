package live.onair.api.clips;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.clips.ClipRows;
import live.onair.clips.Clips;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Highlight clips of shows. */
@Path("/clips")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "clips")
@NullUnmarked
public class ClipsResource {

    @Inject
    private Clips clips;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A clip that is wanted; positions in milliseconds of the recording. */
    public record ClipWanted(String title, Long fromMs, Long toMs, UUID source) {}

    /** Its new name. */
    public record ClipTitle(String title) {}

    /** The clips of a show, and what else could be cut of it. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "clips.of", summary = "방송의 클립 / Clips of a show")
    public ClipRows.ShowClips of(@PathParam("show") String show) {
        return clips.of(show);
    }

    /** Cuts one; it is ready some seconds later. */
    @POST
    @Path("shows/{show}")
    @Carries("clips.cut")
    @Operation(operationId = "clips.cut", summary = "클립 만들기 / Cut a clip")
    public Response cut(@PathParam("show") String show, ClipWanted wanted) {
        return answers.created(
                clips.cut(
                        show,
                        wanted == null
                                ? new Clips.ClipWish(null, null, null, null)
                                : new Clips.ClipWish(
                                        wanted.title(),
                                        millis(wanted.fromMs()),
                                        millis(wanted.toMs()),
                                        wanted.source())),
                headers);
    }

    private static Duration millis(Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    /** Gives it another name. */
    @POST
    @Path("{id}/rename")
    @Carries("clips.rename")
    @Operation(operationId = "clips.rename", summary = "클립 이름 바꾸기 / Rename a clip")
    public Response rename(@PathParam("id") UUID id, ClipTitle wanted) {
        return answers.of(clips.rename(id, wanted == null ? null : wanted.title()), headers);
    }

    /** Lets viewers see it. */
    @POST
    @Path("{id}/show")
    @Carries("clips.show")
    @Operation(operationId = "clips.show", summary = "클립 공개 / Show a clip to viewers")
    public Response show(@PathParam("id") UUID id) {
        return answers.of(clips.show(id), headers);
    }

    /** Viewers no longer see it. */
    @POST
    @Path("{id}/hide")
    @Carries("clips.hide")
    @Operation(operationId = "clips.hide", summary = "클립 공개 멈춤 / Hide a clip from viewers")
    public Response hide(@PathParam("id") UUID id) {
        return answers.of(clips.hide(id), headers);
    }

    /** Tries one that failed once more. */
    @POST
    @Path("{id}/retry")
    @Carries("clips.retry")
    @Operation(operationId = "clips.retry", summary = "클립 다시 만들기 / Try a clip again")
    public Response retry(@PathParam("id") UUID id) {
        return answers.of(clips.retry(id), headers);
    }

    /** Takes it away. */
    @DELETE
    @Path("{id}")
    @Carries("clips.remove")
    @Operation(operationId = "clips.remove", summary = "클립 지우기 / Remove a clip")
    public Response remove(@PathParam("id") UUID id) {
        return answers.of(clips.remove(id), headers);
    }

    /** Puts one back that was taken away some minutes ago. */
    @POST
    @Path("{id}/restore")
    @Carries("clips.restore")
    @Operation(operationId = "clips.restore", summary = "클립 되돌리기 / Put a clip back")
    public Response restore(@PathParam("id") UUID id) {
        return answers.of(clips.restore(id), headers);
    }
}
