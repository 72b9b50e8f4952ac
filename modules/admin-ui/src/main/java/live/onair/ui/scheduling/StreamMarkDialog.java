package live.onair.ui.scheduling;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import live.onair.scheduling.StreamMarks;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** A word and a text, put at the picture that is being sent when it is pressed. */
final class StreamMarkDialog {

    private static final List<String> KINDS = List.of("notice", "pin", "mark");
    private static final int LONGEST = 200;

    private StreamMarkDialog() {}

    static void open(StreamMarks marks, String show, Runnable then) {
        String verb = Actions.label(StreamMarks.class, "streamMarks.put");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("480px");
        ComboBox<String> kind = kinds();
        TextField text = new TextField(Texts.of("streamMarks.text"));
        text.setId("stream-mark-text");
        text.setWidthFull();
        text.setMaxLength(LONGEST);
        Help.on(text, "streamMarks.text");
        Button done = Parts.primary(verb, "check");
        done.setId("stream-mark-done");
        // One dialog is one mark: pressed twice, it is there once.
        UUID id = UUID.randomUUID();
        done.addClickListener(e -> {
            String word = kind.getValue();
            if (Parts.showed(marks.put(new StreamMarks.Put(id, show, word, payload(text.getValue()), null)))) {
                dialog.close();
                then.run();
            }
        });
        done.addClickShortcut(Key.ENTER).listenOn(text);
        dialog.add(Parts.box("col on-gap", kind, text), Parts.text(Texts.of("streamMarks.then"), "c2", "t13"));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        text.focus();
    }

    /** The usual words, and any other that is typed. */
    private static ComboBox<String> kinds() {
        ComboBox<String> kind = new ComboBox<>(Texts.of("streamMarks.kind"));
        kind.setId("stream-mark-kind");
        kind.setItems(KINDS);
        kind.setItemLabelGenerator(StreamMarksPane::word);
        kind.setValue(KINDS.get(0));
        kind.setAllowCustomValue(true);
        kind.addCustomValueSetListener(e -> {
            List<String> known = new ArrayList<>(KINDS);
            known.add(e.getDetail().strip());
            kind.setItems(known);
            kind.setValue(e.getDetail().strip());
        });
        Help.on(kind, "streamMarks.kind");
        return kind;
    }

    private static String payload(String text) {
        var object = Json.createObjectBuilder();
        if (!text.isBlank()) {
            object.add("text", text.strip());
        }
        return object.build().toString();
    }
}
