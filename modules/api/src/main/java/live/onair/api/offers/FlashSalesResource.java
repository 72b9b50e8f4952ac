package live.onair.api.offers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import live.onair.kernel.Money;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Flash sales of a show. */
@Path("/flash-sales")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "offers")
@NullUnmarked
public class FlashSalesResource {

    @Inject
    private FlashSales sales;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Flash sales of a show. */
    public record FlashSaleList(List<OfferRows.FlashSale> items) {}

    /** The lowest price of the last 30 days; null for none. */
    public record LowestPrice(Money price) {}

    /** The flash sales of a show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "flashSales.of", summary = "방송의 특가 / Flash sales of a show")
    public FlashSaleList of(@PathParam("show") String show) {
        return new FlashSaleList(sales.of(show));
    }

    /** The lowest price of a product in the last 30 days. */
    @GET
    @Path("products/{product}/lowest")
    @Operation(operationId = "flashSales.lowest", summary = "최근 30일 최저가 / Lowest price of the last 30 days")
    public LowestPrice lowest(@PathParam("product") String product) {
        return new LowestPrice(sales.lowest(product).orElse(null));
    }

    /** Writes one. */
    @POST
    @Path("shows/{show}")
    @Carries("flashSales.add")
    @Operation(operationId = "flashSales.add", summary = "특가 추가 / Add a flash sale")
    public Response add(@PathParam("show") String show, FlashSales.FlashTerms terms) {
        return answers.created(sales.add(show, terms), headers);
    }

    /** Changes its terms. */
    @PUT
    @Path("{id}")
    @Carries("flashSales.change")
    @Operation(operationId = "flashSales.change", summary = "특가 고치기 / Change a flash sale")
    public Response change(@PathParam("id") String id, FlashSales.FlashChange wanted) {
        return answers.of(sales.change(id, wanted), headers);
    }

    /** Takes it away. */
    @POST
    @Path("{id}/remove")
    @Carries("flashSales.remove")
    @Operation(operationId = "flashSales.remove", summary = "특가 지우기 / Remove a flash sale")
    public Response remove(@PathParam("id") String id) {
        return answers.of(sales.remove(id), headers);
    }

    /** Puts it back. */
    @POST
    @Path("{id}/restore")
    @Carries("flashSales.restore")
    @Operation(operationId = "flashSales.restore", summary = "특가 되살리기 / Put a flash sale back")
    public Response restore(@PathParam("id") String id) {
        return answers.of(sales.restore(id), headers);
    }

    /** Begins its countdown. */
    @POST
    @Path("shows/{show}/{sale}/start")
    @Carries("flashSales.start")
    @Operation(operationId = "flashSales.start", summary = "특가 시작 / Start a flash sale")
    public Response start(@PathParam("show") String show, @PathParam("sale") String sale) {
        return answers.of(sales.start(show, sale), headers);
    }

    /** Ends it. */
    @POST
    @Path("shows/{show}/{sale}/stop")
    @Carries("flashSales.stop")
    @Operation(operationId = "flashSales.stop", summary = "특가 끝내기 / End a flash sale")
    public Response stop(@PathParam("show") String show, @PathParam("sale") String sale) {
        return answers.of(sales.stop(show, sale), headers);
    }
}
