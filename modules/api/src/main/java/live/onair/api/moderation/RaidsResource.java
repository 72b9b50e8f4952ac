package live.onair.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import live.onair.moderation.Raids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** The same said by many viewers. */
@Path("/moderation/raids")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class RaidsResource {

    @Inject
    private Raids raids;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** What many say alike. */
    public record RaidList(List<Raids.Raid> items) {}

    /** What is the same in it, and why. */
    public record RaidWish(String alike, String reason) {}

    /** What many say alike in a show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "raids.of", summary = "도배 / What many say alike")
    public RaidList of(@PathParam("show") String show) {
        return new RaidList(raids.of(show));
    }

    /** Takes all of it away. */
    @POST
    @Path("shows/{show}/hide")
    @Carries("raids.hide")
    @Operation(operationId = "raids.hide", summary = "도배 모두 숨기기 / Hide all of it")
    public Response hide(@PathParam("show") String show, RaidWish wish) {
        return answers.of(raids.hide(show, wish.alike(), wish.reason()), headers);
    }

    /** It may be said. */
    @POST
    @Path("shows/{show}/leave")
    @Carries("raids.leave")
    @Operation(operationId = "raids.leave", summary = "도배 그대로 두기 / Let it be")
    public Response leave(@PathParam("show") String show, RaidWish wish) {
        return answers.of(raids.leave(show, wish.alike()), headers);
    }

    /** So many viewers within so many seconds. */
    public record RaidWatchWish(Integer members, Integer seconds) {}

    /** From when on it is one. */
    @GET
    @Path("threshold")
    @Operation(operationId = "raids.threshold", summary = "도배 기준 / From when on it is a raid")
    public Raids.RaidWatch threshold() {
        return raids.threshold();
    }

    /** From when on it is one, in all shows. */
    @PUT
    @Path("threshold")
    @Carries("raids.watch")
    @Operation(operationId = "raids.watch", summary = "도배 기준 바꾸기 / Change the threshold")
    public Response watch(RaidWatchWish wish) {
        int members = wish.members() == null ? 0 : wish.members();
        int seconds = wish.seconds() == null ? 0 : wish.seconds();
        return answers.of(raids.watch(members, seconds), headers);
    }
}
