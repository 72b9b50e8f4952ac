package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import live.onair.planning.Copies;
import live.onair.planning.Series;
import live.onair.planning.Templates;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Planners' tools for one show: copy it, repeat it, keep it as a template; its series and its marks. */
@Route(value = "shows/:show/plan", layout = Shell.class)
@PermitAll
@Dependent
class PlanView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Shows shows;
    private final transient PlanningDialogs dialogs;
    private String id = "";

    @Inject
    PlanView(Shows shows, PlanningDialogs dialogs) {
        this.shows = shows;
        this.dialogs = dialogs;
        addClassName("on-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("show").orElse("");
        draw();
    }

    private void draw() {
        removeAll();
        shows.find(id)
                .ifPresentOrElse(this::draw, () -> add(Parts.empty(Texts.of("show.gone"), Texts.of("show.gone.why"))));
    }

    private void draw(ShowRows.Show show) {
        Div side = Parts.box("pane on-plan-side");
        dialogs.seriesPane(show, this::draw).ifPresent(side::add);
        String place = Times.brief(show.startsAt()) + " · " + show.channel().name();
        Div tool = Parts.box(
                "tool",
                new H1(show.title()),
                Parts.text(place, "c2", "t13"),
                new Anchor("shows/" + show.id(), show.id()),
                Parts.box("push"));
        tool.add(buttons(show));
        add(tool, Parts.box("on-columns", Parts.box("pane grow", dialogs.marksPane(show)), side));
    }

    private Button[] buttons(ShowRows.Show show) {
        Button copy = Actions.button(Copies.class, "copies.make", () -> dialogs.copy(List.of(show), this::draw));
        Button weekly = Actions.button(Series.class, "series.create", () -> dialogs.weekly(show, this::draw));
        Button keep = Actions.button(Templates.class, "templates.save", () -> dialogs.keepAsTemplate(show));
        Button change = Actions.button(
                Series.class,
                "series.change",
                () -> Reasons.text(
                        Actions.label(Series.class, "series.change"),
                        Texts.of("show.title"),
                        title -> dialogs.change(show, show.version(), titled(title), this::draw)));
        Button cancel = Actions.button(Series.class, "series.cancel", () -> dialogs.cancel(show, this::draw));
        boolean series = dialogs.seriesOf(show.id()).isPresent();
        boolean open = series && !show.state().isOver() && !show.state().isLive();
        weekly.setVisible(weekly.isVisible() && !series);
        change.setVisible(change.isVisible() && open);
        cancel.setVisible(cancel.isVisible() && open);
        return new Button[] {copy, weekly, change, cancel, keep};
    }

    private static Shows.Schedule titled(String title) {
        return new Shows.Schedule(title, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Override
    public String getPageTitle() {
        return Texts.of("plan.title", id) + " · Onair";
    }
}
