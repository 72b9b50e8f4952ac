package live.onair.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import live.onair.kernel.Actor;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The beat of live screens. */
class PulseTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<UI> absent = ConcurrentHashMap.newKeySet();
    private final Pulse pulse =
            new Pulse(this::nobody, Clock.systemUTC(), ui -> !absent.contains(ui), Duration.ofMillis(100));

    private Optional<Actor> nobody(String session) {
        asked.add(session);
        throw new UIDetachedException();
    }

    @AfterEach
    void stop() {
        pulse.stop();
    }

    /** A dialog is attached when an answer is written, and that may be a beat's: nobody's request is served then. */
    @Test
    void a_pane_that_is_attached_between_two_requests_beats_as_the_person_of_its_screen() {
        assertThat(VaadinServletRequest.getCurrent()).isNull();
        UI ui = new UI();
        ui.getInternals().setSession(new SignedInAs("a-session"));
        Div pane = new Div();
        pulse.every(pane, () -> {});
        ui.add(pane);
        await().atMost(Leave.of(Duration.ofSeconds(10))).until(() -> asked.contains("a-session"));
    }

    private Div beating(UI ui, String session) {
        ui.getInternals().setSession(new SignedInAs(session));
        Div pane = new Div();
        pulse.every(pane, () -> {});
        ui.add(pane);
        return pane;
    }

    /** What is read for nobody would pile up for as long as the session lasts. */
    @Test
    void a_screen_whose_browser_is_away_reads_nothing_and_is_closed_when_it_stays_away() {
        UI away = new Screen();
        absent.add(away);
        Div gone = beating(away, "away");
        UI here = new Screen();
        Div stays = beating(here, "here");
        await().atMost(Leave.of(Duration.ofSeconds(10))).until(() -> !gone.isAttached());
        await().atMost(Leave.of(Duration.ofSeconds(10))).until(() -> asked.contains("here"));
        assertThat(away.isClosing()).isTrue();
        assertThat(asked).doesNotContain("away");
        assertThat(stays.isAttached()).isTrue();
    }

    /** One that does at once what others ask of it. */
    private static final class Screen extends UI {
        @Override
        public Future<Void> access(Command command) {
            setCurrent(this);
            command.execute();
            setCurrent(null);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Vaadin's session of a browser that is signed in. */
    private static final class SignedInAs extends VaadinSession {

        private final transient WrappedSession browser;

        SignedInAs(String id) {
            super(null);
            browser = (WrappedSession) Proxy.newProxyInstance(
                    SignedInAs.class.getClassLoader(),
                    new Class<?>[] {WrappedSession.class},
                    (self, method, arguments) ->
                            method.getName().equals("getAttribute") && SignedIn.ATTRIBUTE.equals(arguments[0])
                                    ? id
                                    : null);
        }

        @Override
        public WrappedSession getSession() {
            return browser;
        }

        @Override
        public void checkHasLock() {
            // nobody else is there
        }

        @Override
        public void checkHasLock(String message) {
            // nobody else is there
        }

        @Override
        public boolean hasLock() {
            return true;
        }
    }
}
