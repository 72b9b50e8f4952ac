package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Function;
import live.onair.cdn.Policies;
import live.onair.cdn.Policies.BranchEffect;
import live.onair.cdn.Policies.PolicyPlan;
import live.onair.cdn.Policies.PolicyTerms;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.ui.Parts;
import live.onair.ui.PlanSheet;
import live.onair.ui.Sheet;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What a policy would do to those who watch now, and the press that makes it count. */
final class PolicySheet {

    private static final int LONGEST = 200;

    private PolicySheet() {}

    /**
     * Opens it.
     *
     * @param verb what the button says
     * @param note what the field begins with
     * @param press makes it count, with what was written about it
     */
    static void open(
            Policies policies, PolicyTerms terms, String verb, String note, Function<String, Outcome<?>> press) {
        TextField words = new TextField(Texts.of("cdn.policy.note"));
        words.setId("policy-reason");
        words.setMaxLength(LONGEST);
        words.setWidthFull();
        words.setValue(note);
        PlanSheet sheet = new PlanSheet(
                verb,
                verb,
                () -> policies.plan(terms).map(plan -> new PlanSheet.Shown("", read(plan))),
                hash -> press.apply(words.getValue()));
        sheet.with(words).named("policy-act").shown();
    }

    private static Div read(PolicyPlan plan) {
        Div box = Parts.box("on-plan");
        box.setId("policy-plan");
        plan.branches().forEach(one -> box.add(Sheet.line("sheet.change", words(one))));
        Integer viewers = plan.viewers();
        Money hour = plan.wonPerHour();
        box.add(
                Sheet.line(
                        "sheet.hurts",
                        viewers == null ? Texts.of("cdn.plan.viewers.unknown") : Texts.of("cdn.plan.viewers", viewers)),
                Sheet.line("sheet.hurts", Texts.of("cdn.policy.follow", plan.followSeconds())),
                Sheet.line("cdn.plan.cost", hour == null ? Texts.of("cdn.unknown") : CdnWords.hour(hour)),
                Sheet.line("sheet.back", Texts.of("cdn.policy.back")));
        return box;
    }

    private static String words(BranchEffect one) {
        Integer viewers = one.viewers();
        String people = viewers == null ? Texts.of("cdn.unknown") : Texts.of("map.people", viewers);
        return CdnWords.branch(one.branch()) + ": " + weights(one.before()) + " → " + weights(one.after()) + " · "
                + Texts.of("cdn.policy.moved", people);
    }

    static String weights(@Nullable Map<String, Integer> weights) {
        return weights == null ? Texts.of("fact.none") : ShareBar.words(weights);
    }
}
