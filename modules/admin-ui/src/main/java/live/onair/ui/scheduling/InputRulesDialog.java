package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import live.onair.scheduling.Channels;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Undo;

/** What may happen to a channel's inputs without a hand. */
final class InputRulesDialog {

    private InputRulesDialog() {}

    static void open(Channels channels, Channels.Row channel, Runnable then) {
        Dialog dialog = new Dialog(Actions.label(Channels.class, "channels.inputRules") + " · " + channel.name());
        dialog.setWidth("480px");
        Channels.InputRules before = channel.inputRules();
        Checkbox automatic = new Checkbox(Texts.of("inputs.automatic"), before.automatic());
        automatic.setId("input-automatic");
        IntegerField back = new IntegerField(Texts.of("inputs.return"));
        back.setId("input-return");
        back.setWidthFull();
        back.setValue(before.returnSeconds());
        Help.on(back, "inputs.return");
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("input-rules-done");
        done.addClickListener(e -> {
            Channels.InputRules wanted = new Channels.InputRules(automatic.getValue(), back.getValue());
            if (Parts.showed(channels.inputRules(channel.id(), wanted))) {
                dialog.close();
                then.run();
                Undo.offer(Texts.of("inputs.rules.changed"), () -> channels.inputRules(channel.id(), before));
            }
        });
        dialog.add(Parts.box("col on-gap", automatic, back));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }
}
