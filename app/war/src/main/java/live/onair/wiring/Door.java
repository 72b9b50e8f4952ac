package live.onair.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The first thing every request meets: tells the console's listener from the viewers', gives the request an id, lets
 * its person act, and sets the headers that keep browsers safe.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Door extends HttpFilter {

    /** Viewers' writes live below this path, and only on their own listener. */
    static final String WRITES = "/storefront/";

    private static final String CSP = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: http: https:; media-src 'self' blob: http: https:; "
            + "connect-src 'self' ws: wss: http: https:; font-src 'self' data:; worker-src 'self' blob:; "
            + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    private final int writesPort = Integer.getInteger("onair.writes.port", -1);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean writes = request.getLocalPort() == writesPort;
        if (writes != request.getRequestURI().startsWith(WRITES)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String requestId = requestId(request);
        response.setHeader("X-Request-Id", requestId);
        secure(response);
        Actor actor = (Actor) request.getAttribute(ConsoleSignIn.ACTOR);
        if (actor == null) {
            chain.doFilter(request, response);
            return;
        }
        try (Acting acting = Acting.as(actor, requestId)) {
            assert acting != null;
            chain.doFilter(request, response);
        }
    }

    private static void secure(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CSP);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }

    private static String requestId(HttpServletRequest request) {
        String given = request.getHeader("X-Request-Id");
        return given != null && given.matches("[A-Za-z0-9-]{8,64}")
                ? given
                : UUID.randomUUID().toString();
    }

    static boolean isMachines(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /** Answers an API call without a valid token: 401 as RFC 9457 wants it. */
    static void unauthorized(HttpServletRequest request, HttpServletResponse response, boolean wrong) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", wrong ? "Bearer error=\"invalid_token\"" : "Bearer");
        response.setContentType("application/problem+json");
        boolean english = prefersEnglish(request.getHeader("Accept-Language"));
        String title = english ? "Sign in with a valid token." : "유효한 토큰으로 로그인해 주세요.";
        String body = "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":401,\"code\":\"UNAUTHORIZED\"}";
        try {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean prefersEnglish(@Nullable String languages) {
        return languages != null
                && languages.strip().toLowerCase(java.util.Locale.ROOT).startsWith("en");
    }
}
