package live.onair.ui.offers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Function;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.offers.Coupons.CouponTerms;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.CouponKind;
import live.onair.offers.OfferRows.Discount;
import live.onair.products.LineUps.LineUpItem;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Writes a coupon, or other terms for one. */
final class CouponDialog {

    private final TextField name = new TextField(Texts.of("offer.name"));
    private final Select<CouponKind> kind = new Select<>();
    private final BigDecimalField amount = new BigDecimalField(Texts.of("coupons.amount"));
    private final IntegerField percent = new IntegerField(Texts.of("coupons.percent"));
    private final BigDecimalField most = new BigDecimalField(Texts.of("coupons.most"));
    private final BigDecimalField minimum = new BigDecimalField(Texts.of("coupons.minimum"));
    private final ComboBox<LineUpItem> product = new ComboBox<>(Texts.of("offer.product"));
    private final IntegerField quantity = new IntegerField(Texts.of("offer.quantity"));
    private final IntegerField perPerson = new IntegerField(Texts.of("coupons.perPerson"));
    private final IntegerField minutes = new IntegerField(Texts.of("coupons.minutes"));

    private @Nullable Integer was;

    private CouponDialog(List<LineUpItem> items) {
        kind.setLabel(Texts.of("coupons.kind"));
        kind.setItems(CouponKind.values());
        kind.setItemLabelGenerator(one -> Texts.pick(one.ko(), one.en()));
        kind.addValueChangeListener(e -> kind(e.getValue()));
        kind.setValue(CouponKind.AMOUNT);
        product.setItems(items);
        product.setItemLabelGenerator(item -> item.product().name());
        product.setClearButtonVisible(true);
        name.setMaxLength(40);
        perPerson.setValue(1);
        ids();
        Help.on(name, "offer.name");
        Help.on(most, "coupons.most");
        Help.on(minimum, "coupons.minimum");
        Help.on(product, "coupons.product");
        Help.on(quantity, "offer.quantity");
        Help.on(perPerson, "coupons.perPerson");
        Help.on(minutes, "coupons.minutes");
    }

    private void ids() {
        name.setId("coupon-name");
        kind.setId("coupon-kind");
        amount.setId("coupon-amount");
        percent.setId("coupon-percent");
        most.setId("coupon-most");
        minimum.setId("coupon-minimum");
        product.setId("coupon-product");
        quantity.setId("coupon-quantity");
        perPerson.setId("coupon-per-person");
        minutes.setId("coupon-minutes");
        minutes.setMin(1);
        minutes.setMax(1440);
    }

    private void kind(CouponKind wanted) {
        boolean fixed = wanted == CouponKind.AMOUNT;
        amount.setVisible(fixed);
        percent.setVisible(!fixed);
        most.setVisible(!fixed);
    }

    /** Opens it; {@code before} is what is changed, null for a new one. */
    static void open(
            String verb, List<LineUpItem> items, @Nullable Coupon before, Function<CouponTerms, Outcome<Coupon>> act) {
        CouponDialog form = new CouponDialog(items);
        if (before != null) {
            form.fill(before, items);
        }
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("600px");
        Button done = Parts.primary(verb, "check");
        done.setId("coupon-done");
        done.addClickListener(e -> {
            try {
                if (Parts.showed(act.apply(form.terms()))) {
                    dialog.close();
                }
            } catch (ArithmeticException tooFine) {
                Parts.broken(Texts.of("product.price.fine", form.currency()));
            }
        });
        FormLayout fields = new FormLayout(form.name, form.kind, form.amount, form.percent, form.most, form.minimum);
        fields.add(form.product, form.quantity, form.perPerson, form.minutes);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("460px", 2));
        dialog.add(fields);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        form.name.focus();
    }

    private void fill(Coupon before, List<LineUpItem> items) {
        Discount discount = before.discount();
        name.setValue(before.name());
        kind.setValue(discount.kind());
        amount.setValue(discount.amount() == null ? null : discount.amount().amount());
        percent.setValue(discount.percent());
        most.setValue(discount.most() == null ? null : discount.most().amount());
        minimum.setValue(discount.minimum() == null ? null : discount.minimum().amount());
        items.stream()
                .filter(item -> item.product().id().equals(discount.product()))
                .findFirst()
                .ifPresent(product::setValue);
        quantity.setValue(before.share().quantity());
        perPerson.setValue(before.share().perPerson());
        was = before.seconds();
        minutes.setValue(was == null ? null : was / 60);
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

    private @Nullable Money money(BigDecimalField field) {
        return field.getValue() == null ? null : Money.of(field.getValue(), currency());
    }

    private CouponTerms terms() {
        Integer length = minutes.getValue();
        return new CouponTerms(
                name.getValue(),
                kind.getValue(),
                money(amount),
                percent.getValue(),
                money(most),
                money(minimum),
                product.getValue() == null ? null : product.getValue().product().id(),
                quantity.getValue(),
                perPerson.getValue(),
                seconds(length));
    }
}
