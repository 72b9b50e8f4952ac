package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Span;
import live.onair.scheduling.ShowState;

/** The state of a show as every page has it. */
public final class ShowBadge {

    private ShowBadge() {}

    /** Word, icon and colour. */
    public static Span of(ShowState state) {
        return Badges.of(state);
    }

    /** The class of the look for what is in this state. */
    public static String style(ShowState state) {
        return Badges.style(state);
    }
}
