package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.function.Consumer;
import live.onair.scheduling.Gate;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.SecondZone;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The chosen show beside the board: what it is, what a move would change, what can be done with it here. */
class ShowCard extends Div {

    private final Div move = new Div();

    ShowCard(ShowRows.Show show, List<Gate.Row> checks, ShowDialogs dialogs, Consumer<ShowRows.Show> then) {
        addClassName("on-card");
        ShowRows.Named studio = show.studio();
        RouterLink open = new RouterLink(Texts.of("show.open"), ShowView.class, ShowView.of(show.id()));
        open.setId("open-show");
        String where = show.channel().name() + (studio == null ? "" : " · " + studio.name());
        Div head = Parts.box(
                "sec",
                Parts.box("row", Badges.of(show.state()), Badges.of(show.health()), Parts.text(show.id(), "c3", "t12")),
                new H2(show.title()),
                when(show),
                Badges.of(show.arming()),
                Parts.text(show.hosts().isEmpty() ? where : where + " · " + BoardJson.hosts(show), "c2", "t13"),
                open);
        add(head, move, actions(show, dialogs, then));
        if (!show.state().isOver() && !checks.isEmpty()) {
            add(ready(checks));
        }
        add(Parts.box(
                "sec",
                Parts.text(
                        Texts.of(
                                "board.changedBy",
                                show.review().changedBy(),
                                Times.brief(show.review().changedAt())),
                        "c3",
                        "t12")));
    }

    private static Div when(ShowRows.Show show) {
        String here = Times.day(Times.day(show.startsAt())) + " " + Times.range(show.startsAt(), show.endsAt());
        Div when = Parts.box("col", Parts.text(here, "c2", "t13"));
        SecondZone.chosen()
                .ifPresent(zone -> when.add(Parts.text(zone.range(show.startsAt(), show.endsAt()), "c3", "t12")));
        return when;
    }

    /** Shows a move under way, or none. */
    void showMove(@Nullable MoveCard card) {
        move.removeAll();
        if (card != null) {
            move.add(card);
        }
    }

    private static Div actions(ShowRows.Show show, ShowDialogs dialogs, Consumer<ShowRows.Show> then) {
        Button move = small(Actions.button(Shows.class, "shows.move", () -> dialogs.move(show, then)));
        Button change = small(Actions.button(Shows.class, "shows.change", () -> dialogs.change(show, then)));
        boolean open = BoardJson.isMovable(show.state());
        move.setEnabled(open);
        change.setEnabled(open);
        Div section = Parts.box("sec", Parts.box("row on-wrap", move, change));
        section.setVisible(move.isVisible());
        if (!open) {
            section.add(Parts.text(Texts.of("show.fixed"), "c2", "t13"));
        }
        return section;
    }

    private static Button small(Button button) {
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** What nobody has reported yet is not known; it is no fault. */
    private static Div ready(List<Gate.Row> checks) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("on-ready", "t13");
        for (Gate.Row check : checks) {
            String style = Badges.style(check);
            Span name = Parts.state(style, style, Texts.pick(check.ko(), check.en()));
            name.addClassName("q");
            ListItem item = new ListItem(name, Parts.text(Badges.word(check), "c2", "push"));
            item.addClassName("row");
            list.add(item);
        }
        long ready = checks.stream().filter(c -> !c.holdsBack()).count();
        H3 head = new H3(Texts.of("board.readiness"));
        head.add(Parts.text(ready + "/" + checks.size(), "c2", "mid"));
        return Parts.box("sec", head, list);
    }
}
