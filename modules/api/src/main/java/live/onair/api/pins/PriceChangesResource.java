package live.onair.api.pins;

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
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.pins.PriceChangeRows;
import live.onair.pins.PriceChanges;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Prices that change while their show runs. */
@Path("/price-changes")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pins")
@NullUnmarked
public class PriceChangesResource {

    @Inject
    private PriceChanges changes;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Changes of a show. */
    public record PriceChangeList(List<PriceChangeRows.PriceChange> items) {}

    /** Why not. */
    public record PriceChangeNo(@Nullable String reason) {}

    /** The changes of a show, newest first. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "priceChanges.of", summary = "방송중 가격 변경 / Price changes of a show")
    public PriceChangeList of(@PathParam("show") String show) {
        return new PriceChangeList(changes.of(show));
    }

    /** Asks for another price. */
    @POST
    @Path("shows/{show}/products/{product}")
    @Carries("priceChanges.ask")
    @Operation(operationId = "priceChanges.ask", summary = "가격 변경 요청 / Ask for another price")
    public Response ask(
            @PathParam("show") String show, @PathParam("product") String product, PriceChanges.PriceWish wanted) {
        return answers.created(changes.ask(show, product, wanted), headers);
    }

    /** Agrees as the second person. */
    @POST
    @Path("{id}/approve")
    @Carries("priceChanges.approve")
    @Operation(operationId = "priceChanges.approve", summary = "가격 변경 승인 / Approve another price")
    public Response approve(@PathParam("id") String id) {
        return answers.of(changes.approve(id), headers);
    }

    /** Does not agree as the second person. */
    @POST
    @Path("{id}/refuse")
    @Carries("priceChanges.refuse")
    @Operation(operationId = "priceChanges.refuse", summary = "가격 변경 거절 / Refuse another price")
    public Response refuse(@PathParam("id") String id, PriceChangeNo no) {
        return answers.of(changes.refuse(id, no.reason()), headers);
    }
}
