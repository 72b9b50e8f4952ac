package live.onair.api.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import live.onair.audit.AuditLog;
import live.onair.audit.AuditPage;
import live.onair.audit.AuditRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** The event log. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
@NullUnmarked
public class AuditResource {

    @Inject
    private AuditLog log;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Entries, newest first. */
    @GET
    @Path("entries")
    @Operation(operationId = "audit.search", summary = "이벤트 기록 찾기 / Search the event log")
    public AuditPage search(@BeanParam EntryFilter filter) {
        return log.search(filter.toQuery());
    }

    /** What has happened to a show or thing. */
    @GET
    @Path("history/{subject}")
    @Operation(operationId = "audit.historyOf", summary = "변경 이력 / Change history")
    public List<AuditRow> historyOf(@PathParam("subject") String subject) {
        return log.historyOf(subject);
    }

    /** Computes the whole chain again. */
    @POST
    @Path("verify")
    @Carries("audit.verify")
    @Operation(operationId = "audit.verify", summary = "기록 검증 / Verify the log")
    public Response verify() {
        return answers.of(log.verify(), headers);
    }
}
