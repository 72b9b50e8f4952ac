package live.onair.ui.offers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import java.util.function.Supplier;
import live.onair.kernel.Outcome;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** The frame in which something is written of a product of the show: a coupon, a flash sale, a promise. */
public final class OfferDialog {

    private OfferDialog() {}

    /** Opens it; closes when the act is done, and says what is wrong otherwise. */
    public static void open(String verb, String id, FormLayout fields, ItemField product, Supplier<Outcome<?>> act) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("600px");
        Button done = Parts.primary(verb, "check");
        done.setId(id);
        done.addClickListener(e -> {
            try {
                if (Parts.showed(act.get())) {
                    dialog.close();
                }
            } catch (ArithmeticException tooFine) {
                Parts.broken(Texts.of("product.price.fine", product.currency()));
            }
        });
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("460px", 2));
        dialog.add(fields);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
    }
}
