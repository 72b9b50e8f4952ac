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
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Secret;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Where a channel's encoders connect, and the keys that its backend makes. */
@Path("/channels/{id}/encoder")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "channels")
@NullUnmarked
public class EncodersResource {

    @Inject
    private Encoders encoders;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** The input, missing for A. */
    public record Slot(Channels.@Nullable Input input) {}

    /** What the answer to rotating or showing a key said. */
    public record Ticket(@Nullable String order, @Nullable String ticket) {}

    /** Its addresses, as they were read last. */
    @GET
    @Operation(operationId = "encoders.connection", summary = "인코더 연결 / Encoder connection")
    public Response connection(@PathParam("id") String id) {
        return answers.found(encoders.connection(id), 0);
    }

    /** Asks the backend again; the answer is seen by reading the connection. */
    @POST
    @Path("read")
    @Carries("channels.readIngest")
    @Operation(operationId = "channels.readIngest", summary = "서버 주소 다시 읽기 / Read server address")
    public Response readIngest(@PathParam("id") String id) {
        return answers.of(encoders.readIngest(id), headers);
    }

    /** Asks the backend for the key that opens it now. */
    @POST
    @Path("key/show")
    @Carries("channels.showKey")
    @Secret
    @Operation(operationId = "channels.showKey", summary = "스트림 키 보기 / Show stream key")
    public Response showKey(@PathParam("id") String id, @Nullable Slot wanted) {
        return answers.of(encoders.showKey(id, wanted == null ? null : wanted.input()), headers);
    }

    /** How far a question for a key is. */
    @GET
    @Path("key/{order}")
    @Operation(operationId = "encoders.answer", summary = "스트림 키 요청 상태 / How far a question for a key is")
    public Response answer(@PathParam("id") String id, @PathParam("order") String order) {
        return answers.found(encoders.answer(id, order), 0);
    }

    /** Takes the keys that were answered; once. */
    @POST
    @Path("key/take")
    @Carries("channels.takeKey")
    @Secret
    @Operation(operationId = "channels.takeKey", summary = "스트림 키 받기 / Take stream key")
    public Response takeKey(@PathParam("id") String id, Ticket t) {
        return answers.of(encoders.takeKey(new Encoders.Take(id, t.order(), t.ticket())), headers);
    }
}
