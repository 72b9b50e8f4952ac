package live.onair.ui.moderation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.Chat;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.DeedKind;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/**
 * What is said, the newest at the bottom. It stands still while the mouse is over it or a line is chosen by the keyboard, so
 * that nobody presses on what has just moved.
 */
class ChatPane extends Div {

    private static final int MOST = 150;

    private final transient Moderation moderation;
    private final String show;
    private final transient Consumer<ChatLine> chosenOne;
    private final transient Runnable after;
    private final Div list = Parts.box("on-chat");
    private final Span count = Parts.text("", "c2", "t13");
    private final TextField words = new TextField();
    private final Map<Long, NativeButton> rows = new LinkedHashMap<>();
    private final Map<Long, ChatLine> drawn = new LinkedHashMap<>();
    private final Div keys = Parts.box("row on-wrap on-chat-keys");
    private @Nullable Long chosen;

    ChatPane(Moderation moderation, String show, Consumer<ChatLine> chosenOne, Runnable after) {
        this.moderation = moderation;
        this.show = show;
        this.chosenOne = chosenOne;
        this.after = after;
        addClassNames("pane", "on-chat-pane");
        words.setId("chat-words");
        words.setPlaceholder(Texts.of("moderation.words"));
        words.setAriaLabel(Texts.of("moderation.words"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(e -> anew());
        Button hide = Keys.on(Actions.button(Moderation.class, "moderation.hide", this::hide), "h");
        Button restore = Keys.on(Actions.button(Moderation.class, "moderation.restore", this::restore), "u");
        Button up = Keys.on(new Button(Texts.of("moderation.up"), e -> move(-1)), "k");
        Button down = Keys.on(new Button(Texts.of("moderation.down"), e -> move(1)), "j");
        up.setId("chat-up");
        down.setId("chat-down");
        keys.add(hide, restore, up, down);
        Parts.region(list, Texts.of("moderation.chat"));
        list.setId("chat-lines");
        add(
                Parts.box(
                        "ph2 on-wrap",
                        new com.vaadin.flow.component.html.H2(Texts.of("moderation.chat")),
                        count,
                        words),
                list,
                keys);
    }

    /** What else is done with the chosen line, and what stands above all. */
    void add(PinBar bar) {
        keys.addComponentAtIndex(2, bar.reply());
        keys.addComponentAtIndex(2, bar.pin());
        above(bar);
    }

    /** Stands above the lines. */
    <T extends Component> T above(T bar) {
        addComponentAtIndex(1, bar);
        return bar;
    }

    /** The number of the chosen line; null where none is. */
    @Nullable
    Long chosen() {
        return chosen;
    }

    private void anew() {
        rows.clear();
        drawn.clear();
        list.removeAll();
        after.run();
    }

    /** Draws only what is new or has changed. */
    void draw(Chat now) {
        List<ChatLine> lines = new ArrayList<>(
                moderation.lines(new Moderation.Wanted(show, null, null, words.getValue(), null, MOST)));
        Collections.reverse(lines);
        whatIsChosen(lines).ifPresent(line -> lines.add(0, line));
        boolean grew = false;
        for (ChatLine line : lines) {
            NativeButton row = rows.get(line.number());
            if (row == null) {
                row = row(line);
                grew = true;
            }
            if (!line.equals(drawn.get(line.number()))) {
                drawn.put(line.number(), line);
                LineRow.draw(row, line, Long.valueOf(line.number()).equals(chosen));
            }
        }
        rows.keySet().stream().limit(Math.max(0, rows.size() - MOST)).toList().forEach(this::forget);
        count.setText(Texts.of("moderation.count", now.lines()));
        list.setClassName("on-chat-empty", rows.isEmpty());
        list.getElement().setAttribute("data-empty", Texts.of("moderation.quiet"));
        if (grew) {
            list.getElement().executeJs("OnairChat.grew(this)");
        }
    }

    /** The chosen line, where a hundred newer ones a second have left it behind: it stays, and what is done to it is seen. */
    private Optional<ChatLine> whatIsChosen(List<ChatLine> lines) {
        Long number = chosen;
        if (number == null || lines.stream().anyMatch(line -> line.number() == number)) {
            return Optional.empty();
        }
        return moderation.numbered(show, List.of(number)).stream().findFirst();
    }

    private NativeButton row(ChatLine line) {
        NativeButton made = new NativeButton();
        made.setId("line-" + line.number());
        made.addClickListener(e -> choose(line.number()));
        rows.put(line.number(), made);
        list.add(made);
        return made;
    }

    private void forget(long number) {
        if (Long.valueOf(number).equals(chosen)) {
            return;
        }
        NativeButton row = rows.remove(number);
        drawn.remove(number);
        if (row != null) {
            list.remove(row);
        }
    }

    private void choose(long number) {
        Long before = chosen;
        chosen = number;
        if (before != null && drawn.containsKey(before)) {
            redraw(before);
        }
        redraw(number);
        ChatLine line = drawn.get(number);
        if (line != null) {
            chosenOne.accept(line);
        }
    }

    private void redraw(long number) {
        NativeButton row = rows.get(number);
        ChatLine line = drawn.get(number);
        if (row != null && line != null) {
            LineRow.draw(row, line, Long.valueOf(number).equals(chosen));
        }
    }

    private void move(int by) {
        List<Long> all = new ArrayList<>(rows.keySet());
        if (all.isEmpty()) {
            return;
        }
        int at = chosen == null ? (by < 0 ? all.size() : all.size() - 2) : all.indexOf(chosen);
        long next = all.get(Math.max(0, Math.min(all.size() - 1, at + by)));
        choose(next);
        NativeButton row = rows.get(next);
        if (row != null) {
            row.scrollIntoView();
            row.focus();
        }
    }

    /** What was done last about the line or about who said it, by whomever. */
    private void restore() {
        Long number = chosen;
        if (number == null) {
            Parts.broken(Texts.of("moderation.choose"));
            return;
        }
        boolean person = moderation
                .standing(number)
                .filter(deed -> deed.kind() == DeedKind.BAN)
                .isPresent();
        ChatLine line = drawn.get(number);
        if (person && line != null) {
            if (Parts.showed(moderation.unban(show, line.member()))) {
                Parts.done(Texts.of("moderation.unbanned.done"));
            }
        } else if (Parts.showed(moderation.restore(number))) {
            Parts.done(Texts.of("moderation.restored.done"));
        }
        after.run();
    }

    private void hide() {
        Long number = chosen;
        ChatLine line = drawn.get(number == null ? Long.valueOf(-1) : number);
        if (number == null || line == null) {
            Parts.broken(Texts.of("moderation.choose"));
        } else if (Parts.showed(moderation.hide(number, null))) {
            Undo.offer(Texts.of("moderation.hidden.done", line.name()), () -> moderation.restore(number), after);
            after.run();
        }
    }
}
