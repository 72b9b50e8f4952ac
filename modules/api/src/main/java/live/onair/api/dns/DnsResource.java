package live.onair.api.dns;

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
import java.util.Objects;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Numbers;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsName;
import live.onair.dns.Records;
import live.onair.dns.Records.DnsRoute;
import live.onair.dns.Records.DnsWish;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** What stands at names that players ask for, and how it is changed and changed back. */
@Path("/dns")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cdn")
@NullUnmarked
public class DnsResource {

    @Inject
    private Records records;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** Names that are watched. */
    public record DnsNameList(List<DnsName> items) {}

    /** Changes of records. */
    public record DnsChangeList(List<DnsChange> items) {}

    /** A CDN to be led to: by a part of the questions, or for a country ({@code *} for everybody else). */
    public record DnsLine(String cdn, Integer percent, String country, String target, String healthCheck) {
        DnsRoute route() {
            return new DnsRoute(Objects.requireNonNullElse(cdn, ""), percent, country, target, healthCheck);
        }
    }

    /** What shall stand at a name, as a whole. */
    public record RecordWish(String name, Integer ttlSeconds, List<DnsLine> lines) {
        DnsWish wish() {
            return new DnsWish(
                    Objects.requireNonNullElse(name, ""),
                    ttlSeconds == null ? 0 : ttlSeconds,
                    lines == null
                            ? List.of()
                            : lines.stream()
                                    .filter(Objects::nonNull)
                                    .map(DnsLine::route)
                                    .toList());
        }
    }

    /**
     * The approval of a change.
     *
     * @param plan hash of the plan that was shown
     */
    public record RecordApproval(RecordWish wish, String plan, String reason) {}

    /** Why a change is taken back. */
    public record RecordRevert(String reason) {}

    /** Names, each with what stood there last. */
    @GET
    @Path("names")
    @Operation(operationId = "dns.names", summary = "DNS 이름과 레코드 / Names and their records")
    public DnsNameList names() {
        return new DnsNameList(records.names());
    }

    /** Looks at a name from now on; at once where it is looked at already. */
    @POST
    @Path("names/{name}")
    @Carries("dns.watch")
    @Operation(operationId = "dns.watch", summary = "DNS 이름 살피기 / Watch a name")
    public Response watch(@PathParam("name") String name) {
        return answers.of(records.watch(name), headers);
    }

    /** Looks no more. */
    @POST
    @Path("names/{name}/forget")
    @Carries("dns.forget")
    @Operation(operationId = "dns.forget", summary = "DNS 이름 그만 살피기 / Watch a name no more")
    public Response forget(@PathParam("name") String name) {
        return answers.of(records.forget(name), headers);
    }

    /** What would be written. */
    @POST
    @Path("plan")
    @Carries("dns.plan")
    @Operation(operationId = "dns.plan", summary = "레코드 변경 계획 / Plan a change of records")
    public Response plan(RecordWish wish) {
        return answers.of(records.plan(wish(wish)), headers);
    }

    private static DnsWish wish(RecordWish wish) {
        return (wish == null ? new RecordWish(null, null, null) : wish).wish();
    }

    /** Changes, newest first. */
    @GET
    @Path("changes")
    @Operation(operationId = "dns.changes", summary = "레코드 변경 목록 / Changes of records")
    public DnsChangeList changes() {
        return new DnsChangeList(records.changes());
    }

    /** Has records written by the plan that was shown. */
    @POST
    @Path("changes")
    @Carries("dns.apply")
    @Operation(operationId = "dns.apply", summary = "레코드 적용 / Apply records")
    public Response apply(RecordApproval approval) {
        RecordApproval given = approval == null ? new RecordApproval(null, null, null) : approval;
        return answers.of(records.apply(wish(given.wish()), given.plan(), given.reason()), headers);
    }

    /** Has what stood before written again. */
    @POST
    @Path("changes/{change}/revert")
    @Carries("dns.revert")
    @Operation(operationId = "dns.revert", summary = "레코드 되돌리기 / Take records back")
    public Response revert(@PathParam("change") String change, RecordRevert revert) {
        return answers.of(records.revert(Numbers.of(change), revert == null ? null : revert.reason()), headers);
    }
}
