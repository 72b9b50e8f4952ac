package live.onair.ui.scheduling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The schedule itself: the board, or the table where one is wanted or a board has no room. */
class ScheduleBody extends Div {

    private final Board board;
    private final ShowTable table;
    private final Button moveMany;
    private final Div empty = Parts.empty(Texts.of("board.none"), Texts.of("board.none.why"));
    private boolean narrow;

    ScheduleBody(Board board, Bookings bookings, ScheduleExtras extras, Component create, ScheduleSide.Page page) {
        this.board = board;
        addClassName("on-board-body");
        table = new ShowTable(page::chose, this::choseMany);
        moveMany = Actions.button(
                Bookings.class, "shows.moveAll", () -> extras.shift(bookings, table.getSelectedItems(), page::refresh));
        moveMany.setEnabled(false);
        empty.setId("board-empty");
        empty.add(create);
    }

    private void choseMany(Set<ShowRows.Show> many) {
        moveMany.setEnabled(!many.isEmpty());
    }

    /** Whether there is little room; says whether that is news. */
    boolean fit(boolean little) {
        boolean news = little != narrow;
        narrow = little;
        return news;
    }

    /** Draws all anew, or what has changed; says whether there is nothing to see. */
    boolean draw(BoardPlace place, BoardWeek week, Instant now, boolean anew) {
        boolean isBoard = place.view() != BoardPlace.View.LIST && !narrow;
        boolean none = isBoard
                && week.touching(place.first(), place.end())
                        .noneMatch(s -> place.shows(s.channel().id()));
        if (anew) {
            removeAll();
            add(empty);
            begin(place, week, now, isBoard);
        } else if (isBoard) {
            board.update(place, week);
        } else {
            list(place, week);
        }
        empty.setVisible(none);
        return none;
    }

    private void begin(BoardPlace place, BoardWeek week, Instant now, boolean isBoard) {
        if (isBoard) {
            add(board);
            board.draw(place, week, now);
            return;
        }
        table.columns(narrow);
        add(Parts.box("row on-list-tools", moveMany), table);
        list(place, week);
        LocalDate today = Times.day(now);
        table.scrollTo(s -> !Times.day(s.startsAt()).isBefore(place.day())
                && (!place.day().equals(today) || s.endsAt().isAfter(now)));
    }

    private void list(BoardPlace place, BoardWeek week) {
        table.update(week.touching(place.monday(), place.monday().plusDays(7))
                .filter(s -> place.shows(s.channel().id()))
                .toList());
    }
}
