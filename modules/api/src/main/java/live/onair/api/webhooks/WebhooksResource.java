package live.onair.api.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import live.onair.api.Secret;
import live.onair.webhooks.WebhookKind;
import live.onair.webhooks.WebhookRows;
import live.onair.webhooks.Webhooks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Where news go, and what became of each. */
@Path("/webhooks")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@NullUnmarked
public class WebhooksResource {

    @Inject
    private Webhooks webhooks;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** All endpoints. */
    public record EndpointList(List<WebhookRows.Endpoint> items) {}

    /** Why it goes. */
    public record EndpointRemoval(@Nullable String reason) {}

    /** All endpoints. */
    @GET
    @Operation(operationId = "webhooks.list", summary = "웹훅 수신처 / Endpoints")
    public EndpointList list() {
        return new EndpointList(webhooks.list());
    }

    /** One endpoint. */
    @GET
    @Path("{id}")
    @Operation(operationId = "webhooks.find", summary = "웹훅 수신처 하나 / One endpoint")
    public WebhookRows.Endpoint find(@PathParam("id") String id) {
        return webhooks.find(id).orElseThrow(NotFoundException::new);
    }

    /** A new one; its secret is told this once. */
    @POST
    @Secret
    @Carries("webhooks.add")
    @Operation(operationId = "webhooks.add", summary = "웹훅 수신처 추가 / Add an endpoint")
    public Response add(Webhooks.EndpointTerms wanted) {
        return answers.created(webhooks.add(wanted), headers);
    }

    /** Another name, address or other kinds. */
    @POST
    @Path("{id}/change")
    @Carries("webhooks.change")
    @Operation(operationId = "webhooks.change", summary = "웹훅 수신처 고치기 / Change an endpoint")
    public Response change(@PathParam("id") String id, Webhooks.EndpointTerms wanted) {
        return answers.of(webhooks.change(id, wanted), headers);
    }

    /** Another secret, told this once. */
    @POST
    @Path("{id}/renew")
    @Secret
    @Carries("webhooks.renew")
    @Operation(operationId = "webhooks.renew", summary = "웹훅 새 비밀 키 / New secret")
    public Response renew(@PathParam("id") String id) {
        return answers.of(webhooks.renew(id), headers);
    }

    /** News wait. */
    @POST
    @Path("{id}/pause")
    @Carries("webhooks.pause")
    @Operation(operationId = "webhooks.pause", summary = "웹훅 멈추기 / Pause an endpoint")
    public Response pause(@PathParam("id") String id) {
        return answers.of(webhooks.pause(id), headers);
    }

    /** News go there again. */
    @POST
    @Path("{id}/resume")
    @Carries("webhooks.resume")
    @Operation(operationId = "webhooks.resume", summary = "웹훅 다시 시작 / Resume an endpoint")
    public Response resume(@PathParam("id") String id) {
        return answers.of(webhooks.resume(id), headers);
    }

    /** Takes it away. */
    @POST
    @Path("{id}/remove")
    @Carries("webhooks.remove")
    @Operation(operationId = "webhooks.remove", summary = "웹훅 수신처 삭제 / Remove an endpoint")
    public Response remove(@PathParam("id") String id, EndpointRemoval removal) {
        return answers.of(webhooks.remove(id, removal == null ? null : removal.reason()), headers);
    }

    /** Sends a test. */
    @POST
    @Path("{id}/ping")
    @Carries("webhooks.ping")
    @Operation(operationId = "webhooks.ping", summary = "웹훅 시험 전송 / Send a test")
    public Response ping(@PathParam("id") String id) {
        return answers.of(webhooks.ping(id), headers);
    }

    /** The log. */
    @GET
    @Path("deliveries")
    @Operation(operationId = "webhooks.deliveries", summary = "웹훅 전송 기록 / The log of deliveries")
    public WebhookRows.DeliveryPage deliveries(
            @QueryParam("endpoint") String endpoint,
            @QueryParam("state") WebhookRows.DeliveryState state,
            @QueryParam("kind") WebhookKind kind,
            @QueryParam("cursor") String cursor,
            @QueryParam("size") @DefaultValue("50") int size) {
        return webhooks.deliveries(new Webhooks.DeliveryFilter(endpoint, state, kind, cursor, size));
    }

    /** One delivery with each attempt. */
    @GET
    @Path("deliveries/{id}")
    @Operation(operationId = "webhooks.delivery", summary = "웹훅 전송 하나 / One delivery")
    public WebhookRows.Sent delivery(@PathParam("id") String id) {
        return webhooks.delivery(id).orElseThrow(NotFoundException::new);
    }

    /** Sends one again, under its id. */
    @POST
    @Path("deliveries/{id}/resend")
    @Carries("webhooks.resend")
    @Operation(operationId = "webhooks.resend", summary = "웹훅 다시 보내기 / Send again")
    public Response resend(@PathParam("id") String id) {
        return answers.of(webhooks.resend(id), headers);
    }
}
