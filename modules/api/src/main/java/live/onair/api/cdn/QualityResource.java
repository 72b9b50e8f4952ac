package live.onair.api.cdn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import live.onair.cdn.Choices;
import live.onair.cdn.Quality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What watching is like. */
@Path("/cdn-quality")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cdn")
@NullUnmarked
public class QualityResource {

    @Inject
    private Quality quality;

    @Inject
    private Choices choices;

    /** Fields of the grid. */
    public record QualityGrid(List<Quality.Grid> items) {}

    /** By CDN, country and network, of the last minutes. */
    @GET
    @Operation(operationId = "quality.grid", summary = "CDN별 시청 품질 / Quality of watching by CDN")
    public QualityGrid grid(@QueryParam("show") String show, @QueryParam("minutes") @DefaultValue("5") int minutes) {
        return new QualityGrid(quality.grid(show, minutes));
    }

    /** What CDNs carried. */
    public record CarriedList(List<Quality.Carried> items) {}

    /** This month against commitments and prices. */
    @GET
    @Path("carried")
    @Operation(operationId = "quality.carried", summary = "CDN 약정과 비용 / Commitments and cost of CDNs")
    public CarriedList carried() {
        return new CarriedList(quality.carried());
    }

    /** Branches, each with its CDNs. */
    public record ChoiceList(List<Choices.BranchChoice> items) {}

    /** Which CDN would serve whom best, and why. */
    @GET
    @Path("choices")
    @Operation(operationId = "choices.list", summary = "CDN 선택의 이유 / Which CDN would serve best, and why")
    public ChoiceList choices() {
        return new ChoiceList(choices.list());
    }
}
