package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import live.onair.cdn.mending.Mends;
import live.onair.cdn.mending.Mends.Mend;
import live.onair.cdn.mending.Mends.MendPlan;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.PlanSheet;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What a press would set of a CDN's configuration, field by field, what stays and why, and the button that takes the plan with it. */
final class MendSheet {

    private static final int LONGEST = 200;

    private MendSheet() {}

    static void mend(Mends mends, String cdn, Runnable done) {
        open("mends.mend", cdn, () -> mends.plan(cdn), (plan, why) -> mends.mend(cdn, plan, why), done);
    }

    static void undo(Mends mends, Mend mend, Runnable done) {
        long number = mend.number();
        open("mends.undo", mend.cdn(), () -> mends.wayBack(number), (plan, why) -> mends.undo(number, plan, why), done);
    }

    private static void open(
            String action,
            String cdn,
            Supplier<Outcome<MendPlan>> plan,
            BiFunction<String, String, Outcome<Mend>> press,
            Runnable done) {
        String verb = Actions.label(Mends.class, action);
        TextField reason = new TextField(Texts.of("dns.reason"));
        reason.setId("mend-reason");
        reason.setWidthFull();
        reason.setMaxLength(LONGEST);
        PlanSheet sheet = new PlanSheet(
                verb + " · " + cdn,
                verb,
                () -> plan.get().map(now -> new PlanSheet.Shown(now.hash(), read(now))),
                hash -> pressed(press.apply(hash, reason.getValue()), done));
        sheet.setWidth("820px");
        sheet.with(reason).named("mend-act").shown();
    }

    private static Outcome<Mend> pressed(Outcome<Mend> begun, Runnable done) {
        if (begun.isDone()) {
            Parts.done(Texts.of("cdn.mend.begun"));
            done.run();
        }
        return begun;
    }

    private static Div read(MendPlan plan) {
        Div box = Parts.box("on-plan");
        box.setId("mend-plan");
        if (plan.steps().isEmpty()) {
            box.add(Sheet.line("sheet.change", Texts.of("cdn.mend.nothing")));
        }
        plan.steps().forEach(step -> box.add(Sheet.line("sheet.change", words(step))));
        plan.others()
                .forEach(one -> box.add(Sheet.line("cdn.mend.stays", Texts.of("cdn.mend.bar." + one.why(), one.of()))));
        plan.steps().stream()
                .map(step -> way(step) + step.field())
                .distinct()
                .flatMap(key -> Texts.find(key).stream())
                .forEach(words -> box.add(Sheet.line("sheet.hurts", words)));
        if (!plan.steps().isEmpty()) {
            box.add(Sheet.line("sheet.back", Texts.of("cdn.mend.back")));
        }
        box.add(Sheet.line("cdn.mend.read", Texts.of("cdn.mend.readAt", Times.brief(plan.seenAt()))));
        return box;
    }

    private static String way(MendStep step) {
        if (step.after() == null) {
            return "cdn.mend.opens.";
        }
        return step.before() == null ? "cdn.mend.hurts." : "cdn.mend.beside.";
    }

    /** One field, before and after. */
    static String words(MendStep step) {
        return Texts.of("cdn.mend.step." + step.field(), step.of(), shown(step.before()), shown(step.after()));
    }

    private static String shown(@Nullable String value) {
        return value == null ? Texts.of("cdn.mend.none") : value;
    }
}
