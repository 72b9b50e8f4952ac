package live.onair.ui.gifts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import live.onair.gifts.GiftRows.Condition;
import live.onair.gifts.GiftRows.GiftRule;
import live.onair.gifts.Gifts;
import live.onair.gifts.Gifts.GiftChange;
import live.onair.gifts.Gifts.GiftTerms;
import live.onair.kernel.Outcome;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.ui.Actions;
import live.onair.ui.Downloads;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import live.onair.ui.adreview.ClaimAsk;
import org.jspecify.annotations.Nullable;

/** The gifts and bundles of a show, a line each, with their buttons; and what the warehouse sends, as a file. */
public final class GiftsPane extends Div {

    private final transient Gifts gifts;
    private final transient LineUps lineUps;
    private final String show;
    private final H2 title = new H2();
    private final Div list = Parts.box("on-cards");
    private transient @Nullable List<GiftRule> seen;

    /** Draws itself anew when something has changed. */
    public GiftsPane(Gifts gifts, LineUps lineUps, String show, Pulse pulse) {
        this.gifts = gifts;
        this.lineUps = lineUps;
        this.show = show;
        addClassNames("pane", "on-cards-pane");
        setId("gifts");
        Button add = Actions.button(Gifts.class, "gifts.add", this::adding);
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button out = new Button(Texts.of("gifts.warehouse"), Parts.icon("download"));
        out.setId("gifts-warehouse");
        out.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(
                Parts.box(
                        "ph2 on-wrap",
                        title,
                        Parts.box("push"),
                        Downloads.of(out, () -> "onair-" + show + "-warehouse", () -> gifts.warehouse(show)),
                        add),
                list);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void refresh() {
        List<GiftRule> now = gifts.of(show);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        title.setText(Texts.of("gifts.title", now.size()));
        list.removeAll();
        List<LineUpItem> items = now.isEmpty() ? List.of() : lineUps.of(show).items();
        now.forEach(rule -> list.add(line(rule, items)));
        if (now.isEmpty()) {
            list.add(Parts.empty(Texts.of("gifts.none"), Texts.of("gifts.none.why")));
        }
    }

    private Div line(GiftRule rule, List<LineUpItem> items) {
        Div words = Parts.box(
                "on-card-words",
                Parts.text(rule.name(), "b", "t13"),
                Parts.text(terms(rule.condition(), items), "t12", "c2"),
                Parts.text(
                        rule.items().stream()
                                .map(item -> item.name() + " (" + item.code() + ") × " + item.pieces())
                                .collect(Collectors.joining(" + ")),
                        "t12",
                        "c2"),
                Parts.box("row-s on-wrap", state(rule), Parts.text(given(rule), "t12", "c2", "num")));
        Div buttons = Parts.box("row-s on-card-hand");
        for (Button button : hand(rule)) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            String label = button.getText() + ": " + rule.name();
            button.setAriaLabel(label);
            buttons.add(button);
        }
        Div line = Parts.box("on-note-card", words, buttons);
        line.getElement().setAttribute("data-gift", rule.id()).setAttribute("data-gives", String.valueOf(rule.gives()));
        return line;
    }

    private static String terms(Condition condition, List<LineUpItem> items) {
        List<String> words = new ArrayList<>(
                List.of(Texts.pick(condition.kind().ko(), condition.kind().en())));
        String product = condition.product();
        if (product != null) {
            words.add(items.stream()
                    .filter(item -> item.product().id().equals(product))
                    .map(item -> item.product().name())
                    .findFirst()
                    .orElse(product));
        }
        if (condition.pieces() != null) {
            words.add(Texts.of(condition.again() ? "gifts.each" : "gifts.from", condition.pieces()));
        }
        if (condition.spend() != null) {
            words.add(Texts.of("gifts.spend.words", condition.spend()));
        }
        if (condition.once()) {
            words.add(Texts.of("gifts.once"));
        }
        return String.join(" · ", words);
    }

    private static Span state(GiftRule rule) {
        if (rule.stoppedAt() != null) {
            return Parts.state("ended q", "ended", Texts.of("gifts.stopped"));
        }
        return rule.gives()
                ? Parts.state("ok q", "ok", Texts.of("gifts.gives"))
                : Parts.state("warn q", "warn", Texts.of("gifts.usedUp"));
    }

    private static String given(GiftRule rule) {
        Integer most = rule.condition().most();
        return most == null ? Texts.of("gifts.given", rule.given()) : Texts.of("gifts.givenOf", rule.given(), most);
    }

    private List<Button> hand(GiftRule rule) {
        List<Button> hand = new ArrayList<>();
        if (rule.given() == 0) {
            hand.add(named(rule, "change", Actions.button(Gifts.class, "gifts.change", () -> changing(rule))));
        }
        hand.add(
                rule.stoppedAt() == null
                        ? named(rule, "stop", Actions.button(Gifts.class, "gifts.stop", () -> stopping(rule)))
                        : named(rule, "resume", Actions.button(Gifts.class, "gifts.resume", () -> {
                            ClaimAsk.press(() -> gifts.resume(rule.id()), outcome -> {
                                Parts.showed(outcome);
                                refresh();
                            });
                        })));
        return hand;
    }

    private static Button named(GiftRule rule, String word, Button button) {
        button.setId("gift-" + word + "-" + rule.id());
        return button;
    }

    private void adding() {
        GiftDialog.open(
                Actions.label(Gifts.class, "gifts.add"),
                lineUps.of(show).items(),
                null,
                terms -> kept(gifts.add(show, terms), added -> gifts.stop(added.id())));
    }

    private void changing(GiftRule rule) {
        GiftDialog.open(
                Actions.label(Gifts.class, "gifts.change"),
                lineUps.of(show).items(),
                rule,
                terms -> kept(
                        gifts.change(rule.id(), new GiftChange(rule.version(), terms)),
                        after -> gifts.change(after.id(), new GiftChange(after.version(), terms(rule)))));
    }

    private static GiftTerms terms(GiftRule rule) {
        Condition condition = rule.condition();
        return new GiftTerms(
                condition.kind(),
                rule.name(),
                condition.product(),
                condition.pieces(),
                condition.spend(),
                condition.again(),
                condition.most(),
                condition.once(),
                rule.items(),
                null);
    }

    private void stopping(GiftRule rule) {
        if (Parts.showed(gifts.stop(rule.id()))) {
            undo(Texts.of("gifts.stopped.done", rule.name()), () -> gifts.resume(rule.id()));
        }
        refresh();
    }

    private Outcome<GiftRule> kept(Outcome<GiftRule> outcome, Function<GiftRule, Outcome<?>> back) {
        if (outcome instanceof Outcome.Done<GiftRule> done) {
            refresh();
            undo(Texts.of("gifts.kept", done.value().name()), () -> back.apply(done.value()));
        }
        return outcome;
    }

    private void undo(String words, Supplier<Outcome<?>> back) {
        Undo.offer(words, back::get, this::refresh);
    }
}
