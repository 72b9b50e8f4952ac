package live.onair.ui.offers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Function;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.offers.FlashSales;
import live.onair.offers.FlashSales.FlashTerms;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.products.LineUps.LineUpItem;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Writes a flash sale, or other terms for one; says what the product cost lately. */
final class FlashDialog {

    private final FlashSales sales;
    private final ComboBox<LineUpItem> product = new ComboBox<>(Texts.of("offer.product"));
    private final BigDecimalField price = new BigDecimalField(Texts.of("flashSales.price"));
    private final IntegerField countdown = new IntegerField(Texts.of("flashSales.countdown"));
    private final IntegerField minutes = new IntegerField(Texts.of("flashSales.minutes"));
    private final IntegerField quantity = new IntegerField(Texts.of("offer.quantity"));
    private final TextField reason = new TextField(Texts.of("flashSales.reason"));
    private final Span costs = Parts.text("", "t12", "c2");

    private @Nullable Integer was;

    private FlashDialog(FlashSales sales, List<LineUpItem> items) {
        this.sales = sales;
        product.setId("flash-product");
        product.setItems(items);
        product.setItemLabelGenerator(item -> item.product().name());
        product.addValueChangeListener(e -> costs());
        price.setId("flash-price");
        countdown.setId("flash-countdown");
        countdown.setValue(30);
        minutes.setId("flash-minutes");
        minutes.setMin(1);
        minutes.setMax(20);
        minutes.setValue(5);
        quantity.setId("flash-quantity");
        reason.setId("flash-reason");
        reason.setMaxLength(200);
        costs.setId("flash-costs");
        Help.on(price, "flashSales.price");
        Help.on(countdown, "flashSales.countdown");
        Help.on(minutes, "flashSales.minutes");
        Help.on(quantity, "flashSales.quantity");
        Help.on(reason, "flashSales.reason");
    }

    private void costs() {
        LineUpItem item = product.getValue();
        if (item == null) {
            costs.setText("");
            return;
        }
        String now = item.cost() == null ? "—" : item.cost().toString();
        String lowest = sales.lowest(item.product().id()).map(Money::toString).orElse("—");
        costs.setText(Texts.of("flashSales.costs", now, lowest));
    }

    /** Opens it; {@code before} is what is changed, null for a new one. */
    static void open(
            String verb,
            FlashSales sales,
            List<LineUpItem> items,
            @Nullable FlashSale before,
            Function<FlashTerms, Outcome<FlashSale>> act) {
        FlashDialog form = new FlashDialog(sales, items);
        if (before != null) {
            form.fill(before, items);
        }
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("600px");
        Button done = Parts.primary(verb, "check");
        done.setId("flash-done");
        done.addClickListener(e -> {
            try {
                if (Parts.showed(act.apply(form.terms()))) {
                    dialog.close();
                }
            } catch (ArithmeticException tooFine) {
                Parts.broken(Texts.of("product.price.fine", form.currency()));
            }
        });
        FormLayout fields = new FormLayout();
        fields.add(form.product, 2);
        fields.add(form.costs, 2);
        fields.add(form.price, form.quantity, form.countdown, form.minutes);
        fields.add(form.reason, 2);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("460px", 2));
        dialog.add(fields);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        form.product.focus();
    }

    private void fill(FlashSale before, List<LineUpItem> items) {
        items.stream()
                .filter(item -> item.product().id().equals(before.product()))
                .findFirst()
                .ifPresent(product::setValue);
        price.setValue(before.price().amount());
        countdown.setValue(before.countdown());
        was = before.seconds();
        minutes.setValue(was / 60);
        quantity.setValue(before.quantity());
        reason.setValue(before.reason());
    }

    /** What was not touched stays as it was, to the second. */
    private @Nullable Integer seconds(@Nullable Integer length) {
        if (length == null || (was != null && length == was / 60)) {
            return length == null ? null : was;
        }
        return length * 60;
    }

    private String currency() {
        return product.getValue() == null
                ? Money.WON
                : product.getValue().product().currency();
    }

    private FlashTerms terms() {
        Integer length = minutes.getValue();
        return new FlashTerms(
                product.getValue() == null ? null : product.getValue().product().id(),
                price.getValue() == null ? null : Money.of(price.getValue(), currency()),
                countdown.getValue(),
                seconds(length),
                quantity.getValue(),
                reason.getValue());
    }
}
