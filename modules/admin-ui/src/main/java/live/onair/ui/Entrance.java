package live.onair.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.kernel.Acting;

/** The entrance of the console: nobody sees a view they may not see, and everybody reads their own language. */
@Singleton
public class Entrance {

    private final Preferences preferences;

    /** Knows what people prefer. */
    @Inject
    public Entrance(Preferences preferences) {
        this.preferences = preferences;
    }

    void open(@Observes ServiceInitEvent event) {
        NavigationAccessControl access = new NavigationAccessControl();
        access.setLoginView("/sign-in");
        event.getSource().addUIInitListener(started -> {
            speak(started);
            started.getUI().addBeforeEnterListener(access);
        });
    }

    private void speak(UIInitEvent started) {
        if (Acting.current().isPresent()) {
            started.getUI().getSession().setLocale(preferences.language());
            started.getUI().setLocale(preferences.language());
        }
    }
}
