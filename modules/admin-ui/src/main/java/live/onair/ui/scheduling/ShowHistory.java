package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The states a show has passed: when, by whom, why. */
class ShowHistory extends Div {

    ShowHistory(ShowRows.Show show, List<ShowRows.Transition> history, boolean inCloud) {
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
        Div pane = Parts.pane(Texts.of("show.history"), steps);
        if (inCloud) {
            Anchor calls = new Anchor("inventory/calls?q=" + show.id(), Texts.of("show.calls"));
            calls.setRouterIgnore(false);
            calls.setId("show-calls");
            pane.add(Parts.box("sec", calls));
        }
        add(pane);
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
