package live.onair.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import live.onair.api.Numbers;
import live.onair.moderation.ModerationRows;
import live.onair.moderation.Reports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What viewers report of chats. */
@Path("/moderation/reports")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "moderation")
@NullUnmarked
public class ReportsResource {

    @Inject
    private Reports reports;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Lines that were reported. */
    public record ReportedList(List<ModerationRows.ReportedLine> items) {}

    /** Lines that nobody has decided about, those with the most reports first. */
    @GET
    @Operation(operationId = "reports.waiting", summary = "신고된 메시지 / Reported messages")
    public ReportedList waiting(@QueryParam("show") String show) {
        return new ReportedList(reports.waiting(show));
    }

    /** The line is as it may be. */
    @POST
    @Path("{line}/dismiss")
    @Carries("reports.dismiss")
    @Operation(operationId = "reports.dismiss", summary = "신고 문제 없음 / Dismiss reports")
    public Response dismiss(@PathParam("line") String line) {
        return answers.of(reports.dismiss(Numbers.of(line)), headers);
    }
}
