package live.onair.api.simulcast;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import live.onair.simulcast.Simulcast;
import live.onair.simulcast.SimulcastRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Where shows are sent as well. */
@Path("/simulcast")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "simulcast")
@NullUnmarked
public class SimulcastResource {

    @Inject
    private Simulcast simulcast;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** All targets. */
    public record TargetList(List<SimulcastRows.TargetRow> items) {}

    /** All targets, each with how it does in a show. */
    public record SwitchList(List<SimulcastRows.SwitchRow> items) {}

    /** On or off. */
    public record SwitchWish(@Nullable Boolean on) {}

    /** The approval of a plan. */
    public record SwitchApproval(
            @Nullable Boolean on, @Nullable String hash) {}

    /** Why it goes. */
    public record TargetRemoval(@Nullable String reason) {}

    /** All targets. */
    @GET
    @Path("targets")
    @Operation(operationId = "simulcast.list", summary = "동시 송출 대상 목록 / Simulcast targets")
    public TargetList list() {
        return new TargetList(simulcast.list());
    }

    /** One of them. */
    @GET
    @Path("targets/{id}")
    @Operation(operationId = "simulcast.find", summary = "동시 송출 대상 하나 / One target")
    public SimulcastRows.TargetRow find(@PathParam("id") String id) {
        return simulcast.find(id).orElseThrow(NotFoundException::new);
    }

    /** A new one. */
    @POST
    @Path("targets")
    @Carries("simulcast.add")
    @Operation(operationId = "simulcast.add", summary = "동시 송출 대상 추가 / Add a target")
    public Response add(Simulcast.NewTarget wanted) {
        return answers.created(simulcast.add(wanted), headers);
    }

    /** Another name, address or key, or put aside. */
    @POST
    @Path("targets/{id}/change")
    @Carries("simulcast.change")
    @Operation(operationId = "simulcast.change", summary = "동시 송출 대상 바꾸기 / Change the target")
    public Response change(@PathParam("id") String id, Simulcast.Change wanted) {
        return answers.of(simulcast.change(id, wanted), headers);
    }

    /** Takes it away. */
    @POST
    @Path("targets/{id}/remove")
    @Carries("simulcast.remove")
    @Operation(operationId = "simulcast.remove", summary = "동시 송출 대상 없애기 / Remove the target")
    public Response remove(@PathParam("id") String id, TargetRemoval removal) {
        return answers.of(simulcast.remove(id, removal.reason()), headers);
    }

    /** The targets in a show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "simulcast.ofShow", summary = "방송의 동시 송출 / Simulcast of a show")
    public SwitchList ofShow(@PathParam("show") String show) {
        return new SwitchList(simulcast.ofShow(show));
    }

    /** What a switch would do. */
    @POST
    @Path("shows/{show}/{target}/plan")
    @Carries("simulcast.plan")
    @Operation(operationId = "simulcast.plan", summary = "동시 송출 계획 / What a switch would do")
    public Response plan(@PathParam("show") String show, @PathParam("target") String target, SwitchWish wish) {
        return answers.of(simulcast.plan(show, target, wish.on()), headers);
    }

    /** Switches it, as planned. */
    @POST
    @Path("shows/{show}/{target}")
    @Carries("simulcast.switchTo")
    @Operation(operationId = "simulcast.switchTo", summary = "동시 송출 켜기·끄기 / Switch simulcast")
    public Response switchTo(
            @PathParam("show") String show, @PathParam("target") String target, SwitchApproval approval) {
        return answers.of(simulcast.switchTo(show, target, approval.on(), approval.hash()), headers);
    }
}
