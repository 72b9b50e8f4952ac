package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import live.onair.chatrules.ChatRules;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What waits for a decision, the oldest first: the first one is decided by a key. */
class HoldPane extends Div {

    private final transient Moderation moderation;
    private final String show;
    private final transient Consumer<ChatLine> chosenOne;
    private final transient Runnable after;
    private final transient Caught caught;
    private final H2 title = new H2(Texts.of("moderation.hold"));
    private final Span count = Parts.text("", "c2", "t13");
    private final Div list = Parts.region(Parts.box("on-scroll grow"), Texts.of("moderation.hold"));
    private transient @Nullable List<ChatLine> drawn;

    HoldPane(Moderation moderation, ChatRules rules, String show, Consumer<ChatLine> chosenOne, Runnable after) {
        this.caught = new Caught(rules, show);
        this.moderation = moderation;
        this.show = show;
        this.chosenOne = chosenOne;
        this.after = after;
        addClassNames("pane", "on-hold-pane");
        add(Parts.box("ph2", title, count), list);
    }

    void draw() {
        List<ChatLine> held = moderation.held(show);
        if (held.equals(drawn)) {
            return;
        }
        drawn = held;
        count.setText(String.valueOf(held.size()));
        list.removeAll();
        if (held.isEmpty()) {
            list.add(Parts.empty(Texts.of("moderation.hold.none"), Texts.of("moderation.hold.none.why")));
            return;
        }
        for (int i = 0; i < held.size(); i++) {
            list.add(row(held.get(i), i == 0));
        }
    }

    private Div row(ChatLine line, boolean first) {
        Button approve = Actions.inRow(
                Moderation.class,
                "moderation.approve",
                String.valueOf(line.number()),
                line.name(),
                () -> settle(line, true));
        Button deny = Actions.inRow(
                Moderation.class,
                "moderation.deny",
                String.valueOf(line.number()),
                line.name(),
                () -> settle(line, false));
        deny.addThemeVariants(ButtonVariant.LUMO_ERROR);
        if (first) {
            Keys.on(approve, "a");
            Keys.on(deny, "d");
        }
        Button who = new Button(line.name(), e -> chosenOne.accept(line));
        who.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        who.setId("held-by-" + line.number());
        Div row = Parts.box(
                first ? "hold focus" : "hold",
                Parts.box("row", who, Parts.box("push"), Parts.text(Times.seconds(line.at()), "c2", "t12")),
                Parts.box("q", caught.words(line)),
                caught.why(line),
                Parts.box("row", approve, deny));
        row.setId("held-" + line.number());
        return row;
    }

    private void settle(ChatLine line, boolean out) {
        Parts.showed(out ? moderation.approve(line.number()) : moderation.deny(line.number(), null));
        after.run();
    }
}
