package live.onair.api.cues;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.claims.ClaimReason;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.cues.Prompter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Cue sheets, and what hosts are told. */
@Path("/cues")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cues")
@NullUnmarked
public class CuesResource {

    @Inject
    private Cues cues;

    @Inject
    private Prompter prompter;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** From where: the item that goes on, null for none. */
    public record CueFrom(@Nullable UUID from) {}

    /** Whether it is left out; null for yes. */
    public record CueSkip(@Nullable Boolean skipped) {}

    /** What the host is told. */
    public record HostMessage(
            CueRows.@Nullable Level level, @Nullable String text) {}

    /** The messages that stand on a prompter. */
    public record HostMessages(List<CueRows.Message> items) {}

    /** The cue sheet of a show, and how far it has come. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "cues.of", summary = "방송의 큐시트 / Cue sheet of a show")
    public CueRows.Sheet of(@PathParam("show") String show) {
        return cues.of(show);
    }

    /** The items from now on, all of them in their order. */
    @PUT
    @Path("shows/{show}")
    @Carries("cues.arrange")
    @Operation(operationId = "cues.arrange", summary = "큐시트 고치기 / Edit the cue sheet")
    public Response arrange(
            @PathParam("show") String show, Cues.SheetWish wanted, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> cues.arrange(show, wanted)), headers);
    }

    /** Begins an empty sheet with another show's items. */
    @POST
    @Path("shows/{show}/copy/{from}")
    @Carries("cues.copy")
    @Operation(operationId = "cues.copy", summary = "다른 방송에서 가져오기 / Copy from another show")
    public Response copy(
            @PathParam("show") String show, @PathParam("from") String from, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> cues.copy(show, from)), headers);
    }

    /** Ends the item that goes on and begins the next one. */
    @POST
    @Path("shows/{show}/advance")
    @Carries("cues.advance")
    @Operation(operationId = "cues.advance", summary = "다음으로 / Next item")
    public Response advance(@PathParam("show") String show, CueFrom from) {
        return answers.of(cues.advance(show, from.from()), headers);
    }

    /** Goes back to the item before. */
    @POST
    @Path("shows/{show}/back")
    @Carries("cues.back")
    @Operation(operationId = "cues.back", summary = "이전으로 / Item before")
    public Response back(@PathParam("show") String show, CueFrom from) {
        return answers.of(cues.back(show, from.from()), headers);
    }

    /** Leaves an item out, or takes it in again. */
    @POST
    @Path("shows/{show}/items/{id}/skip")
    @Carries("cues.skip")
    @Operation(operationId = "cues.skip", summary = "건너뛰기 / Skip an item")
    public Response skip(@PathParam("show") String show, @PathParam("id") UUID item, CueSkip skip) {
        return answers.of(cues.skip(show, item, skip.skipped() == null || skip.skipped()), headers);
    }

    /** What the host is told now. */
    @GET
    @Path("shows/{show}/prompter")
    @Operation(operationId = "prompter.of", summary = "프롬프터 메시지 / Messages on the prompter")
    public HostMessages messages(@PathParam("show") String show) {
        return new HostMessages(prompter.of(show));
    }

    /** Tells the host something. */
    @POST
    @Path("shows/{show}/prompter")
    @Carries("prompter.tell")
    @Operation(operationId = "prompter.tell", summary = "진행자에게 보내기 / Tell the host")
    public Response tell(@PathParam("show") String show, HostMessage message, @QueryParam("claimReason") String why) {
        return answers.created(
                ClaimReason.with(why, () -> prompter.tell(show, message.level(), message.text())), headers);
    }

    /** The host has read it. */
    @POST
    @Path("messages/{id}/read")
    @Carries("prompter.read")
    @Operation(operationId = "prompter.read", summary = "읽음 / Read")
    public Response read(@PathParam("id") UUID message) {
        return answers.of(prompter.read(message), headers);
    }

    /** Takes it off the prompter. */
    @POST
    @Path("messages/{id}/clear")
    @Carries("prompter.clear")
    @Operation(operationId = "prompter.clear", summary = "메시지 내리기 / Clear a message")
    public Response clear(@PathParam("id") UUID message) {
        return answers.of(prompter.clear(message), headers);
    }
}
