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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.claims.ClaimReason;
import live.onair.offers.Coupons;
import live.onair.offers.OfferRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Coupons of a show. */
@Path("/coupons")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "offers")
@NullUnmarked
public class CouponsResource {

    @Inject
    private Coupons coupons;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Coupons of a show. */
    public record CouponList(List<OfferRows.Coupon> items) {}

    /** The coupons of a show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "coupons.of", summary = "방송의 쿠폰 / Coupons of a show")
    public CouponList of(@PathParam("show") String show) {
        return new CouponList(coupons.of(show));
    }

    /** Writes one. */
    @POST
    @Path("shows/{show}")
    @Carries("coupons.add")
    @Operation(operationId = "coupons.add", summary = "쿠폰 추가 / Add a coupon")
    public Response add(
            @PathParam("show") String show, Coupons.CouponTerms terms, @QueryParam("claimReason") String why) {
        return answers.created(ClaimReason.with(why, () -> coupons.add(show, terms)), headers);
    }

    /** Changes its terms. */
    @PUT
    @Path("{id}")
    @Carries("coupons.change")
    @Operation(operationId = "coupons.change", summary = "쿠폰 고치기 / Change a coupon")
    public Response change(
            @PathParam("id") String id, Coupons.CouponChange wanted, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> coupons.change(id, wanted)), headers);
    }

    /** Takes it away. */
    @POST
    @Path("{id}/remove")
    @Carries("coupons.remove")
    @Operation(operationId = "coupons.remove", summary = "쿠폰 지우기 / Remove a coupon")
    public Response remove(@PathParam("id") String id) {
        return answers.of(coupons.remove(id), headers);
    }

    /** Puts it back. */
    @POST
    @Path("{id}/restore")
    @Carries("coupons.restore")
    @Operation(operationId = "coupons.restore", summary = "쿠폰 되살리기 / Put a coupon back")
    public Response restore(@PathParam("id") String id) {
        return answers.of(coupons.restore(id), headers);
    }

    /** Lets viewers take it. */
    @POST
    @Path("shows/{show}/{coupon}/open")
    @Carries("coupons.open")
    @Operation(operationId = "coupons.open", summary = "쿠폰 열기 / Open a coupon")
    public Response open(
            @PathParam("show") String show, @PathParam("coupon") String coupon, @QueryParam("claimReason") String why) {
        return answers.of(ClaimReason.with(why, () -> coupons.open(show, coupon)), headers);
    }

    /** Lets nobody take it any more. */
    @POST
    @Path("shows/{show}/{coupon}/close")
    @Carries("coupons.close")
    @Operation(operationId = "coupons.close", summary = "쿠폰 닫기 / Close a coupon")
    public Response close(@PathParam("show") String show, @PathParam("coupon") String coupon) {
        return answers.of(coupons.close(show, coupon), headers);
    }
}
