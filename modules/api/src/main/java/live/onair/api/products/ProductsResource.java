package live.onair.api.products;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.OptionalInt;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.claims.ClaimReason;
import live.onair.products.ProductRows;
import live.onair.products.Products;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** The catalogue. */
@Path("/products")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
@NullUnmarked
public class ProductsResource {

    @Inject
    private Products products;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Which products, in which order. */
    @NullUnmarked
    public static class ProductFilter {

        /** Part of name, brand or SKU, or first consonants of the name. */
        @QueryParam("text")
        private String text;

        /** Number of the seller. */
        @QueryParam("seller")
        private String seller;

        /** Those that are sold, put away, sold out, or not known in full. */
        @QueryParam("which")
        @DefaultValue("ACTIVE")
        private Products.Which which;

        /** By name, price or last change. */
        @QueryParam("sort")
        @DefaultValue("NAME")
        private Products.Sort sort;

        /** The other way round. */
        @QueryParam("descending")
        private boolean descending;

        /** Where the page begins, from the page before. */
        @QueryParam("cursor")
        private String cursor;

        /** How many at most. */
        @QueryParam("size")
        @DefaultValue("50")
        private int size;

        private Products.Filter toFilter() {
            return new Products.Filter(text, seller, which, sort, descending, cursor, size);
        }
    }

    /** One page of products. */
    @GET
    @Operation(operationId = "products.list", summary = "상품 목록 / List products")
    public ProductRows.ProductPage list(@BeanParam ProductFilter filter) {
        return products.list(filter.toFilter());
    }

    /** One product, its version as ETag. */
    @GET
    @Path("{id}")
    @Operation(operationId = "products.find", summary = "상품 하나 / One product")
    public Response find(@PathParam("id") String id) {
        var found = products.find(id);
        return answers.found(found, found.map(ProductRows.Product::version).orElse(0));
    }

    /** A new product. */
    @POST
    @Carries("products.add")
    @Operation(operationId = "products.add", summary = "상품 추가 / Add a product")
    public Response add(Products.ProductTerms wanted) {
        return answers.created(products.add(wanted), headers);
    }

    /** What is said of it from now on, all of it. With If-Match of an older version it is 412. */
    @PUT
    @Path("{id}")
    @Carries("products.change")
    @Operation(operationId = "products.change", summary = "상품 고치기 / Change a product")
    public Response change(
            @PathParam("id") String id, Products.ProductTerms wanted, @QueryParam("claimReason") String why) {
        OptionalInt version = answers.version(headers);
        Products.Change change = new Products.Change(version.isPresent() ? version.getAsInt() : null, wanted);
        return answers.of(ClaimReason.with(why, () -> products.change(id, change)), headers);
    }

    /** Puts it away. */
    @POST
    @Path("{id}/archive")
    @Carries("products.archive")
    @Operation(operationId = "products.archive", summary = "상품 보관 / Archive a product")
    public Response archive(@PathParam("id") String id) {
        return answers.of(products.archive(id), headers);
    }

    /** Takes it out again. */
    @POST
    @Path("{id}/restore")
    @Carries("products.restore")
    @Operation(operationId = "products.restore", summary = "상품 꺼내기 / Restore a product")
    public Response restore(@PathParam("id") String id) {
        return answers.of(products.restore(id), headers);
    }
}
