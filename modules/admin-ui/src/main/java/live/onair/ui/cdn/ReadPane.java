package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** A pane of the page: read with each pulse, and drawn anew only when it reads another thing than before. */
abstract class ReadPane<T> extends Div {

    /** Its title, and what stands beside it. */
    protected final Div head = Parts.box("ph2");

    /** What is drawn anew. */
    protected final Div rows = Parts.box("on-cdn-rows");

    private transient @Nullable T shown;

    /**
     * A pane with its title.
     *
     * @param name part of its id: {@code cdn-looks}; its title's key is the same
     */
    ReadPane(String name) {
        addClassName("pane");
        setId("cdn-" + name);
        head.add(new H2(Texts.of("cdn." + name)));
        add(head, rows);
    }

    /** What it shows now. */
    abstract T read();

    /** Draws it; nothing is there any more. */
    abstract void draw(T now);

    /** With each pulse, and after what was done. */
    void refresh() {
        T now = read();
        if (!now.equals(shown)) {
            shown = now;
            rows.removeAll();
            draw(now);
        }
    }
}
