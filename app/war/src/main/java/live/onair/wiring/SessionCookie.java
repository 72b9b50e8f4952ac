package live.onair.wiring;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** Behind https the session's cookie never leaves it, although the proxy speaks http to this server. */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (new Policy(ConfigProvider.getConfig()).isSecure()) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
