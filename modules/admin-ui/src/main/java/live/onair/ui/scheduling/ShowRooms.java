package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.adreview.AdReview;
import live.onair.analytics.Analytics;
import live.onair.ui.Pulse;
import live.onair.ui.adreview.ClaimPane;
import live.onair.ui.analytics.NumbersPane;
import live.onair.ui.clips.ClipPanes;
import live.onair.ui.cues.CuePanes;
import live.onair.ui.pins.ShowStall;
import live.onair.ui.replays.ReplayPanes;

/** Panes of other rooms on a show's page. Each draws itself anew when something has changed. */
@Dependent
class ShowRooms {

    private final CuePanes cues;
    private final ShowStall stall;
    private final AdReview review;
    private final Analytics analytics;
    private final ClipPanes clips;
    private final ReplayPanes replays;
    private final Pulse pulse;

    @Inject
    ShowRooms(
            CuePanes cues,
            ShowStall stall,
            AdReview review,
            Analytics analytics,
            ClipPanes clips,
            ReplayPanes replays,
            Pulse pulse) {
        this.cues = cues;
        this.stall = stall;
        this.review = review;
        this.analytics = analytics;
        this.clips = clips;
        this.replays = replays;
        this.pulse = pulse;
    }

    Component of(ShowView.Which tab, String show) {
        return switch (tab) {
            case CUES -> cues.sheet(show);
            case PRODUCTS -> stall.of(show);
            case CLAIMS -> new ClaimPane(review, show, pulse);
            case NUMBERS -> new NumbersPane(analytics, show, pulse);
            case CHAT -> replays.of(show);
            case CLIPS -> clips.of(show);
            default -> throw new IllegalArgumentException(tab.name());
        };
    }
}
