package live.onair.ui.inventory;

import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.Holding;
import live.onair.inventory.InventoryRows.Planned;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.PlanCalls;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;

/** The sheet before something is cleared away: the exact calls, what they touch, need, and whether they can be undone. */
final class ClearSheet {

    private ClearSheet() {}

    static void open(Inventory inventory, Holding item, Planned planned, Runnable done) {
        String label = Actions.label(Inventory.class, "inventory.remove");
        Sheet sheet = new Sheet(
                label + ": " + Texts.pick(planned.deed().ko(), planned.deed().en()) + " · " + item.name(),
                item.name(),
                (typed, reason) -> {
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
        sheet.add(PlanCalls.of(
                planned.calls(), planned.shows(), planned.permissions(), planned.seenAt(), planned.expiresAt()));
        sheet.open();
    }
}
