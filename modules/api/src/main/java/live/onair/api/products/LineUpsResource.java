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
import java.util.List;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.products.LineUps;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Which products a show has. */
@Path("/line-ups")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
@NullUnmarked
public class LineUpsResource {

    @Inject
    private LineUps lineUps;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** All sets. */
    public record LineUpSetList(List<LineUps.LineUpSet> items) {}

    /** Under which name. */
    public record LineUpSetName(@Nullable String name) {}

    /** The products of a show, in their order. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "lineUps.of", summary = "방송의 상품 구성 / Line-up of a show")
    public LineUps.LineUp of(@PathParam("show") String show) {
        return lineUps.of(show);
    }

    /** The products of a show from now on, all of them in their order. */
    @PUT
    @Path("shows/{show}")
    @Carries("lineUps.arrange")
    @Operation(operationId = "lineUps.arrange", summary = "상품 구성 바꾸기 / Arrange the line-up")
    public Response arrange(@PathParam("show") String show, LineUps.LineUpWish wanted) {
        return answers.of(lineUps.arrange(show, wanted), headers);
    }

    /** The sets that are kept. */
    @GET
    @Path("sets")
    @Operation(operationId = "lineUps.sets", summary = "기본 구성 목록 / Sets of products")
    public LineUpSetList sets() {
        return new LineUpSetList(lineUps.sets());
    }

    /** Keeps a show's products under a name. */
    @POST
    @Path("shows/{show}/set")
    @Carries("lineUps.saveSet")
    @Operation(operationId = "lineUps.saveSet", summary = "기본 구성으로 저장 / Save as a set")
    public Response saveSet(@PathParam("show") String show, LineUpSetName name) {
        return answers.created(lineUps.saveSet(show, name.name()), headers);
    }

    /** Adds the products of a set to a show. */
    @POST
    @Path("shows/{show}/sets/{set}")
    @Carries("lineUps.useSet")
    @Operation(operationId = "lineUps.useSet", summary = "기본 구성 불러오기 / Use a set")
    public Response useSet(@PathParam("show") String show, @PathParam("set") String set) {
        return answers.of(lineUps.useSet(show, set), headers);
    }

    /** Forgets a set. */
    @POST
    @Path("sets/{set}/drop")
    @Carries("lineUps.dropSet")
    @Operation(operationId = "lineUps.dropSet", summary = "기본 구성 지우기 / Forget a set")
    public Response dropSet(@PathParam("set") String set) {
        return answers.of(lineUps.dropSet(set), headers);
    }
}
