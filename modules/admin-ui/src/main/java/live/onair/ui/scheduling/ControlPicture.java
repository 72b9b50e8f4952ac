package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Environment;
import live.onair.ui.Live;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** The picture of a show for rooms that are about something else. */
@Singleton
public class ControlPicture {

    private final Channels channels;
    private final Environment environment;
    private final CoverButtons covers;

    @Inject
    ControlPicture(Channels channels, Environment environment, CoverButtons covers) {
        this.covers = covers;
        this.channels = channels;
        this.environment = environment;
    }

    private Optional<String> address(ShowRows.Show show) {
        return ShowPicture.address(show, channels.find(show.channel().id()), environment);
    }

    /** What the picture and the badge depend on. */
    public String state(ShowRows.Show show) {
        return show.state() + String.valueOf(show.health()) + address(show).orElse("");
    }

    /** Where it stands. */
    public Component badge(ShowRows.Show show) {
        return Parts.box(
                "row on-wrap", Badges.of(show.state()), Badges.of(show.health()), Badges.cover(show.airtime()));
    }

    /** The way to its page. */
    public RouterLink link(ShowRows.Show show, String words) {
        RouterLink link = new RouterLink(words, ShowView.class, ShowView.of(show.id()));
        link.addClassName("t13");
        return link;
    }

    /** What takes the picture away from viewers, each with its plan and a reason first; nothing where none is sent. */
    public List<Button> interruptions(ShowRows.Show show, Runnable then) {
        return covers.of(show, then);
    }

    /** What is to be seen of it now. */
    public Div of(ShowRows.Show show) {
        return address(show)
                .map(src -> Parts.box("on-control-picture", new Live(src, show.title())))
                .orElseGet(() -> Parts.empty(Texts.of("control.noPicture"), Texts.of("control.noPicture.why")));
    }
}
