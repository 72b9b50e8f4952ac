package live.onair.ui.scheduling;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
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
import com.vaadin.flow.shared.Registration;
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
import live.onair.ui.ViewMenu;
import live.onair.ui.planning.ScheduleFiles;
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
    private final transient Pulse pulse;
    private final ScheduleTools tools;
    private final WeekStrip strip = new WeekStrip(day -> go(place().on(day)));
    private final ScheduleSide side;
    private final ViewMenu views;
    private final Board board;
    private final ScheduleBody body;
    private final Button create;
    private BoardPlace place = new BoardPlace(LocalDate.EPOCH, BoardPlace.View.DAY, Set.of(), null);
    private transient @Nullable BoardWeek shown;
    private transient @Nullable Registration resized;

    @Inject
    ScheduleView(
            BoardBook book,
            Shows shows,
            Gate gate,
            Bookings bookings,
            BoardMoves moves,
            ShowDialogs dialogs,
            ScheduleExtras extras,
            ScheduleFiles files,
            Pulse pulse) {
        this.book = book;
        this.dialogs = dialogs;
        this.pulse = pulse;
        addClassNames("on-page", "on-schedule");
        side = new ScheduleSide(shows, gate, moves, dialogs, this);
        side.before(extras.firstSteps());
        views = extras.views(() -> place.with(null).query().getQueryString());
        board = new Board(side);
        create = create("shows-schedule");
        tools = new ScheduleTools(
                this::go,
                () -> Times.day(pulse.now()),
                create,
                Parts.box("row", views, extras.calendars(), files.out(() -> place.monday()), files.in()));
        body = new ScheduleBody(board, bookings, extras, create("empty-create"), this);
        add(tools, strip, Parts.box("on-columns", body, side));
        pulse.every(this, () -> show(book.week(place.monday())));
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
        resized = event.getUI().getPage().addBrowserWindowResizeListener(e -> fit(e.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Registration listener = resized;
        if (listener != null) {
            listener.remove();
        }
    }

    private void fit(int width) {
        if (width > 0 && body.fit(width < NARROW)) {
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
        show(book.fresh(place.monday()));
    }

    private void show(BoardWeek week) {
        BoardWeek before = shown;
        String chosen = place.show();
        if (chosen != null && week.find(chosen).isEmpty()) {
            side.draw(chosen);
        }
        if (week.equals(before)) {
            return;
        }
        shown = week;
        side.draw(chosen);
        Away.keep(UI.getCurrent(), week.touching(place.monday(), place.monday().plusDays(7)));
        tools.draw(place, week.channels());
        views.refresh();
        strip.draw(place, week);
        boolean none = body.draw(place, week, pulse.now(), before == null);
        create.setThemeName(ButtonVariant.LUMO_PRIMARY.getVariantName(), !none);
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
