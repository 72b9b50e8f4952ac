package live.onair.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.moderation.Duty;
import live.onair.moderation.ModerationRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Who watches chats, and what they leave to whoever comes next. */
@Path("/moderation/duty")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class DutyResource {

    @Inject
    private Duty duty;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Who is on duty. */
    public record DutyList(List<ModerationRows.OnDuty> items) {}

    /** What was left behind. */
    public record HandOverList(List<ModerationRows.HandOver> items) {}

    /** What the next one has to know. */
    public record HandOverWish(String note) {}

    /** Who is on duty, the longest first. */
    @GET
    @Operation(operationId = "duty.now", summary = "근무 중인 사람 / Who is on duty")
    public DutyList now() {
        return new DutyList(duty.now());
    }

    /** What those who went off duty left behind, the newest first. */
    @GET
    @Path("hand-overs")
    @Operation(operationId = "duty.handOvers", summary = "인수인계 메모 / Hand-over notes")
    public HandOverList handOvers(@QueryParam("max") @DefaultValue("20") int max) {
        return new HandOverList(duty.handOvers(max));
    }

    /** Goes on duty. */
    @POST
    @Path("begin")
    @Carries("duty.begin")
    @Operation(operationId = "duty.begin", summary = "근무 시작 / Go on duty")
    public Response begin() {
        return answers.of(duty.begin(), headers);
    }

    /** Goes off duty. */
    @POST
    @Path("end")
    @Carries("duty.end")
    @Operation(operationId = "duty.end", summary = "근무 마치기 / Go off duty")
    public Response end(HandOverWish wish) {
        return answers.of(duty.end(wish.note()), headers);
    }
}
