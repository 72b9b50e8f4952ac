package live.onair.api.adreview;

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
import java.util.Set;
import live.onair.adreview.AdReview;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.claims.ClaimEvidence;
import live.onair.claims.ClaimFinding;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** 표시·광고 점검: findings in the texts of shows, and the rules behind them. */
@Path("/claims")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims")
@NullUnmarked
public class AdReviewResource {

    @Inject
    private AdReview review;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A text to be tried, up to 100,000 characters, and what is registered or proven. */
    public record ClaimText(@Nullable String text, @Nullable Set<ClaimEvidence.Kind> proven) {}

    /** A text to be tried, and the product it speaks of; null for any of the show's. */
    public record ShowText(@Nullable String text, @Nullable String product) {}

    /** What was found in it. */
    public record ClaimFindings(List<ClaimFinding> items) {}

    /** Why a finding may stand. */
    public record ClaimReason(@Nullable String reason) {}

    /** What is found in a show's texts. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "adReview.of", summary = "방송의 표시·광고 점검 / Findings in a show's texts")
    public AdReview.ShowReview of(@PathParam("show") String show) {
        return review.of(show);
    }

    /** Tries a text and keeps nothing. */
    @POST
    @Path("look")
    @Operation(operationId = "adReview.look", summary = "문장 점검해 보기 / Try a text")
    public ClaimFindings look(ClaimText wanted) {
        String text = wanted.text() == null ? "" : wanted.text();
        return new ClaimFindings(review.look(text, wanted.proven() == null ? Set.of() : wanted.proven()));
    }

    /** Tries a text as if the show said it, with all that is proven of its products, and keeps nothing. */
    @POST
    @Path("shows/{show}/look")
    @Operation(operationId = "adReview.lookIn", summary = "방송의 문장 점검해 보기 / Try a text of a show")
    public ClaimFindings lookIn(@PathParam("show") String show, ShowText wanted) {
        String text = wanted.text() == null ? "" : wanted.text();
        return new ClaimFindings(review.lookIn(show, wanted.product(), text));
    }

    /** The rules that are in force. */
    @GET
    @Path("rules")
    @Operation(operationId = "adReview.rules", summary = "점검 규칙 / The rules")
    public AdReview.Rules rules() {
        return review.rules();
    }

    /** Lets a finding stand. */
    @POST
    @Path("shows/{show}/findings/{finding}/clear")
    @Carries("adReview.clear")
    @Operation(operationId = "adReview.clear", summary = "문제없음으로 / Let a finding stand")
    public Response clear(@PathParam("show") String show, @PathParam("finding") String finding, ClaimReason reason) {
        return answers.of(review.clear(show, finding, reason.reason()), headers);
    }

    /** Opens it again. */
    @POST
    @Path("shows/{show}/findings/{finding}/reopen")
    @Carries("adReview.reopen")
    @Operation(operationId = "adReview.reopen", summary = "판단 되돌리기 / Open a finding again")
    public Response reopen(@PathParam("show") String show, @PathParam("finding") String finding) {
        return answers.of(review.reopen(show, finding), headers);
    }
}
