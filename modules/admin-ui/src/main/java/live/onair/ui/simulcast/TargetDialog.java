package live.onair.ui.simulcast;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.simulcast.Simulcast;
import live.onair.simulcast.SimulcastRows.TargetRow;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Adds a target or changes one. A stream key goes in and never comes out. */
final class TargetDialog {

    private final TextField name = new TextField(Texts.of("simulcast.name"));
    private final TextField address = new TextField(Texts.of("simulcast.address"));
    private final TextField backup = new TextField(Texts.of("simulcast.backup"));
    private final PasswordField key = new PasswordField(Texts.of("simulcast.key"));

    private TargetDialog(@Nullable TargetRow row) {
        name.setId("target-name");
        Help.on(name, "simulcast.name");
        name.setWidthFull();
        address.setId("target-address");
        Help.on(address, "simulcast.address");
        address.setPlaceholder("rtmps://");
        address.setWidthFull();
        backup.setId("target-backup");
        Help.on(backup, "simulcast.backup");
        backup.setPlaceholder("rtmps://");
        backup.setWidthFull();
        key.setId("target-key");
        key.getElement().setAttribute("autocomplete", "off");
        Help.on(key, row == null ? "simulcast.key" : "simulcast.newKey");
        key.setWidthFull();
        if (row != null) {
            name.setValue(row.name());
            address.setValue(row.address());
            backup.setValue(row.backup() == null ? "" : row.backup());
        }
    }

    static void add(Simulcast simulcast, Runnable added) {
        new TargetDialog(null)
                .open(
                        Actions.label(Simulcast.class, "simulcast.add"),
                        fields -> simulcast.add(new Simulcast.NewTarget(
                                fields.name.getValue(),
                                fields.address.getValue(),
                                fields.backup.getValue(),
                                fields.key.getValue())),
                        added);
    }

    static void change(Simulcast simulcast, TargetRow row, Runnable changed) {
        new TargetDialog(row)
                .open(
                        Actions.label(Simulcast.class, "simulcast.change"),
                        fields -> simulcast.change(
                                row.id(),
                                new Simulcast.Change(
                                        fields.name.getValue(),
                                        fields.address.getValue(),
                                        fields.backup.getValue(),
                                        fields.key.isEmpty() ? null : fields.key.getValue(),
                                        null)),
                        changed);
    }

    private void open(String verb, Function<TargetDialog, Outcome<TargetRow>> act, Runnable then) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("520px");
        Button done = Parts.primary(verb, "check");
        done.setId("target-done");
        done.addClickListener(e -> {
            if (Parts.showed(act.apply(this))) {
                key.clear();
                dialog.close();
                then.run();
            }
        });
        dialog.add(Parts.box(
                "col on-gap", name, address, backup, key, Parts.text(Texts.of("simulcast.keyKept"), "c2", "t12")));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        name.focus();
    }
}
