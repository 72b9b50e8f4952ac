package live.onair.ui.scheduling;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import live.onair.identity.SavedViews;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.ViewMenu;
import org.jspecify.annotations.Nullable;

/** All shows, found by title, first consonants or state; on a phone one line each. Filters stand in the address. */
@Route(value = "shows", layout = Shell.class)
@PermitAll
@Dependent
class ShowsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 100;
    private static final int NARROW = 900;

    private final transient Shows shows;
    private final TextField text = new TextField();
    private final Select<ShowState> state = new Select<>();
    private final Grid<ShowRows.Show> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("shows.none"), Texts.of("shows.none.why"));
    private final Button more = new Button(Texts.of("audit.more"), e -> more());
    private final ViewMenu views;
    private List<ShowRows.Show> shown = List.of();
    private int pages = 1;
    private Registration resizes = () -> {};

    @Inject
    ShowsView(Shows shows, SavedViews saved, Pulse pulse) {
        this.shows = shows;
        addClassName("on-page");
        text.setPlaceholder(Texts.of("shows.search"));
        text.setAriaLabel(Texts.of("shows.search"));
        text.setId("shows-search");
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> narrowed(e.isFromClient()));
        state.setItems(ShowState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(Texts.of("shows.allStates"));
        state.setItemLabelGenerator(s -> s == null ? Texts.of("shows.allStates") : Badges.word(s));
        state.setAriaLabel(Texts.of("shows.state"));
        state.addValueChangeListener(e -> narrowed(e.isFromClient()));
        views = new ViewMenu(saved, "shows", usual(), this::query);
        more.setId("shows-more");
        columns();
        add(
                Parts.box("tool on-wrap", new H1(Texts.of("nav.shows")), text, state, views),
                empty,
                grid,
                Parts.box("sec on-more", more));
        pulse.every(this, this::refresh);
    }

    private static List<ViewMenu.Usual> usual() {
        return List.of(
                new ViewMenu.Usual(Texts.of("shows.all"), ""),
                new ViewMenu.Usual(Texts.of("shows.toReview"), "state=IN_REVIEW"),
                new ViewMenu.Usual(Badges.word(ShowState.ON_AIR), "state=ON_AIR"));
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(ShowsView::line)
                .setHeader(Texts.of("nav.shows"))
                .setKey("line");
        grid.addComponentColumn(Badges::states)
                .setHeader(Texts.of("show.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(ShowsView::link)
                .setHeader(Texts.of("show.title"))
                .setFlexGrow(3);
        grid.addColumn(s -> Times.brief(s.startsAt()))
                .setHeader(Texts.of("show.start"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(s -> Times.range(s.startsAt(), s.endsAt()))
                .setHeader(Texts.of("show.time"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(s -> s.channel().name()).setHeader(Texts.of("show.channel"));
        grid.addColumn(s -> s.review().changedBy()).setHeader(Texts.of("show.changedBy"));
        grid.addColumn(ShowRows.Show::id).setHeader("ID").setAutoWidth(true).setFlexGrow(0);
        grid.setSizeFull();
        fit(NARROW);
    }

    private static RouterLink link(ShowRows.Show show) {
        return new RouterLink(show.title(), ShowView.class, ShowView.of(show.id()));
    }

    private static Div line(ShowRows.Show show) {
        return Parts.box(
                "on-show-line",
                Parts.box("row", Badges.states(show), link(show)),
                Parts.text(
                        Times.brief(show.startsAt()) + " · " + show.channel().name() + " · " + show.id(), "c2", "t12"));
    }

    /** One column on a phone, all of them on a desk. */
    private void fit(int width) {
        boolean narrow = width < NARROW;
        grid.getColumns().forEach(c -> c.setVisible(narrow == "line".equals(c.getKey())));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().retrieveExtendedClientDetails(d -> fit(d.getWindowInnerWidth()));
        resizes = event.getUI().getPage().addBrowserWindowResizeListener(e -> fit(e.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        resizes.remove();
    }

    private void narrowed(boolean byPerson) {
        if (byPerson) {
            getUI().ifPresent(ui -> ui.navigate("shows" + (query().isEmpty() ? "" : "?" + query())));
        }
    }

    private String query() {
        Map<String, String> query = new TreeMap<>();
        if (!text.getValue().isBlank()) {
            query.put("q", text.getValue().strip());
        }
        if (state.getValue() != null) {
            query.put("state", state.getValue().name());
        }
        return QueryParameters.simple(query).getQueryString();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        text.setValue(query.getSingleParameter("q").orElse(""));
        state.setValue(query.getSingleParameter("state")
                .flatMap(s -> Arrays.stream(ShowState.values())
                        .filter(known -> known.name().equals(s))
                        .findFirst())
                .orElse(null));
        pages = 1;
        views.refresh();
        refresh();
    }

    private void more() {
        pages++;
        refresh();
    }

    private void refresh() {
        @Nullable ShowState only = state.getValue();
        Set<ShowState> states = only == null ? Set.of() : Set.of(only);
        List<ShowRows.Show> now = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < pages; page++) {
            String words = text.getValue().isBlank() ? null : text.getValue().strip();
            ShowRows.Page read = shows.list(new Shows.Filter(null, null, states, null, words, cursor, PAGE));
            now.addAll(read.shows());
            cursor = read.next();
            if (cursor == null) {
                break;
            }
        }
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
            // a badge of the new rows may be wider than those the columns were measured by
            grid.recalculateColumnWidths();
        }
        more.setVisible(cursor != null);
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.shows") + " · Onair";
    }
}
