package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import live.onair.identity.Sessions;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.DomainEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps live values live: once a second, and soon after anything has happened, each attached view that asked for it reads
 * again, as the person whose screen it is, and pushes what has changed. A screen whose browser is away reads nothing, since
 * nobody would see it; one that stays away is closed, and a browser that comes back to it after all loads its page anew.
 */
@Singleton
public class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "onair-pulse");
        thread.setDaemon(true);
        return thread;
    });

    /** A host reads what was told within a second; all that happens in so long a time is drawn together. */
    private static final long SOON_MILLIS = 150;

    private final AtomicBoolean soon = new AtomicBoolean();

    /** So long a browser may be away, asleep or without a net, and find its screen as it was. */
    private static final Duration AWAY = Duration.ofMinutes(5);

    /** How long the answer of identity counts, so that twenty panes of one screen ask once. */
    private static final long COUNTS_NANOS = TimeUnit.SECONDS.toNanos(3);

    private record Known(Optional<Actor> actor, long at) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Function<String, Optional<Actor>> sessions;
    private final Clock clock;
    private final Predicate<UI> there;
    private final Duration away;

    /** Starts beating; asks identity whether a screen's person is still signed in. */
    @Inject
    public Pulse(Sessions sessions, Clock clock) {
        this(sessions::find, clock, Pulse::isThere, AWAY);
    }

    Pulse(Function<String, Optional<Actor>> sessions, Clock clock, Predicate<UI> there, Duration away) {
        this.sessions = sessions;
        this.clock = clock;
        this.there = there;
        this.away = away;
        timer.scheduleWithFixedDelay(this::beatAll, 1, 1, TimeUnit.SECONDS);
    }

    private void beatAll() {
        soon.set(false);
        screens.forEach(this::beat);
    }

    /** What many do at once is shown once. */
    void happened(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        if (soon.compareAndSet(false, true)) {
            timer.schedule(this::beatAll, SOON_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** The present, as the whole console has it. */
    public Instant now() {
        return clock.instant();
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /**
     * Runs the refresh every second while the component is attached, acting as the person of its user interface. Who is
     * no longer signed in sees the sign-in page instead.
     */
    public void every(Component component, Runnable refresh) {
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            String session = SignedIn.id(ui).orElse("");
            Screen screen = new Screen(ui, session, refresh);
            screens.add(screen);
            Registration[] once = new Registration[1];
            once[0] = component.addDetachListener(detached -> {
                screens.remove(screen);
                known.remove(session);
                once[0].remove();
            });
        });
    }

    private Optional<Actor> who(String session) {
        long now = System.nanoTime();
        Known last = known.get(session);
        if (last == null || now - last.at() > COUNTS_NANOS) {
            last = new Known(sessions.apply(session), now);
            known.put(session, last);
        }
        return last.actor();
    }

    /** A view of somebody's screen that reads again and again. */
    private static final class Screen {

        private final UI ui;
        private final String session;
        private final Runnable refresh;
        private long seenNanos = System.nanoTime();

        Screen(UI ui, String session, Runnable refresh) {
            this.ui = ui;
            this.session = session;
            this.refresh = refresh;
        }

        /** Vaadin closes it with the next request of its session: none may ever come. */
        void close() {
            VaadinSession of = ui.getSession();
            if (of != null) {
                ui.access(() -> {
                    ui.close();
                    of.removeUI(ui);
                });
            }
        }
    }

    /** Whether a browser is connected to show what is read. */
    private static boolean isThere(UI ui) {
        PushConnection push = ui.getInternals().getPushConnection();
        return push == null || push.isConnected();
    }

    private void beat(Screen screen) {
        try {
            if (there.test(screen.ui)) {
                screen.seenNanos = System.nanoTime();
                draw(screen);
            } else if (System.nanoTime() - screen.seenNanos > away.toNanos()) {
                screens.remove(screen);
                screen.close();
            }
        } catch (UIDetachedException e) {
            // the screen was closed between two beats; its detach listener removes it
        } catch (RuntimeException e) {
            // an exception that leaves a timer's task ends the timer: all screens would stand still
            LOG.warn("a screen could not be refreshed", e);
        }
    }

    private void draw(Screen screen) {
        UI ui = screen.ui;
        Optional<Actor> actor = who(screen.session);
        if (actor.isEmpty()) {
            screens.remove(screen);
            ui.access(() -> ui.getPage().setLocation("/sign-in"));
            return;
        }
        ui.access(() -> {
            try (Acting acting = Acting.as(actor.get())) {
                assert acting != null;
                screen.refresh.run();
                // what rows draw, they draw now and as this person, not later when the answer is written
                ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
            }
        });
    }
}
