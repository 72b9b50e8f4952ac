package live.onair.ui.scheduling;

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
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** All shows as a list, filtered by words and state; the filter is in the address. */
@Route(value = "shows", layout = Shell.class)
@PermitAll
@Dependent
class ShowsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 200;

    private final transient Shows shows;
    private final Grid<ShowRows.Show> grid = new Grid<>();
    private final TextField text = new TextField();
    private final Select<ShowState> state = new Select<>();
    private final Div empty = Parts.empty(Texts.of("shows.none"), Texts.of("shows.none.why"));
    private List<ShowRows.Show> shown = List.of();

    @Inject
    ShowsView(Shows shows, Pulse pulse) {
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
        columns();
        add(Parts.box("tool", new H1(Texts.of("nav.shows")), text, state), empty, grid);
        pulse.every(this, this::refresh);
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(s -> Badges.of(s.state()))
                .setHeader(Texts.of("show.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(s -> new RouterLink(s.title(), ShowView.class, ShowView.of(s.id())))
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
    }

    private void narrowed(boolean byPerson) {
        if (byPerson) {
            Map<String, String> query = new java.util.TreeMap<>();
            if (!text.getValue().isBlank()) {
                query.put("q", text.getValue());
            }
            if (state.getValue() != null) {
                query.put("state", state.getValue().name());
            }
            getUI().ifPresent(ui -> ui.navigate("shows", QueryParameters.simple(query)));
        }
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
        refresh();
    }

    private void refresh() {
        @Nullable ShowState only = state.getValue();
        Shows.Filter filter = new Shows.Filter(
                null,
                null,
                only == null ? Set.of() : Set.of(only),
                null,
                text.getValue().isBlank() ? null : text.getValue().strip(),
                null,
                PAGE);
        List<ShowRows.Show> now = new ArrayList<>(shows.list(filter).shows());
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
        }
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.shows") + " · Onair";
    }
}
