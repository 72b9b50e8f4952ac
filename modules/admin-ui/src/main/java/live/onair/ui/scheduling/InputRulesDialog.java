package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
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
        boolean made = ChannelDialog.makesSecondInput(channel.backend());
        Checkbox second = new Checkbox(Texts.of("inputs.second"), before.second());
        second.setId("input-second");
        second.setVisible(made);
        Checkbox automatic = new Checkbox(Texts.of("inputs.automatic"), before.automatic());
        automatic.setId("input-automatic");
        IntegerField back = seconds(before);
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("input-rules-done");
        done.addClickListener(e -> {
            Channels.InputRules wanted =
                    new Channels.InputRules(second.getValue(), automatic.getValue(), back.getValue());
            if (Parts.showed(channels.inputRules(channel.id(), wanted))) {
                dialog.close();
                then.run();
                Undo.offer(Texts.of("inputs.rules.changed"), () -> channels.inputRules(channel.id(), before));
            }
        });
        Span said = Parts.text(Texts.of("inputs.second.help"), "c2", "t13");
        said.setVisible(made);
        dialog.add(Parts.box("col on-gap", second, automatic, back, said));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }

    private static IntegerField seconds(Channels.InputRules before) {
        IntegerField back = new IntegerField(Texts.of("inputs.return"));
        back.setId("input-return");
        back.setWidthFull();
        back.setValue(before.returnSeconds());
        Help.on(back, "inputs.return");
        return back;
    }
}
