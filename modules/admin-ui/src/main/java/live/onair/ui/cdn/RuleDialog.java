package live.onair.ui.cdn;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Objects;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.Steering;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** The rule by which viewers are moved without a press. */
final class RuleDialog {

    private final Checkbox enabled = new Checkbox(Texts.of("cdn.rule.enabled"));
    private final IntegerField late = number("rule-late", "cdn.rule.late");
    private final IntegerField stale = number("rule-stale", "cdn.rule.stale");
    private final IntegerField looks = number("rule-looks", "cdn.rule.looks");
    private final IntegerField step = number("rule-step", "cdn.rule.step");
    private final IntegerField healthy = number("rule-healthy", "cdn.rule.healthy");

    private RuleDialog(SteeringRule before) {
        enabled.setId("rule-enabled");
        enabled.setValue(before.enabled());
        late.setValue(before.lateMillis());
        stale.setValue(before.staleSeconds());
        looks.setValue(before.looks());
        step.setValue(before.stepPercent());
        healthy.setValue(before.healthyMinutes());
        step.setHelperText(Texts.of("cdn.rule.step.help"));
        stale.setHelperText(Texts.of("cdn.rule.stale.help"));
        healthy.setHelperText(Texts.of("cdn.rule.healthy.help"));
    }

    private static IntegerField number(String id, String label) {
        IntegerField field = new IntegerField(Texts.of(label));
        field.setId(id);
        return field;
    }

    static void open(Steering steering, Runnable done) {
        SteeringRule before = steering.rule();
        RuleDialog of = new RuleDialog(before);
        String verb = Actions.label(Steering.class, "steering.changeRule");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("600px");
        Button save = Parts.primary(verb, "check");
        save.setId("rule-save");
        save.addClickListener(e -> {
            if (Parts.showed(steering.changeRule(of.rule(before), before.version()))) {
                Parts.done(Texts.of("cdn.rule.done"));
                dialog.close();
                done.run();
            }
        });
        dialog.add(Parts.box(
                "col on-gap",
                Parts.text(Texts.of("cdn.rule.help"), "c2", "t13"),
                of.enabled,
                Parts.box("on-cdn-fields", of.late, of.stale, of.looks, of.step, of.healthy)));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), save);
        dialog.open();
        of.enabled.focus();
    }

    private SteeringRule rule(SteeringRule before) {
        return new SteeringRule(
                enabled.getValue(),
                value(late),
                value(stale),
                value(looks),
                value(step),
                value(healthy),
                before.version());
    }

    private static int value(IntegerField field) {
        return Objects.requireNonNullElse(field.getValue(), 0);
    }
}
