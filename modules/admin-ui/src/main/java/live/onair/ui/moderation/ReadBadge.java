package live.onair.ui.moderation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import live.onair.moderation.ModerationRows.Chat;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Says in red that what viewers say is not read here: a quiet chat looks the same. Nothing where all is well. */
class ReadBadge extends Div {

    private final transient Clock clock;
    private String shown = "";

    ReadBadge(Clock clock) {
        this.clock = clock;
        setId("chat-behind");
        setVisible(false);
        getElement().setAttribute("role", "alert");
    }

    void draw(Chat chat) {
        Instant read = chat.asOf();
        String words = !chat.isBehind(clock.instant())
                ? ""
                : read == null
                        ? Texts.of("moderation.behind.never")
                        : Texts.of("moderation.behind", Times.seconds(read));
        if (words.equals(shown)) {
            return;
        }
        shown = words;
        removeAll();
        setVisible(!words.isEmpty());
        if (!words.isEmpty()) {
            add(Parts.state("fault", "fault", words));
        }
    }

    /** The sign of a chat that is over. */
    static Span over() {
        Span over = Parts.state("ended q", "ended", Texts.of("moderation.over"));
        over.setId("chat-over");
        return over;
    }
}
