package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.List;
import live.onair.cdn.CdnRows.BranchChange;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.CdnRows.PolicyVersion;
import live.onair.cdn.Cdns;
import live.onair.cdn.Policies;
import live.onair.cdn.Policies.PolicyTerms;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The policy that counts, and what it was before: any earlier one is compared with it and brought back. */
final class PolicyPane extends ReadPane<List<PolicyVersion>> {

    private final transient Policies policies;
    private final transient Cdns cdns;
    private final transient Runnable changed;
    private final Span state = Parts.text("", "c2", "t12");
    private final Select<PolicyVersion> earlier = new Select<>();
    private final Div differences = Parts.box("on-cdn-rows");
    private final Button restore;
    private int newest;

    PolicyPane(Policies policies, Cdns cdns, Runnable changed) {
        super("cdn", "policy");
        this.policies = policies;
        this.cdns = cdns;
        this.changed = changed;
        head.add(state);
        state.setId("policy-state");
        earlier.setId("policy-earlier");
        earlier.setLabel(Texts.of("cdn.policy.earlier"));
        earlier.setItemLabelGenerator(PolicyPane::words);
        earlier.addValueChangeListener(e -> compare());
        differences.setId("policy-differences");
        restore = Actions.button(Policies.class, "policies.restore", this::restore);
        add(Parts.box("row on-wrap on-cdn-earlier", earlier, restore), differences);
    }

    private static String words(PolicyVersion version) {
        return words(version.number(), version.by(), version.at(), version.note());
    }

    private static String words(int number, String by, Instant at, String note) {
        return Texts.of("cdn.policy.version", number, by, Times.brief(at)) + (note.isEmpty() ? "" : " · " + note);
    }

    @Override
    protected List<PolicyVersion> read() {
        return policies.versions();
    }

    @Override
    protected void draw(List<PolicyVersion> versions) {
        Policy policy = policies.current().orElse(null);
        newest = policy == null ? 0 : policy.number();
        state.setText(policy == null ? "" : words(policy.number(), policy.by(), policy.at(), policy.note()));
        if (policy == null) {
            rows.add(Parts.empty(Texts.of("cdn.policy.none"), Texts.of("cdn.policy.none.why")));
        } else {
            ShareBar bars = ShareBar.of(cdns);
            policy.branches()
                    .forEach(branch -> rows.add(Parts.box(
                            "on-cdn-row",
                            Parts.text(CdnWords.branch(branch), "b", "t13"),
                            bars.bar(branch.weights()))));
        }
        List<PolicyVersion> before = versions.stream().skip(1).toList();
        earlier.setItems(before);
        earlier.setVisible(!before.isEmpty());
        compare();
    }

    private void compare() {
        PolicyVersion chosen = earlier.getValue();
        restore.setEnabled(chosen != null);
        differences.removeAll();
        if (chosen != null) {
            List<BranchChange> changes = policies.diff(newest, chosen.number());
            if (changes.isEmpty()) {
                differences.add(Parts.text(Texts.of("cdn.policy.same"), "c2", "t13"));
            }
            changes.forEach(change -> differences.add(Parts.box(
                    "on-cdn-row",
                    Parts.text(CdnWords.branch(change.branch()), "b", "t13"),
                    Parts.text(
                            PolicySheet.weights(change.before()) + " → " + PolicySheet.weights(change.now()), "t13"))));
        }
    }

    private void restore() {
        PolicyVersion chosen = earlier.getValue();
        if (chosen != null) {
            policies.terms(chosen.number()).ifPresent(terms -> restore(chosen.number(), terms));
        }
    }

    private void restore(int number, PolicyTerms terms) {
        PolicySheet.open(policies, terms, Actions.label(Policies.class, "policies.restore"), "", note -> {
            Outcome<Policy> restored = policies.restore(number, note);
            if (restored.isDone()) {
                Parts.done(Texts.of("cdn.policy.restored", number));
            }
            changed.run();
            return restored;
        });
    }
}
