package live.onair.ui.offers;

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
    private final ItemField product;
    private final BigDecimalField price = new BigDecimalField(Texts.of("flashSales.price"));
    private final IntegerField countdown = new IntegerField(Texts.of("flashSales.countdown"));
    private final MinutesField minutes = new MinutesField("flashSales.minutes", 20);
    private final IntegerField quantity = new IntegerField(Texts.of("offer.quantity"));
    private final TextField reason = new TextField(Texts.of("flashSales.reason"));
    private final Span costs = Parts.text("", "t12", "c2");

    private FlashDialog(FlashSales sales, List<LineUpItem> items) {
        this.sales = sales;
        product = new ItemField(items);
        product.setId("flash-product");
        product.addValueChangeListener(e -> costs());
        price.setId("flash-price");
        countdown.setId("flash-countdown");
        countdown.setValue(30);
        minutes.setId("flash-minutes");
        minutes.setSeconds(300);
        quantity.setId("flash-quantity");
        reason.setId("flash-reason");
        reason.setMaxLength(200);
        costs.setId("flash-costs");
        Help.on(price, "flashSales.price");
        Help.on(countdown, "flashSales.countdown");
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
            form.fill(before);
        }
        FormLayout fields = new FormLayout();
        fields.add(form.product, 2);
        fields.add(form.costs, 2);
        fields.add(form.price, form.quantity, form.countdown, form.minutes);
        fields.add(form.reason, 2);
        OfferDialog.open(verb, "flash-done", fields, form.product, () -> act.apply(form.terms()));
        form.product.focus();
    }

    private void fill(FlashSale before) {
        product.choose(before.product());
        price.setValue(before.price().amount());
        countdown.setValue(before.countdown());
        minutes.setSeconds(before.seconds());
        quantity.setValue(before.quantity());
        reason.setValue(before.reason());
    }

    private FlashTerms terms() {
        return new FlashTerms(
                product.product(),
                product.money(price),
                countdown.getValue(),
                minutes.seconds(),
                quantity.getValue(),
                reason.getValue());
    }
}
