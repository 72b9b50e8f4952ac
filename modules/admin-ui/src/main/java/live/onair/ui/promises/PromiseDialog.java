package live.onair.ui.promises;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Function;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.promises.PromiseRows.Promise;
import live.onair.promises.Promises;
import live.onair.promises.Promises.PromiseTerms;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Writes down what was promised in a show. */
final class PromiseDialog {

    private final ComboBox<LineUpItem> product = new ComboBox<>(Texts.of("promise.product"));
    private final BigDecimalField price = new BigDecimalField(Texts.of("promise.price"));
    private final TextField words = new TextField(Texts.of("promise.words"));
    private final IntegerField days = new IntegerField(Texts.of("promise.days"));

    private PromiseDialog(LineUps lineUps, String show) {
        product.setId("promise-product");
        product.setItems(lineUps.of(show).items());
        product.setItemLabelGenerator(item -> item.product().name());
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

    static void open(LineUps lineUps, String show, Function<PromiseTerms, Outcome<Promise>> act) {
        new PromiseDialog(lineUps, show).show(act);
    }

    private void show(Function<PromiseTerms, Outcome<Promise>> act) {
        Dialog dialog = new Dialog(Actions.label(Promises.class, "promises.make"));
        dialog.setWidth("520px");
        FormLayout form = new FormLayout(product, words, price, days);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("420px", 2));
        form.setColspan(product, 2);
        form.setColspan(words, 2);
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("promise-save");
        done.addClickListener(e -> {
            if (Parts.showed(act.apply(terms()))) {
                dialog.close();
            }
        });
        dialog.add(form);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        product.focus();
    }

    private PromiseTerms terms() {
        LineUpItem item = product.getValue();
        return new PromiseTerms(
                item == null ? null : item.product().id(),
                item == null ? null : money(item),
                words.getValue(),
                days.getValue());
    }

    /** An amount finer than its currency is refused with the others. */
    private @Nullable Money money(LineUpItem item) {
        String currency = item.product().currency();
        try {
            return price.getValue() == null ? null : Money.of(price.getValue(), currency);
        } catch (ArithmeticException e) {
            return new Money(0, currency);
        }
    }
}
