package live.onair.api.pins;

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
import live.onair.pins.CardRows;
import live.onair.pins.Cards;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Notices and questions that are shown to viewers of a show. */
@Path("/cards")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pins")
@NullUnmarked
public class CardsResource {

    @Inject
    private Cards cards;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Cards of a product. */
    public record CardList(List<CardRows.Card> items) {}

    /** Where it stands among its like, counted from 0. */
    public record CardPlace(int to) {}

    /** The cards that a show has or can use. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "cards.of", summary = "방송의 공지와 질문 / Notices and questions of a show")
    public CardRows.CardBoard of(@PathParam("show") String show) {
        return cards.of(show);
    }

    /** The questions of a product. */
    @GET
    @Path("products/{product}")
    @Operation(operationId = "cards.ofProduct", summary = "상품의 질문 / Questions of a product")
    public CardList ofProduct(@PathParam("product") String product) {
        return new CardList(cards.ofProduct(product));
    }

    /** Adds one. */
    @POST
    @Carries("cards.add")
    @Operation(operationId = "cards.add", summary = "카드 추가 / Add a card")
    public Response add(Cards.NewCard wanted, @QueryParam("claimReason") String why) {
        return answers.created(ClaimReason.with(why, () -> cards.add(wanted)), headers);
    }

    /** Changes its words. */
    @PUT
    @Path("{id}")
    @Carries("cards.change")
    @Operation(operationId = "cards.change", summary = "카드 고치기 / Change a card")
    public Response change(@PathParam("id") String id, Cards.CardWords words, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> cards.change(id, words)), headers);
    }

    /** Takes it away. */
    @POST
    @Path("{id}/remove")
    @Carries("cards.remove")
    @Operation(operationId = "cards.remove", summary = "카드 지우기 / Remove a card")
    public Response remove(@PathParam("id") String id) {
        return answers.of(cards.remove(id), headers);
    }

    /** Puts it back. */
    @POST
    @Path("{id}/restore")
    @Carries("cards.restore")
    @Operation(operationId = "cards.restore", summary = "카드 되살리기 / Put a card back")
    public Response restore(@PathParam("id") String id) {
        return answers.of(cards.restore(id), headers);
    }

    /** Puts it at another place. */
    @POST
    @Path("{id}/move")
    @Carries("cards.move")
    @Operation(operationId = "cards.move", summary = "카드 옮기기 / Move a card")
    public Response move(@PathParam("id") String id, CardPlace place) {
        return answers.of(cards.move(id, place.to()), headers);
    }

    /** Shows it to viewers of a show. */
    @POST
    @Path("shows/{show}/{card}/show")
    @Carries("cards.show")
    @Operation(operationId = "cards.show", summary = "카드 보이기 / Show a card")
    public Response show(
            @PathParam("show") String show, @PathParam("card") String card, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> cards.show(show, card)), headers);
    }

    /** Hides it from them. */
    @POST
    @Path("shows/{show}/{card}/hide")
    @Carries("cards.hide")
    @Operation(operationId = "cards.hide", summary = "카드 숨기기 / Hide a card")
    public Response hide(@PathParam("show") String show, @PathParam("card") String card) {
        return answers.of(cards.hide(show, card), headers);
    }
}
