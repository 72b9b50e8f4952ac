package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** What has happened to a show: the states it has passed, and what differs from what was approved. */
class ShowHistory extends Div {

    ShowHistory(ShowRows.Show show, List<ShowRows.Transition> history, List<ShowRows.Difference> differences) {
        if (!differences.isEmpty()) {
            Div changes = Parts.box("sec");
            differences.forEach(d -> changes.add(Parts.box(
                    "row t13",
                    Parts.text(Texts.of("field." + d.field()), "c3"),
                    Parts.text(d.approved(), "c2"),
                    Parts.text("→"),
                    Parts.text(d.now(), "b"))));
            add(Parts.pane(Texts.of("show.sinceApproval"), changes));
        }
        OrderedList steps = new OrderedList();
        steps.addClassName("on-steps");
        steps.add(step(
                Times.brief(show.review().createdAt()),
                Texts.of("show.created"),
                show.review().createdBy(),
                ""));
        for (ShowRows.Transition t : history) {
            steps.add(step(
                    Times.brief(t.at()),
                    Badges.word(t.from()) + " → " + Badges.word(t.to()),
                    t.actor() + " · " + Texts.pick(t.source().ko(), t.source().en()),
                    t.sentence(Texts.locale())));
        }
        add(Parts.pane(Texts.of("show.history"), steps));
    }

    private static ListItem step(String when, String what, String who, String why) {
        ListItem item =
                new ListItem(Parts.text(when, "c3", "t12"), Parts.text(what, "b", "t13"), Parts.text(who, "c2", "t13"));
        if (!why.isBlank()) {
            item.add(Parts.text(why, "t13"));
        }
        return item;
    }
}
