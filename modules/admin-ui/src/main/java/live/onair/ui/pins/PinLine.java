package live.onair.ui.pins;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import live.onair.pins.PinRows.End;
import live.onair.pins.PinRows.Pin;
import live.onair.pins.PinRows.PinMark;
import live.onair.pins.Pins;
import live.onair.pins.PriceChanges;
import live.onair.products.LineUps.LineUpItem;
import live.onair.products.ProductRows.Product;
import live.onair.scheduling.StreamMarks;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** One product of a show that runs: what it costs, what is left, whether it is pinned, and the button that changes that. */
final class PinLine extends Div {

    private static final int KEYS = 9;

    private final Span age = Parts.text("", "t12", "c2");

    /** What a line's buttons do. */
    interface Press {
        void pin(LineUpItem item);

        void unpin(LineUpItem item);

        void price(LineUpItem item);
    }

    /**
     * All that a line is drawn from: one that has the same stays the line it is, so that a press on its way finds its button.
     *
     * @param pin null while it is not pinned
     */
    record Facts(LineUpItem item, int place, @Nullable Pin pin, boolean locked) {

        boolean isSame(Facts other) {
            return item.equals(other.item)
                    && place == other.place
                    && locked == other.locked
                    && (pin == null) == (other.pin == null)
                    && failure().equals(other.failure());
        }

        private String failure() {
            return pin == null || pin.mark().state() != StreamMarks.State.FAILED
                    ? ""
                    : Texts.pick(pin.mark().ko(), pin.mark().en());
        }
    }

    private final transient Facts facts;

    PinLine(Facts drawn, Press press) {
        facts = drawn;
        Pin pin = drawn.pin();
        Product product = drawn.item().product();
        addClassNames("pin", "on-pin");
        setClassName("cur", pin != null);
        getElement().setAttribute("data-pin", product.id()).setAttribute("data-pinned", String.valueOf(pin != null));
        Div about = about(drawn.item());
        if (pin != null) {
            mark(about, pin.mark());
        }
        Div hand = Parts.box("row on-pin-hand");
        if (drawn.locked()) {
            hand.add(price(drawn.item(), press));
        }
        if (pin != null) {
            hand.add(Parts.box("row-s t12 b", Parts.icon("pin"), Parts.text(Texts.of("pins.now")), age));
        }
        hand.add(button(drawn.item(), drawn.place(), pin != null, press));
        add(Parts.text(String.valueOf(drawn.place()), "t12", "c3", "num"), about, hand);
    }

    private static Div about(LineUpItem item) {
        return Parts.box(
                "on-pin-facts",
                Parts.box(
                        "on-pin-name",
                        Parts.text(item.product().name(), "b"),
                        Parts.text(
                                item.cost() == null
                                        ? Texts.of("product.price.unknown")
                                        : item.cost().toString(),
                                "c2")),
                stock(item.product()));
    }

    /** Whether it would look the same. */
    boolean shows(Facts now) {
        return facts.isSame(now);
    }

    private static Span stock(Product product) {
        Integer left = product.stock();
        if (product.archived()) {
            return Parts.state("ended q", "ended", Texts.of("product.archived.state"));
        }
        if (left == null) {
            return Parts.state("stale q", "stale", Texts.of("product.stock.unknown"));
        }
        return left == 0
                ? Parts.state("fault q", "fault", Texts.of("product.stock.none"))
                : Parts.text(Texts.of("pins.stock", left), "t12", "c3");
    }

    /** A mark that is not in the stream is told; one that is there, or on its way, is as it should be. */
    private static void mark(Div facts, PinMark mark) {
        if (mark.state() == StreamMarks.State.FAILED) {
            String why = Texts.pick(mark.ko(), mark.en());
            facts.add(Parts.state("warn q", "warn", Texts.of("pins.mark.failed", why)));
        }
    }

    private static Button price(LineUpItem item, Press press) {
        Button price = Actions.button(PriceChanges.class, "priceChanges.ask", () -> press.price(item));
        price.setText(Texts.of("price.change"));
        price.setId("price-" + item.product().id());
        price.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        price.setAriaLabel(price.getText() + ": " + item.product().name());
        return price;
    }

    private static Div button(LineUpItem item, int place, boolean pinned, Press press) {
        Product product = item.product();
        boolean gone = product.archived() || Objects.equals(product.stock(), 0);
        if (gone && !pinned) {
            return new Div();
        }
        Button button = pinned
                ? Actions.button(Pins.class, "pins.unpin", () -> press.unpin(item))
                : Actions.button(Pins.class, "pins.pin", () -> press.pin(item));
        button.setId("pin-" + product.id());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(product.name() + " " + button.getText());
        button.getElement().setAttribute("data-label", product.name() + " " + button.getText());
        if (place <= KEYS) {
            Keys.on(button, String.valueOf(place));
        }
        return Parts.box("on-pin-press", button);
    }

    /** How long it has been pinned. */
    void age(Pin pin, Instant now) {
        age.setText(Times.length(Duration.between(pin.pinnedAt(), now)));
    }

    /** A pin that is over: from when to when, by whom. */
    static Div past(Pin pin) {
        Instant until = pin.until();
        End end = pin.end();
        String span = Times.seconds(pin.since()) + " ~ " + (until == null ? "" : Times.seconds(until));
        Div facts = Parts.box(
                "on-pin-facts",
                Parts.box(
                        "on-pin-name",
                        Parts.text(pin.name(), "b"),
                        Parts.text(
                                pin.price() == null
                                        ? Texts.of("product.price.unknown")
                                        : pin.price().toString(),
                                "c2")),
                Parts.text(
                        span + " · " + pin.pinnedBy() + (end == null ? "" : " · " + Texts.pick(end.ko(), end.en())),
                        "t12",
                        "c3"));
        mark(facts, pin.mark());
        Div line = Parts.box("pin on-pin", Parts.icon("pin"), facts);
        line.getElement().setAttribute("data-past", pin.product());
        return line;
    }
}
