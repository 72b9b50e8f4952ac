package live.onair.api.replays;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import live.onair.api.Numbers;
import live.onair.replays.ReplayRestrictions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Replays that are kept from viewers because of a claim. */
@Path("/replay-restrictions")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class ReplayRestrictionsResource {

    @Inject
    private ReplayRestrictions restrictions;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** The newest first. */
    public record RestrictionList(List<ReplayRestrictions.ReplayRestriction> items) {}

    /** Why it is decided so. */
    public record RestrictionDecision(String reason) {

        static String why(RestrictionDecision given) {
            return given == null ? null : given.reason();
        }
    }

    /** Those that hold, or all. */
    @GET
    @Operation(operationId = "replayRestrictions.list", summary = "다시보기 임시조치 목록 / Restricted replays")
    public RestrictionList list(@QueryParam("all") @DefaultValue("false") boolean all) {
        return new RestrictionList(restrictions.list(all));
    }

    /** What keeps a show's replay away now. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "replayRestrictions.find", summary = "방송의 임시조치 / What restricts a show's replay")
    public ReplayRestrictions.ReplayRestriction find(@PathParam("show") String show) {
        return restrictions.find(show).orElseThrow(NotFoundException::new);
    }

    /** Takes a replay from viewers. */
    @POST
    @Carries("replayRestrictions.restrict")
    @Operation(operationId = "replayRestrictions.restrict", summary = "다시보기 임시조치 / Restrict a replay")
    public Response restrict(ReplayRestrictions.RestrictionWish wish) {
        return answers.created(
                restrictions.restrict(
                        wish == null ? new ReplayRestrictions.RestrictionWish(null, null, null, null) : wish),
                headers);
    }

    /** Decides that it stays away. */
    @POST
    @Path("{number}/keep")
    @Carries("replayRestrictions.keep")
    @Operation(operationId = "replayRestrictions.keep", summary = "계속 내려 두기 / Keep a replay away")
    public Response keep(@PathParam("number") String number, RestrictionDecision decision) {
        return answers.of(restrictions.keep(Numbers.of(number), RestrictionDecision.why(decision)), headers);
    }

    /** Decides that it comes back. */
    @POST
    @Path("{number}/lift")
    @Carries("replayRestrictions.lift")
    @Operation(operationId = "replayRestrictions.lift", summary = "임시조치 풀기 / Lift a restriction")
    public Response lift(@PathParam("number") String number, RestrictionDecision decision) {
        return answers.of(restrictions.lift(Numbers.of(number), RestrictionDecision.why(decision)), headers);
    }
}
