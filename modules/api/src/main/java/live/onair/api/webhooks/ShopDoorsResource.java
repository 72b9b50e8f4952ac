package live.onair.api.webhooks;

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
import live.onair.api.Secret;
import live.onair.webhooks.ShopDoors;
import live.onair.webhooks.WebhookRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Shops that may tell of orders and stock. What they tell comes in at a door of its own. */
@Path("/shop-doors")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@NullUnmarked
public class ShopDoorsResource {

    @Inject
    private ShopDoors doors;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** All shops. */
    public record ShopDoorList(List<WebhookRows.ShopDoor> items) {}

    /** All shops. */
    @GET
    @Operation(operationId = "shopDoors.list", summary = "상점 연결 / Shops that tell of things")
    public ShopDoorList list() {
        return new ShopDoorList(doors.list());
    }

    /** A new one; its secret is told this once. */
    @POST
    @Secret
    @Carries("shopDoors.add")
    @Operation(
            operationId = "shopDoors.add",
            summary = "상점 연결 추가 / Add a shop",
            description = "The shop then posts to /hooks/shops/{id}, signed by Standard Webhooks.")
    public Response add(ShopDoors.ShopTerms wanted) {
        return answers.created(doors.add(wanted), headers);
    }

    /** Takes it away. */
    @POST
    @Path("{id}/remove")
    @Carries("shopDoors.remove")
    @Operation(operationId = "shopDoors.remove", summary = "상점 연결 끊기 / Remove a shop")
    public Response remove(@PathParam("id") String id) {
        return answers.of(doors.remove(id), headers);
    }
}
