package live.onair.ui.promises;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Function;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.products.LineUps.LineUpItem;
import live.onair.promises.PromiseRows.Promise;
import live.onair.promises.Promises;
import live.onair.promises.Promises.PromiseTerms;
import live.onair.ui.Actions;
import live.onair.ui.Texts;
import live.onair.ui.offers.ItemField;
import live.onair.ui.offers.OfferDialog;

/** Writes down what was promised in a show. */
final class PromiseDialog {

    private final ItemField product;
    private final BigDecimalField price = new BigDecimalField(Texts.of("promise.price"));
    private final TextField words = new TextField(Texts.of("promise.words"));
    private final IntegerField days = new IntegerField(Texts.of("promise.days"));

    private PromiseDialog(List<LineUpItem> items) {
        product = new ItemField(items);
        product.setId("promise-product");
        product.addValueChangeListener(e -> {
            Money cost = e.getValue() == null ? null : e.getValue().cost();
            price.setValue(cost == null ? null : cost.amount());
        });
        price.setId("promise-price");
        words.setId("promise-words");
        words.setMaxLength(200);
        words.setPlaceholder(Texts.of("promise.words.example"));
        days.setId("promise-days");
        days.setValue(30);
        days.setStepButtonsVisible(true);
        days.setMin(1);
        days.setMax(365);
    }

    static void open(List<LineUpItem> items, Function<PromiseTerms, Outcome<Promise>> act) {
        PromiseDialog form = new PromiseDialog(items);
        FormLayout fields = new FormLayout();
        fields.add(form.product, 2);
        fields.add(form.words, 2);
        fields.add(form.price, form.days);
        OfferDialog.open(
                Actions.label(Promises.class, "promises.make"),
                "promise-save",
                fields,
                form.product,
                () -> act.apply(form.terms()));
        form.product.focus();
    }

    private PromiseTerms terms() {
        return new PromiseTerms(product.product(), product.money(price), words.getValue(), days.getValue());
    }
}
