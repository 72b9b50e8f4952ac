package live.onair.api.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import live.onair.analytics.Analytics;
import live.onair.analytics.AnalyticsRows;
import live.onair.api.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What viewers did with a show's products, as numbers. */
@Path("/analytics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "analytics")
@NullUnmarked
public class AnalyticsResource {

    @Inject
    private Analytics analytics;

    /** The numbers of a show, of each product and over time. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "analytics.of", summary = "방송의 성과 / Numbers of a show")
    public AnalyticsRows.ShowNumbers of(@PathParam("show") String show) {
        return analytics.of(show);
    }

    /** The same as CSV or XLSX, a line for each product. */
    @GET
    @Path("shows/{show}/export")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(operationId = "analytics.export", summary = "방송의 성과 내려받기 / Export the numbers of a show")
    public Response export(@PathParam("show") String show, @QueryParam("format") String format) {
        return Files.of(analytics.export(show), format, "numbers");
    }
}
