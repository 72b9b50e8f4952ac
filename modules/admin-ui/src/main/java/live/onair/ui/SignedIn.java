package live.onair.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The link between the browser's session and the signed-in session of identity: the HTTP session carries only its id,
 * and every request asks identity whether it still counts.
 */
public final class SignedIn {

    /** Attribute of the HTTP session that holds the id of the signed-in session. */
    public static final String ATTRIBUTE = "onair.session";

    private SignedIn() {}

    /**
     * The same id in a cookie of its own: the HTTP session does not outlive the server, the sign-in does. Only the browser
     * and identity know it, and scripts cannot read it.
     */
    private static final String COOKIE = "ONAIR_IN";

    private static final Duration WALL = Duration.ofDays(365);

    /** The id this browser is signed in with. */
    public static Optional<String> id(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
    }

    /** The id that the browser of this user interface is signed in with, also while no request of it is served. */
    public static Optional<String> id(UI ui) {
        VaadinSession session = ui.getSession();
        WrappedSession browser = session == null ? null : session.getSession();
        return browser == null ? Optional.empty() : Optional.ofNullable((String) browser.getAttribute(ATTRIBUTE));
    }

    /** Signs this browser in: a new session id, so that one known before is worth nothing. */
    public static void begin(HttpServletRequest request, String id) {
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, id);
        keep(id, -1);
    }

    /** The id that a browser kept over a restart of the server; whether it still counts is identity's to say. */
    public static Optional<String> kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    /** Goes on after a restart of the server; in a session whose id nobody knew before. */
    public static void resume(HttpServletRequest request, String id) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(ATTRIBUTE, id);
    }

    /** Keeps this browser signed in also when it is closed: a screen nobody sits at. */
    public static void keepForAWall() {
        id(request().getSession(false)).ifPresent(id -> keep(id, (int) WALL.toSeconds()));
    }

    private static void keep(String id, int seconds) {
        Cookie cookie = new Cookie(COOKIE, id);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure(request().getServletContext().getSessionCookieConfig().isSecure());
        VaadinServletResponse.getCurrent().getHttpServletResponse().addCookie(cookie);
    }

    /** The request being served. */
    public static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }

    /** Ends this browser's session and shows the sign-in page. */
    public static void end() {
        keep("", 0);
        UI.getCurrent().getPage().setLocation("sign-in");
        VaadinSession.getCurrent().getSession().invalidate();
        VaadinSession.getCurrent().close();
    }
}
