package live.onair.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
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

    /** The id this browser is signed in with. */
    public static Optional<String> id(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(ATTRIBUTE));
    }

    /** Signs this browser in: a new session id, so that one known before is worth nothing. */
    public static void begin(HttpServletRequest request, String id) {
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, id);
    }

    /** The request being served. */
    public static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }

    /** Ends this browser's session and shows the sign-in page. */
    public static void end() {
        UI.getCurrent().getPage().setLocation("sign-in");
        VaadinSession.getCurrent().getSession().invalidate();
        VaadinSession.getCurrent().close();
    }
}
