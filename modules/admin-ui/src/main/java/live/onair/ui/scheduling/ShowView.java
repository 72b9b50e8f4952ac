package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Environment;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** One show: where it stands, what can be done, its picture, its gate, its history. */
@Route(value = "shows/:show", layout = Shell.class)
@PermitAll
@Dependent
class ShowView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Shows shows;
    private final transient Channels channels;
    private final transient Gate gate;
    private final transient Interruptions interruptions;
    private final transient ShowActions actions;
    private final transient Environment environment;
    private final transient Clock clock;
    private final Div head = Parts.box("head");
    private final Div main = Parts.box("grow on-scroll");
    private final Div side = Parts.box("on-side");
    private String id = "";
    private String title = "";
    private transient @Nullable Seen seen;

    /** What the page shows, to draw only what has changed. */
    private record Seen(
            ShowRows.Show show,
            java.util.List<Gate.Row> checks,
            java.util.List<Interruptions.Row> alarms,
            java.util.List<ShowRows.Transition> history) {}

    @Inject
    ShowView(
            Shows shows,
            Channels channels,
            Gate gate,
            Interruptions interruptions,
            ShowActions actions,
            Environment environment,
            Clock clock,
            Pulse pulse) {
        this.shows = shows;
        this.channels = channels;
        this.gate = gate;
        this.interruptions = interruptions;
        this.actions = actions;
        this.environment = environment;
        this.clock = clock;
        addClassName("on-page");
        add(head, Parts.box("on-columns", main, side));
        pulse.every(this, this::refresh);
    }

    static RouteParameters of(String show) {
        return new RouteParameters("show", show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("show").orElse("");
        seen = null;
        refresh();
    }

    private void refresh() {
        shows.find(id).ifPresentOrElse(this::look, this::gone);
    }

    private void gone() {
        title = Texts.of("show.gone");
        head.removeAll();
        main.removeAll();
        side.removeAll();
        main.add(Parts.empty(Texts.of("show.gone"), Texts.of("show.gone.why")));
    }

    private void look(ShowRows.Show show) {
        Seen now = new Seen(show, gate.of(id), interruptions.of(id), shows.history(id));
        if (now.equals(seen)) {
            return;
        }
        Seen before = seen;
        seen = now;
        title = show.title();
        drawHead(show);
        drawSide(now);
        if (before == null
                || !ShowPicture.isSame(before.show(), show)
                || !before.history().equals(now.history())) {
            drawMain(now);
        }
    }

    private void drawHead(ShowRows.Show show) {
        head.removeAll();
        H1 name = new H1(show.title());
        ShowRows.Named studio = show.studio();
        Div facts = Parts.box(
                "facts",
                Parts.text(
                        Times.day(Times.day(show.startsAt())) + " " + Times.range(show.startsAt(), show.endsAt())
                                + " KST",
                        "b"),
                Parts.text(show.channel().name() + (studio == null ? "" : " · " + studio.name())),
                Parts.text(
                        show.hosts().isEmpty()
                                ? Texts.of("show.noHost")
                                : String.join(
                                        ", ",
                                        show.hosts().stream()
                                                .map(ShowRows.Named::name)
                                                .toList())),
                Parts.text(show.id(), "c3"));
        Div states = Parts.box("row", name, Badges.of(show.state()), Badges.of(show.health()), Parts.box("push"));
        states.addClassName("on-wrap");
        states.add(actions.buttons(show, this::refresh));
        head.add(states, facts);
    }

    private void drawMain(Seen now) {
        main.removeAll();
        main.add(new ShowPicture(now.show(), environment));
        main.add(new ShowHistory(now.show(), now.history(), shows.diffSinceApproval(id)));
    }

    private void drawSide(Seen now) {
        side.removeAll();
        side.add(ShowPanes.alarms(now.alarms(), clock.instant(), interruptions, this::refresh));
        side.add(ShowPanes.gate(now.checks()));
        channels.find(now.show().channel().id())
                .ifPresent(channel -> side.add(ShowPanes.encoder(channel, environment, channels)));
        side.add(ShowPanes.plan(now.show()));
    }

    @Override
    public String getPageTitle() {
        return (title.isEmpty() ? id : title) + " · Onair";
    }
}
