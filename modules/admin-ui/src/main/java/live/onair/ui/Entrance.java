package live.onair.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.AnnotatedViewAccessChecker;
import com.vaadin.flow.server.auth.DefaultAccessCheckDecisionResolver;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.auth.NavigationContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.kernel.Acting;
import live.onair.kernel.Attempts;

/** The entrance of the console: nobody sees a view they may not see, and everybody reads their own language. */
@Singleton
public class Entrance {

    private final Preferences preferences;
    private final Instance<Attempts> attempts;
    private final AnnotatedViewAccessChecker annotations = new AnnotatedViewAccessChecker();

    /** Knows what people prefer, and where attempts are written down. */
    @Inject
    public Entrance(Preferences preferences, Instance<Attempts> attempts) {
        this.preferences = preferences;
        this.attempts = attempts;
    }

    void open(@Observes ServiceInitEvent event) {
        NavigationAccessControl access =
                new NavigationAccessControl(List.of(this::check), new DefaultAccessCheckDecisionResolver());
        access.setLoginView("/sign-in");
        event.getSource().addUIInitListener(started -> {
            speak(started);
            started.getUI().addBeforeEnterListener(access);
        });
    }

    /** As the view's annotation says; who is turned away is on record. */
    private AccessCheckResult check(NavigationContext way) {
        AccessCheckResult result = annotations.check(way);
        if (result.decision() == AccessCheckDecision.DENY && !way.isErrorHandling()) {
            Acting.current()
                    .ifPresent(who -> attempts.stream()
                            .forEach(log ->
                                    log.denied(who, "view " + way.getLocation().getPath())));
        }
        return result;
    }

    private void speak(UIInitEvent started) {
        if (Acting.current().isPresent()) {
            started.getUI().getSession().setLocale(preferences.language());
            started.getUI().setLocale(preferences.language());
        }
    }
}
