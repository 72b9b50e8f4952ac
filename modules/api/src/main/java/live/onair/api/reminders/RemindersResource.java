package live.onair.api.reminders;

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
import java.util.stream.Stream;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.reminders.ReminderRows;
import live.onair.reminders.Reminders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** Who wants to be told before a show, and the messages that tell them. */
@Path("/reminders")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
@NullUnmarked
public class RemindersResource {

    @Inject
    private Reminders reminders;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** What a viewer agreed to and took back. */
    public record ConsentList(List<ReminderRows.Consent> items) {}

    /** Why the numbers go out. */
    public record ExportWish(String reason) {}

    /** Null for one that there is not: who may not ask is told so first. */
    private static ReminderRows.PushKind kind(String word) {
        return Stream.of(ReminderRows.PushKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** How many want to be told, and the messages before the show. */
    @GET
    @Path("shows/{show}")
    @Operation(operationId = "reminders.of", summary = "방송의 알림신청 / Reminders of a show")
    public ReminderRows.Board of(@PathParam("show") String show) {
        return reminders.of(show);
    }

    /** The ledger of a viewer. */
    @GET
    @Path("viewers/{viewer}/consents")
    @Operation(operationId = "reminders.consents", summary = "시청자의 수신 동의 기록 / Consents of a viewer")
    public ConsentList consents(@PathParam("viewer") String viewer) {
        return new ConsentList(reminders.consents(viewer));
    }

    /** Takes a message out. */
    @POST
    @Path("shows/{show}/{push}/skip")
    @Carries("reminders.skip")
    @Operation(operationId = "reminders.skip", summary = "메시지 보내지 않기 / Do not send a message")
    public Response skip(@PathParam("show") String show, @PathParam("push") String push) {
        return answers.of(reminders.skip(show, kind(push)), headers);
    }

    /** Lets it go out after all. */
    @POST
    @Path("shows/{show}/{push}/plan")
    @Carries("reminders.plan")
    @Operation(operationId = "reminders.plan", summary = "메시지 다시 보내기로 / Send a message after all")
    public Response plan(@PathParam("show") String show, @PathParam("push") String push) {
        return answers.of(reminders.plan(show, kind(push)), headers);
    }

    /** The numbers of those who signed up. */
    @POST
    @Path("shows/{show}/export")
    @Carries("reminders.export")
    @Operation(operationId = "reminders.export", summary = "알림 신청자 내보내기 / Export who signed up")
    public Response export(@PathParam("show") String show, ExportWish wish) {
        return answers.of(reminders.export(show, wish == null ? null : wish.reason()), headers);
    }
}
