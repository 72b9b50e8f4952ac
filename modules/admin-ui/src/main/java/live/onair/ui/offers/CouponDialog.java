package live.onair.ui.offers;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import live.onair.kernel.Outcome;
import live.onair.offers.Coupons.CouponTerms;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.CouponKind;
import live.onair.offers.OfferRows.Discount;
import live.onair.products.LineUps.LineUpItem;
import live.onair.ui.Help;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimHints;
import org.jspecify.annotations.Nullable;

/** Writes a coupon, or other terms for one. */
final class CouponDialog {

    private final TextField name = new TextField(Texts.of("offer.name"));
    private final Select<CouponKind> kind = new Select<>();
    private final BigDecimalField amount = new BigDecimalField(Texts.of("coupons.amount"));
    private final IntegerField percent = new IntegerField(Texts.of("coupons.percent"));
    private final BigDecimalField most = new BigDecimalField(Texts.of("coupons.most"));
    private final BigDecimalField minimum = new BigDecimalField(Texts.of("coupons.minimum"));
    private final ItemField product;
    private final IntegerField quantity = new IntegerField(Texts.of("offer.quantity"));
    private final IntegerField perPerson = new IntegerField(Texts.of("coupons.perPerson"));
    private final ClaimHints.Hint hint;
    private final MinutesField minutes = new MinutesField("coupons.minutes", 1440);
    private final Checkbox fair = new Checkbox(Texts.of("coupons.fairStart"));

    /** An empty one for this show. */
    CouponDialog(List<LineUpItem> items, String show, ClaimHints hints) {
        product = new ItemField(items);
        hint = hints.under(show, () -> Optional.ofNullable(product.product()), name);
        product.addValueChangeListener(e -> hint.look());
        kind.setLabel(Texts.of("coupons.kind"));
        kind.setItems(CouponKind.values());
        kind.setItemLabelGenerator(one -> Texts.pick(one.ko(), one.en()));
        kind.addValueChangeListener(e -> kind(e.getValue()));
        kind.setValue(CouponKind.AMOUNT);
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
        fair.setId("coupon-fair-start");
        fair.setHelperText(Texts.of("coupons.fairStart.help"));
    }

    /** Where there are only so many, who sees the show late would find none left; whoever has chosen otherwise has chosen. */
    private void presets() {
        boolean[] chosen = {false};
        fair.addValueChangeListener(e -> chosen[0] |= e.isFromClient());
        quantity.addValueChangeListener(e -> {
            if (e.isFromClient() && !chosen[0]) {
                fair.setValue(e.getValue() != null);
            }
        });
    }

    private void kind(CouponKind wanted) {
        boolean fixed = wanted == CouponKind.AMOUNT;
        amount.setVisible(fixed);
        percent.setVisible(!fixed);
        most.setVisible(!fixed);
    }

    /** Opens it; {@code before} is what is changed, null for a new one. */
    static void open(
            String verb, CouponDialog form, @Nullable Coupon before, Function<CouponTerms, Outcome<Coupon>> act) {
        if (before == null) {
            form.presets();
        } else {
            form.fill(before);
        }
        FormLayout fields = new FormLayout(form.name, form.kind, form.amount, form.percent, form.most, form.minimum);
        fields.add(form.product, form.quantity, form.perPerson, form.minutes, form.fair, form.hint);
        fields.setColspan(form.fair, 2);
        fields.setColspan(form.hint, 2);
        OfferDialog.open(verb, "coupon-done", fields, form.product, () -> act.apply(form.terms()));
        form.name.focus();
    }

    private void fill(Coupon before) {
        Discount discount = before.discount();
        name.setValue(before.name());
        kind.setValue(discount.kind());
        amount.setValue(discount.amount() == null ? null : discount.amount().amount());
        percent.setValue(discount.percent());
        most.setValue(discount.most() == null ? null : discount.most().amount());
        minimum.setValue(discount.minimum() == null ? null : discount.minimum().amount());
        product.choose(discount.product());
        quantity.setValue(before.share().quantity());
        perPerson.setValue(before.share().perPerson());
        minutes.setSeconds(before.seconds());
        fair.setValue(before.fairStart());
    }

    private CouponTerms terms() {
        return new CouponTerms(
                name.getValue(),
                kind.getValue(),
                product.money(amount),
                percent.getValue(),
                product.money(most),
                product.money(minimum),
                product.product(),
                quantity.getValue(),
                perPerson.getValue(),
                minutes.seconds(),
                fair.getValue());
    }
}
