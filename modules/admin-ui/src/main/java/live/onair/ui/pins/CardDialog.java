package live.onair.ui.pins;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import live.onair.kernel.Outcome;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.Cards;
import live.onair.products.LineUps.LineUpItem;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;
import live.onair.ui.adreview.ClaimHints;

/** Writes a notice or a question, or other words for one. */
final class CardDialog {

    private final CardKind kind;
    private final TextField question = new TextField(Texts.of("cards.question"));
    private final TextArea text;
    private Div hint = new Div();
    private final ComboBox<LineUpItem> product = new ComboBox<>(Texts.of("cards.product"));

    private CardDialog(CardKind kind) {
        this.kind = kind;
        boolean notice = kind == CardKind.NOTICE;
        question.setId("card-question");
        question.setWidthFull();
        question.setMaxLength(100);
        Help.on(question, "cards.question");
        text = new TextArea(Texts.of(notice ? "cards.notice" : "cards.answer"));
        text.setId("card-text");
        text.setWidthFull();
        text.setMaxLength(notice ? 100 : 500);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        Help.on(text, notice ? "cards.notice" : "cards.answer");
        product.setId("card-product");
        product.setWidthFull();
        product.setClearButtonVisible(true);
        product.setItemLabelGenerator(item -> item.product().name());
        Help.on(product, "cards.product");
    }

    static void add(
            CardKind kind,
            String show,
            List<LineUpItem> items,
            ClaimHints hints,
            Function<Cards.NewCard, Outcome<Card>> act) {
        CardDialog card = new CardDialog(kind);
        ClaimHints.Hint hint = hints.under(show, card::of, card.question, card.text);
        card.product.addValueChangeListener(e -> hint.look());
        card.hint = hint;
        card.product.setItems(items);
        card.product.setVisible(!items.isEmpty());
        card.open(Texts.of("cards.add." + kind.name()), () -> {
            LineUpItem of = card.product.getValue();
            return act.apply(new Cards.NewCard(
                    kind,
                    of == null ? show : null,
                    of == null ? null : of.product().id(),
                    card.question.getValue(),
                    card.text.getValue()));
        });
    }

    static void change(Card before, String show, ClaimHints hints, Function<Cards.CardWords, Outcome<Card>> act) {
        CardDialog card = new CardDialog(before.kind());
        card.product.setVisible(false);
        card.question.setValue(before.question());
        card.text.setValue(before.text());
        card.hint = hints.under(show, () -> Optional.ofNullable(before.product()), card.question, card.text);
        card.open(
                Texts.of("cards.change"),
                () -> act.apply(new Cards.CardWords(before.version(), card.question.getValue(), card.text.getValue())));
    }

    private Optional<String> of() {
        return Optional.ofNullable(product.getValue())
                .map(item -> item.product().id());
    }

    private void open(String verb, Supplier<Outcome<Card>> act) {
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("520px");
        Button done = Parts.primary(verb, "check");
        done.setId("card-done");
        done.addClickListener(e -> ClaimAsk.done(act, card -> dialog.close()));
        Div fields = Parts.box("col on-gap");
        if (kind == CardKind.FAQ) {
            fields.add(question);
        }
        fields.add(text);
        if (kind == CardKind.FAQ) {
            fields.add(product);
        }
        fields.add(hint);
        dialog.add(fields);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        if (kind == CardKind.FAQ) {
            question.focus();
        } else {
            text.focus();
        }
    }
}
