package live.onair.api.monitors;

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
import live.onair.api.Secret;
import live.onair.monitors.MonitorRows;
import live.onair.monitors.Monitors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Streams for contribution and monitoring. */
@Path("/monitors")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "monitors")
@NullUnmarked
public class MonitorsResource {

    @Inject
    private Monitors monitors;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** All monitors. */
    public record MonitorList(List<MonitorRows.MonitorRow> items) {}

    /** What a plan is asked for: a retention in hours; of a monitor that is there, without hours, taking it away. */
    public record MonitorWish(@Nullable Integer hours) {}

    /** The approval of a plan to keep the pictures for another time. */
    public record RetentionApproval(
            @Nullable Integer hours,
            @Nullable String hash,
            @Nullable String reason) {}

    /** What the answer to opening a session said. */
    public record Ticket(@Nullable String order, @Nullable String ticket) {}

    /** All of them, as they were last seen. */
    @GET
    @Operation(operationId = "monitors.list", summary = "모니터 목록 / Monitors")
    public MonitorList list() {
        return new MonitorList(monitors.list());
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Operation(operationId = "monitors.find", summary = "모니터 하나 / One monitor")
    public MonitorRows.MonitorRow find(@PathParam("id") String id) {
        return monitors.find(id).orElseThrow(NotFoundException::new);
    }

    /** A new one. */
    @POST
    @Carries("monitors.create")
    @Operation(operationId = "monitors.create", summary = "모니터 추가 / Add a monitor")
    public Response create(Monitors.NewMonitor wanted) {
        return answers.created(monitors.create(wanted), headers);
    }

    /** What making one would do, and the id that it will have. */
    @POST
    @Path("plan")
    @Carries("monitors.planNew")
    @Operation(operationId = "monitors.planNew", summary = "새 모니터의 계획 / What making a monitor would do")
    public Response planNew(@Nullable MonitorWish wish) {
        return answers.of(monitors.planNew(wish == null ? null : wish.hours()), headers);
    }

    /** What a change or taking it away would do. */
    @POST
    @Path("{id}/plan")
    @Carries("monitors.plan")
    @Operation(operationId = "monitors.plan", summary = "모니터 계획 / What a press would do")
    public Response plan(@PathParam("id") String id, @Nullable MonitorWish wish) {
        return answers.of(monitors.plan(id, wish == null ? null : wish.hours()), headers);
    }

    /** Keeps its pictures for another time, as planned. */
    @POST
    @Path("{id}/retain")
    @Carries("monitors.retain")
    @Operation(operationId = "monitors.retain", summary = "보관 시간 바꾸기 / Change the retention")
    public Response retain(@PathParam("id") String id, RetentionApproval r) {
        return answers.of(monitors.retain(id, r.hours(), new Monitors.Approval(r.hash(), r.reason())), headers);
    }

    /** Takes it away, as planned. */
    @POST
    @Path("{id}/remove")
    @Carries("monitors.remove")
    @Operation(operationId = "monitors.remove", summary = "모니터 없애기 / Remove the monitor")
    public Response remove(@PathParam("id") String id, Monitors.Approval approval) {
        return answers.of(monitors.remove(id, approval), headers);
    }

    /** Asks for a session. */
    @POST
    @Path("{id}/sessions")
    @Carries("monitors.open")
    @Secret
    @Operation(operationId = "monitors.open", summary = "모니터 세션 열기 / Open a session")
    public Response open(@PathParam("id") String id) {
        return answers.of(monitors.open(id), headers);
    }

    /** How far a question for a session is. */
    @GET
    @Path("{id}/sessions/{order}")
    @Operation(operationId = "monitors.answer", summary = "모니터 세션 상태 / How far a session is")
    public Response answer(@PathParam("id") String id, @PathParam("order") String order) {
        return answers.found(monitors.answer(id, order), 0);
    }

    /** Takes the session; once. */
    @POST
    @Path("{id}/sessions/take")
    @Carries("monitors.take")
    @Secret
    @Operation(operationId = "monitors.take", summary = "모니터 세션 받기 / Take the session")
    public Response take(@PathParam("id") String id, Ticket t) {
        return answers.of(monitors.take(new Monitors.Take(id, t.order(), t.ticket())), headers);
    }
}
