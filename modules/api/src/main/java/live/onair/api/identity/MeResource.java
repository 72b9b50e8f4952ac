package live.onair.api.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.api.Answers;
import live.onair.api.Carries;
import live.onair.api.Secret;
import live.onair.identity.Accounts;
import live.onair.identity.Approvals;
import live.onair.identity.IdentityRows;
import live.onair.identity.Sessions;
import live.onair.identity.Tokens;
import live.onair.kernel.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One's own account, sign-ins and tokens; and what waits for a second person. */
@Path("/me")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@NullUnmarked
public class MeResource {

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Tokens tokens;

    @Inject
    private Approvals approvals;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** The password now, and the one to come. */
    public record Password(
            @Nullable String present, @Nullable String wanted) {}

    /** A preference's value. */
    public record Value(@Nullable String value) {}

    /** A token to be. */
    public record NewToken(
            @Nullable String name,
            @Nullable Set<Role> roles,
            @Nullable Instant expiresAt) {}

    /** What somebody asks approval for. */
    public record Asked(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String digest,
            @Nullable String why) {}

    /** A word with the decision. */
    public record Comment(@Nullable String comment) {}

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** My account. */
    @GET
    @Operation(operationId = "accounts.me", summary = "내 계정 / My account")
    public IdentityRows.Account me() {
        return accounts.me().orElseThrow(NotFoundException::new);
    }

    /** Another password. */
    @POST
    @Path("password")
    @Carries("accounts.changePassword")
    @Operation(operationId = "accounts.changePassword", summary = "내 비밀번호 바꾸기 / Change my password")
    public Response changePassword(Password p) {
        return answers.of(accounts.changePassword(text(p.present()), text(p.wanted()), Optional.empty()), headers);
    }

    /** Another preference. */
    @PUT
    @Path("preferences/{key}")
    @Carries("accounts.prefer")
    @Operation(operationId = "accounts.prefer", summary = "내 설정 바꾸기 / Change my preferences")
    public Response prefer(@PathParam("key") String key, Value value) {
        return answers.of(accounts.prefer(key, text(value.value())).map(Value::new), headers);
    }

    /** My sign-ins. */
    @GET
    @Path("sessions")
    @Operation(operationId = "sessions.mine", summary = "내 로그인 / My sign-ins")
    public List<IdentityRows.Session> sessions() {
        return sessions.mine();
    }

    /** Ends a sign-in: one's own, or as administrator anybody's. */
    @DELETE
    @Path("sessions/{id}")
    @Carries("sessions.revoke")
    @Operation(operationId = "sessions.revoke", summary = "로그인 끊기 / End a sign-in")
    public Response revokeSession(@PathParam("id") String id) {
        return answers.of(sessions.revoke(id), headers);
    }

    /** My tokens. */
    @GET
    @Path("tokens")
    @Operation(operationId = "tokens.mine", summary = "내 토큰 / My tokens")
    public List<IdentityRows.Token> tokens() {
        return tokens.mine();
    }

    /** A new token, shown this once. */
    @POST
    @Path("tokens")
    @Carries("tokens.issue")
    @Secret
    @Operation(operationId = "tokens.issue", summary = "토큰 만들기 / Make a token")
    public Response issue(NewToken wanted) {
        if (wanted.expiresAt() == null) {
            throw new IllegalArgumentException("expiresAt");
        }
        return answers.created(
                tokens.issue(
                        text(wanted.name()), wanted.roles() == null ? Set.of() : wanted.roles(), wanted.expiresAt()),
                headers);
    }

    /** Revokes a token: one's own, or as administrator anybody's. */
    @DELETE
    @Path("tokens/{id}")
    @Carries("tokens.revoke")
    @Operation(operationId = "tokens.revoke", summary = "토큰 폐기 / Revoke a token")
    public Response revokeToken(@PathParam("id") String id) {
        return answers.of(tokens.revoke(id), headers);
    }

    /** What waits for a second person. */
    @GET
    @Path("approvals")
    @Operation(operationId = "approvals.open", summary = "승인 대기 / Open approvals")
    public List<IdentityRows.Approval> approvals() {
        return approvals.open();
    }

    /** Asks a second person. */
    @POST
    @Path("approvals")
    @Carries("approvals.ask")
    @Operation(operationId = "approvals.ask", summary = "승인 요청 / Ask for approval")
    public Response ask(Asked a) {
        return answers.created(
                approvals.ask(text(a.kind()), text(a.subject()), text(a.digest()), text(a.why())), headers);
    }

    /** The second person agrees. */
    @POST
    @Path("approvals/{id}/approve")
    @Carries("approvals.approve")
    @Operation(operationId = "approvals.approve", summary = "승인 / Approve")
    public Response approve(@PathParam("id") String id, Comment c) {
        return answers.of(approvals.approve(id, text(c.comment())), headers);
    }

    /** The second person does not agree. */
    @POST
    @Path("approvals/{id}/refuse")
    @Carries("approvals.refuse")
    @Operation(operationId = "approvals.refuse", summary = "거절 / Refuse")
    public Response refuse(@PathParam("id") String id, Comment c) {
        return answers.of(approvals.refuse(id, text(c.comment())), headers);
    }
}
