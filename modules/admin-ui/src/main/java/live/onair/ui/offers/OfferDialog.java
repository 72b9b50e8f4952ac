package live.onair.ui.offers;

import com.vaadin.flow.component.formlayout.FormLayout;
import java.util.function.Supplier;
import live.onair.kernel.Outcome;
import live.onair.ui.Asking;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;

/** Something written of a product of the show, with money in it: a coupon, a flash sale, a promise. */
public final class OfferDialog {

    private OfferDialog() {}

    /** Opens it; closes when the act is done, and says what is wrong otherwise. */
    public static void open(
            String verb, String id, FormLayout fields, ItemField product, Supplier<? extends Outcome<?>> act) {
        Asking.until(verb, id, fields, close -> {
            try {
                ClaimAsk.done(() -> act.get().map(done -> true), done -> close.run());
            } catch (ArithmeticException tooFine) {
                Parts.broken(Texts.of("product.price.fine", product.currency()));
            }
        });
    }
}
