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
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Makes a new stream key and shows it once. */
final class KeyDialog {

    private KeyDialog() {}

    static void open(Channels.Row channel, Encoders encoders) {
        Dialog dialog = new Dialog(Actions.label(Encoders.class, "channels.rotateKey") + " · " + channel.name());
        dialog.setWidth("560px");
        Select<Duration> overlap = new Select<>();
        overlap.setLabel(Texts.of("key.overlap"));
        Help.on(overlap, "key.overlap");
        overlap.setItems(List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(24)));
        overlap.setItemLabelGenerator(d -> d.isZero() ? Texts.of("key.atOnce") : Times.length(d));
        overlap.setValue(Duration.ofMinutes(10));
        Select<Channels.Input> input = new Select<>();
        input.setId("key-input");
        input.setLabel(Texts.of("key.input"));
        Help.on(input, "key.input");
        input.setItems(Channels.Input.values());
        input.setItemLabelGenerator(i -> Texts.pick(i.ko(), i.en()));
        input.setValue(Channels.Input.A);
        Button make = Parts.primary(Actions.label(Encoders.class, "channels.rotateKey"), "check");
        make.setId("key-make");
        make.addClickListener(e -> {
            Outcome<Encoders.NewKey> made = encoders.rotateKey(channel.id(), input.getValue(), overlap.getValue());
            if (Parts.showed(made)) {
                show(dialog, made.orThrow());
            }
        });
        dialog.add(Parts.text(Texts.of("key.why"), "c2", "t13"), Parts.box("col on-gap", input, overlap));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), make);
        dialog.open();
    }

    private static void show(Dialog dialog, Encoders.NewKey made) {
        dialog.removeAll();
        dialog.getFooter().removeAll();
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
    }
}
