package live.onair.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
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
import java.util.Locale;
import live.onair.kernel.Acting;
import live.onair.kernel.Attempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entrance of the console: nobody sees a view they may not see, and everybody reads their own language. */
@Singleton
public class Entrance {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

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
        event.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(Entrance::broken));
        event.getSource().setSystemMessagesProvider(Entrance::words);
    }

    /** Something broke behind a press: the log has it under a number, and the person is told that nothing was done. */
    private static void broken(ErrorEvent error) {
        String number = Acting.requestId().orElse("-");
        LOG.error("a press on the console broke, " + number, error.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null && ui.isAttached()) {
            Parts.broken(Texts.of("error.press", number));
        }
    }

    /** The framework's own messages in the reader's language; a session that is over leads to the sign-in page. */
    private static SystemMessages words(SystemMessagesInfo info) {
        Locale locale = info.getLocale();
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredCaption(Texts.of(locale, "system.expired"));
        words.setSessionExpiredMessage(Texts.of(locale, "system.expired.why"));
        words.setSessionExpiredURL("sign-in");
        words.setInternalErrorCaption(Texts.of(locale, "error.500"));
        words.setInternalErrorMessage(Texts.of(locale, "error.500.why"));
        words.setCookiesDisabledCaption(Texts.of(locale, "system.cookies"));
        words.setCookiesDisabledMessage(Texts.of(locale, "system.cookies.why"));
        return words;
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
            Locale language = preferences.language();
            started.getUI().getSession().setLocale(language);
            started.getUI().setLocale(language);
            SecondZone.keep(started.getUI(), preferences.chosen(Preferences.ZONE));
        }
        // screen readers choose their voice, and the calendar its way to write a day, by this
        String spoken = Texts.isEnglish(started.getUI().getLocale()) ? "en" : "ko";
        started.getUI().getPage().executeJs("document.documentElement.lang = $0", spoken);
        var away = started.getUI().getReconnectDialogConfiguration();
        away.setDialogText(Texts.of(started.getUI().getLocale(), "lost.title"));
        away.setDialogTextGaveUp(Texts.of(started.getUI().getLocale(), "lost.title"));
    }
}
