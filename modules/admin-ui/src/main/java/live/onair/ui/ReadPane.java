package live.onair.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pane of a page: read with each pulse, and drawn anew only when it reads another thing than before.
 *
 * @param <T> what it reads; its equality decides
 */
public abstract class ReadPane<T> extends Div {

    /** Its title, and what stands beside it. */
    protected final Div head = Parts.box("ph2");

    /** What is drawn anew. */
    protected final Div rows;

    private transient @Nullable T last;
    private transient @Nullable Object shown;
    private transient @Nullable Pulse pulse;
    private transient Duration pause = Duration.ZERO;
    private transient Instant due = Instant.MIN;

    /**
     * A pane with its title.
     *
     * @param area of the console, and part of its id and of its title's key
     * @param name the other part: {@code cdn-looks} is {@code cdn.looks}
     */
    protected ReadPane(String area, String name) {
        addClassName("pane");
        setId(area + "-" + name);
        head.add(new H2(Texts.of(area + "." + name)));
        rows = Parts.box("on-" + area + "-rows");
        add(head, rows);
    }

    /** What it shows now. */
    protected abstract T read();

    /** Draws it; nothing is there any more. */
    protected abstract void draw(T now);

    /** It need not be read more often than that. */
    protected final void slowly(Duration every, Pulse clock) {
        pause = every;
        pulse = clock;
    }

    /**
     * What decides whether it is drawn anew: by itself all that is read. What is pressed must stay where it is, so numbers that change all
     * the time are better written by {@link #tick}.
     */
    protected Object face(T now) {
        return now;
    }

    /** Writes what changes by itself, such as ages, into what is drawn. */
    protected void tick(T now) {
        // most panes have nothing of the kind
    }

    /** With each pulse, and after what was done. */
    public void refresh() {
        T before = last;
        boolean early = pulse != null && pulse.now().isBefore(due);
        T now = before != null && early ? before : read();
        if (pulse != null && !early) {
            due = pulse.now().plus(pause);
        }
        last = now;
        Object face = face(now);
        if (!face.equals(shown)) {
            shown = face;
            rows.removeAll();
            draw(now);
        }
        tick(now);
    }

    /** Reads at once, however slowly it is read else. */
    protected final void anew() {
        due = Instant.MIN;
        refresh();
    }
}
