package live.onair.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import java.util.List;

/** The page around the console: push, styles, icon. */
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {

    /** In this order: values, classes, real components, what the console adds, and one file a feature. */
    private static final List<String> STYLES = List.of(
            "tokens",
            "onair",
            "vaadin",
            "console",
            "shell",
            "board",
            "planning",
            "imports",
            "stream",
            "inventory",
            "monitors",
            "simulcast",
            "products",
            "pins",
            "cues",
            "analytics",
            "webhooks",
            "moderation",
            "cdn",
            "home",
            "clips",
            "adreview");

    @Override
    public void configurePage(AppShellSettings settings) {
        for (String sheet : STYLES) {
            settings.addLink("stylesheet", "look/" + sheet + ".css");
        }
        settings.addFavIcon("icon", "look/favicon.svg", "any");
        settings.addLink("manifest", "onair.webmanifest");
        settings.addLink("apple-touch-icon", "look/icon-192.png");
        settings.addMetaTag("theme-color", "#16181B");
    }
}
