package live.onair.api.scheduling;

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
import java.util.UUID;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.scheduling.ClockHold;
import live.onair.scheduling.Interruptions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What is wrong now. */
@Path("/interruptions")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "interruptions")
@NullUnmarked
public class InterruptionsResource {

    @Inject
    private Interruptions interruptions;

    @Inject
    private ClockHold clockHold;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A note. */
    public record Note(@Nullable String note) {}

    /** All open alarms, most viewers hurt first. */
    @GET
    @Operation(operationId = "interruptions.open", summary = "열린 알림 / Open alarms")
    public List<Interruptions.Row> open() {
        return interruptions.open();
    }

    /** Somebody looks after it. */
    @POST
    @Path("{id}/acknowledge")
    @Carries("interruptions.acknowledge")
    @Operation(operationId = "interruptions.acknowledge", summary = "알림 확인 / Acknowledge an alarm")
    public Response acknowledge(@PathParam("id") UUID id, @Nullable Note note) {
        return answers.of(interruptions.acknowledge(id, note == null ? null : note.note()), headers);
    }

    /** The new time is right: automatic starts and stops go on. */
    @POST
    @Path("clock/confirm")
    @Carries("clock.confirm")
    @Operation(operationId = "clock.confirm", summary = "새 시각 확인 / Confirm the new time")
    public Response confirmClock() {
        return answers.of(clockHold.confirm(), headers);
    }
}
