package live.onair.ui.cues;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.pins.ShowStall;
import live.onair.ui.scheduling.ControlPicture;
import org.jspecify.annotations.Nullable;

/** The control room of one show: its cue sheet, its picture, what is sold, what viewers say, and the host. */
@Route(value = "control/:show", layout = Shell.class)
@PermitAll
@Dependent
class ControlView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CuePanes rooms;
    private final transient ControlPicture picture;
    private final transient ShowStall stall;
    private final transient ControlPanes panes;
    private final transient Pulse pulse;
    private final H1 name = new H1();
    private final Div title = Parts.box("on-control-title");
    private final Div screen = Parts.box("on-control-screen");
    private final Div presses = Parts.box("on-control-presses row on-wrap");
    private final Div middle = Parts.region(Parts.box("on-control-middle on-scroll"), Texts.of("control.middle"));
    private String id = "";
    private transient @Nullable String drawn;
    private transient @Nullable String pictured;

    @Inject
    ControlView(CuePanes rooms, ControlPicture picture, ShowStall stall, ControlPanes panes, Pulse pulse) {
        this.rooms = rooms;
        this.picture = picture;
        this.stall = stall;
        this.panes = panes;
        this.pulse = pulse;
        addClassNames("on-page", "on-control");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("show").orElse("");
        getElement().setAttribute("data-object", id);
        removeAll();
        drawn = null;
        pictured = null;
        if (rooms.shows().find(id).isEmpty()) {
            add(Parts.empty(Texts.of("show.gone"), Texts.of("show.gone.why")));
            return;
        }
        middle.removeAll();
        middle.add(screen, presses, stall.live(id));
        add(
                Parts.box("on-control-head", title, Parts.box("push"), panes.figures(id)),
                Parts.box(
                        "on-control-columns",
                        new CueRail(rooms, id, pulse),
                        middle,
                        Parts.box("on-control-beside", panes.chat(id), new HostPane(rooms, id, pulse))));
        refresh();
        pulse.every(middle, this::refresh);
    }

    private void refresh() {
        rooms.shows().find(id).ifPresent(this::look);
    }

    private void look(ShowRows.Show show) {
        String shown = picture.state(show);
        String now =
                show.title() + shown + show.airtime().blurOn() + show.airtime().slateOn();
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        name.setText(show.title());
        title.removeAll();
        title.add(picture.badge(show), name, picture.link(show, Texts.of("control.show")));
        presses.removeAll();
        picture.interruptions(show, this::refresh).forEach(press -> {
            press.addThemeVariants(ButtonVariant.LUMO_SMALL);
            presses.add(press);
        });
        presses.setVisible(presses.getComponentCount() > 0);
        if (!shown.equals(pictured)) {
            pictured = shown;
            screen.removeAll();
            screen.add(picture.of(show));
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.of("cue.control") + " · " + name.getText() + " · Onair";
    }
}
