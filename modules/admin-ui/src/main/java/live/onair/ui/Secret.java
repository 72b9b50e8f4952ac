package live.onair.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret once. */
public final class Secret {

    private Secret() {}

    /** In a dialog; whoever closes it sees it nowhere again. */
    public static void show(String label, String secret) {
        Dialog dialog = new Dialog(label);
        dialog.setWidth("560px");
        TextField value = new TextField();
        value.setId("secret");
        value.setAriaLabel(label);
        value.setReadOnly(true);
        value.setWidthFull();
        value.setValue(secret);
        dialog.add(Parts.text(Texts.of("people.once"), "c2", "t13"), value);
        dialog.getFooter().add(new Button(Texts.of("sheet.close"), e -> dialog.close()));
        dialog.open();
    }
}
