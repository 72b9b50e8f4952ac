package live.onair.api.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.api.Answers;
import live.onair.api.Open;
import live.onair.identity.DeviceSignIn;
import live.onair.identity.Tokens;
import live.onair.kernel.Outcome;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Signing in a program on a device, by RFC 8628: forms in, the words of OAuth out. */
@Path("/sign-in")
@RequestScoped
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
@NullUnmarked
public class SignInResource {

    private static final String CLIENT = "onair-cli";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    @Inject
    private DeviceSignIn devices;

    @Inject
    private Answers answers;

    @Inject
    private Config config;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    /** The codes, and where the person goes with theirs. */
    public record Begun(
            @JsonProperty("device_code") String deviceCode,
            @JsonProperty("user_code") String userCode,
            @JsonProperty("verification_uri") String page,
            @JsonProperty("verification_uri_complete") String pageWithCode,
            @JsonProperty("expires_in") long expiresIn,
            long interval) {}

    /** The token; its id is what it is revoked by. */
    public record Granted(
            @JsonProperty("access_token") String token,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long expiresIn,
            String scope,
            @JsonProperty("token_id") String id,
            String name) {}

    /** Why there is no token, or not yet. */
    public record NotGranted(String error) {}

    /** A device asks to be signed in. */
    @POST
    @Path("device")
    @Open
    @Operation(
            operationId = "deviceSignIn.begin",
            summary = "기기 로그인 시작 / Begin the sign-in of a device",
            description = "No token. A form: client_id=onair-cli, device_name. The answer is that of RFC 8628, 3.2.")
    public Response begin(
            @FormParam("client_id") @Nullable String client, @FormParam("device_name") @Nullable String device) {
        if (!CLIENT.equals(client)) {
            return wrong("invalid_client");
        }
        Outcome<DeviceSignIn.Begun> begun =
                devices.begin(Objects.requireNonNullElse(device, ""), request.getRemoteAddr());
        if (!(begun instanceof Outcome.Done<DeviceSignIn.Begun> done)) {
            return answers.of(begun, headers);
        }
        DeviceSignIn.Begun codes = done.value();
        String page = config.getValue("onair.public.url", String.class).replaceFirst("/+$", "") + "/device";
        return unkept(Response.ok(new Begun(
                codes.deviceCode(),
                codes.userCode(),
                page,
                page + "?code=" + codes.userCode(),
                codes.lasts().toSeconds(),
                codes.interval().toSeconds())));
    }

    /** The device asks whether it is signed in. */
    @POST
    @Path("token")
    @Open
    @Operation(
            operationId = "deviceSignIn.poll",
            summary = "기기 로그인 확인 / Ask whether the device is signed in",
            description = "No token. A form: grant_type=urn:ietf:params:oauth:grant-type:device_code,"
                    + " client_id=onair-cli, device_code. The answers are those of RFC 8628, 3.5.")
    public Response poll(
            @FormParam("grant_type") @Nullable String grant,
            @FormParam("client_id") @Nullable String client,
            @FormParam("device_code") @Nullable String code) {
        if (!GRANT.equals(grant)) {
            return wrong("unsupported_grant_type");
        }
        if (!CLIENT.equals(client)) {
            return wrong("invalid_client");
        }
        DeviceSignIn.Polled polled = devices.poll(Objects.requireNonNullElse(code, ""));
        Optional<Tokens.Issued> issued = polled.token();
        if (issued.isEmpty()) {
            return wrong(polled.told().code());
        }
        Tokens.Issued token = issued.get();
        Set<String> roles = token.token().roles().stream().map(Enum::name).collect(Collectors.toSet());
        Duration lasts = Duration.between(token.token().created(), token.token().expiresAt());
        return unkept(Response.ok(new Granted(
                token.clear(),
                "Bearer",
                lasts.toSeconds(),
                roles.stream().sorted().collect(Collectors.joining(" ")),
                token.token().id(),
                token.token().name())));
    }

    private static Response wrong(String error) {
        return unkept(Response.status(Response.Status.BAD_REQUEST).entity(new NotGranted(error)));
    }

    private static Response unkept(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
