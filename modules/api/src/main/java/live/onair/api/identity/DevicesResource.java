package live.onair.api.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.identity.DeviceSignIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The person's word on a device that asks to act as them. A token is refused: it cannot make tokens. */
@Path("/me/devices")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@NullUnmarked
public class DevicesResource {

    @Inject
    private DeviceSignIn devices;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** What the device shows. */
    public record Code(@Nullable String code) {
        private String given() {
            return code == null ? "" : code;
        }
    }

    /** Lets it in. */
    @POST
    @Path("approve")
    @Carries("deviceSignIn.approve")
    @Operation(operationId = "deviceSignIn.approve", summary = "기기 로그인 허용 / Allow a device")
    public Response approve(Code code) {
        return answers.of(devices.approve(code.given()), headers);
    }

    /** Sends it away. */
    @POST
    @Path("deny")
    @Carries("deviceSignIn.deny")
    @Operation(operationId = "deviceSignIn.deny", summary = "기기 로그인 거부 / Deny a device")
    public Response deny(Code code) {
        return answers.of(devices.deny(code.given()), headers);
    }
}
