package live.onair.api.moderation;

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
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Numbers;
import live.onair.moderation.Appeals;
import live.onair.moderation.ModerationRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What those who were banned say against it. */
@Path("/moderation/appeals")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class AppealsResource {

    @Inject
    private Appeals appeals;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Appeals. */
    public record AppealList(List<ModerationRows.Appeal> items) {}

    /** What the viewer reads. */
    public record AppealAnswer(String answer) {}

    /** Those that nobody has decided, the oldest first. */
    @GET
    @Operation(operationId = "appeals.waiting", summary = "이의 신청 / Appeals")
    public AppealList waiting(@QueryParam("show") String show) {
        return new AppealList(appeals.waiting(show));
    }

    /** Somebody who is banned, and why they should not be. */
    public record AppealWish(String member, String text) {}

    /** Opens one for somebody who is banned. */
    @POST
    @Path("shows/{show}")
    @Carries("appeals.open")
    @Operation(operationId = "appeals.open", summary = "이의 열기 / Open an appeal for somebody")
    public Response open(@PathParam("show") String show, AppealWish wish) {
        return answers.of(appeals.open(show, wish.member(), wish.text()), headers);
    }

    /** Lifts the ban. */
    @POST
    @Path("{appeal}/grant")
    @Carries("appeals.grant")
    @Operation(operationId = "appeals.grant", summary = "이의 받아들이기 / Grant an appeal")
    public Response grant(@PathParam("appeal") String appeal, AppealAnswer wish) {
        return answers.of(appeals.grant(Numbers.of(appeal), wish.answer()), headers);
    }

    /** The ban stays. */
    @POST
    @Path("{appeal}/refuse")
    @Carries("appeals.refuse")
    @Operation(operationId = "appeals.refuse", summary = "차단 유지 / Refuse an appeal")
    public Response refuse(@PathParam("appeal") String appeal, AppealAnswer wish) {
        return answers.of(appeals.refuse(Numbers.of(appeal), wish.answer()), headers);
    }
}
