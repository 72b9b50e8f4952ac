package live.onair.ui.cues;

import com.vaadin.flow.component.html.Div;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.cdn.Quality;
import live.onair.moderation.Moderation;
import live.onair.orders.Orders;
import live.onair.scheduling.Shows;
import live.onair.ui.Pulse;

/** What the control room shows of other rooms. */
@Singleton
class ControlPanes {

    private final Shows shows;
    private final Orders orders;
    private final Quality quality;
    private final Moderation moderation;
    private final Pulse pulse;

    @Inject
    ControlPanes(Shows shows, Orders orders, Quality quality, Moderation moderation, Pulse pulse) {
        this.shows = shows;
        this.orders = orders;
        this.quality = quality;
        this.moderation = moderation;
        this.pulse = pulse;
    }

    /** How long it runs, who watches, how it sells and plays. */
    Div figures(String show) {
        return new ControlFigures(shows, orders, quality, show, pulse);
    }

    /** What its viewers say. */
    Div chat(String show) {
        return new ControlChat(moderation, show, pulse);
    }
}
