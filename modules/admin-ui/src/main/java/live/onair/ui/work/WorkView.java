package live.onair.ui.work;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
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
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Reasons;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.work.WorkBoard;
import live.onair.work.WorkRows;
import org.jspecify.annotations.Nullable;

/** The work board: stuck work first seen, tried again or given up. */
@Route(value = "work", layout = Shell.class)
@PermitAll
@Dependent
class WorkView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient WorkBoard board;
    private final RadioButtonGroup<String> filter = new RadioButtonGroup<>();
    private final Grid<WorkRows.Item> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("work.none"), Texts.of("work.none.why"));
    private final Span counts = new Span();
    private List<WorkRows.Item> shown = List.of();

    @Inject
    WorkView(WorkBoard board, Pulse pulse) {
        this.board = board;
        addClassName("on-page");
        filter.setItems("", "STUCK", "RUNNING", "DUE", "WAITING");
        filter.setItemLabelGenerator(s -> state(s).map(WorkView::word).orElseGet(() -> Texts.of("work.all")));
        filter.setAriaLabel(Texts.of("work.state"));
        filter.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                Map<String, String> query = e.getValue().isEmpty() ? Map.of() : Map.of("state", e.getValue());
                getUI().ifPresent(ui -> ui.navigate("work", QueryParameters.simple(query)));
            }
        });
        columns();
        counts.addClassNames("c2", "t13");
        add(Parts.box("tool", new H1(Texts.of("nav.work")), filter, counts), empty, grid);
        pulse.every(this, this::refresh);
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.addComponentColumn(WorkView::badge)
                .setHeader(Texts.of("work.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(WorkRows.Item::type).setHeader(Texts.of("work.type"));
        grid.addColumn(WorkRows.Item::key).setHeader(Texts.of("work.key"));
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

    private static Component badge(WorkRows.Item item) {
        String style = switch (item.state()) {
            case STUCK -> "fault";
            case RUNNING -> "standby";
            case DUE, WAITING -> "scheduled";
        };
        return Parts.state(style, item.state() == WorkRows.State.RUNNING ? "running" : style, word(item.state()));
    }

    private Component buttons(WorkRows.Item item) {
        return Parts.box(
                "row",
                Actions.button(WorkBoard.class, "work.retry", () -> {
                    if (Parts.showed(board.retry(item.id()))) {
                        refresh();
                    }
                }),
                Actions.button(
                        WorkBoard.class,
                        "work.drop",
                        () -> Reasons.ask(Actions.label(WorkBoard.class, "work.drop"), true, reason -> {
                            if (Parts.showed(board.drop(item.id(), reason))) {
                                refresh();
                            }
                        })));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .orElse("");
        filter.setValue(state(wanted).map(Enum::name).orElse(""));
        refresh();
    }

    private void refresh() {
        WorkBoard.Look look = state(filter.getValue()).map(WorkBoard.Look::at).orElseGet(WorkBoard.Look::everything);
        List<WorkRows.Item> now = board.list(look).items();
        WorkRows.Counts c = board.counts();
        counts.setText(Texts.of("work.counts", c.due(), c.running(), c.waiting(), c.stuck()));
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
        }
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.work") + " · Onair";
    }
}
