package live.onair.api.cdn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.cdn.Purges;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What shows have left in the caches of CDNs, taken away. */
@Path("/purges")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cdn")
@NullUnmarked
public class PurgesResource {

    @Inject
    private Purges purges;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Purges, newest first. */
    public record PurgeList(List<Purges.CachePurge> items) {}

    /** A show, and the CDN whose caches it is taken away from. */
    public record PurgeWish(String cdn, String show) {}

    /** Purges and how far they are. */
    @GET
    @Operation(operationId = "purges.list", summary = "캐시 비우기 목록 / Purges of caches")
    public PurgeList list() {
        return new PurgeList(purges.list());
    }

    /** Takes away what a show has in a CDN's caches. */
    @POST
    @Carries("purges.ask")
    @Operation(operationId = "purges.ask", summary = "캐시 비우기 / Purge the caches of a CDN of one show")
    public Response ask(PurgeWish wish) {
        String cdn = wish == null || wish.cdn() == null ? "" : wish.cdn();
        String show = wish == null || wish.show() == null ? "" : wish.show();
        return answers.of(purges.ask(cdn, show), headers);
    }
}
