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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.products.Allotments;
import live.onair.products.Allotments.Allotment;
import live.onair.products.Allotments.Exclusivity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What shows leave each other of the same product. */
@Path("/allotments")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
@NullUnmarked
public class AllotmentsResource {

    @Inject
    private Allotments allotments;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** What a show plans to sell. */
    public record AllotmentList(List<Allotment> items) {}

    /** How many; nothing for no plan. */
    public record PiecesWanted(@Nullable Integer pieces) {}

    /** A time for a show. */
    public record ShowPlace(
            @Nullable Instant start, @Nullable Instant end) {}

    /** A product that is in the way, with the reason in both languages. */
    public record ProductClash(String code, String ko, String en) {}

    /** What is in the way; empty for nothing. */
    public record ProductClashes(List<ProductClash> items) {}

    /** How far a product is exclusive. */
    @GET
    @Path("products/{product}")
    @Operation(operationId = "allotments.exclusivity", summary = "상품의 독점 / Exclusivity of a product")
    public Exclusivity exclusivity(@PathParam("product") String product) {
        return allotments.exclusivity(product);
    }

    /** How far a product is exclusive from now on: hours around each show, or nothing for not at all. */
    @PUT
    @Path("products/{product}")
    @Carries("allotments.keep")
    @Operation(operationId = "allotments.keep", summary = "독점 정하기 / Set exclusivity")
    public Response keep(@PathParam("product") String product, Exclusivity wanted) {
        return answers.of(allotments.keep(product, wanted), headers);
    }

    /** What a show plans to sell of its products. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "allotments.of", summary = "방송의 판매 계획 수량 / Planned pieces of a show")
    public AllotmentList of(@PathParam("show") String show) {
        return new AllotmentList(allotments.of(show));
    }

    /** How many pieces of a product a show plans to sell. */
    @PUT
    @Path("shows/{show}/products/{product}")
    @Carries("allotments.plan")
    @Operation(operationId = "allotments.plan", summary = "판매 계획 수량 정하기 / Plan pieces")
    public Response plan(@PathParam("show") String show, @PathParam("product") String product, PiecesWanted wanted) {
        return answers.of(allotments.plan(show, new Allotment(product, wanted.pieces())), headers);
    }

    /** What a show's products would meet at another time; changes nothing. */
    @POST
    @Path("shows/{show}/foresee")
    @Operation(operationId = "allotments.foresee", summary = "옮기면 걸릴 상품 / Products in the way of a move")
    public Response foresee(@PathParam("show") String show, ShowPlace wanted) {
        if (wanted.start() == null || wanted.end() == null || !wanted.start().isBefore(wanted.end())) {
            throw new IllegalArgumentException("start");
        }
        return Response.ok(new ProductClashes(
                        allotments.foresee(List.of(new Allotments.Place(show, wanted.start(), wanted.end()))).stream()
                                .flatMap(met -> met.reasons().stream())
                                .map(reason -> new ProductClash(
                                        reason.code(), reason.sentence(Locale.KOREAN), reason.sentence(Locale.ENGLISH)))
                                .toList()))
                .build();
    }
}
