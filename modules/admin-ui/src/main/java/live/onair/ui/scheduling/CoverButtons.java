package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import live.onair.cdn.Quality;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Texts;
import live.onair.ui.cdn.Watchers;

/** What takes the picture from the viewers of a running show: each with its plan and a reason first, and its way back. */
@Singleton
class CoverButtons {

    private final Lifecycle lifecycle;
    private final Quality quality;

    @Inject
    CoverButtons(Lifecycle lifecycle, Quality quality) {
        this.lifecycle = lifecycle;
        this.quality = quality;
    }

    /** Whom it hurts: all that watch now, and how many where players told. */
    private String hurts(ShowRows.Show show) {
        Map<String, Integer> watching = quality.viewers().get(show.id());
        return watching == null
                ? Texts.of("sheet.hurts.unknown")
                : Texts.of("sheet.hurts.viewers", Watchers.of(watching));
    }

    /** All that can be pressed now. */
    List<Button> of(ShowRows.Show show, Runnable then) {
        return switch (show.state()) {
            case STANDBY -> List.of(slate(show, then), stop(show, then));
            case ON_AIR -> List.of(slate(show, then), blur(show, then), stop(show, then));
            default -> List.of();
        };
    }

    private Button slate(ShowRows.Show show, Runnable then) {
        if (show.airtime().slateOn()) {
            return ShowActions.reasoned("shows.slateOff", false, then, reason -> lifecycle.slateOff(show.id(), reason));
        }
        return Actions.button(
                Lifecycle.class,
                "shows.slateOn",
                () -> ShowSheets.slate(
                        lifecycle,
                        show,
                        hurts(show),
                        confirmed -> ShowActions.after(lifecycle.slateOn(confirmed), then)));
    }

    private Button blur(ShowRows.Show show, Runnable then) {
        if (show.airtime().blurOn()) {
            return ShowActions.reasoned("shows.blurOff", true, then, reason -> lifecycle.blurOff(show.id(), reason));
        }
        return Actions.button(
                Lifecycle.class,
                "shows.blurOn",
                () -> ShowSheets.blur(
                        lifecycle,
                        show,
                        hurts(show),
                        confirmed -> ShowActions.after(lifecycle.blurOn(confirmed), then)));
    }

    private Button stop(ShowRows.Show show, Runnable then) {
        return Actions.button(
                Lifecycle.class,
                "shows.stop",
                () -> ShowSheets.stop(
                        lifecycle, show, hurts(show), confirmed -> ShowActions.after(lifecycle.stop(confirmed), then)));
    }
}
