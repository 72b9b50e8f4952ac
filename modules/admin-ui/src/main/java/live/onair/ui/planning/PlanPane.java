package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import live.onair.planning.Series;
import live.onair.planning.Templates;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;

/** Planners' tools for one show: repeat it, keep it as a template; its series and its marks. */
public final class PlanPane extends Div {

    private final transient PlanningDialogs dialogs;
    private final transient Runnable then;

    /** The tools of a show; what they changed is told afterwards. */
    public PlanPane(PlanningDialogs dialogs, ShowRows.Show show, Runnable then) {
        this.dialogs = dialogs;
        this.then = then;
        addClassName("pane");
        Div tools = Parts.box("sec row on-wrap");
        tools.add(buttons(show));
        add(tools);
        dialogs.seriesPane(show, then).ifPresent(series -> add(Parts.box("on-plan-side", series)));
        add(dialogs.marksPane(show));
    }

    private Button[] buttons(ShowRows.Show show) {
        Button weekly = Actions.button(Series.class, "series.create", () -> dialogs.weekly(show, then));
        Button keep = Actions.button(Templates.class, "templates.save", () -> dialogs.keepAsTemplate(show));
        Button change = Actions.button(
                Series.class,
                "series.change",
                () -> Reasons.text(
                        Actions.label(Series.class, "series.change"),
                        Texts.of("show.title"),
                        title -> dialogs.change(show, show.version(), titled(title), then)));
        Button cancel = Actions.button(Series.class, "series.cancel", () -> dialogs.cancel(show, then));
        boolean series = dialogs.seriesOf(show.id()).isPresent();
        boolean open = series && !show.state().isOver() && !show.state().isLive();
        weekly.setVisible(weekly.isVisible() && !series);
        change.setVisible(change.isVisible() && open);
        cancel.setVisible(cancel.isVisible() && open);
        return new Button[] {weekly, change, cancel, keep};
    }

    private static Shows.Schedule titled(String title) {
        return new Shows.Schedule(title, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
