package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Predicate;
import live.onair.moderation.Moderation;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Asks in which words a member is warned; usual ones are there to begin with. */
final class WarnDialog {

    private static final int LONGEST = 200;

    /** What members are mostly warned of. */
    private enum Usual {
        ABUSE,
        SPAM,
        PERSONAL
    }

    private WarnDialog() {}

    /** Closes when it was done. */
    static void open(String name, Predicate<String> act) {
        String verb = Actions.label(Moderation.class, "moderation.warn");
        Dialog dialog = new Dialog(verb + ": " + name);
        dialog.setWidth("480px");
        TextArea words = new TextArea(Texts.of("warn.words"));
        words.setId("warn-words");
        words.setWidthFull();
        words.setMaxLength(LONGEST);
        words.setHelperText(Texts.of("warn.words.help", LONGEST));
        RadioButtonGroup<Usual> usual = new RadioButtonGroup<>(Texts.of("warn.usual"));
        usual.setId("warn-usual");
        usual.setItems(Usual.values());
        usual.setItemLabelGenerator(one -> Texts.of("warn.usual." + one));
        usual.addValueChangeListener(e -> words.setValue(Texts.of("warn.words." + e.getValue())));
        usual.setValue(Usual.ABUSE);
        Button done = Parts.primary(verb, "send");
        done.setId("warn-done");
        done.addClickListener(e -> {
            if (act.test(words.getValue())) {
                dialog.close();
            }
        });
        dialog.add(usual, words);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        words.focus();
    }
}
