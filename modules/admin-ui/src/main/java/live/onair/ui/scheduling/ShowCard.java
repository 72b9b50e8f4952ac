package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.RouterLink;
import java.util.function.Consumer;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The chosen show beside the board: what it is, and what can be done with it here. */
class ShowCard extends Div {

    ShowCard(ShowRows.Show show, ShowDialogs dialogs, Consumer<ShowRows.Show> then) {
        addClassName("on-card");
        ShowRows.Named studio = show.studio();
        RouterLink open = new RouterLink(Texts.of("show.open"), ShowView.class, ShowView.of(show.id()));
        open.setId("open-show");
        Div head = Parts.box(
                "sec",
                Parts.box("row", Badges.of(show.state()), Badges.of(show.health()), Parts.text(show.id(), "c3", "t12")),
                new H2(show.title()),
                Parts.text(
                        Times.day(Times.day(show.startsAt())) + " " + Times.range(show.startsAt(), show.endsAt()),
                        "c2",
                        "t13"),
                Parts.text(show.channel().name() + (studio == null ? "" : " · " + studio.name()), "c2", "t13"),
                open);
        Button move = Actions.button(Shows.class, "shows.move", () -> dialogs.move(show, then));
        Button change = Actions.button(Shows.class, "shows.change", () -> dialogs.change(show, then));
        boolean open4change = isOpen(show.state());
        move.setEnabled(open4change);
        change.setEnabled(open4change);
        add(head, Parts.box("sec row", move, change));
        if (!open4change) {
            add(Parts.box("sec", Parts.text(Texts.of("show.fixed"), "c2", "t13")));
        }
    }

    private static boolean isOpen(ShowState state) {
        return state == ShowState.DRAFT || state == ShowState.IN_REVIEW || state == ShowState.APPROVED;
    }
}
