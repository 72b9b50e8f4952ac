package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Asks why before a careful act. */
public final class Reasons {

    private Reasons() {}

    /** Asks for one line of text, a name, then acts. */
    public static void text(String verb, String label, Consumer<String> act) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("400px");
        TextField text = new TextField(label);
        text.setId("text");
        text.setWidthFull();
        Button done = Parts.primary(verb, "check");
        done.setId("text-done");
        done.addClickListener(e -> {
            dialog.close();
            act.accept(text.getValue());
        });
        dialog.add(text);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        text.focus();
    }

    /** Asks whether it shall be done, saying what then is, then acts. */
    public static void certain(String verb, String words, Runnable act) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("440px");
        dialog.add(Parts.text(words, "t13"));
        Button done = Parts.danger(verb, "check");
        done.setId("certain-done");
        done.addClickListener(e -> {
            dialog.close();
            act.run();
        });
        Button cancel = new Button(Texts.of("dialog.cancel"), e -> dialog.close());
        dialog.getFooter().add(cancel, done);
        dialog.open();
        cancel.focus();
    }

    /** Asks for the reason, which may be left out where it is not needed, then acts. */
    public static void ask(String verb, boolean needed, Consumer<String> act) {
        ask(verb, Parts.primary(verb, "check"), needed, act);
    }

    /** The same with a button of its own, and with what else is asked below the reason. */
    public static void ask(String verb, Button done, boolean needed, Consumer<String> act, Component... more) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("480px");
        TextArea reason = new TextArea(Texts.of(needed ? "reason.needed" : "reason.optional"));
        reason.setId("reason");
        reason.setWidthFull();
        reason.setMaxLength(500);
        Help.on(reason, "reason");
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        done.setId("reason-done");
        done.setEnabled(!needed);
        reason.addValueChangeListener(
                e -> done.setEnabled(!needed || !e.getValue().isBlank()));
        done.addClickListener(e -> {
            dialog.close();
            act.accept(reason.getValue());
        });
        dialog.add(reason);
        dialog.add(more);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        reason.focus();
    }
}
