package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;

/** What takes the picture from the viewers of a running show: each with its plan and a reason first, and its way back. */
@Singleton
class CoverButtons {

    private final Lifecycle lifecycle;

    @Inject
    CoverButtons(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
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
                        lifecycle, show, confirmed -> ShowActions.after(lifecycle.slateOn(confirmed), then)));
    }

    private Button blur(ShowRows.Show show, Runnable then) {
        if (show.airtime().blurOn()) {
            return ShowActions.reasoned("shows.blurOff", true, then, reason -> lifecycle.blurOff(show.id(), reason));
        }
        return Actions.button(
                Lifecycle.class,
                "shows.blurOn",
                () -> ShowSheets.blur(
                        lifecycle, show, confirmed -> ShowActions.after(lifecycle.blurOn(confirmed), then)));
    }

    private Button stop(ShowRows.Show show, Runnable then) {
        return Actions.button(
                Lifecycle.class,
                "shows.stop",
                () -> ShowSheets.stop(
                        lifecycle, show, confirmed -> ShowActions.after(lifecycle.stop(confirmed), then)));
    }
}
