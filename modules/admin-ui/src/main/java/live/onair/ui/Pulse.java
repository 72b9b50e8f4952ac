package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps live values live: once a second each attached view that asked for it reads again, as the person whose screen it
 * is, and pushes what has changed.
 */
@Singleton
public class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "onair-pulse");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts beating. */
    public Pulse() {
        timer.scheduleWithFixedDelay(() -> listeners.values().forEach(Runnable::run), 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /** Runs the refresh every second while the component is attached, acting as the person of its user interface. */
    public void every(Component component, Runnable refresh) {
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            Actor actor = Acting.actor();
            Object key = new Object();
            listeners.put(key, () -> beat(ui, actor, refresh));
            Registration[] once = new Registration[1];
            once[0] = component.addDetachListener(detached -> {
                listeners.remove(key);
                once[0].remove();
            });
        });
    }

    private static void beat(UI ui, Actor actor, Runnable refresh) {
        try {
            ui.access(() -> {
                try (Acting acting = Acting.as(actor)) {
                    assert acting != null;
                    refresh.run();
                }
            });
        } catch (UIDetachedException e) {
            // the screen was closed between two beats; its detach listener removes it
        } catch (RuntimeException e) {
            // an exception that leaves a timer's task ends the timer: all screens would stand still
            LOG.warn("a screen could not be refreshed", e);
        }
    }
}
