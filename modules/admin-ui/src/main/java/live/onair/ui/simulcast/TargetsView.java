package live.onair.ui.simulcast;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.simulcast.Simulcast;
import live.onair.simulcast.SimulcastRows.TargetRow;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Sheet;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The places that shows may be sent to as well; which show goes where is switched on the show's page. */
@Route(value = "simulcast", layout = Shell.class)
@PermitAll
@Dependent
class TargetsView extends Div implements HasDynamicTitle {

    private final transient Simulcast simulcast;
    private final Grid<TargetRow> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("simulcast.none"), Texts.of("simulcast.none.why"));
    private transient List<TargetRow> shown = List.of();

    @Inject
    TargetsView(Simulcast simulcast, Pulse pulse) {
        this.simulcast = simulcast;
        addClassName("on-page");
        Button add = Actions.button(Simulcast.class, "simulcast.add", () -> TargetDialog.add(simulcast, this::refresh));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        columns();
        add(
                Parts.box("tool on-wrap", new H1(Texts.of("simulcast.title")), Parts.box("push"), add),
                Parts.box("on-output-label", Parts.text(Texts.of("simulcast.label"), "c2", "t13")),
                empty,
                grid);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void columns() {
        grid.setId("target-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(row -> Parts.box(
                        "on-thing",
                        Parts.text(row.name(), "b", "t13", "on-thing-name"),
                        Parts.text(row.address(), "c3", "t12", "on-target-address")))
                .setHeader(Texts.of("simulcast.target"))
                .setFlexGrow(2);
        grid.addComponentColumn(TargetsView::state)
                .setHeader(Texts.of("simulcast.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(TargetsView::shows)
                .setHeader(Texts.of("simulcast.shows"))
                .setFlexGrow(1);
        grid.addComponentColumn(row -> Parts.text(row.createdBy() + " · " + Times.brief(row.createdAt()), "c2", "t13"))
                .setHeader(Texts.of("simulcast.added"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static Component state(TargetRow row) {
        if (!row.readable()) {
            return Parts.state("warn", "lock", Texts.of("simulcast.state.noKey"));
        }
        return row.disabled()
                ? Parts.state("ended q", "ban", Texts.of("simulcast.state.resting"))
                : Parts.state("ok q", "ok", Texts.of("simulcast.state.inUse"));
    }

    private static Component shows(TargetRow row) {
        Div cell = Parts.box("row on-wrap");
        row.shows().forEach(show -> {
            Anchor link = new Anchor("shows/" + show + "/signal", show);
            link.setRouterIgnore(false);
            cell.add(link);
        });
        if (row.shows().isEmpty()) {
            cell.add(Parts.text(Texts.of("simulcast.noShow"), "c3", "t13"));
        }
        return cell;
    }

    private Component buttons(TargetRow row) {
        Button change =
                small("simulcast.change", row, "change", () -> TargetDialog.change(simulcast, row, this::refresh));
        Button rest = small("simulcast.change", row, row.disabled() ? "use" : "rest", () -> {
            Outcome<TargetRow> outcome =
                    simulcast.change(row.id(), new Simulcast.Change(null, null, null, null, !row.disabled()));
            if (Parts.showed(outcome)) {
                refresh();
            }
        });
        Button remove = small("simulcast.remove", row, "remove", () -> remove(row));
        return Parts.box("row", change, rest, remove);
    }

    private static Button small(String action, TargetRow row, String word, Runnable press) {
        Button button = Actions.button(Simulcast.class, action, press);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setText(Texts.of("simulcast." + word + ".short"));
        button.setAriaLabel(button.getText() + " " + row.name());
        button.setId("target-" + word + "-" + row.id());
        return button;
    }

    private void remove(TargetRow row) {
        String touched = row.shows().isEmpty() ? Texts.of("simulcast.noShow") : String.join(", ", row.shows());
        new Sheet(Actions.label(Simulcast.class, "simulcast.remove"), row.name(), (typed, reason) -> {
                    Outcome<TargetRow> outcome = simulcast.remove(row.id(), reason);
                    if (outcome.isDone()) {
                        refresh();
                    }
                    return outcome;
                })
                .plan(
                        row.address(),
                        Texts.of("simulcast.gone"),
                        Texts.of("simulcast.remove.hurts", touched),
                        Texts.of("simulcast.remove.back"))
                .open();
    }

    private void refresh() {
        List<TargetRow> rows = simulcast.list();
        if (!rows.equals(shown)) {
            shown = rows;
            grid.setItems(rows);
            grid.recalculateColumnWidths();
        }
        empty.setVisible(rows.isEmpty());
        grid.setVisible(!rows.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("simulcast.title") + " · Onair";
    }
}
