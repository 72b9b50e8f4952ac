package live.onair.api.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Secret;
import live.onair.identity.Accounts;
import live.onair.identity.IdentityRows;
import live.onair.identity.Sessions;
import live.onair.kernel.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** People: accounts and sign-ins. */
@Path("/accounts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@NullUnmarked
public class AccountsResource {

    private static final int PAGE = 100;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** A new person. */
    public record New(
            @Nullable String login,
            @Nullable String name,
            @Nullable Set<Role> roles,
            @Nullable String locale) {}

    /** What they are trusted with. */
    public record Roles(@Nullable Set<Role> roles) {}

    /** Accounts by login. */
    @GET
    @Operation(operationId = "accounts.list", summary = "계정 목록 / Accounts")
    public IdentityRows.AccountPage list(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("cursor") String cursor) {
        return accounts.list(text, Optional.ofNullable(cursor), PAGE);
    }

    /** One account. */
    @GET
    @Path("{id}")
    @Operation(operationId = "accounts.find", summary = "계정 하나 / One account")
    public IdentityRows.Account find(@PathParam("id") String id) {
        return accounts.find(id).orElseThrow(NotFoundException::new);
    }

    /** A new account with a generated password, shown this once. */
    @POST
    @Carries("accounts.create")
    @Secret
    @Operation(operationId = "accounts.create", summary = "계정 만들기 / Create an account")
    public Response create(New wanted) {
        return answers.created(
                accounts.create(new Accounts.Create(
                        text(wanted.login()),
                        text(wanted.name()),
                        wanted.roles() == null ? Set.of() : wanted.roles(),
                        wanted.locale() == null ? "ko" : wanted.locale())),
                headers);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** Other roles. */
    @PUT
    @Path("{id}/roles")
    @Carries("accounts.setRoles")
    @Operation(operationId = "accounts.setRoles", summary = "역할 바꾸기 / Set roles")
    public Response setRoles(@PathParam("id") String id, Roles wanted) {
        return answers.of(accounts.setRoles(id, wanted.roles() == null ? Set.of() : wanted.roles()), headers);
    }

    /** Out at once. */
    @POST
    @Path("{id}/disable")
    @Carries("accounts.disable")
    @Operation(operationId = "accounts.disable", summary = "계정 사용 중지 / Disable an account")
    public Response disable(@PathParam("id") String id) {
        return answers.of(accounts.disable(id), headers);
    }

    /** In again. */
    @POST
    @Path("{id}/enable")
    @Carries("accounts.enable")
    @Operation(operationId = "accounts.enable", summary = "계정 다시 사용 / Enable an account")
    public Response enable(@PathParam("id") String id) {
        return answers.of(accounts.enable(id), headers);
    }

    /** May try again. */
    @POST
    @Path("{id}/unlock")
    @Carries("accounts.unlock")
    @Operation(operationId = "accounts.unlock", summary = "잠금 풀기 / Unlock an account")
    public Response unlock(@PathParam("id") String id) {
        return answers.of(accounts.unlock(id), headers);
    }

    /** A new password, shown this once. */
    @POST
    @Path("{id}/password")
    @Carries("accounts.resetPassword")
    @Secret
    @Operation(operationId = "accounts.resetPassword", summary = "비밀번호 재설정 / Reset a password")
    public Response resetPassword(@PathParam("id") String id) {
        return answers.of(accounts.resetPassword(id), headers);
    }

    /** Everybody's sign-ins. */
    @GET
    @Path("sessions")
    @Operation(operationId = "sessions.all", summary = "모든 로그인 / All sign-ins")
    public List<IdentityRows.Session> sessions() {
        return sessions.all();
    }

    /** Colleagues. */
    @GET
    @Path("people")
    @Operation(operationId = "accounts.people", summary = "동료 / Colleagues")
    public List<IdentityRows.Person> people() {
        return accounts.people();
    }
}
