package live.onair.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The frame of a question: what is asked, a way out, and the act, which closes it once it is done. */
public final class Asking {

    private Asking() {}

    /** Fields in two columns where there is room for them; {@code act} as below. */
    public static void of(String verb, String id, FormLayout fields, BooleanSupplier act) {
        columns(fields);
        of(verb, id, (Component) fields, act);
    }

    /** The same for an act that may have to ask once more: it closes the question when it is done. */
    public static void until(String verb, String id, FormLayout fields, Consumer<Runnable> act) {
        columns(fields);
        open(verb, id, fields, act);
    }

    private static void columns(FormLayout fields) {
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("460px", 2));
    }

    /**
     * Opens it.
     *
     * @param act does it, says what is wrong otherwise, and tells whether it is done
     */
    public static void of(String verb, String id, Component asked, BooleanSupplier act) {
        open(verb, id, asked, close -> {
            if (act.getAsBoolean()) {
                close.run();
            }
        });
    }

    private static void open(String verb, String id, Component asked, Consumer<Runnable> act) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("600px");
        Button done = Parts.primary(verb, "check");
        done.setId(id);
        done.addClickListener(e -> act.accept(dialog::close));
        dialog.add(asked);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }
}
