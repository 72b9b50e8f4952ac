package live.onair.ui.pins;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import live.onair.kernel.Money;
import live.onair.pins.PriceChangeRows.PriceChange;
import live.onair.pins.PriceChanges;
import live.onair.products.LineUps.LineUpItem;
import live.onair.ui.Actions;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Asks for another price while the show runs, and says no to one. */
final class PriceDialog {

    private PriceDialog() {}

    static void ask(PriceChanges changes, String show, LineUpItem item) {
        String verb = Actions.label(PriceChanges.class, "priceChanges.ask");
        Dialog dialog = new Dialog(verb + ": " + item.product().name());
        dialog.setWidth("480px");
        String currency = item.product().currency();
        BigDecimalField price = new BigDecimalField(Texts.of("price.new", currency));
        price.setId("price-new");
        price.setWidthFull();
        Help.on(price, "price.new");
        TextArea reason = reason();
        Button done = Parts.primary(verb, "check");
        done.setId("price-ask");
        done.addClickListener(e -> {
            try {
                var wish = new PriceChanges.PriceWish(money(price.getValue(), currency), reason.getValue());
                if (Parts.showed(changes.ask(show, item.product().id(), wish))) {
                    dialog.close();
                    Parts.done(Texts.of("price.asked"));
                }
            } catch (ArithmeticException tooFine) {
                Parts.broken(Texts.of("product.price.fine", currency));
            }
        });
        dialog.add(Parts.box("col on-gap", Parts.text(Texts.of("price.now", cost(item)), "t13"), price, reason));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        price.focus();
    }

    private static String cost(LineUpItem item) {
        return item.cost() == null
                ? Texts.of("product.price.unknown")
                : item.cost().toString();
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }

    private static TextArea reason() {
        TextArea reason = new TextArea(Texts.of("sheet.reason"));
        reason.setId("price-reason");
        reason.setWidthFull();
        reason.setMaxLength(300);
        Help.on(reason, "reason");
        return reason;
    }

    static void refuse(PriceChanges changes, PriceChange change, Runnable then) {
        String verb = Actions.label(PriceChanges.class, "priceChanges.refuse");
        Dialog dialog = new Dialog(verb + ": " + change.name());
        dialog.setWidth("480px");
        TextArea reason = reason();
        Button done = Parts.primary(verb, "x");
        done.setId("price-refuse");
        done.addClickListener(e -> {
            if (Parts.showed(changes.refuse(change.id(), reason.getValue()))) {
                dialog.close();
                then.run();
            }
        });
        dialog.add(reason);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        reason.focus();
    }
}
