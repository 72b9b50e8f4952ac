package live.onair.ui.clips;

import com.vaadin.flow.component.Component;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.clips.Clips;
import live.onair.ui.Environment;
import live.onair.ui.Pulse;

/** The clips of a show, for its page. */
@Singleton
public class ClipPanes {

    private final Clips clips;
    private final Environment environment;
    private final Pulse pulse;

    @Inject
    ClipPanes(Clips clips, Environment environment, Pulse pulse) {
        this.clips = clips;
        this.environment = environment;
        this.pulse = pulse;
    }

    /** A pane that draws itself anew when something has changed. */
    public Component of(String show) {
        return new ClipsPane(clips, show, environment.edgeUrl().orElse(""), pulse);
    }
}
