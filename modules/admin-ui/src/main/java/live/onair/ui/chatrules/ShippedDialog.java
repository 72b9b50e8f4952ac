package live.onair.ui.chatrules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Supplier;
import live.onair.chatrules.ShippedRules;
import live.onair.chatrules.ShippedRules.ShippedRule;
import live.onair.chatrules.ShippedRules.ShippedTrial;
import live.onair.chatrules.ShippedRules.ShippedWish;
import live.onair.filter.FilterAction;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Changes a rule that comes with Onair: what that would have done in the last shows stands there before it counts. */
final class ShippedDialog {

    private final transient ShippedRules rules;
    private final transient ShippedRule rule;
    private final Dialog dialog;
    private final RadioButtonGroup<FilterAction> action = new RadioButtonGroup<>(Texts.of("chatrules.action"));
    private final TextArea words = new TextArea(Texts.of("chatrules.words.each"));
    private final Checkbox enabled = new Checkbox(Texts.of("chatrules.shipped.counts"));
    private final Div tried = Parts.box("col on-rule-tried");
    /** What a trial stands there for. */
    private transient @Nullable ShippedWish seen;

    private ShippedDialog(ShippedRules rules, ShippedRule rule) {
        this.rules = rules;
        this.rule = rule;
        dialog = new Dialog(ShippedPane.name(rule));
        dialog.setWidth("720px");
        tried.setId("shipped-tried");
        tried.getElement().setAttribute("aria-live", "polite");
    }

    static void change(ShippedRules rules, ShippedRule rule, Runnable after) {
        ShippedDialog form = new ShippedDialog(rules, rule);
        form.fields();
        ShippedWish asItIs = form.wish();
        String verb = Actions.label(ShippedRules.class, "shippedRules.change");
        Button done = Parts.primary(verb, "check");
        done.setId("shipped-change");
        done.addClickListener(e -> {
            ShippedWish wish = form.wish();
            if (wish.equals(asItIs)) {
                form.dialog.close();
                return;
            }
            if (!wish.equals(form.seen)) {
                form.tryOut(wish, true);
                return;
            }
            form.finish(() -> rules.change(rule.id(), wish, rule.version()), "chatrules.changed.done", after);
        });
        form.open(done);
        form.words.focus();
    }

    static void restore(ShippedRules rules, ShippedRule rule, Runnable after) {
        ShippedDialog form = new ShippedDialog(rules, rule);
        form.dialog.add(Parts.text(Texts.of("chatrules.shipped.restore.why", ShippedPane.name(rule)), "t13"));
        form.dialog.add(form.tried);
        form.tryOut(new ShippedWish(null, null, null), false);
        Button done = Parts.primary(Actions.label(ShippedRules.class, "shippedRules.restore"), "check");
        done.setId("shipped-restore");
        done.addClickListener(
                e -> form.finish(() -> rules.restore(rule.id(), rule.version()), "chatrules.shipped.restored", after));
        form.open(done);
        done.focus();
    }

    private void fields() {
        boolean isInnocent = rule.shippedAction() == FilterAction.ALLOW;
        action.setId("shipped-action");
        action.setItems(FilterAction.FLAG, FilterAction.MASK, FilterAction.HOLD, FilterAction.BLOCK);
        action.setItemLabelGenerator(one -> Texts.of("chatrules.action.is." + one.name()));
        action.setValue(isInnocent ? null : rule.action());
        action.setVisible(!isInnocent);
        words.setId("shipped-words");
        words.setWidthFull();
        words.setHeight("220px");
        words.setHelperText(Texts.of(isInnocent ? "chatrules.shipped.innocents.help" : "chatrules.shipped.help"));
        words.setValue(String.join("\n", rule.words()));
        enabled.setId("shipped-counts");
        enabled.setValue(rule.enabled());
        Button attempt = Actions.button(ShippedRules.class, "shippedRules.tryOut", () -> tryOut(wish(), false));
        dialog.add(Parts.box("col on-gap", enabled, action, words, Parts.box("row", attempt), tried));
    }

    private void open(Button done) {
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }

    private ShippedWish wish() {
        return new ShippedWish(action.getValue(), words.getValue().lines().toList(), enabled.getValue());
    }

    private void finish(Supplier<Outcome<ShippedRule>> command, String told, Runnable after) {
        if (Parts.showed(command.get())) {
            dialog.close();
            Parts.done(Texts.of(told));
        }
        after.run();
    }

    /** What counts from now on was tried exactly so: the first press shows it, the next one lets it count. */
    private void tryOut(ShippedWish wish, boolean again) {
        tried.removeAll();
        seen = null;
        Outcome<ShippedTrial> outcome = rules.tryOut(rule.id(), wish);
        if (!Parts.showed(outcome)) {
            return;
        }
        seen = wish;
        if (again) {
            tried.add(Parts.text(Texts.of("chatrules.again"), "b", "t13"));
        }
        fill(outcome.orThrow());
    }

    private void fill(ShippedTrial trial) {
        if (!RuleDialog.isOnSomething(tried, trial.shows(), trial.lines())) {
            return;
        }
        tried.add(Parts.box(
                trial.more() + trial.fewer() > 0 ? "note warn" : "note",
                Parts.text(Texts.of("chatrules.shipped.tried", trial.caught(), trial.more(), trial.fewer()), "t13")));
        if (trial.unseen() > 0) {
            tried.add(Parts.text(Texts.of("chatrules.shipped.unseen", trial.unseen()), "c2", "t13"));
        }
        trial.examples()
                .forEach(one -> tried.add(RuleDialog.row(
                        one.line(), Texts.of(one.named() ? "chatrules.shipped.named" : "chatrules.shipped.free"))));
    }
}
