package live.onair.ui.planning;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.planning.Imports;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An import under way: off the screen's thread, so that the screen goes on showing how long it takes. It comes to its end
 * also when the screen is closed.
 */
class ImportRun extends Span {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final transient Imports imports;
    private final transient ExecutorService executor;
    private final transient Pulse pulse;
    private @Nullable Instant since;

    ImportRun(Imports imports, ExecutorService executor, Pulse pulse) {
        this.imports = imports;
        this.executor = executor;
        this.pulse = pulse;
        setId("import-progress");
        addClassNames("t13", "c2", "on-import-progress");
        getElement().setAttribute("role", "status");
        pulse.every(this, this::tell);
    }

    boolean isUnderWay() {
        return since != null;
    }

    private void tell() {
        Instant start = since;
        if (start != null) {
            setText(Texts.of(
                    "import.running", Duration.between(start, pulse.now()).toSeconds()));
        }
    }

    /**
     * Starts; nothing happens while one is under way.
     *
     * @param then gets what came of it, on the screen's thread; null when it broke
     */
    void start(Imports.Upload upload, Consumer<@Nullable Outcome<Imports.Row>> then) {
        if (isUnderWay()) {
            return;
        }
        UI ui = UI.getCurrent();
        Actor actor = Acting.actor();
        since = pulse.now();
        executor.execute(() -> {
            @Nullable Outcome<Imports.Row> outcome = attempt(upload, actor);
            try {
                ui.access(() -> Acting.call(actor, () -> {
                    since = null;
                    setText("");
                    then.accept(outcome);
                    return true;
                }));
            } catch (UIDetachedException e) {
                // the screen was closed meanwhile; the import is in the list of past ones
            }
        });
    }

    private @Nullable Outcome<Imports.Row> attempt(Imports.Upload upload, Actor actor) {
        try {
            return Acting.call(actor, () -> imports.apply(upload));
        } catch (RuntimeException e) {
            LOG.warn("an import failed", e);
            return null;
        }
    }
}
