package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.PlanCalls;
import live.onair.ui.PlanSheet;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Makes a new stream key and shows it once. */
final class KeyDialog {

    private KeyDialog() {}

    static void open(Channels.Row channel, Encoders encoders) {
        String verb = Actions.label(Encoders.class, "channels.rotateKey");
        Select<Duration> overlap = new Select<>();
        overlap.setLabel(Texts.of("key.overlap"));
        Help.on(overlap, "key.overlap");
        overlap.setItems(List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(24)));
        overlap.setItemLabelGenerator(d -> d.isZero() ? Texts.of("key.atOnce") : Times.length(d));
        overlap.setValue(Duration.ofMinutes(10));
        Select<Channels.Input> input = input();
        PlanSheet sheet = new PlanSheet(
                verb + " · " + channel.name(), verb, () -> plan(encoders, channel.id(), input.getValue()), hash -> {
                    Outcome<Encoders.NewKey> made =
                            encoders.rotateKey(channel.id(), input.getValue(), overlap.getValue(), hash);
                    if (made.isDone()) {
                        show(verb + " · " + channel.name(), made.orThrow());
                    }
                    return made;
                });
        input.addValueChangeListener(e -> sheet.renew());
        sheet.named("key-make")
                .with(Parts.text(Texts.of("key.why"), "c2", "t13"), input, overlap)
                .shown();
    }

    /** Which input a key is for. */
    static Select<Channels.Input> input() {
        Select<Channels.Input> input = new Select<>();
        input.setId("key-input");
        input.setLabel(Texts.of("key.input"));
        Help.on(input, "key.input");
        input.setItems(Channels.Input.values());
        input.setItemLabelGenerator(i -> Texts.pick(i.ko(), i.en()));
        input.setValue(Channels.Input.A);
        return input;
    }

    /** What a new key of this input would call, to be read. */
    static Outcome<PlanSheet.Shown> plan(Encoders encoders, String channel, Channels.Input input) {
        return plan(encoders, channel, new Encoders.Pressing(Encoders.ChannelPress.NEW_KEY, input, null));
    }

    /** What a press on this channel would call, to be read. */
    static Outcome<PlanSheet.Shown> plan(Encoders encoders, String channel, Encoders.Pressing pressing) {
        return encoders.plan(channel, pressing).map(plan -> new PlanSheet.Shown(plan.hash(), PlanCalls.of(plan)));
    }

    private static void show(String title, Encoders.NewKey made) {
        Dialog dialog = new Dialog(title);
        dialog.setWidth("560px");
        TextField key = new TextField(Texts.of("key.once"));
        key.setId("key-value");
        Help.on(key, "key.once");
        key.setReadOnly(true);
        key.setWidthFull();
        key.setValue(Objects.requireNonNull(made.key()));
        Button copy = new Button(
                Texts.of("key.copy"),
                e -> key.getElement()
                        .executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", made.key()));
        dialog.add(key);
        dialog.getFooter().add(copy, new Button(Texts.of("sheet.close"), e -> dialog.close()));
        dialog.open();
    }
}
