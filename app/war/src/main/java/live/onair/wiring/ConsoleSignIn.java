package live.onair.wiring;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.identity.Sessions;
import live.onair.identity.Tokens;
import live.onair.kernel.Actor;
import live.onair.ui.SignedIn;
import org.jspecify.annotations.NullUnmarked;

/**
 * The one way in: a signed-in session for the console, a bearer token for {@code /api/*}. Each request is checked
 * against identity, so that a revoked session or token is out at once. An OpenID Connect provider joins here later.
 */
@ApplicationScoped
@DeclareRoles({"MERCHANDISER", "MODERATOR", "OPS", "ADMIN", "AUDITOR"})
@NullUnmarked
public class ConsoleSignIn implements HttpAuthenticationMechanism {

    static final String ACTOR = "onair.actor";
    private static final String BEARER = "Bearer ";

    @Inject
    private Sessions sessions;

    @Inject
    private Tokens tokens;

    @Inject
    private WrongTokens wrongTokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (Door.isWrites(request) || Door.isOpen(request)) {
            return context.doNothing();
        }
        if (Door.isMachines(request)) {
            return bearer(request, response, context);
        }
        Optional<String> known = SignedIn.id(request.getSession(false));
        Optional<String> id = known.or(() -> SignedIn.kept(request));
        Optional<Actor> actor = id.flatMap(i -> isByPerson(request) ? sessions.touch(i) : sessions.find(i));
        if (known.isEmpty() && actor.isPresent() && isPage(request)) {
            SignedIn.resume(request, id.get());
        }
        return actor.map(a -> enter(request, context, a)).orElseGet(context::doNothing);
    }

    /** The whole page, not what it loads or sends later: one request takes the sign-in up again. */
    private static boolean isPage(HttpServletRequest request) {
        String query = request.getQueryString();
        String accepts = request.getHeader("Accept");
        return (query == null || !query.contains("v-r=")) && accepts != null && accepts.contains("text/html");
    }

    /** A heartbeat or a push that the page sends by itself must not keep an abandoned screen signed in. */
    private static boolean isByPerson(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !query.contains("v-r=") || query.contains("v-r=uidl");
    }

    private AuthenticationStatus bearer(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            Door.unauthorized(request, response, header != null);
            return AuthenticationStatus.SEND_FAILURE;
        }
        String token = header.substring(BEARER.length()).strip();
        if (wrongTokens.isTooMany(request.getRemoteAddr(), token)) {
            Door.tooMany(request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        Optional<Actor> actor = wrongTokens.check(request.getRemoteAddr(), token, () -> tokens.check(token));
        if (actor.isPresent()) {
            return enter(request, context, actor.get());
        }
        Door.unauthorized(request, response, true);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus enter(HttpServletRequest request, HttpMessageContext context, Actor actor) {
        request.setAttribute(ACTOR, actor);
        Set<String> roles = actor.roles().stream().map(Enum::name).collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(new CallerPrincipal(actor.id()), roles);
    }
}
