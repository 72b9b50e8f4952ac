package live.onair.ui.replays;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Duration;
import java.util.function.Consumer;
import live.onair.ui.Texts;

/** Plays a recording with its controls, and tells each second at which it stands. */
@Tag("onair-player")
class ReplayPlayer extends Component {

    private static final String SECOND = "event.detail";

    ReplayPlayer(String src, String label, Consumer<Duration> at) {
        getElement().setAttribute("src", src);
        getElement().setAttribute("label", label);
        getElement().setAttribute("none", Texts.of("player.none"));
        getElement().setAttribute("controls", true);
        getElement()
                .addEventListener(
                        "onair-second",
                        e -> at.accept(
                                Duration.ofSeconds((long) e.getEventData().getNumber(SECOND))))
                .addEventData(SECOND);
    }

    /** Goes there, and stays as it is: playing or paused. */
    void seek(Duration position) {
        getElement().callJsFunction("seek", position.toMillis() / 1000.0);
    }
}
