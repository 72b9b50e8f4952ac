package live.onair.api.games;

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
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.claims.ClaimReason;
import live.onair.games.GameRows;
import live.onair.games.Games;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Polls, quizzes, draws and rewards for watching of a show. */
@Path("/games")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "games")
@NullUnmarked
public class GamesResource {

    @Inject
    private Games games;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Games of a show. */
    public record GameList(List<GameRows.Game> items) {}

    /** How many took part in each. */
    public record TurnoutList(List<GameRows.Turnout> items) {}

    /** The games of a show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "games.of", summary = "방송의 참여 이벤트 / Games of a show")
    public GameList of(@PathParam("show") String show) {
        return new GameList(games.of(show));
    }

    /** What viewers chose, counted now. */
    @GET
    @Path("shows/{show}/tallies")
    @Operation(operationId = "games.tallies", summary = "참여 수와 표 / How many took part, and what they chose")
    public TurnoutList tallies(@PathParam("show") String show) {
        return new TurnoutList(games.tallies(show));
    }

    /** Writes one. */
    @POST
    @Path("shows/{show}")
    @Carries("games.add")
    @Operation(operationId = "games.add", summary = "이벤트 추가 / Add a game")
    public Response add(@PathParam("show") String show, Games.GameTerms terms, @QueryParam("claimReason") String why) {
        return answers.created(ClaimReason.with(why, () -> games.add(show, terms)), headers);
    }

    /** Writes one anew. */
    @PUT
    @Path("{id}")
    @Carries("games.change")
    @Operation(operationId = "games.change", summary = "이벤트 고치기 / Change a game")
    public Response change(@PathParam("id") String id, Games.GameChange wanted, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> games.change(id, wanted)), headers);
    }

    /** Takes it away. */
    @POST
    @Path("{id}/remove")
    @Carries("games.remove")
    @Operation(operationId = "games.remove", summary = "이벤트 지우기 / Remove a game")
    public Response remove(@PathParam("id") String id) {
        return answers.of(games.remove(id), headers);
    }

    /** Puts it back. */
    @POST
    @Path("{id}/restore")
    @Carries("games.restore")
    @Operation(operationId = "games.restore", summary = "이벤트 되살리기 / Put a game back")
    public Response restore(@PathParam("id") String id) {
        return answers.of(games.restore(id), headers);
    }

    /** Lets viewers take part. */
    @POST
    @Path("shows/{show}/{game}/open")
    @Carries("games.open")
    @Operation(operationId = "games.open", summary = "이벤트 열기 / Open a game")
    public Response open(
            @PathParam("show") String show, @PathParam("game") String game, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> games.open(show, game)), headers);
    }

    /** Lets nobody take part any more. */
    @POST
    @Path("shows/{show}/{game}/close")
    @Carries("games.close")
    @Operation(operationId = "games.close", summary = "이벤트 마감 / Close a game")
    public Response close(@PathParam("show") String show, @PathParam("game") String game) {
        return answers.of(games.close(show, game), headers);
    }

    /** Tells the right answer and who won. */
    @POST
    @Path("shows/{show}/{game}/settle")
    @Carries("games.settle")
    @Operation(operationId = "games.settle", summary = "결과 발표 / Tell the result of a game")
    public Response settle(@PathParam("show") String show, @PathParam("game") String game) {
        return answers.of(games.settle(show, game), headers);
    }
}
