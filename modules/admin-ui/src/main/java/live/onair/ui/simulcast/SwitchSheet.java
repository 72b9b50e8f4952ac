package live.onair.ui.simulcast;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.simulcast.Simulcast;
import live.onair.simulcast.SimulcastRows.PlannedSwitch;
import live.onair.simulcast.SimulcastRows.SwitchRow;
import live.onair.ui.Parts;
import live.onair.ui.PlanCalls;
import live.onair.ui.PlanSheet;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;

/** What switching a target on or off does, before it is done: when it counts, the exact calls, and what they need. */
final class SwitchSheet {

    private SwitchSheet() {}

    static void open(Simulcast simulcast, SwitchRow row, boolean on, Runnable then) {
        String verb = Texts.of(on ? "simulcast.on" : "simulcast.off");
        new PlanSheet(
                        Texts.of("simulcast.sheet", verb, row.name()),
                        verb,
                        () -> simulcast.plan(row.show(), row.target(), on).map(SwitchSheet::read),
                        hash -> {
                            Outcome<SwitchRow> done = simulcast.switchTo(row.show(), row.target(), on, hash);
                            if (done.isDone()) {
                                then.run();
                            }
                            return done;
                        })
                .named("simulcast-done")
                .shown();
    }

    private static PlanSheet.Shown read(PlannedSwitch plan) {
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
        Div calls = PlanCalls.ofWish(plan.calls(), List.of(plan.title()), plan.permissions(), plan.expiresAt());
        return new PlanSheet.Shown(plan.hash(), Parts.box("col", effect, calls));
    }
}
