package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import live.onair.scheduling.Gate;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Sets for which tier of shows a check is required. */
final class RequireDialog {

    private RequireDialog() {}

    static void open(Gate.Check check, Gate gate) {
        Dialog dialog = new Dialog(Texts.pick(check.ko(), check.en()));
        Select<Integer> tier = new Select<>();
        tier.setLabel(Texts.of("gate.tier"));
        Help.on(tier, "gate.tier");
        tier.setItems(1, 2, 3);
        tier.setValue(2);
        Checkbox required = new Checkbox(Texts.of("gate.required"), check.required());
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.addClickListener(e -> {
            if (Parts.showed(gate.require(check.code(), tier.getValue(), required.getValue()))) {
                dialog.close();
            }
        });
        dialog.add(Parts.box("col", tier, required));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }
}
