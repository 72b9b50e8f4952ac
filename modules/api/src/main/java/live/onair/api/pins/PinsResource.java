package live.onair.api.pins;

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
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.pins.PinRows;
import live.onair.pins.Pins;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** The products that are held up to viewers of a show. */
@Path("/pins/shows/{show}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pins")
@NullUnmarked
public class PinsResource {

    @Inject
    private Pins pins;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Pins of a show. */
    public record PinList(List<PinRows.Pin> items) {}

    /** What is pinned now, newest first. */
    @GET
    @Operation(operationId = "pins.of", summary = "고정한 상품 / Pinned products")
    public PinList of(@PathParam("show") String show) {
        return new PinList(pins.of(show));
    }

    /** All that was ever pinned, oldest first. */
    @GET
    @Path("timeline")
    @Operation(operationId = "pins.timeline", summary = "상품 고정 기록 / Timeline of pinned products")
    public PinList timeline(@PathParam("show") String show) {
        return new PinList(pins.timeline(show));
    }

    /** Pins a product; one that is pinned already is told as it is. */
    @POST
    @Path("products/{product}/pin")
    @Carries("pins.pin")
    @Operation(operationId = "pins.pin", summary = "상품 고정 / Pin a product")
    public Response pin(@PathParam("show") String show, @PathParam("product") String product) {
        return answers.of(pins.pin(show, product), headers);
    }

    /** Takes it down. */
    @POST
    @Path("products/{product}/unpin")
    @Carries("pins.unpin")
    @Operation(operationId = "pins.unpin", summary = "고정한 상품 내리기 / Unpin a product")
    public Response unpin(@PathParam("show") String show, @PathParam("product") String product) {
        return answers.of(pins.unpin(show, product), headers);
    }
}
