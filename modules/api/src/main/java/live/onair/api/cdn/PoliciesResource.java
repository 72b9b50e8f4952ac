package live.onair.api.cdn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
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
import live.onair.api.Numbers;
import live.onair.cdn.CdnRows;
import live.onair.cdn.Policies;
import live.onair.cdn.Policies.PolicyTerms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Who is served by which CDN. */
@Path("/cdn-policies")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cdn")
@NullUnmarked
public class PoliciesResource {

    @Inject
    private Policies policies;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Policies. */
    public record PolicyList(List<CdnRows.PolicyVersion> items) {}

    /** Differences, branch by branch. */
    public record PolicyDifferences(List<CdnRows.BranchChange> items) {}

    /** Why an earlier one comes back. */
    public record RestoreNote(String note) {}

    /** All there were, newest first. */
    @GET
    @Operation(operationId = "policies.versions", summary = "CDN 정책 판 / Versions of the policy")
    public PolicyList versions() {
        return new PolicyList(policies.versions());
    }

    /** The one that counts. */
    @GET
    @Path("current")
    @Operation(operationId = "policies.current", summary = "지금 CDN 정책 / The policy that counts")
    public CdnRows.Policy current() {
        return policies.current().orElseThrow(NotFoundException::new);
    }

    /** What differs between two. */
    @GET
    @Path("diff")
    @Operation(operationId = "policies.diff", summary = "정책 비교 / What differs between two policies")
    public PolicyDifferences diff(@QueryParam("from") int from, @QueryParam("to") int to) {
        return new PolicyDifferences(policies.diff(there(from), there(to)));
    }

    /** 0 is before the first. */
    private int there(int number) {
        if (number != 0 && policies.find(number).isEmpty()) {
            throw new NotFoundException();
        }
        return number;
    }

    /** One of them. */
    @GET
    @Path("{policy}")
    @Operation(operationId = "policies.find", summary = "CDN 정책 하나 / One policy")
    public CdnRows.Policy find(@PathParam("policy") String policy) {
        return policies.find((int) Math.min(Integer.MAX_VALUE, Numbers.of(policy)))
                .orElseThrow(NotFoundException::new);
    }

    /** What writing a new one would do. */
    @POST
    @Path("plan")
    @Carries("policies.plan")
    @Operation(operationId = "policies.plan", summary = "CDN 정책 계획 / Plan a policy")
    public Response plan(PolicyTerms terms) {
        return answers.of(policies.plan(terms == null ? new PolicyTerms(null, null, null) : terms), headers);
    }

    /** Writes a new one, as a whole. */
    @POST
    @Carries("policies.write")
    @Operation(operationId = "policies.write", summary = "CDN 정책 적용 / Apply a policy")
    public Response write(PolicyTerms terms) {
        return answers.of(policies.write(terms == null ? new PolicyTerms(null, null, null) : terms), headers);
    }

    /** Brings an earlier one back. */
    @POST
    @Path("{policy}/restore")
    @Carries("policies.restore")
    @Operation(operationId = "policies.restore", summary = "이전 CDN 정책으로 / Bring a policy back")
    public Response restore(@PathParam("policy") String policy, RestoreNote note) {
        return answers.of(
                policies.restore(
                        (int) Math.min(Integer.MAX_VALUE, Numbers.of(policy)), note == null ? null : note.note()),
                headers);
    }
}
