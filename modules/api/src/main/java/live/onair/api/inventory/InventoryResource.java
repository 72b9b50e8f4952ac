package live.onair.api.inventory;

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
import live.onair.inventory.CallRows;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows;
import live.onair.inventory.KeptRecording;
import live.onair.inventory.QuotaRows;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What the cloud account holds against what we want. */
@Path("/inventory")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inventory")
@NullUnmarked
public class InventoryResource {

    private static final int PAGE = 100;

    @Inject
    private Inventory inventory;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /**
     * The approval of a plan.
     *
     * @param hash of the plan that was shown
     */
    public record Approval(@Nullable String hash, @Nullable String reason) {}

    /** What the account held when it was last counted. */
    @GET
    @Operation(operationId = "inventory.list", summary = "AWS 자원 목록 / Resources in the account")
    public InventoryRows.Holdings list(
            @QueryParam("verdict") InventoryRows.Verdict verdict,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor) {
        return inventory.list(new Inventory.Filter(verdict, text, cursor, PAGE));
    }

    /** The account as it was last looked at. */
    @GET
    @Path("account")
    @Operation(operationId = "inventory.account", summary = "AWS 계정 상태 / State of the account")
    public InventoryRows.AccountState account() {
        return inventory.account();
    }

    /** What it may hold against what the calendar asks for. */
    @GET
    @Path("quotas")
    @Operation(operationId = "inventory.quotas", summary = "쿼터와 편성 최고치 / Quotas against the calendar's peaks")
    public QuotaRows.Quotas quotas() {
        return inventory.quotas();
    }

    /** How the account's own trail stands to what was called. */
    @GET
    @Path("trail")
    @Operation(operationId = "inventory.trail", summary = "추적 기록 상태 / State of the trail")
    public CallRows.TrailReading trail() {
        return inventory.trail();
    }

    /** What was called that changes something. */
    @GET
    @Path("calls")
    @Operation(operationId = "inventory.calls", summary = "우리 호출과 추적 기록 / Our calls against the trail")
    public CallRows.SentCalls calls(
            @QueryParam("state") CallRows.TrailState state,
            @QueryParam("show") String show,
            @QueryParam("q") String text,
            @QueryParam("cursor") String cursor) {
        return inventory.calls(new Inventory.CallFilter(state, show, text, cursor, PAGE));
    }

    /** What others did. */
    @GET
    @Path("foreign")
    @Operation(operationId = "inventory.foreign", summary = "Onair 밖의 변경 / Changes past Onair")
    public CallRows.ForeignActs foreign(@QueryParam("q") String text, @QueryParam("cursor") String cursor) {
        return inventory.foreign(text, cursor, PAGE);
    }

    /** Recordings whose copies stand like this. */
    @GET
    @Path("recordings")
    @Operation(operationId = "inventory.recordings", summary = "복제 상태별 녹화 / Recordings by how their copies stand")
    public List<KeptRecording> recordings(@QueryParam("copies") KeptRecording.Copies copies) {
        return inventory.recordings(copies == null ? KeptRecording.Copies.FAILED : copies);
    }

    /** A show's recording where it is kept. */
    @GET
    @Path("recordings/{show}")
    @Operation(operationId = "inventory.recording", summary = "방송의 녹화 보관 상태 / A show's recording where it is kept")
    public KeptRecording recording(@PathParam("show") String show) {
        return inventory.recording(show).orElseThrow(NotFoundException::new);
    }

    /** One thing in it. */
    @GET
    @Path("{id}")
    @Operation(operationId = "inventory.find", summary = "AWS 자원 하나 / One resource")
    public InventoryRows.Holding find(@PathParam("id") String id) {
        return inventory.find(id).orElseThrow(NotFoundException::new);
    }

    /** A look at once. */
    @POST
    @Path("refresh")
    @Carries("inventory.refresh")
    @Operation(operationId = "inventory.refresh", summary = "AWS 계정 지금 다시 보기 / Look at the account now")
    public Response refresh() {
        return answers.of(inventory.refresh(), headers);
    }

    /** What clearing a thing away would do. */
    @POST
    @Path("{id}/plan")
    @Carries("inventory.plan")
    @Operation(operationId = "inventory.plan", summary = "정리 계획 / What clearing away or adopting would do")
    public Response plan(@PathParam("id") String id) {
        return answers.of(inventory.plan(id), headers);
    }

    /** It is done as planned. */
    @POST
    @Path("{id}/remove")
    @Carries("inventory.remove")
    @Operation(operationId = "inventory.remove", summary = "계획대로 정리 / Tidy up as planned")
    public Response remove(@PathParam("id") String id, Approval approval) {
        return answers.of(inventory.remove(id, approval.hash(), approval.reason()), headers);
    }
}
