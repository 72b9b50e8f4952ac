package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.Cdns;
import live.onair.cdn.Policies;
import live.onair.cdn.Policies.PolicyTerms;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Writes a policy anew: a line for each branch, its sum beside it. */
final class PolicyDialog {

    private final transient Policies policies;
    private final List<String> cdns;
    private final Dialog dialog = new Dialog(Actions.label(Policies.class, "policies.write"));
    private final Div lines = Parts.box("col on-gap");
    private final List<BranchLine> branches = new ArrayList<>();
    private final TextField note = new TextField(Texts.of("cdn.policy.note"));
    private final int base;

    private PolicyDialog(Policies policies, List<String> cdns, @Nullable Policy before) {
        this.policies = policies;
        this.cdns = cdns;
        this.base = before == null ? 0 : before.number();
        dialog.setWidth("880px");
        note.setId("policy-note");
        note.setMaxLength(200);
        note.setWidthFull();
        lines.setId("policy-lines");
        if (before == null) {
            add(null);
        } else {
            before.branches().forEach(this::add);
        }
        Button more = new Button(Texts.of("cdn.policy.branch"), Parts.icon("plus"), e -> add(null));
        more.setId("policy-branch");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        dialog.add(Parts.box("col on-gap", Parts.text(Texts.of("cdn.policy.help"), "c2", "t13"), lines, more, note));
    }

    private void add(@Nullable Branch branch) {
        BranchLine line = new BranchLine(cdns, branch, this::remove);
        branches.add(line);
        lines.add(line);
    }

    private void remove(BranchLine line) {
        branches.remove(line);
        lines.remove(line);
    }

    static void open(Policies policies, Cdns cdns, Runnable done) {
        List<String> known =
                cdns.list().stream().filter(cdn -> !cdn.retired()).map(Cdn::id).toList();
        if (known.isEmpty()) {
            Parts.broken(Texts.of("cdn.policy.noCdn"));
            return;
        }
        new PolicyDialog(policies, known, policies.current().orElse(null)).open(done);
    }

    private void open(Runnable done) {
        Button save = Parts.primary(Actions.label(Policies.class, "policies.plan"), "check");
        save.setId("policy-save");
        save.addClickListener(e -> {
            PolicyTerms terms = terms(note.getValue());
            if (Parts.showed(policies.plan(terms))) {
                String verb = Actions.label(Policies.class, "policies.write");
                PolicySheet.open(policies, terms, verb, note.getValue(), words -> written(words, done));
            }
        });
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), save);
        dialog.open();
    }

    private PolicyTerms terms(String words) {
        return new PolicyTerms(base, branches.stream().map(BranchLine::terms).toList(), words);
    }

    private Outcome<Policy> written(String words, Runnable done) {
        Outcome<Policy> written = policies.write(terms(words));
        if (written.isDone()) {
            Parts.done(Texts.of("cdn.policy.done"));
            dialog.close();
            done.run();
        }
        return written;
    }
}
