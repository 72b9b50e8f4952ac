package live.onair.ui.work;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.identity.SavedViews;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Reasons;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.ViewMenu;
import live.onair.work.WorkBoard;
import live.onair.work.WorkRows;
import org.jspecify.annotations.Nullable;

/** The work board: stuck work first seen, tried again or given up. */
@Route(value = "work", layout = Shell.class)
@PermitAll
@Dependent
class WorkView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 200;

    private final transient WorkBoard board;
    private final RadioButtonGroup<String> filter = new RadioButtonGroup<>();
    private final Grid<WorkRows.Item> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("work.none"), Texts.of("work.none.why"));
    private final Span counts = new Span();
    private final TextField text = new TextField();
    private final ViewMenu views;
    private List<WorkRows.Item> shown = List.of();

    @Inject
    WorkView(WorkBoard board, SavedViews saved, Pulse pulse) {
        this.board = board;
        addClassName("on-page");
        filter.addClassName("on-segments");
        text.setPlaceholder(Texts.of("work.search"));
        text.setAriaLabel(Texts.of("work.search"));
        text.setId("work-search");
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> narrowed(e.isFromClient()));
        views = new ViewMenu(
                saved,
                "work",
                List.of(
                        new ViewMenu.Usual(Texts.of("work.all"), ""),
                        new ViewMenu.Usual(word(WorkRows.State.STUCK), "state=STUCK")),
                this::query);
        filter.setItems("", "STUCK", "RUNNING", "DUE", "WAITING");
        filter.setItemLabelGenerator(s -> state(s).map(WorkView::word).orElseGet(() -> Texts.of("work.all")));
        filter.setAriaLabel(Texts.of("work.state"));
        filter.addValueChangeListener(e -> narrowed(e.isFromClient()));
        columns();
        counts.addClassNames("c2", "t13");
        add(
                Parts.box("tool on-wrap", new H1(Texts.of("nav.work")), filter, text, views, Parts.box("push"), counts),
                empty,
                grid);
        pulse.every(this, this::refresh);
    }

    private void narrowed(boolean byPerson) {
        if (byPerson) {
            getUI().ifPresent(ui -> ui.navigate("work" + (query().isEmpty() ? "" : "?" + query())));
        }
    }

    /** What is shown, as the address says it. */
    private String query() {
        Map<String, String> query = new java.util.TreeMap<>();
        if (filter.getValue() != null && !filter.getValue().isEmpty()) {
            query.put("state", filter.getValue());
        }
        if (!text.getValue().isBlank()) {
            query.put("q", text.getValue().strip());
        }
        return QueryParameters.simple(query).getQueryString();
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.addComponentColumn(WorkView::badge)
                .setHeader(Texts.of("work.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(i -> Texts.find("work.of." + i.type()).orElse(i.type())).setHeader(Texts.of("work.type"));
        grid.addComponentColumn(WorkView::thing).setHeader(Texts.of("work.key"));
        grid.addColumn(i -> i.due().map(Times::seconds).orElse("—"))
                .setHeader(Texts.of("work.due"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(WorkRows.Item::attempts)
                .setHeader(Texts.of("work.attempts"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(i -> i.message().orElse(""))
                .setHeader(Texts.of("work.message"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static Optional<WorkRows.State> state(@Nullable String name) {
        return Arrays.stream(WorkRows.State.values())
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    private static String word(WorkRows.State state) {
        return Texts.pick(state.ko(), state.en());
    }

    /** What it is about, as a link where there is a page for it. */
    private static Component thing(WorkRows.Item item) {
        String path = item.key().startsWith("SH-") ? "shows/" : item.key().startsWith("CH-") ? "channels?q=" : "";
        if (path.isEmpty()) {
            return Parts.text(item.key());
        }
        Anchor link = new Anchor(path + item.key(), item.key());
        link.setRouterIgnore(false);
        return link;
    }

    private static Component badge(WorkRows.Item item) {
        String style = switch (item.state()) {
            case STUCK -> "fault";
            case RUNNING -> "standby";
            case DUE, WAITING -> "scheduled";
        };
        return Parts.state(style, item.state() == WorkRows.State.RUNNING ? "running" : style, word(item.state()));
    }

    private Component buttons(WorkRows.Item item) {
        Button retry = Actions.button(WorkBoard.class, "work.retry", () -> finish(board.retry(item.id())));
        Button drop = Actions.button(
                WorkBoard.class,
                "work.drop",
                () -> Reasons.ask(
                        Actions.label(WorkBoard.class, "work.drop"),
                        true,
                        reason -> finish(board.drop(item.id(), reason))));
        for (Button button : List.of(retry, drop)) {
            // each row has these two: whoever hears them must know which work is meant
            button.setAriaLabel(button.getText() + ": " + item.key());
            button.setId(button.getId().orElse("") + "-" + item.id());
        }
        return Parts.box("row", retry, drop);
    }

    private void finish(Outcome<WorkRows.Item> outcome) {
        if (Parts.showed(outcome)) {
            refresh();
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .orElse("");
        filter.setValue(state(wanted).map(Enum::name).orElse(""));
        text.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        views.refresh();
        refresh();
    }

    private void refresh() {
        WorkBoard.Look look = new WorkBoard.Look(
                state(filter.getValue()),
                Optional.empty(),
                Optional.of(text.getValue().strip()).filter(t -> !t.isEmpty()),
                Optional.empty(),
                PAGE);
        List<WorkRows.Item> now = board.list(look).items();
        WorkRows.Counts c = board.counts();
        counts.setText(Texts.of("work.counts", c.due(), c.running(), c.waiting(), c.stuck()));
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
            grid.recalculateColumnWidths();
        }
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.work") + " · Onair";
    }
}
