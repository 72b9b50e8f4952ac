package live.onair.api.gifts;

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
import live.onair.api.Files;
import live.onair.claims.ClaimReason;
import live.onair.gifts.GiftRows;
import live.onair.gifts.Gifts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Gifts and bundles of a show, what orders were given, and what the warehouse sends. */
@Path("/gifts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "gifts")
@NullUnmarked
public class GiftsResource {

    @Inject
    private Gifts gifts;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Gifts and bundles of a show. */
    public record GiftList(List<GiftRows.GiftRule> items) {}

    /** What an order was given. */
    public record AwardList(List<GiftRows.Award> items) {}

    /** The gifts and bundles of a show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "gifts.of", summary = "방송의 사은품·구성 / Gifts and bundles of a show")
    public GiftList of(@PathParam("show") String show) {
        return new GiftList(gifts.of(show));
    }

    /** What an order was given. */
    @GET
    @Path("orders/{order}")
    @Operation(operationId = "gifts.awards", summary = "주문에 나간 사은품·구성 / What an order was given")
    public AwardList awards(@PathParam("order") String order) {
        return new AwardList(gifts.awards(order));
    }

    /** What the warehouse sends, as CSV or XLSX. */
    @GET
    @Path("shows/{show}/warehouse")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(operationId = "gifts.warehouse", summary = "출고 목록 내려받기 / Export what the warehouse sends")
    public Response warehouse(@PathParam("show") String show, @QueryParam("format") String format) {
        return Files.of(gifts.warehouse(show), format, "warehouse");
    }

    /** Writes one. */
    @POST
    @Path("shows/{show}")
    @Carries("gifts.add")
    @Operation(operationId = "gifts.add", summary = "사은품·구성 추가 / Add a gift or bundle")
    public Response add(@PathParam("show") String show, Gifts.GiftTerms terms, @QueryParam("claimReason") String why) {
        return answers.created(ClaimReason.with(why, () -> gifts.add(show, terms)), headers);
    }

    /** Writes one anew. */
    @PUT
    @Path("{id}")
    @Carries("gifts.change")
    @Operation(operationId = "gifts.change", summary = "사은품·구성 고치기 / Change a gift or bundle")
    public Response change(@PathParam("id") String id, Gifts.GiftChange wanted, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> gifts.change(id, wanted)), headers);
    }

    /** Gives it to no more orders. */
    @POST
    @Path("{id}/stop")
    @Carries("gifts.stop")
    @Operation(operationId = "gifts.stop", summary = "그만 주기 / Stop giving it")
    public Response stop(@PathParam("id") String id) {
        return answers.of(gifts.stop(id), headers);
    }

    /** Gives it again. */
    @POST
    @Path("{id}/resume")
    @Carries("gifts.resume")
    @Operation(operationId = "gifts.resume", summary = "다시 주기 / Give it again")
    public Response resume(@PathParam("id") String id, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> gifts.resume(id)), headers);
    }
}
