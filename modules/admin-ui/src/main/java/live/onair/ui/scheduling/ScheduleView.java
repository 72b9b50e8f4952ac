package live.onair.ui.scheduling;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The schedule of one day by channel; day and chosen show are in the address. */
@Route(value = "schedule/:day?", layout = Shell.class)
@RouteAlias(value = "", layout = Shell.class)
@PermitAll
@Dependent
class ScheduleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Shows shows;
    private final transient Channels channels;
    private final transient ShowDialogs dialogs;
    private final transient Clock clock;
    private final H1 title = new H1();
    private final Board board = new Board(this::choose);
    private final Div side = Parts.box("on-side");
    private final DatePicker picker = new DatePicker();
    private LocalDate day = LocalDate.EPOCH;
    private LocalDate scrolledTo = LocalDate.EPOCH;
    private @Nullable String chosen;
    private List<ShowRows.Show> shown = List.of();

    @Inject
    ScheduleView(Shows shows, Channels channels, ShowDialogs dialogs, Clock clock, Pulse pulse) {
        this.shows = shows;
        this.channels = channels;
        this.dialogs = dialogs;
        this.clock = clock;
        addClassName("on-page");
        Div scroller = Parts.box("on-board-scroller grow", board);
        add(tools(), Parts.box("on-columns", scroller, side));
        pulse.every(this, this::refresh);
    }

    private Div tools() {
        Button before = new Button(Parts.icon("left"), e -> show(day.minusDays(1)));
        before.setAriaLabel(Texts.of("schedule.before"));
        Button after = new Button(Parts.icon("right"), e -> show(day.plusDays(1)));
        after.setAriaLabel(Texts.of("schedule.after"));
        Button today = new Button(Texts.of("schedule.today"), e -> show(Times.day(clock.instant())));
        picker.setAriaLabel(Texts.of("schedule.pick"));
        picker.setLocale(Texts.locale());
        picker.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                show(e.getValue());
            }
        });
        Button create = Parts.primary(Actions.label(Shows.class, "shows.schedule"), "plus");
        create.setId("shows-schedule");
        create.setVisible(Actions.isAllowed(Shows.class, "shows.schedule"));
        create.addClickShortcut(Key.KEY_C, com.vaadin.flow.component.KeyModifier.ALT);
        create.addClickListener(e -> dialogs.create(day, made -> {
            chosen = made.id();
            show(Times.day(made.startsAt()));
        }));
        return Parts.box("tool", title, before, today, after, picker, Parts.box("push"), create);
    }

    private void show(LocalDate wanted) {
        Map<String, List<String>> query = chosen == null ? Map.of() : Map.of("show", List.of(chosen));
        UI.getCurrent().navigate("schedule/" + wanted, new QueryParameters(query));
    }

    private void choose(String show) {
        chosen = show;
        show(day);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        day = event.getRouteParameters().get("day").map(this::parsed).orElseGet(() -> Times.day(clock.instant()));
        chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .orElse(null);
        title.setText(Times.day(day));
        picker.setValue(day);
        boolean sameDay = day.equals(scrolledTo);
        shown = List.of();
        refresh();
        if (!sameDay) {
            scrolledTo = day;
            board.scrollToNow();
        }
    }

    private LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return Times.day(clock.instant());
        }
    }

    private void refresh() {
        List<ShowRows.Show> now = shows.board(
                day.atStartOfDay(Times.SEOUL).toInstant(),
                day.plusDays(1).atStartOfDay(Times.SEOUL).toInstant());
        if (!now.equals(shown) || shown.isEmpty()) {
            shown = now;
            board.draw(day, channels.list(), now, clock.instant(), chosen);
            drawSide();
        }
    }

    private void drawSide() {
        side.removeAll();
        String id = chosen;
        if (id == null) {
            side.add(Parts.empty(Texts.of("schedule.none"), Texts.of("schedule.none.why")));
            return;
        }
        shows.find(id)
                .ifPresentOrElse(
                        show -> side.add(new ShowCard(show, dialogs, moved -> {
                            shown = List.of();
                            show(Times.day(moved.startsAt()));
                        })),
                        () -> side.add(Parts.empty(Texts.of("show.gone"), Texts.of("show.gone.why"))));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.schedule") + " · Onair";
    }
}
