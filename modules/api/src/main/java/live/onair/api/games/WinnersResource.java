package live.onair.api.games;

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
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.games.Winners;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Who won a game of a show. */
@Path("/winners/shows/{show}/{game}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "games")
@NullUnmarked
public class WinnersResource {

    @Inject
    private Winners winners;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Why the winners go out. */
    public record WinnersWish(String reason) {}

    private static Winners.Entrant named(Winners.Entrant who) {
        return who == null ? new Winners.Entrant(null, null) : who;
    }

    /** The winners, masked. */
    @GET
    @Operation(operationId = "winners.of", summary = "당첨자 / The winners of a game")
    public Response of(@PathParam("show") String show, @PathParam("game") String game) {
        return answers.of(winners.of(show, game), headers);
    }

    /** Puts somebody out. */
    @POST
    @Path("exclude")
    @Carries("winners.exclude")
    @Operation(operationId = "winners.exclude", summary = "참여자 제외 / Exclude an entrant")
    public Response exclude(@PathParam("show") String show, @PathParam("game") String game, Winners.Entrant who) {
        return answers.of(winners.exclude(show, game, named(who)), headers);
    }

    /** Draws another. */
    @POST
    @Path("redraw")
    @Carries("winners.redraw")
    @Operation(operationId = "winners.redraw", summary = "다시 뽑기 / Draw another instead of a winner")
    public Response redraw(@PathParam("show") String show, @PathParam("game") String game, Winners.Entrant who) {
        return answers.of(winners.redraw(show, game, named(who)), headers);
    }

    /** Draws again to see whether the same win. */
    @POST
    @Path("verify")
    @Carries("winners.verify")
    @Operation(operationId = "winners.verify", summary = "추첨 검증 / Verify a draw")
    public Response verify(@PathParam("show") String show, @PathParam("game") String game) {
        return answers.of(winners.verify(show, game), headers);
    }

    /** The winners in full. */
    @POST
    @Path("export")
    @Carries("winners.export")
    @Operation(operationId = "winners.export", summary = "당첨자 내보내기 / Export the winners")
    public Response export(@PathParam("show") String show, @PathParam("game") String game, WinnersWish wish) {
        return answers.of(winners.export(show, game, wish == null ? null : wish.reason()), headers);
    }
}
