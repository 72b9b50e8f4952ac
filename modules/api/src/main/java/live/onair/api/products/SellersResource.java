package live.onair.api.products;

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
import java.util.OptionalInt;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.products.ProductRows;
import live.onair.products.Sellers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Who sells. */
@Path("/sellers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sellers")
@NullUnmarked
public class SellersResource {

    @Inject
    private Sellers sellers;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** All sellers. */
    public record SellerList(List<ProductRows.Seller> items) {}

    /** Those that sell, or those that are put away. */
    @GET
    @Operation(operationId = "sellers.list", summary = "판매자 목록 / List sellers")
    public SellerList list(@QueryParam("archived") boolean archived) {
        return new SellerList(sellers.list(archived));
    }

    /** One seller, the version as ETag. */
    @GET
    @Path("{id}")
    @Operation(operationId = "sellers.find", summary = "판매자 하나 / One seller")
    public Response find(@PathParam("id") String id) {
        var found = sellers.find(id);
        return answers.found(found, found.map(ProductRows.Seller::version).orElse(0));
    }

    /** A new seller. */
    @POST
    @Carries("sellers.add")
    @Operation(operationId = "sellers.add", summary = "판매자 추가 / Add a seller")
    public Response add(Sellers.SellerTerms wanted) {
        return answers.created(sellers.add(wanted), headers);
    }

    /** What is said of them from now on, all of it. With If-Match of an older version it is 412. */
    @PUT
    @Path("{id}")
    @Carries("sellers.change")
    @Operation(operationId = "sellers.change", summary = "판매자 고치기 / Change a seller")
    public Response change(@PathParam("id") String id, Sellers.SellerTerms wanted) {
        OptionalInt version = answers.version(headers);
        Sellers.Change change = new Sellers.Change(version.isPresent() ? version.getAsInt() : null, wanted);
        return answers.of(sellers.change(id, change), headers);
    }

    /** Puts one away. */
    @POST
    @Path("{id}/archive")
    @Carries("sellers.archive")
    @Operation(operationId = "sellers.archive", summary = "판매자 보관 / Archive a seller")
    public Response archive(@PathParam("id") String id) {
        return answers.of(sellers.archive(id), headers);
    }

    /** Takes one out again. */
    @POST
    @Path("{id}/restore")
    @Carries("sellers.restore")
    @Operation(operationId = "sellers.restore", summary = "판매자 꺼내기 / Restore a seller")
    public Response restore(@PathParam("id") String id) {
        return answers.of(sellers.restore(id), headers);
    }
}
