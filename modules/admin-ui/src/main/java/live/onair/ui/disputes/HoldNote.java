package live.onair.ui.disputes;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import live.onair.disputes.DisputeHolds;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Says beside a show that its recording is kept because of a dispute, since when and for which order. */
@Singleton
public class HoldNote {

    private final DisputeHolds holds;

    @Inject
    HoldNote(DisputeHolds holds) {
        this.holds = holds;
    }

    /** Those that hold it now. */
    public List<DisputeHold> of(String show) {
        return holds.of(show).stream().filter(hold -> hold.release() == null).toList();
    }

    /** Says them; nothing where there are none. */
    public Div draw(List<DisputeHold> open) {
        if (open.isEmpty()) {
            return new Div();
        }
        Div section = Parts.box("sec", new H3(Texts.of("holds.show.head")));
        section.setId("show-holds");
        section.add(Parts.state("running", "lock", Texts.of("holds.open")));
        open.forEach(hold -> section.add(Parts.text(
                hold.order() + " · " + hold.reason() + " · " + Times.brief(hold.heldAt()) + " " + hold.heldBy(),
                "t13")));
        section.add(new Anchor("disputes", Texts.of("holds.show.link")));
        return section;
    }
}
