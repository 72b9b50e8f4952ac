package live.onair.ui.pins;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import live.onair.kernel.Outcome;
import live.onair.pins.CardRows.Card;
import live.onair.pins.CardRows.CardKind;
import live.onair.pins.Cards;
import live.onair.products.LineUps;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import live.onair.ui.adreview.ClaimAsk;
import live.onair.ui.adreview.ClaimHints;
import org.jspecify.annotations.Nullable;

/** The notices of a show, or its questions: each is shown to viewers and hidden by one press. */
final class CardsPane extends Div {

    private final transient Cards cards;
    private final transient ClaimHints hints;
    private final transient @Nullable LineUps lineUps;
    private final CardKind kind;
    private final String show;
    private final H2 title = new H2();
    private final Div list = Parts.box("on-cards");
    private final boolean may = Actions.isAllowed(Cards.class, "cards.change");
    private final transient Map<Placed, CardLine> lines = new HashMap<>();
    private transient @Nullable List<Card> seen;

    /** What a line is drawn from: one that has the same stays, so that a press on its way finds its button. */
    private record Placed(Card card, int place) {}

    /** What it is drawn from; questions can be of a product of the line-up. */
    private record Rooms(
            Cards cards, ClaimHints hints, @Nullable LineUps lineUps) {}

    private CardsPane(Rooms rooms, CardKind kind, String show, Pulse pulse) {
        this.cards = rooms.cards();
        this.hints = rooms.hints();
        this.lineUps = rooms.lineUps();
        this.kind = kind;
        this.show = show;
        addClassNames("pane", "on-cards-pane");
        setId(kind == CardKind.NOTICE ? "notices" : "faq");
        Button add = Actions.button(Cards.class, "cards.add", this::adding);
        add.setText(Texts.of("cards.add." + kind.name()));
        add.setId(getId().orElseThrow() + "-add");
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(Parts.box("ph2 on-wrap", title, Parts.box("push"), add), list);
        refresh();
        pulse.every(this, this::refresh);
    }

    static CardsPane notices(Cards cards, ClaimHints hints, String show, Pulse pulse) {
        return new CardsPane(new Rooms(cards, hints, null), CardKind.NOTICE, show, pulse);
    }

    static CardsPane faq(Cards cards, ClaimHints hints, LineUps lineUps, String show, Pulse pulse) {
        return new CardsPane(new Rooms(cards, hints, lineUps), CardKind.FAQ, show, pulse);
    }

    private List<Card> read() {
        return kind == CardKind.NOTICE
                ? cards.of(show).notices()
                : cards.of(show).faq();
    }

    private void refresh() {
        List<Card> now = read();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        long shown = now.stream().filter(card -> card.shownSince() != null).count();
        title.setText(Texts.of("cards.title." + kind.name(), shown, now.size()));
        Map<Placed, CardLine> before = new HashMap<>(lines);
        lines.clear();
        list.removeAll();
        for (int i = 0; i < now.size(); i++) {
            Placed placed = new Placed(now.get(i), i);
            CardLine line = before.getOrDefault(placed, new CardLine(now.get(i), i, may, new Presses()));
            lines.put(placed, line);
            list.add(line);
        }
        if (now.isEmpty()) {
            list.add(
                    Parts.empty(Texts.of("cards.none." + kind.name()), Texts.of("cards.none." + kind.name() + ".why")));
        }
    }

    private void adding() {
        CardDialog.add(
                kind, show, lineUps == null ? List.of() : lineUps.of(show).items(), hints, wanted -> {
                    Outcome<Card> outcome = cards.add(wanted);
                    if (outcome instanceof Outcome.Done<Card> done) {
                        offer(
                                Texts.of("cards.added"),
                                () -> cards.remove(done.value().id()));
                    }
                    return outcome;
                });
    }

    /** Says what was done, and how it is taken back; all of it is drawn anew. */
    private void offer(String words, Supplier<Outcome<?>> back) {
        refresh();
        Undo.offer(words, back::get, this::refresh);
    }

    private void act(Outcome<?> outcome, String words, Supplier<Outcome<?>> back) {
        if (Parts.showed(outcome)) {
            offer(words, back);
        } else {
            refresh();
        }
    }

    /** What the lines' buttons do. */
    private final class Presses implements CardLine.Press {

        @Override
        public void show(Card card) {
            ClaimAsk.press(
                    () -> cards.show(show, card.id()),
                    outcome -> act(outcome, Texts.of("cards.shown", card.title()), () -> cards.hide(show, card.id())));
        }

        @Override
        public void hide(Card card) {
            act(cards.hide(show, card.id()), Texts.of("cards.hidden", card.title()), () -> cards.show(show, card.id()));
        }

        @Override
        public void change(Card card) {
            CardDialog.change(card, show, hints, words -> {
                Outcome<Card> outcome = cards.change(card.id(), words);
                if (outcome.isDone()) {
                    Cards.CardWords before = new Cards.CardWords(null, card.question(), card.text());
                    offer(Texts.of("cards.changed"), () -> cards.change(card.id(), before));
                }
                return outcome;
            });
        }

        @Override
        public void remove(Card card) {
            act(cards.remove(card.id()), Texts.of("cards.removed", card.title()), () -> put(card));
        }

        /** As it was: shown again if it was shown. */
        private Outcome<?> put(Card card) {
            Outcome<Card> back = cards.restore(card.id());
            return card.shownSince() == null ? back : back.then(there -> cards.show(show, there.id()));
        }

        @Override
        public void move(Card card, int to) {
            List<Card> now = seen;
            int from = now == null ? to : now.indexOf(card);
            act(cards.move(card.id(), to), Texts.of("cards.moved"), () -> cards.move(card.id(), from));
        }
    }
}
