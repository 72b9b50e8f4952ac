package live.onair.ui.pins;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import live.onair.kernel.Acting;
import live.onair.pins.PriceChangeRows.PriceChange;
import live.onair.pins.PriceChangeRows.PriceState;
import live.onair.pins.PriceChanges;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** Prices that somebody wants changed while the show runs: those to be decided on top, with both buttons for a second person. */
final class PriceChangesPane extends Div {

    private static final int SHOWN = 5;

    private final transient PriceChanges changes;
    private final String show;
    private final Div list = Parts.box("on-prices");
    private transient List<PriceChange> seen = List.of();

    PriceChangesPane(PriceChanges changes, String show, Pulse pulse) {
        this.changes = changes;
        this.show = show;
        addClassNames("pane", "on-prices-pane");
        setId("price-changes");
        add(Parts.box("ph2", new com.vaadin.flow.component.html.H2(Texts.of("price.title"))), list);
        setVisible(false);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void refresh() {
        List<PriceChange> now = changes.of(show).stream()
                .sorted((a, b) -> Boolean.compare(b.state().isOpen(), a.state().isOpen()))
                .limit(SHOWN)
                .toList();
        if (!now.equals(seen)) {
            seen = now;
            list.removeAll();
            now.forEach(change -> list.add(line(change)));
            setVisible(!now.isEmpty());
        }
    }

    private Div line(PriceChange change) {
        String before = Objects.toString(change.before(), "—");
        Div facts = Parts.box(
                "on-pin-facts",
                Parts.box("on-pin-name", Parts.text(change.name(), "b"), Parts.text(before + " → " + change.after())),
                Parts.text(
                        Texts.of("price.by", change.askedBy(), Times.seconds(change.askedAt()), change.reason()),
                        "t12",
                        "c2"));
        String why = Texts.pick(change.whyKo(), change.whyEn());
        if (change.decidedBy() != null) {
            facts.add(Parts.text(
                    Texts.of("price.decided", change.decidedBy()) + (why.isEmpty() ? "" : " · " + why), "t12", "c2"));
        }
        Div hand = Parts.box("row on-pin-hand", state(change.state()));
        if (change.state() == PriceState.ASKED) {
            hand.add(buttons(change));
        }
        Div line = Parts.box("pin on-pin", Parts.icon("won"), facts, hand);
        line.getElement().setAttribute("data-price-change", change.id());
        return line;
    }

    private Div buttons(PriceChange change) {
        if (Acting.actor().id().equals(change.askedById())) {
            return Parts.box("row-s", Parts.text(Texts.of("price.second"), "t12", "c2"));
        }
        Button yes = Actions.button(PriceChanges.class, "priceChanges.approve", () -> {
            Parts.showed(changes.approve(change.id()));
            refresh();
        });
        Button no = Actions.button(
                PriceChanges.class, "priceChanges.refuse", () -> PriceDialog.refuse(changes, change, this::refresh));
        yes.setId("price-yes-" + change.id());
        no.setId("price-no-" + change.id());
        yes.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        no.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return Parts.box("row-s", no, yes);
    }

    private static Span state(PriceState state) {
        String words = Texts.pick(state.ko(), state.en());
        return switch (state) {
            case ASKED -> Parts.state("warn q", "warn", words);
            case APPROVED -> Parts.state("standby q", "standby", words);
            case DONE -> Parts.state("ok q", "ok", words);
            case FAILED -> Parts.state("fault q", "fault", words);
            case REFUSED, EXPIRED -> Parts.state("ended q", "ended", words);
        };
    }
}
