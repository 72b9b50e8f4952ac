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
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.moderation.ChatKeeping;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** How long what was said is kept, and how it is handed out. */
@Path("/moderation/keeping")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class ChatKeepingResource {

    @Inject
    private ChatKeeping keeping;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** So many days. */
    public record RetentionWish(Integer days) {}

    /** Why. */
    public record ChatExportWish(String reason) {}

    /** How long lines are kept. */
    @GET
    @Operation(operationId = "chatKeeping.retention", summary = "채팅 보관 기간 / The chat's retention")
    public ChatKeeping.Retention retention() {
        return keeping.retention();
    }

    /** Keeps them so long. */
    @PUT
    @Carries("chatKeeping.retain")
    @Operation(operationId = "chatKeeping.retain", summary = "채팅 보관 기간 바꾸기 / Change the chat's retention")
    public Response retain(RetentionWish wish) {
        return answers.of(keeping.retain(wish.days() == null ? 0 : wish.days()), headers);
    }

    /** What was said in a show, without personal data. */
    @POST
    @Path("shows/{show}/export")
    @Carries("chatKeeping.export")
    @Operation(operationId = "chatKeeping.export", summary = "채팅 내보내기 / Export the chat")
    public Response export(@PathParam("show") String show, ChatExportWish wish) {
        return answers.of(keeping.export(show, wish.reason()), headers);
    }
}
