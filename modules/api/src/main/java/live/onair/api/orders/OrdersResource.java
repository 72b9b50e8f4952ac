package live.onair.api.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import live.onair.orders.OrderRows;
import live.onair.orders.Orders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What viewers bought. */
@Path("/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
@NullUnmarked
public class OrdersResource {

    @Inject
    private Orders orders;

    /** The orders of a show, newest first. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "orders.of", summary = "방송의 주문 / Orders of a show")
    public OrderRows.OrderPage of(
            @PathParam("show") String show,
            @QueryParam("cursor") String cursor,
            @QueryParam("size") @DefaultValue("50") int size) {
        return orders.of(show, cursor, size);
    }

    /** How a show sells. */
    @GET
    @Path("shows/{show}/sales")
    @Operation(operationId = "orders.sales", summary = "방송의 판매 / How a show sells")
    public OrderRows.Sales sales(@PathParam("show") String show) {
        return orders.sales(show);
    }

    /** One order. */
    @GET
    @Path("{id}")
    @Operation(operationId = "orders.find", summary = "주문 한 건 / One order")
    public OrderRows.Hold find(@PathParam("id") String id) {
        return orders.find(id).orElseThrow(NotFoundException::new);
    }
}
