package live.onair.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Buttons side by side, one of which is pressed: that one keeps the keyboard's place when they are drawn anew. */
public final class Choice {

    private Choice() {}

    /**
     * One of them.
     *
     * @param prefix what its id begins with; then comes the value in lower case, {@code all} for null
     * @param press draws the group anew
     */
    public static NativeButton button(Div group, String prefix, @Nullable Enum<?> value, String words, Press press) {
        NativeButton button = new NativeButton(words, e -> {
            press.chosen().run();
            group.getChildren()
                    .filter(one -> "true".equals(one.getElement().getAttribute("aria-pressed")))
                    .forEach(one -> one.getElement().callJsFunction("focus"));
        });
        button.setId(prefix + (value == null ? "all" : value.name().toLowerCase(Locale.ROOT)));
        button.getElement().setAttribute("aria-pressed", String.valueOf(press.pressed()));
        return button;
    }

    /** Keeps in the address of this page which of them is wanted only; null for all. */
    public static void inAddress(String path, @Nullable Enum<?> only) {
        QueryParameters query = only == null
                ? QueryParameters.empty()
                : QueryParameters.of("only", only.name().toLowerCase(Locale.ROOT));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, query));
    }

    /** Whether it is pressed now, and what a press does. */
    public record Press(boolean pressed, Runnable chosen) {}
}
