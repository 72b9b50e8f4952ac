package live.onair.ui.offers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ShowState;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import live.onair.ui.offers.OfferLine.Told;
import org.jspecify.annotations.Nullable;

/**
 * The coupons of a show, or its flash sales, a line each.
 *
 * @param <T> what is listed
 */
final class OfferList<T> extends Div {

    /** What there is, and what a line's buttons do. */
    interface Of<T> {
        List<T> read();

        Told told(T offer);

        Button press(T offer);

        Button change(T offer);

        Button remove(T offer);

        /** Why none is added or changed while the show stands so; null where that may be. */
        default @Nullable String shut(ShowState state) {
            return null;
        }
    }

    private final String key;
    private final transient Of<T> of;
    private final transient Pulse pulse;
    private final Button add;
    private final boolean adds;
    private final H2 title = new H2();
    private final Span why = Parts.text("", "sec", "t12", "c2");
    private final Div list = Parts.box("on-cards");
    private final transient Map<String, OfferLine> lines = new HashMap<>();
    private transient @Nullable List<Told> seen;
    private boolean shut;

    /** The texts of {@code key} say what this is a list of. */
    OfferList(String key, Button add, Of<T> of, Pulse pulse) {
        this.key = key;
        this.add = add;
        this.adds = add.isVisible();
        this.of = of;
        this.pulse = pulse;
        addClassNames("pane", "on-cards-pane");
        setId(key);
        add.setText(Texts.of(key + ".add"));
        add.setId(key + "-add");
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        why.setId(key + "-shut");
        why.setVisible(false);
        add(Parts.box("ph2 on-wrap", title, Parts.box("push"), add), why, list);
        refresh();
        pulse.every(this, this::refresh);
    }

    void stands(ShowState state) {
        add.setVisible(adds && !state.isOver());
        String because = of.shut(state);
        shut = because != null;
        add.setEnabled(!shut);
        why.setText(because == null ? "" : because);
        why.setVisible(adds && shut);
        lines.values().forEach(line -> line.shut(shut));
    }

    void refresh() {
        List<T> offers = of.read();
        List<Told> now = offers.stream().map(of::told).toList();
        if (!now.equals(seen)) {
            seen = now;
            draw(offers, now);
        }
        lines.values().forEach(line -> line.tick(pulse.now()));
    }

    private void draw(List<T> offers, List<Told> now) {
        title.setText(Texts.of(key + ".title", now.size()));
        Map<String, OfferLine> before = new HashMap<>(lines);
        lines.clear();
        List<OfferLine> wanted = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Told told = now.get(i);
            T offer = offers.get(i);
            OfferLine there = before.get(told.id());
            OfferLine line = there != null && there.shows(told)
                    ? there
                    : new OfferLine(told, of.press(offer), of.change(offer), of.remove(offer));
            line.shut(shut);
            lines.put(told.id(), line);
            wanted.add(line);
        }
        if (!list.getChildren().toList().equals(wanted)) {
            list.removeAll();
            wanted.forEach(list::add);
        }
        if (now.isEmpty()) {
            list.add(Parts.empty(Texts.of(key + ".none"), Texts.of(key + ".none.why")));
        }
    }

    /** Says what was done and how it is taken back, or why it was not. */
    void act(Outcome<?> outcome, String words, Supplier<Outcome<?>> back) {
        if (Parts.showed(outcome)) {
            offer(words, back);
        }
        refresh();
    }

    /** The same for a dialog, which shows refusals itself. */
    <R> Outcome<R> kept(Outcome<R> outcome, Function<R, String> words, Function<R, Outcome<?>> back) {
        if (outcome instanceof Outcome.Done<R> done) {
            offer(words.apply(done.value()), () -> back.apply(done.value()));
        }
        return outcome;
    }

    private void offer(String words, Supplier<Outcome<?>> back) {
        refresh();
        Undo.offer(words, back::get, this::refresh);
    }
}
