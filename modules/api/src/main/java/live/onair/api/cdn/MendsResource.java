package live.onair.api.cdn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import live.onair.api.Numbers;
import live.onair.cdn.mending.Mends;
import live.onair.cdn.mending.Mends.Mend;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What CDNs' own configurations lack: planned, mended and taken back. */
@Path("/mends")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cdn")
@NullUnmarked
public class MendsResource {

    @Inject
    private Mends mends;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Presses, newest first. */
    public record MendList(List<Mend> items) {}

    /**
     * A press.
     *
     * @param plan hash of the plan that was shown
     */
    public record MendPress(String plan, String reason) {}

    /** Presses and how far they are. */
    @GET
    @Operation(operationId = "mends.list", summary = "CDN 설정 변경 목록 / Changes of CDNs' configurations")
    public MendList list() {
        return new MendList(mends.list());
    }

    /** What would be set of a CDN's configuration, and what is missing and stays so. */
    @GET
    @Path("plans/{cdn}")
    @Operation(operationId = "mends.plan", summary = "CDN 설정 고치기 계획 / What a CDN lacks, and what would be set")
    public Response plan(@PathParam("cdn") String cdn) {
        return answers.of(mends.plan(cdn), headers);
    }

    /** Has it set by the plan that was shown. */
    @POST
    @Path("plans/{cdn}")
    @Carries("mends.mend")
    @Operation(operationId = "mends.mend", summary = "CDN 설정 고치기 / Mend a CDN by its plan")
    public Response mend(@PathParam("cdn") String cdn, MendPress press) {
        MendPress given = press == null ? new MendPress(null, null) : press;
        return answers.of(mends.mend(cdn, given.plan(), given.reason()), headers);
    }

    /** What taking a press back would set. */
    @GET
    @Path("{mend}/back")
    @Operation(operationId = "mends.wayBack", summary = "CDN 설정 되돌리기 계획 / The plan of the way back")
    public Response wayBack(@PathParam("mend") String mend) {
        return answers.of(mends.wayBack(Numbers.of(mend)), headers);
    }

    /** Has what stood before a press set again. */
    @POST
    @Path("{mend}/back")
    @Carries("mends.undo")
    @Operation(operationId = "mends.undo", summary = "CDN 설정 되돌리기 / Take a mend back by its plan")
    public Response undo(@PathParam("mend") String mend, MendPress press) {
        MendPress given = press == null ? new MendPress(null, null) : press;
        return answers.of(mends.undo(Numbers.of(mend), given.plan(), given.reason()), headers);
    }
}
