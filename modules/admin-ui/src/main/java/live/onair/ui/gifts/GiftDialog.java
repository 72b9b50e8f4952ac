package live.onair.ui.gifts;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.gifts.GiftRows.Condition;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.GiftRows.GiftRule;
import live.onair.gifts.Gifts.GiftTerms;
import live.onair.kernel.Outcome;
import live.onair.products.LineUps.LineUpItem;
import live.onair.ui.Help;
import live.onair.ui.Texts;
import live.onair.ui.offers.ItemField;
import live.onair.ui.offers.OfferDialog;
import org.jspecify.annotations.Nullable;

/** Writes a gift or a bundle, or writes one anew. */
final class GiftDialog {

    private final Select<GiftKind> kind = new Select<>();
    private final TextField name = new TextField(Texts.of("gifts.name"));
    private final ItemField product;
    private final IntegerField pieces = new IntegerField(Texts.of("gifts.pieces"));
    private final BigDecimalField spend = new BigDecimalField(Texts.of("gifts.spend"));
    private final IntegerField most = new IntegerField(Texts.of("gifts.most"));
    private final TextArea items = new TextArea(Texts.of("gifts.items"));
    private final Checkbox again = new Checkbox(Texts.of("gifts.again"), true);
    private final Checkbox once = new Checkbox(Texts.of("gifts.once"));
    private final Checkbox earlier = new Checkbox(Texts.of("gifts.earlier"));

    private GiftDialog(List<LineUpItem> lineUp, boolean fresh) {
        product = new ItemField(lineUp);
        kind.setLabel(Texts.of("gifts.kind"));
        kind.setItems(GiftKind.values());
        kind.setItemLabelGenerator(one -> Texts.pick(one.ko(), one.en()));
        kind.addValueChangeListener(e -> kind(e.getValue()));
        kind.setValue(GiftKind.PRODUCT);
        name.setMaxLength(60);
        pieces.setValue(1);
        items.setMinHeight("96px");
        earlier.setVisible(fresh);
        ids();
        Help.on(name, "gifts.name");
        Help.on(items, "gifts.items");
        Help.on(most, "gifts.most");
        Help.on(spend, "gifts.spend");
    }

    private void ids() {
        kind.setId("gift-kind");
        name.setId("gift-name");
        product.setId("gift-product");
        pieces.setId("gift-pieces");
        spend.setId("gift-spend");
        most.setId("gift-most");
        items.setId("gift-items");
        again.setId("gift-again");
        once.setId("gift-once");
        earlier.setId("gift-earlier");
    }

    private void kind(GiftKind wanted) {
        product.setVisible(wanted != GiftKind.SPEND);
        pieces.setVisible(wanted == GiftKind.PRODUCT);
        again.setVisible(wanted == GiftKind.PRODUCT);
        spend.setVisible(wanted == GiftKind.SPEND);
        most.setVisible(wanted != GiftKind.BUNDLE);
        once.setVisible(wanted != GiftKind.BUNDLE);
    }

    /** Opens it; {@code before} is what is changed, null for a new one. */
    static void open(
            String verb,
            List<LineUpItem> lineUp,
            @Nullable GiftRule before,
            Function<GiftTerms, Outcome<GiftRule>> act) {
        GiftDialog form = new GiftDialog(lineUp, before == null);
        if (before != null) {
            form.fill(before);
        }
        FormLayout fields = new FormLayout(form.kind, form.name, form.product, form.pieces, form.spend, form.most);
        fields.add(form.items, 2);
        fields.add(form.again, form.once, form.earlier);
        OfferDialog.open(verb, "gift-done", fields, form.product, () -> act.apply(form.terms()));
        form.name.focus();
    }

    private void fill(GiftRule before) {
        Condition condition = before.condition();
        kind.setValue(condition.kind());
        name.setValue(before.name());
        product.choose(condition.product());
        pieces.setValue(condition.pieces());
        spend.setValue(condition.spend() == null ? null : condition.spend().amount());
        most.setValue(condition.most());
        items.setValue(before.items().stream()
                .map(item -> item.code() + ", " + item.name() + ", " + item.pieces())
                .collect(Collectors.joining("\n")));
        again.setValue(condition.again());
        once.setValue(condition.once());
    }

    private GiftTerms terms() {
        return new GiftTerms(
                kind.getValue(),
                name.getValue(),
                product.product(),
                pieces.getValue(),
                product.money(spend),
                again.getValue(),
                most.getValue(),
                once.getValue(),
                items.getValue()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(GiftDialog::item)
                        .toList(),
                earlier.getValue());
    }

    /** Code, name, pieces; what is missing is refused in words by whoever keeps it. */
    private static GiftItem item(String line) {
        String[] parts = line.split("[,\t]", 3);
        String count = parts.length > 2 ? parts[2].strip() : "";
        return new GiftItem(
                parts[0].strip(),
                parts.length > 1 ? parts[1].strip() : "",
                count.matches("\\d{1,4}") ? Integer.parseInt(count) : 0);
    }
}
