package live.onair.api.scheduling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.OptionalInt;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Resources;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Studios, hosts, and which checks the gate requires. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "resources")
@NullUnmarked
public class ResourcesResource {

    @Inject
    private Resources resources;

    @Inject
    private Gate gate;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A name. */
    public record Named(@Nullable String name) {}

    /** Whether a check is required. */
    public record Required(boolean required) {}

    /** What is now required. */
    public record Set(String check, int tier, boolean required) {}

    /** Studios in use. */
    @GET
    @Path("studios")
    @Operation(operationId = "studios.list", summary = "스튜디오 / Studios")
    public List<Resources.Row> studios() {
        return resources.list(Resources.Kind.STUDIO);
    }

    /** A new studio. */
    @POST
    @Path("studios")
    @Carries("studios.create")
    @Operation(operationId = "studios.create", summary = "스튜디오 추가 / Add a studio")
    public Response createStudio(Named wanted) {
        return answers.created(resources.createStudio(wanted.name()), headers);
    }

    /** Hosts in use. */
    @GET
    @Path("hosts")
    @Operation(operationId = "hosts.list", summary = "진행자 / Hosts")
    public List<Resources.Row> hosts() {
        return resources.list(Resources.Kind.HOST);
    }

    /** A new host. */
    @POST
    @Path("hosts")
    @Carries("hosts.create")
    @Operation(operationId = "hosts.create", summary = "진행자 추가 / Add a host")
    public Response createHost(Named wanted) {
        return answers.created(resources.createHost(wanted.name()), headers);
    }

    /** Another name for a studio or host. */
    @PATCH
    @Path("resources/{id}")
    @Carries("resources.rename")
    @Operation(operationId = "resources.rename", summary = "이름 바꾸기 / Rename a studio or host")
    public Response rename(@PathParam("id") String id, Named wanted) {
        OptionalInt version = answers.version(headers);
        return answers.of(
                resources.rename(id, version.isPresent() ? version.getAsInt() : null, wanted.name()), headers);
    }

    /** Puts a studio or host away. */
    @POST
    @Path("resources/{id}/archive")
    @Carries("resources.archive")
    @Operation(operationId = "resources.archive", summary = "자원 보관 / Archive a studio or host")
    public Response archive(@PathParam("id") String id) {
        return answers.of(resources.archive(id).map(Archived::new), headers);
    }

    /** All checks of the gate. */
    @GET
    @Path("gate/checks")
    @Operation(operationId = "gate.checks", summary = "점검 항목 / Checks of the gate")
    public List<Gate.Check> checks() {
        return gate.checks();
    }

    /** Whether shows of a tier need a check. */
    @PUT
    @Path("gate/checks/{code}/tiers/{tier}")
    @Carries("gate.require")
    @Operation(operationId = "gate.require", summary = "점검 필수 여부 / Whether a check is required")
    public Response require(@PathParam("code") String code, @PathParam("tier") int tier, Required wanted) {
        return answers.of(
                gate.require(code, tier, wanted.required()).map(done -> new Set(code, tier, wanted.required())),
                headers);
    }
}
