package live.onair.ui.scheduling;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.identity.Sessions;
import live.onair.ui.Actions;
import live.onair.ui.Environment;
import live.onair.ui.Parts;
import live.onair.ui.SignedIn;
import live.onair.ui.Texts;

/** What makes the wall a screen nobody sits at: where one is stays in sight, the sign-in does not run out. */
@Dependent
class WallScreen {

    private final Sessions sessions;
    private final Environment environment;

    @Inject
    WallScreen(Sessions sessions, Environment environment) {
        this.sessions = sessions;
        this.environment = environment;
    }

    /** The environment, where the bar that says it is hidden. */
    Span place() {
        Span tag = Parts.text(Texts.of("environment." + environment.name()), "env", "on-kiosk-env");
        tag.setClassName("demo", !environment.name().equals("production"));
        return tag;
    }

    /** The way to such a screen; gone once it is one, which gives no command. */
    Button make() {
        Button make = Actions.button(Sessions.class, "sessions.wall", this::ask);
        make.setIcon(Parts.icon("lock"));
        return make;
    }

    private void ask() {
        Dialog dialog = new Dialog(Actions.label(Sessions.class, "sessions.wall"));
        dialog.setWidth("480px");
        dialog.add(Parts.text(Texts.of("wall.screen.why"), "t13", "on-words"));
        Button done = Parts.primary(Actions.label(Sessions.class, "sessions.wall"), "check");
        done.setId("wall-screen-done");
        done.addClickListener(e -> carryOut());
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }

    private void carryOut() {
        String id = SignedIn.id(SignedIn.request().getSession(false)).orElse("");
        if (Parts.showed(sessions.wall(id))) {
            SignedIn.keepForAWall();
            UI.getCurrent().getPage().setLocation("wall?kiosk=on");
        }
    }
}
