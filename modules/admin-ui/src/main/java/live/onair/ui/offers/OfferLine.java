package live.onair.ui.offers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.offers.OfferRows.Run;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** One coupon or flash sale: what it gives, where it stands, how long still, and its buttons. */
final class OfferLine extends Div {

    private final transient Told told;
    private final Button change;
    private final Span rest = Parts.text("", "t12", "num");

    /** All that a line is drawn from: one that has the same stays, so that a press on its way finds its button. */
    record Told(String id, String name, String terms, String count, OfferState state, Run run, boolean may) {}

    OfferLine(Told told, Button press, Button change, Button remove) {
        this.told = told;
        this.change = change;
        boolean runs = told.state() == OfferState.OPEN || told.state() == OfferState.COUNTDOWN;
        addClassName("on-note-card");
        setClassName("cur", runs);
        getElement()
                .setAttribute("data-offer", told.id())
                .setAttribute("data-state", told.state().name());
        Div words =
                Parts.box("on-card-words", Parts.text(told.name(), "b", "t13"), Parts.text(told.terms(), "t12", "c2"));
        words.add(Parts.box("row-s on-wrap", state(told), Parts.text(told.count(), "t12", "c2"), rest));
        Div hand = Parts.box("row-s on-card-hand");
        dress(press, "press");
        if (told.may()) {
            press.addThemeVariants(ButtonVariant.LUMO_SMALL);
            hand.add(press);
            if (!runs) {
                plain(change, "offer.change", "change");
                plain(remove, "offer.remove", "remove");
                remove.setText("");
                remove.setIcon(Parts.icon("x"));
                hand.add(change, remove);
            }
        }
        add(words, hand);
    }

    private void plain(Button button, String key, String word) {
        button.setText(Texts.of(key));
        button.setTooltipText(Texts.of(key));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        dress(button, word);
    }

    private void dress(Button button, String word) {
        button.setId("offer-" + word + "-" + told.id());
        String label = button.getText() + ": " + told.name();
        button.setAriaLabel(label);
        button.getElement().setAttribute("data-label", label);
    }

    private static Span state(Told told) {
        OfferState state = told.state();
        OfferEnd end = told.run().end();
        String word = Texts.pick(state.ko(), state.en());
        return switch (state) {
            case READY -> Parts.state("scheduled q", "scheduled", word);
            case COUNTDOWN -> Parts.state("standby q", "standby", word);
            case OPEN -> Parts.state("ok q", "ok", word);
            case CLOSED ->
                Parts.state("ended q", "ended", end == null ? word : word + " · " + Texts.pick(end.ko(), end.en()));
        };
    }

    /** Whether it cannot be changed now: the list says why. */
    void shut(boolean shut) {
        change.setEnabled(!shut);
    }

    boolean shows(Told now) {
        return told.equals(now);
    }

    /** How long it is still to wait, or to last. */
    void tick(Instant now) {
        Instant to = until();
        String words = "";
        if (to != null && now.isBefore(to)) {
            String length = Times.length(Duration.between(now, to));
            words = Texts.of(told.state() == OfferState.COUNTDOWN ? "offer.in" : "offer.for", length);
        }
        if (!rest.getText().equals(words)) {
            rest.setText(words);
        }
    }

    private @Nullable Instant until() {
        return switch (told.state()) {
            case COUNTDOWN -> told.run().opensAt();
            case OPEN -> told.run().closesAt();
            case READY, CLOSED -> null;
        };
    }
}
