package live.onair.ui.replays;

import java.time.Duration;
import java.util.function.Consumer;
import live.onair.ui.Live;

/** Plays a recording with its controls, and tells each second at which it stands. */
class ReplayPlayer extends Live {

    private static final String SECOND = "event.detail";

    ReplayPlayer(String src, String label, Consumer<Duration> at) {
        super(src, label);
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
