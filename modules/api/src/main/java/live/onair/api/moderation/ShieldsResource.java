package live.onair.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import live.onair.moderation.ChatSettings;
import live.onair.moderation.Shields;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** A saved way of holding a chat under attack. */
@Path("/moderation/shields")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class ShieldsResource {

    @Inject
    private Shields shields;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** How chats are held while their shield is on, and the version that was looked at. */
    public record ShieldWish(ChatSettings settings, Integer version) {}

    /** For how many minutes; none for the end of the show. */
    public record FreezeWish(Integer minutes) {}

    /** The freeze of a show's chat; 404 while it is not frozen. */
    @GET
    @Path("shows/{show}/freeze")
    @Operation(operationId = "shields.freezeOf", summary = "얼린 채팅 / The freeze of a chat")
    public Shields.Freeze freezeOf(@PathParam("show") String show) {
        return shields.freezeOf(show).orElseThrow(NotFoundException::new);
    }

    /** Nobody says anything. */
    @POST
    @Path("shows/{show}/freeze")
    @Carries("shields.freeze")
    @Operation(operationId = "shields.freeze", summary = "채팅 얼리기 / Freeze a chat")
    public Response freeze(@PathParam("show") String show, FreezeWish wish) {
        return answers.of(shields.freeze(show, wish.minutes()), headers);
    }

    /** They may talk again. */
    @POST
    @Path("shows/{show}/thaw")
    @Carries("shields.thaw")
    @Operation(operationId = "shields.thaw", summary = "채팅 녹이기 / Thaw a chat")
    public Response thaw(@PathParam("show") String show) {
        return answers.of(shields.thaw(show), headers);
    }

    /** How chats are held while their shield is on. */
    @GET
    @Operation(operationId = "shields.saved", summary = "보호 모드 설정 / The shield's settings")
    public Shields.ShieldSet saved() {
        return shields.saved();
    }

    /** The shield of a show; 404 while it is off. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "shields.of", summary = "방송의 보호 모드 / The shield of a show")
    public Shields.Shield of(@PathParam("show") String show) {
        return shields.of(show).orElseThrow(NotFoundException::new);
    }

    /** Changes what it brings. */
    @PUT
    @Carries("shields.save")
    @Operation(operationId = "shields.save", summary = "보호 모드 설정 저장 / Save the shield's settings")
    public Response save(ShieldWish wish) {
        return answers.of(shields.save(wish.settings(), wish.version() == null ? -1 : wish.version()), headers);
    }

    /** Puts it up. */
    @POST
    @Path("shows/{show}/raise")
    @Carries("shields.raise")
    @Operation(operationId = "shields.raise", summary = "보호 모드 켜기 / Shield on")
    public Response raise(@PathParam("show") String show) {
        return answers.of(shields.raise(show), headers);
    }

    /** Takes it down. */
    @POST
    @Path("shows/{show}/lower")
    @Carries("shields.lower")
    @Operation(operationId = "shields.lower", summary = "보호 모드 끄기 / Shield off")
    public Response lower(@PathParam("show") String show) {
        return answers.of(shields.lower(show), headers);
    }
}
