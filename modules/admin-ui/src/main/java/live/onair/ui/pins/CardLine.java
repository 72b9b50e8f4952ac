package live.onair.ui.pins;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.Cards;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** One notice or question: its words, whether viewers see it, and its buttons. */
final class CardLine extends Div {

    /** What a line's buttons do. */
    interface Press {
        void show(Card card);

        void hide(Card card);

        void change(Card card);

        void remove(Card card);

        void move(Card card, int to);
    }

    CardLine(Card card, int place, boolean may, Press press) {
        addClassName("on-note-card");
        Instant since = card.shownSince();
        setClassName("cur", since != null);
        getElement().setAttribute("data-card", card.id()).setAttribute("data-shown", String.valueOf(since != null));
        Div words = Parts.box("on-card-words");
        if (card.kind() == CardKind.FAQ) {
            words.add(Parts.text(card.question(), "b", "t13"));
        }
        words.add(Parts.text(card.text(), "t13", card.kind() == CardKind.FAQ ? "c2" : "b", "on-card-text"));
        if (card.product() != null) {
            String name = card.productName() == null ? card.product() : card.productName();
            words.add(Parts.text(Texts.of("cards.ofProduct", name), "t12", "c3"));
        }
        if (since != null) {
            words.add(Parts.state("ok q", "ok", Texts.of("cards.since", Times.seconds(since))));
        }
        Button seen = since == null
                ? Actions.button(Cards.class, "cards.show", () -> press.show(card))
                : Actions.button(Cards.class, "cards.hide", () -> press.hide(card));
        seen.setId("card-press-" + card.id());
        seen.addThemeVariants(ButtonVariant.LUMO_SMALL);
        seen.setAriaLabel(seen.getText() + ": " + card.title());
        seen.getElement().setAttribute("data-label", seen.getText() + ": " + card.title());
        Div hand = Parts.box("row-s on-card-hand", seen);
        if (may) {
            hand.add(more(card, place, press));
        }
        add(words, hand);
    }

    private static Div more(Card card, int place, Press press) {
        Button change = Actions.button(Cards.class, "cards.change", () -> press.change(card));
        change.setText(Texts.of("cards.change"));
        Button up = Actions.button(Cards.class, "cards.move", () -> press.move(card, place - 1));
        up.setText("");
        up.setIcon(Parts.icon("down"));
        up.addClassName("on-flip");
        up.setEnabled(place > 0 && card.show() != null);
        Button remove = Actions.button(Cards.class, "cards.remove", () -> press.remove(card));
        remove.setText("");
        remove.setIcon(Parts.icon("x"));
        dress(change, "change", "cards.change", card);
        dress(up, "up", "lineUp.up", card);
        dress(remove, "remove", "cards.remove", card);
        return Parts.box("row-s", change, up, remove);
    }

    private static void dress(Button button, String word, String key, Card card) {
        button.setId("card-" + word + "-" + card.id());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(Texts.of(key) + ": " + card.title());
        button.getElement().setAttribute("data-label", Texts.of(key) + ": " + card.title());
        button.setTooltipText(Texts.of(key));
    }
}
