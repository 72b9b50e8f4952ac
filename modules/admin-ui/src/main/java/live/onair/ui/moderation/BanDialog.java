package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.BiConsumer;
import live.onair.moderation.Moderation;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Asks why somebody is put out of a chat, and when they may come in again. */
final class BanDialog {

    /** As long as the show lasts. */
    static final int FOR_GOOD = 0;

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private BanDialog() {}

    /** Tells for how many minutes, and why. */
    static void open(BiConsumer<Integer, String> act) {
        String verb = Actions.label(Moderation.class, "moderation.ban");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("480px");
        TextArea reason = new TextArea(Texts.of("reason.needed"));
        reason.setId("reason");
        reason.setWidthFull();
        reason.setMaxLength(500);
        Help.on(reason, "reason");
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        RadioButtonGroup<Integer> end = ends();
        Button done = Parts.danger(verb, "ban");
        done.setId("reason-done");
        done.setEnabled(false);
        reason.addValueChangeListener(e -> done.setEnabled(!e.getValue().isBlank()));
        done.addClickListener(e -> {
            dialog.close();
            act.accept(end.getValue(), reason.getValue());
        });
        dialog.add(reason, end, Parts.text(Texts.of("ban.here"), "c2", "t13"));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        reason.focus();
    }

    private static RadioButtonGroup<Integer> ends() {
        RadioButtonGroup<Integer> end = new RadioButtonGroup<>(Texts.of("ban.end"));
        end.setId("ban-end");
        end.setItems(HOUR, DAY, FOR_GOOD);
        end.setItemLabelGenerator(minutes -> Texts.of("ban.end." + minutes));
        end.setValue(FOR_GOOD);
        return end;
    }
}
