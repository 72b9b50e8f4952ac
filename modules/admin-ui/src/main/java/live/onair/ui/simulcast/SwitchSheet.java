package live.onair.ui.simulcast;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.simulcast.Simulcast;
import live.onair.simulcast.SimulcastRows.PlannedSwitch;
import live.onair.simulcast.SimulcastRows.SwitchRow;
import live.onair.ui.Parts;
import live.onair.ui.PlanCalls;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;

/** What switching a target on or off does, before it is done: when it counts, the exact calls, and what they need. */
final class SwitchSheet {

    private SwitchSheet() {}

    static void open(Simulcast simulcast, SwitchRow row, boolean on, Runnable then) {
        Outcome<PlannedSwitch> planned = simulcast.plan(row.show(), row.target(), on);
        if (Parts.showed(planned)) {
            show(simulcast, planned.orThrow(), then);
        }
    }

    private static void show(Simulcast simulcast, PlannedSwitch plan, Runnable then) {
        String verb = Texts.of(plan.on() ? "simulcast.on" : "simulcast.off");
        Dialog dialog = new Dialog(Texts.of("simulcast.sheet", verb, plan.name()));
        dialog.setWidth("640px");
        Div effect = Parts.box(
                "on-plan",
                Sheet.line(
                        "sheet.change",
                        Texts.of(plan.on() ? "simulcast.becomesOn" : "simulcast.becomesOff", plan.title())),
                Sheet.line(
                        "simulcast.when",
                        Texts.pick(plan.effect().ko(), plan.effect().en())),
                Sheet.line("sheet.hurts", Texts.of("simulcast.hurts")),
                Sheet.line("sheet.back", Texts.of("simulcast.back")));
        Button done = Parts.primary(verb, "check");
        done.setId("simulcast-done");
        done.addClickListener(e -> {
            if (Parts.showed(simulcast.switchTo(plan.show(), plan.target(), plan.on(), plan.hash()))) {
                dialog.close();
                then.run();
            }
        });
        dialog.add(effect, PlanCalls.ofWish(plan.calls(), List.of(plan.title()), plan.permissions(), plan.expiresAt()));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        done.focus();
    }
}
