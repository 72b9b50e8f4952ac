package live.onair.ui.scheduling;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.Gate;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The schedule as a day, a week or a table; days, view, channels and chosen show are in the address. */
@Route(value = "schedule/:day?", layout = Shell.class)
@RouteAlias(value = "", layout = Shell.class)
@PermitAll
@Dependent
class ScheduleView extends Div implements BeforeEnterObserver, HasDynamicTitle, ScheduleSide.Page {

    /** Below this width in pixels a board has no room: the table takes its place. */
    private static final int NARROW = 760;

    private final transient BoardBook book;
    private final transient ShowDialogs dialogs;
    private final transient Bookings bookings;
    private final transient Pulse pulse;
    private final ScheduleTools tools;
    private final WeekStrip strip = new WeekStrip(day -> go(place().on(day)));
    private final ScheduleSide side;
    private final Board board;
    private final ShowTable table = new ShowTable(this::chose, this::choseMany);
    private final Button create;
    private final Button moveMany;
    private final Div body = Parts.box("on-board-body");
    private final Div empty = Parts.empty(Texts.of("board.none"), Texts.of("board.none.why"));
    private BoardPlace place = new BoardPlace(LocalDate.EPOCH, BoardPlace.View.DAY, Set.of(), null);
    private transient @Nullable BoardWeek shown;
    private boolean narrow;

    @Inject
    ScheduleView(
            BoardBook book,
            Shows shows,
            Gate gate,
            Bookings bookings,
            BoardMoves moves,
            ShowDialogs dialogs,
            Pulse pulse) {
        this.book = book;
        this.dialogs = dialogs;
        this.bookings = bookings;
        this.pulse = pulse;
        addClassNames("on-page", "on-schedule");
        side = new ScheduleSide(shows, gate, moves, dialogs, this);
        board = new Board(side);
        create = create("shows-schedule");
        tools = new ScheduleTools(this::go, () -> Times.day(pulse.now()), create);
        moveMany = Actions.button(Bookings.class, "shows.moveAll", this::moveMany);
        moveMany.setEnabled(false);
        empty.setId("board-empty");
        empty.add(create("empty-create"));
        add(tools, strip, Parts.box("on-columns", body, side));
        pulse.every(this, this::refresh);
    }

    private Button create(String id) {
        Button create = Actions.button(Shows.class, "shows.schedule", () -> dialogs.create(place.day(), this::settled));
        create.setIcon(Parts.icon("plus"));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setId(id);
        return create;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().retrieveExtendedClientDetails(d -> fit(d.getBodyClientWidth()));
        event.getUI().getPage().addBrowserWindowResizeListener(e -> fit(e.getWidth()));
    }

    private void fit(int width) {
        if (width > 0 && width < NARROW != narrow) {
            narrow = !narrow;
            shown = null;
            refresh();
        }
    }

    private BoardPlace place() {
        return place;
    }

    private void go(BoardPlace wanted) {
        UI.getCurrent().navigate(wanted.path(), wanted.query());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BoardPlace wanted = BoardPlace.read(event, Times.day(pulse.now()));
        if (!wanted.equals(place)) {
            boolean other = !wanted.with(null).equals(place.with(null));
            place = wanted;
            shown = other ? null : shown;
            board.choose(wanted.show());
            side.draw(wanted.show());
        }
        refresh();
    }

    @Override
    public void refresh() {
        BoardWeek before = shown;
        BoardWeek week = book.week(place.monday());
        String chosen = place.show();
        if (chosen != null && week.find(chosen).isEmpty()) {
            side.draw(chosen);
        }
        if (week.equals(before)) {
            return;
        }
        shown = week;
        side.draw(chosen);
        tools.draw(place, week.channels());
        strip.draw(place, week);
        boolean none = isBoard()
                && week.touching(place.first(), place.end())
                        .noneMatch(s -> place.shows(s.channel().id()));
        if (before == null) {
            body.removeAll();
            body.add(empty);
            drawAnew(week);
        } else if (isBoard()) {
            board.update(place, week);
        } else {
            list(week);
        }
        empty.setVisible(none);
        create.setThemeName(ButtonVariant.LUMO_PRIMARY.getVariantName(), !none);
    }

    private boolean isBoard() {
        return place.view() != BoardPlace.View.LIST && !narrow;
    }

    private void drawAnew(BoardWeek week) {
        if (isBoard()) {
            body.add(board);
            board.draw(place, week, pulse.now());
            return;
        }
        table.columns(narrow);
        body.add(Parts.box("row on-list-tools", moveMany), table);
        list(week);
        LocalDate today = Times.day(pulse.now());
        table.scrollTo(s -> !Times.day(s.startsAt()).isBefore(place.day())
                && (!place.day().equals(today) || s.endsAt().isAfter(pulse.now())));
    }

    private void list(BoardWeek week) {
        table.update(week.touching(place.monday(), place.monday().plusDays(7))
                .filter(s -> place.shows(s.channel().id()))
                .toList());
    }

    @Override
    public void chose(String show) {
        if (show.equals(place.show())) {
            return;
        }
        place = place.with(show);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(place.path(), place.query()));
        board.choose(show);
        side.draw(show);
    }

    private void choseMany(Set<ShowRows.Show> many) {
        moveMany.setEnabled(!many.isEmpty());
    }

    private void moveMany() {
        new ShiftDialog(bookings, table.getSelectedItems(), this::refresh).open();
    }

    @Override
    public void settled(ShowRows.Show show) {
        BoardPlace next = place.with(show.id());
        boolean there = next.view() != BoardPlace.View.DAY
                ? next.on(Times.day(show.startsAt())).monday().equals(place.monday())
                : Times.day(show.startsAt()).equals(place.day());
        if (there) {
            chose(show.id());
            refresh();
        } else {
            go(next.on(Times.day(show.startsAt())));
        }
    }

    @Override
    public Board board() {
        return board;
    }

    @Override
    public BoardWeek week() {
        return shown == null ? book.week(place.monday()) : shown;
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.schedule") + " · Onair";
    }
}
