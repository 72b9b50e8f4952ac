package live.onair.api.promises;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import live.onair.promises.PromiseRows;
import live.onair.promises.Promises;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What viewers were promised, and who would sell for less. */
@Path("/promises")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "promises")
@NullUnmarked
public class PromisesResource {

    @Inject
    private Promises promises;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** What was promised in a show. */
    public record PromiseList(List<PromiseRows.Promise> items) {}

    /** What a show would undercut. */
    public record BrokenList(List<PromiseRows.Broken> items) {}

    /** Why it is taken back. */
    public record PromiseReason(String reason) {}

    /** How many days it binds. */
    public record PromiseDays(Integer days) {}

    /** The ledger, newest first. */
    @GET
    @Operation(operationId = "promises.list", summary = "약속 대장 / The ledger of promises")
    public PromiseRows.PromisePage list(
            @QueryParam("q") String text,
            @QueryParam("product") String product,
            @QueryParam("state") PromiseRows.PromiseState state,
            @QueryParam("cursor") String cursor,
            @QueryParam("size") @DefaultValue("50") int size) {
        return promises.list(new Promises.PromiseFilter(text, null, product, state, cursor, size));
    }

    /** What was promised in a show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "promises.of", summary = "방송에서 한 약속 / Promises of a show")
    public PromiseList of(@PathParam("show") String show) {
        return new PromiseList(promises.of(show));
    }

    /** What it would undercut. */
    @GET
    @Path("shows/{show}/broken")
    @Operation(operationId = "promises.broken", summary = "방송이 어기게 될 약속 / Promises a show would undercut")
    public BrokenList broken(@PathParam("show") String show) {
        return new BrokenList(promises.broken(show));
    }

    /** Writes one down. */
    @POST
    @Path("shows/{show}")
    @Carries("promises.make")
    @Operation(operationId = "promises.make", summary = "약속 기록 / Write a promise down")
    public Response make(@PathParam("show") String show, Promises.PromiseTerms wanted) {
        return answers.created(promises.make(show, wanted), headers);
    }

    /** Lets it bind longer, or shorter. */
    @POST
    @Path("{id}/prolong")
    @Carries("promises.prolong")
    @Operation(operationId = "promises.prolong", summary = "지키는 기간 바꾸기 / Change how long a promise binds")
    public Response prolong(@PathParam("id") String id, PromiseDays wanted) {
        return answers.of(promises.prolong(id, wanted == null || wanted.days() == null ? 0 : wanted.days()), headers);
    }

    /** Takes it back. */
    @POST
    @Path("{id}/withdraw")
    @Carries("promises.withdraw")
    @Operation(operationId = "promises.withdraw", summary = "약속 철회 / Take a promise back")
    public Response withdraw(@PathParam("id") String id, PromiseReason wanted) {
        return answers.of(promises.withdraw(id, wanted == null ? null : wanted.reason()), headers);
    }

    /** Lets it bind again. */
    @POST
    @Path("{id}/restore")
    @Carries("promises.restore")
    @Operation(operationId = "promises.restore", summary = "철회 되돌리기 / Put a promise back")
    public Response restore(@PathParam("id") String id) {
        return answers.of(promises.restore(id), headers);
    }
}
