package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.cdn.Cdns;
import live.onair.cdn.Cdns.Door;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Whether each CDN was seen to refuse what is not signed. */
final class SecurityPane extends ReadPane<List<Door>> {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final transient Cdns cdns;

    SecurityPane(Cdns cdns, Pulse pulse) {
        super("cdn", "security");
        this.cdns = cdns;
        head.add(Parts.text(Texts.of("cdn.security.how"), "c2", "t12"));
        slowly(EVERY, pulse);
    }

    @Override
    protected List<Door> read() {
        return cdns.doors();
    }

    @Override
    protected void draw(List<Door> doors) {
        if (doors.isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.none"), Texts.of("cdn.none.why")));
        }
        doors.forEach(door -> rows.add(row(door)));
    }

    private static Div row(Door door) {
        Instant at = door.at();
        Div row = Parts.box(
                "on-cdn-row",
                Parts.text(door.cdn(), "b", "t13"),
                Parts.box("row on-wrap", state(door), Parts.text(at == null ? "" : Times.brief(at), "c3", "t12")));
        row.getElement().setAttribute("data-cdn", door.cdn());
        return row;
    }

    private static Span state(Door door) {
        Integer status = door.bareStatus();
        if (!door.signs()) {
            return Parts.state("stale q", "stale", Texts.of("cdn.security.open"));
        }
        if (status == null || status == 0) {
            return Parts.state("stale q", "stale", Texts.of("cdn.security.unseen"));
        }
        return status == 401 || status == 403
                ? Parts.state("ok q", "lock", Texts.of("cdn.security.refused", status))
                : Parts.state("fault q", "fault", Texts.of("cdn.security.given", String.valueOf(status)));
    }
}
