package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.chatrules.ChatRules;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.Talker;
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
    private final transient Map<Instant, List<Span>> ages = new HashMap<>();
    private final transient Clock clock;
    private transient @Nullable List<ChatLine> drawn;

    HoldPane(Facades of, String show, Consumer<ChatLine> chosenOne, Runnable after) {
        this.caught = new Caught(of.rules(), show);
        this.moderation = of.moderation();
        this.clock = of.clock();
        this.show = show;
        this.chosenOne = chosenOne;
        this.after = after;
        addClassNames("pane", "on-hold-pane");
        count.setId("hold-count");
        add(Parts.box("ph2 on-wrap", title, count), list);
    }

    /** What it reads and presses. */
    record Facades(Moderation moderation, ChatRules rules, Clock clock) {}

    void draw() {
        List<ChatLine> held = moderation.held(show);
        if (!held.equals(drawn)) {
            drawn = held;
            arrange(held);
        }
        Instant now = clock.instant();
        ages.forEach((at, ages) -> ages.forEach(age -> age.setText(Times.ago(at, now))));
        count.setText(
                held.isEmpty()
                        ? "0"
                        : Texts.of(
                                "moderation.hold.count",
                                held.size(),
                                Times.ago(held.get(0).at(), now)));
    }

    private void arrange(List<ChatLine> held) {
        list.removeAll();
        ages.clear();
        if (held.isEmpty()) {
            list.add(Parts.empty(Texts.of("moderation.hold.none"), Texts.of("moderation.hold.none.why")));
            return;
        }
        Map<String, Talker> known = moderation
                .talkers(held.stream().map(ChatLine::member).toList())
                .stream()
                .collect(Collectors.toMap(Talker::member, Function.identity()));
        for (int i = 0; i < held.size(); i++) {
            ChatLine line = held.get(i);
            list.add(row(line, badges(known.get(line.member())), i == 0));
        }
    }

    /** Whether they speak for the first time, and whether something of theirs was taken away before. */
    private static Div badges(@Nullable Talker of) {
        Div badges = Parts.box("row");
        if (of != null && of.first()) {
            badges.add(Parts.text(Texts.of("moderation.first"), "tag"));
        }
        if (of != null && of.deeds() > 0) {
            badges.add(Parts.text(Texts.of("moderation.again", of.deeds()), "tag", "f"));
        }
        return badges;
    }

    private Div row(ChatLine line, Div badges, boolean first) {
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
                Parts.box("row", who, badges, Parts.box("push"), age(line)),
                Parts.box("q", caught.words(line)),
                caught.why(line),
                Parts.box("row", approve, deny));
        row.setId("held-" + line.number());
        return row;
    }

    private Span age(ChatLine line) {
        Span age = Parts.text("", "c2", "t12");
        age.getElement().setAttribute("title", Times.seconds(line.at()));
        ages.computeIfAbsent(line.at(), at -> new ArrayList<>()).add(age);
        return age;
    }

    private void settle(ChatLine line, boolean out) {
        Parts.showed(out ? moderation.approve(line.number()) : moderation.deny(line.number(), null));
        after.run();
    }
}
