package live.onair.api.cdn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import live.onair.cdn.CdnRows;
import live.onair.cdn.Cdns;
import live.onair.cdn.Cdns.CdnTerms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

/** The CDNs viewers can be served by. */
@Path("/cdns")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cdn")
@NullUnmarked
public class CdnsResource {

    @Inject
    private Cdns cdns;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** CDNs. */
    public record CdnList(List<CdnRows.Cdn> items) {}

    /** All, retired ones last. */
    @GET
    @Operation(operationId = "cdns.list", summary = "CDN 목록 / CDNs")
    public CdnList list() {
        return new CdnList(cdns.list());
    }

    /** Looks at shows through CDNs. */
    public record CdnLookList(List<CdnRows.CdnLook> items) {}

    /** What was seen last, and what it comes to. */
    @GET
    @Path("health")
    @Operation(operationId = "cdns.health", summary = "CDN 상태 / What was seen of the CDNs")
    public CdnLookList health() {
        return new CdnLookList(cdns.health());
    }

    /** CDNs, and what they answer to who has no token. */
    public record CdnDoorList(List<Cdns.Door> items) {}

    /** Whether each was seen to refuse what is not signed. */
    @GET
    @Path("doors")
    @Operation(operationId = "cdns.doors", summary = "CDN 보안 / Whether CDNs refuse what is not signed")
    public CdnDoorList doors() {
        return new CdnDoorList(cdns.doors());
    }

    /** CDNs, and what their health addresses answered. */
    public record CdnHealthList(List<Cdns.CdnHealth> items) {}

    /** What each said that says whether it is well. */
    @GET
    @Path("healths")
    @Operation(operationId = "cdns.healths", summary = "CDN 상태 확인 주소의 응답 / What health addresses of CDNs answered")
    public CdnHealthList healths() {
        return new CdnHealthList(cdns.healths());
    }

    /** CDNs, as their own accounts have them. */
    public record CdnStandingList(List<Cdns.CdnStanding> items) {}

    /** How each is set up whose account can be asked. */
    @GET
    @Path("standings")
    @Operation(operationId = "cdns.standings", summary = "CDN 계정의 설정 / How CDNs are set up in their accounts")
    public CdnStandingList standings() {
        return new CdnStandingList(cdns.standings());
    }

    /** One of them. */
    @GET
    @Path("{cdn}")
    @Operation(operationId = "cdns.find", summary = "CDN 하나 / One CDN")
    public CdnRows.Cdn find(@PathParam("cdn") String cdn) {
        return cdns.find(cdn).orElseThrow(NotFoundException::new);
    }

    /** Takes one in under the id in the address. */
    @POST
    @Path("{cdn}")
    @Carries("cdns.add")
    @Operation(operationId = "cdns.add", summary = "CDN 등록 / Add a CDN")
    public Response add(@PathParam("cdn") String cdn, CdnTerms terms) {
        return answers.of(cdns.add(cdn, terms), headers);
    }

    /** Writes it anew. */
    @PUT
    @Path("{cdn}")
    @Carries("cdns.change")
    @Operation(operationId = "cdns.change", summary = "CDN 바꾸기 / Change a CDN")
    public Response change(@PathParam("cdn") String cdn, CdnTerms terms) {
        return answers.of(cdns.change(cdn, terms), headers);
    }

    /** Keeps it, and sends nobody to it any more. */
    @POST
    @Path("{cdn}/retire")
    @Carries("cdns.retire")
    @Operation(operationId = "cdns.retire", summary = "CDN 빼기 / Retire a CDN")
    public Response retire(@PathParam("cdn") String cdn) {
        return answers.of(cdns.retire(cdn), headers);
    }

    /** It can be used again. */
    @POST
    @Path("{cdn}/restore")
    @Carries("cdns.restore")
    @Operation(operationId = "cdns.restore", summary = "CDN 되살리기 / Restore a CDN")
    public Response restore(@PathParam("cdn") String cdn) {
        return answers.of(cdns.restore(cdn), headers);
    }
}
