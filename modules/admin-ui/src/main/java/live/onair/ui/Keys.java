package live.onair.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * Single keys that press buttons. The key stands in the button, in the help behind {@code ?} and in the palette; one
 * listener in the browser presses it, and stays silent while somebody types or composes Hangul.
 */
public final class Keys {

    private Keys() {}

    /** The same for one that opens a field to type in: keys that follow before it is there press nothing. */
    public static Button asking(Button button, String key) {
        button.getElement().setAttribute("data-asks", true);
        return on(button, key);
    }

    /** Gives the button this key, a letter or digit. */
    public static Button on(Button button, String key) {
        String shown = key.toUpperCase(Locale.ROOT);
        button.getElement().setAttribute("data-key", key);
        button.getElement().setAttribute("aria-keyshortcuts", shown);
        Span cap = new Span(shown);
        cap.addClassName("on-key");
        cap.getElement().setAttribute("aria-hidden", "true");
        button.setSuffixComponent(cap);
        return button;
    }
}
