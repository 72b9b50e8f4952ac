package live.onair.ui.scheduling;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Supplier;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.PlanSheet;
import live.onair.ui.Texts;
import live.onair.ui.Undo;

/** What may happen to a channel's inputs without a hand. */
final class InputRulesDialog {

    private InputRulesDialog() {}

    static void open(Channels channels, Encoders encoders, Channels.Row channel, Runnable then) {
        String verb = Actions.label(Channels.class, "channels.inputRules");
        Channels.InputRules before = channel.inputRules();
        boolean made = ChannelDialog.makesSecondInput(channel.backend());
        Checkbox second = box("input-second", Texts.of("inputs.second"), before.second());
        second.setVisible(made);
        Checkbox automatic = box("input-automatic", Texts.of("inputs.automatic"), before.automatic());
        IntegerField back = seconds(before);
        Supplier<Channels.InputRules> wanted =
                () -> new Channels.InputRules(second.getValue(), automatic.getValue(), back.getValue());
        PlanSheet sheet = new PlanSheet(
                verb + " · " + channel.name(),
                Texts.of("dialog.save"),
                () -> KeyDialog.plan(encoders, channel.id(), pressing(wanted.get())),
                hash -> told(
                        channels.inputRules(channel.id(), wanted.get(), hash),
                        then,
                        () -> undo(channels, encoders, channel)));
        second.addValueChangeListener(e -> sheet.renew());
        automatic.addValueChangeListener(e -> sheet.renew());
        back.addValueChangeListener(e -> sheet.renew());
        Span said = Parts.text(Texts.of("inputs.second.help"), "c2", "t13");
        said.setVisible(made);
        Span next = Parts.text(Texts.of("inputs.rules.next"), "c2", "t13");
        sheet.named("input-rules-done")
                .with(second, automatic, back, said, next)
                .shown();
    }

    private static Checkbox box(String id, String words, boolean on) {
        Checkbox box = new Checkbox(words, on);
        box.setId(id);
        return box;
    }

    private static Outcome<Channels.Row> told(Outcome<Channels.Row> done, Runnable then, Undo.Back back) {
        if (done.isDone()) {
            then.run();
            Undo.offer(Texts.of("inputs.rules.changed"), back);
        }
        return done;
    }

    private static Encoders.Pressing pressing(Channels.InputRules rules) {
        return new Encoders.Pressing(Encoders.ChannelPress.INPUT_RULES, null, rules);
    }

    /** What takes it back has a plan too. */
    private static Outcome<Channels.Row> undo(Channels channels, Encoders encoders, Channels.Row channel) {
        Channels.InputRules before = channel.inputRules();
        return encoders.plan(channel.id(), pressing(before))
                .then(plan -> channels.inputRules(channel.id(), before, plan.hash()));
    }

    private static IntegerField seconds(Channels.InputRules before) {
        IntegerField back = new IntegerField(Texts.of("inputs.return"));
        back.setId("input-return");
        back.setWidthFull();
        back.setValueChangeMode(ValueChangeMode.EAGER);
        back.setValue(before.returnSeconds());
        Help.on(back, "inputs.return");
        return back;
    }
}
