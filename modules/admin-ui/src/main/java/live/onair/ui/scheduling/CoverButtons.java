package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;

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
            return back("shows.slateOff", then, reason -> lifecycle.slateOff(show.id(), reason));
        }
        return Actions.button(
                Lifecycle.class,
                "shows.slateOn",
                () -> ShowSheets.slate(lifecycle, show, confirmed -> after(lifecycle.slateOn(confirmed), then)));
    }

    private Button blur(ShowRows.Show show, Runnable then) {
        if (show.airtime().blurOn()) {
            return back("shows.blurOff", then, reason -> lifecycle.blurOff(show.id(), reason));
        }
        return Actions.button(
                Lifecycle.class,
                "shows.blurOn",
                () -> ShowSheets.blur(lifecycle, show, confirmed -> after(lifecycle.blurOn(confirmed), then)));
    }

    private Button stop(ShowRows.Show show, Runnable then) {
        return Actions.button(
                Lifecycle.class,
                "shows.stop",
                () -> ShowSheets.stop(lifecycle, show, confirmed -> after(lifecycle.stop(confirmed), then)));
    }

    private static Button back(String id, Runnable then, Function<String, Outcome<ShowRows.Show>> command) {
        return Actions.button(
                Lifecycle.class,
                id,
                () -> Reasons.ask(Actions.label(Lifecycle.class, id), false, reason -> {
                    if (Parts.showed(command.apply(reason))) {
                        then.run();
                    }
                }));
    }

    private static Outcome<ShowRows.Show> after(Outcome<ShowRows.Show> outcome, Runnable then) {
        if (outcome.isDone()) {
            then.run();
        }
        return outcome;
    }
}
