package live.onair.ui.disputes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import live.onair.audit.AuditLog;
import live.onair.disputes.DisputeHolds;
import live.onair.disputes.DisputeHolds.HoldFilter;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.disputes.HoldRows.HoldPage;
import live.onair.disputes.HoldRows.ReleasePlan;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The shows that are held, because of which order, and the way to release one. */
final class HoldsPane extends Div {

    private static final int PAGE = 20;
    private static final int MOST = 200;

    private final transient DisputeHolds holds;
    private final transient AuditLog log;
    private final Checkbox released = new Checkbox(Texts.of("holds.released"));
    private final Grid<DisputeHold> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("holds.empty"), Texts.of("holds.empty.why"));
    private final Button more;
    private int size = PAGE;
    private transient List<DisputeHold> shown = List.of();

    HoldsPane(DisputeHolds holds, AuditLog log) {
        this.holds = holds;
        this.log = log;
        more = new Button(Texts.of("disputes.more"), e -> {
            size += PAGE;
            refresh();
        });
        more.setId("holds-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        released.setId("holds-released");
        released.addValueChangeListener(e -> refresh());
        empty.setId("holds-empty");
        columns();
        add(empty, grid, more);
        refresh();
    }

    Component filters() {
        return released;
    }

    private void columns() {
        grid.setId("hold-list");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(hold -> new Anchor("shows/" + hold.show(), hold.show()))
                .setHeader(Texts.of("holds.show"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(hold -> hold.order() + " · " + hold.reason())
                .setHeader(Texts.of("holds.order"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(hold -> Times.brief(hold.heldAt()) + " · " + hold.heldBy())
                .setHeader(Texts.of("holds.since"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(hold ->
                        Texts.pick(hold.tape().state().ko(), hold.tape().state().en()))
                .setHeader(Texts.of("holds.tape"))
                .setFlexGrow(1);
        grid.addComponentColumn(HoldsPane::standing)
                .setHeader(Texts.of("holds.state"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static Component standing(DisputeHold hold) {
        return hold.release() == null
                ? Parts.state("running q", "lock", Texts.of("holds.open"))
                : Parts.state(
                        "ended q",
                        "ended",
                        Texts.of(
                                "holds.over",
                                Times.brief(hold.release().at()),
                                hold.release().by(),
                                hold.release().because()));
    }

    private Component buttons(DisputeHold hold) {
        Div buttons = Parts.box("row-s on-wrap");
        if (hold.release() == null) {
            buttons.add(Actions.inRow(
                    DisputeHolds.class,
                    "disputeHolds.release",
                    hold.id(),
                    hold.show() + " " + hold.order(),
                    () -> releasing(hold)));
        }
        buttons.add(History.button(log, hold.id(), hold.show() + " " + hold.order()));
        return buttons;
    }

    private void releasing(DisputeHold hold) {
        Outcome<ReleasePlan> outcome = holds.plan(hold.id());
        if (!Parts.showed(outcome)) {
            refresh();
            return;
        }
        ReleasePlan plan = outcome.orThrow();
        new Sheet(
                        Actions.label(DisputeHolds.class, "disputeHolds.release"),
                        hold.order(),
                        (typed, reason) -> release(plan, reason))
                .plan(
                        Texts.of("holds.sheet.before"),
                        plan.isLast()
                                ? Texts.of("holds.sheet.last")
                                : Texts.of("holds.sheet.others", String.join(", ", plan.others())),
                        Texts.of(plan.isLast() ? "holds.sheet.hurts.last" : "holds.sheet.hurts.others"),
                        Texts.of("holds.sheet.back"))
                .open();
    }

    private Outcome<DisputeHold> release(ReleasePlan plan, String reason) {
        Outcome<DisputeHold> done = holds.release(plan.hold().id(), reason, plan.hash());
        if (done.isDone()) {
            Parts.done(Texts.of("holds.done", plan.hold().show()));
        }
        refresh();
        return done;
    }

    void refresh() {
        HoldPage page = holds.list(new HoldFilter(null, !released.getValue(), null, Math.min(MOST, size)));
        if (!page.items().equals(shown)) {
            shown = page.items();
            grid.setItems(shown);
            grid.recalculateColumnWidths();
        }
        more.setVisible(page.next() != null && size < MOST);
        empty.setVisible(shown.isEmpty());
        grid.setVisible(!shown.isEmpty());
    }
}
