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
import java.util.concurrent.Semaphore;
import live.onair.api.Open;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.storefront.ViewerWrites;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The first thing every request meets: tells the console's listener from the viewers', gives the request an id, lets
 * its person act, and sets the headers that keep browsers safe.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Door extends HttpFilter {

    /** Viewers' writes live below this path, and only on their own listener. */
    static final String WRITES = "/storefront/";

    private static final int WRITES_PORT = Integer.getInteger("onair.writes.port", -1);
    /** Below the listener's pool of ten, so that its queue never overflows. */
    private static final Semaphore AT_ONCE = new Semaphore(8);

    private final String policy = new Policy(ConfigProvider.getConfig()).text();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isWrites(request)) {
            writes(request, response, chain);
            return;
        }
        if (path(request).startsWith(WRITES)) {
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

    /** The viewers' listener: a few at a time, so that its pool never fills. Whatever is no write of theirs is not here. */
    private static void writes(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!path(request).startsWith(ViewerWrites.PATH)) {
            refused(request, response, HttpServletResponse.SC_NOT_FOUND, "찾을 수 없습니다.", "There is no such thing.");
            return;
        }
        if (!AT_ONCE.tryAcquire()) {
            response.setHeader("Retry-After", "1");
            refused(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "요청이 많습니다. 잠시 뒤에 다시 보내 주세요.",
                    "Too busy. Send again later.");
            return;
        }
        try {
            response.setHeader("X-Content-Type-Options", "nosniff");
            chain.doFilter(request, response);
        } finally {
            AT_ONCE.release();
        }
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, int status, String ko, String en)
            throws IOException {
        response.setStatus(status);
        String code = status == HttpServletResponse.SC_NOT_FOUND ? "NOT_FOUND" : "BUSY";
        problem(response, prefersEnglish(request.getHeader("Accept-Language")) ? en : ko, status, code);
    }

    static boolean isWrites(HttpServletRequest request) {
        return request.getLocalPort() == WRITES_PORT;
    }

    private static void problem(HttpServletResponse response, String title, int status, String code)
            throws IOException {
        response.setContentType("application/problem+json");
        String body = "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"code\":\""
                + code + "\"}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private void secure(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
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
        return path(request).startsWith("/api/");
    }

    /** Whether it answers before anybody is signed in. */
    static boolean isOpen(HttpServletRequest request) {
        return Open.PATHS.contains(path(request));
    }

    /** As the server chooses by it who answers: decoded, so that no spelling of an address passes by its door. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    /** Answers an API call without a valid token: 401 as RFC 9457 wants it. */
    static void unauthorized(HttpServletRequest request, HttpServletResponse response, boolean wrong) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", wrong ? "Bearer error=\"invalid_token\"" : "Bearer");
        tell(request, response, "유효한 토큰으로 로그인해 주세요.", "Sign in with a valid token.", "UNAUTHORIZED");
    }

    /** Answers an address that has tried too many wrong tokens. */
    static void tooMany(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(429);
        response.setHeader("Retry-After", "60");
        tell(
                request,
                response,
                "틀린 토큰을 너무 많이 보냈습니다. 잠시 뒤에 다시 보내 주세요.",
                "Too many wrong tokens. Send again later.",
                "TOO_MANY");
    }

    private static void tell(
            HttpServletRequest request, HttpServletResponse response, String ko, String en, String code) {
        String title = prefersEnglish(request.getHeader("Accept-Language")) ? en : ko;
        try {
            problem(response, title, response.getStatus(), code);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean prefersEnglish(@Nullable String languages) {
        return languages != null
                && languages.strip().toLowerCase(java.util.Locale.ROOT).startsWith("en");
    }
}
