package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** A move beside the board: what it changes, what it would meet, and the ways out. */
class MoveCard extends Div {

    /** What can be done about a move that clashes. */
    interface Ways {
        /** Drops the show where it is free. */
        void dropAt(Instant start);

        /** Asks for another time by dialog. */
        void otherTime();

        /** Leaves the show where it was. */
        void giveUp();
    }

    MoveCard(BoardMoves.Answer move, Ways ways) {
        addClassName("on-move");
        add(changes(move));
        if (move.losesApproval()) {
            Div note = Parts.box("note warn", Parts.icon("warn"), Parts.text(Texts.of("board.losesApproval")));
            add(Parts.box("sec", note));
        }
        if (!move.isFree()) {
            add(clashes(move, ways));
        }
    }

    private static Div changes(BoardMoves.Answer move) {
        ShowRows.Show show = move.show();
        BoardMoves.Spot to = move.spot();
        DescriptionList list = new DescriptionList();
        list.addClassName("kv");
        boolean otherDay = !Times.day(show.startsAt()).equals(Times.day(to.from()));
        line(
                list,
                Texts.of("show.time"),
                otherDay ? Times.brief(show.startsAt()) : Times.clock(show.startsAt()),
                otherDay ? Times.brief(to.from()) : Times.clock(to.from()));
        line(list, Texts.of("board.length"), length(show.startsAt(), show.endsAt()), length(to.from(), to.to()));
        var channel = move.to();
        line(list, Texts.of("show.channel"), show.channel().name(), channel == null ? to.channel() : channel.name());
        line(list, Texts.of("show.studio"), name(show.studio()), name(move.studio()));
        H3 head = new H3(Texts.of("board.changes"));
        head.add(Parts.text(Texts.of("board.asOf", Times.seconds(move.at())), "age", "push"));
        Div section = Parts.box("sec", head, list);
        section.setId("move-changes");
        return section;
    }

    private static void line(DescriptionList list, String what, String before, String after) {
        if (!before.equals(after)) {
            DescriptionList.Description value = new DescriptionList.Description(Parts.text(before + " → "));
            value.add(Parts.text(after, "b"));
            list.add(new DescriptionList.Term(what), value);
        }
    }

    private static String length(Instant from, Instant to) {
        return Texts.of("board.minutes", Duration.between(from, to).toMinutes());
    }

    private static String name(ShowRows.@Nullable Named studio) {
        return studio == null ? Texts.of("board.noStudio") : studio.name();
    }

    private static Div clashes(BoardMoves.Answer move, Ways ways) {
        H3 head = new H3(Texts.of("board.clashes"));
        head.add(Parts.text(String.valueOf(move.reasons().size()), "fault", "fg"));
        UnorderedList list = new UnorderedList();
        list.addClassNames("on-clashes", "fault", "t13");
        move.reasons().forEach(reason -> list.add(new ListItem(Parts.icon("fault"), Parts.text(reason))));
        Div buttons = Parts.box("row on-wrap");
        Instant free = move.free();
        if (free != null) {
            boolean sameDay = Times.day(free).equals(Times.day(move.spot().from()));
            Button drop = small(new Button(
                    Texts.of("board.dropAt", sameDay ? Times.clock(free) : Times.brief(free)), e -> ways.dropAt(free)));
            drop.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            drop.setId("drop-at-free");
            buttons.add(drop);
        }
        Button other = small(new Button(Texts.of("board.otherTime"), e -> ways.otherTime()));
        other.setId("other-time");
        Button giveUp = small(new Button(Texts.of("board.giveUp"), e -> ways.giveUp()));
        giveUp.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        giveUp.setSuffixComponent(Parts.text("Esc", "on-key"));
        buttons.add(other, giveUp);
        Div section = Parts.box("sec", head, list, Parts.text(Texts.of("board.notSaved"), "t13", "c2"), buttons);
        section.setId("move-clashes");
        return section;
    }

    private static Button small(Button button) {
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
