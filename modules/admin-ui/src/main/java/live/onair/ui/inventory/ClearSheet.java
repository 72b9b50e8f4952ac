package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.Holding;
import live.onair.inventory.InventoryRows.Planned;
import live.onair.kernel.Plan;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The sheet before something is cleared away: the exact calls, what they touch, need, and whether they can be undone. */
final class ClearSheet {

    private ClearSheet() {}

    static void open(Inventory inventory, Holding item, Planned planned, Runnable done) {
        String label = Actions.label(Inventory.class, "inventory.remove");
        Sheet sheet = new Sheet(
                label + ": " + Texts.pick(planned.deed().ko(), planned.deed().en()), item.name(), (typed, reason) -> {
                    var outcome = inventory.remove(item.id(), planned.hash(), reason);
                    if (outcome.isDone()) {
                        Parts.done(Texts.of("inventory.asked", item.name()));
                        done.run();
                    }
                    return outcome;
                });
        boolean back = planned.calls().stream().allMatch(call -> call.rollback() != null);
        String state = item.state().isEmpty() ? Texts.of("inventory.there") : item.state();
        sheet.plan(
                state,
                Texts.of("inventory.after." + planned.deed().name().toLowerCase(java.util.Locale.ROOT)),
                planned.shows().isEmpty() ? Texts.of("inventory.noShow") : String.join(", ", planned.shows()),
                Texts.of(back ? "inventory.back" : "inventory.noBack"));
        sheet.add(calls(planned));
        sheet.open();
    }

    private static Component calls(Planned planned) {
        Div all = Parts.box("on-calls");
        all.setId("plan-calls");
        all.add(Parts.text(Texts.of("inventory.calls", planned.calls().size()), "b", "t13"));
        for (int i = 0; i < planned.calls().size(); i++) {
            all.add(call(i + 1, planned.calls().get(i)));
        }
        all.add(Parts.text(Texts.of("inventory.permissions", String.join(", ", planned.permissions())), "c2", "t12"));
        all.add(Parts.text(Texts.of("inventory.cost"), "c2", "t12"));
        all.add(Parts.text(
                Texts.of("inventory.seen", Times.seconds(planned.seenAt()), Times.seconds(planned.expiresAt())),
                "c2",
                "t12"));
        return all;
    }

    private static Component call(int number, Plan.Call call) {
        String rollback = call.rollback() == null ? Texts.of("inventory.noRollback") : call.rollback();
        return Parts.box(
                "on-call",
                Parts.text(number + ". " + call.service() + " " + call.operation(), "b", "t13"),
                Parts.text(call.resource(), "t13"),
                Parts.text(call.request(), "on-call-request", "t12"),
                Parts.text(Texts.of("inventory.rollback", rollback), "c2", "t12"));
    }
}
