package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import live.onair.kernel.Outcome;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatBan;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a member. The buttons stand here before anybody is chosen and stay the same for everybody: a key that is
 * pressed right after a line was chosen acts on who said it, whether they are drawn yet or not.
 */
class MemberHands extends Div {

    private static final List<Integer> MINUTES = List.of(1, 5, 10, 60, 1_440);
    private static final int USUAL = 10;

    private final transient Moderation moderation;
    private final String show;
    private final transient Runnable after;
    private final Select<Integer> minutes = new Select<>();
    private final Button timeout;
    private final Button ban;
    private final Button warn;
    private final Button unban;
    private transient @Nullable ChatLine chosen;

    MemberHands(Moderation moderation, String show, Runnable after) {
        this.moderation = moderation;
        this.show = show;
        this.after = after;
        addClassNames("row", "on-wrap", "on-pad", "on-hands");
        timeout = Keys.on(button("moderation.timeout", this::timeout), "t");
        ban = Keys.asking(button("moderation.ban", this::ban), "b");
        warn = Keys.asking(button("moderation.warn", this::warn), "y");
        unban = button("moderation.unban", line -> unban(line.member()));
        Button note = Keys.asking(button("moderation.note", this::note), "n");
        minutes.setId("timeout-minutes");
        minutes.setAriaLabel(Texts.of("moderation.minutes"));
        minutes.setItems(MINUTES);
        minutes.setItemLabelGenerator(many -> Texts.of("moderation.minutes.of", many));
        minutes.setValue(USUAL);
        minutes.setVisible(timeout.isVisible());
        add(Parts.box("row", timeout, minutes), ban, unban, warn, note);
        unban.setVisible(false);
    }

    private Button button(String id, Consumer<ChatLine> deed) {
        return Actions.button(Moderation.class, id, () -> {
            ChatLine line = chosen;
            if (line == null) {
                Parts.broken(Texts.of("moderation.choose"));
            } else {
                deed.accept(line);
            }
        });
    }

    /** Whom it is about from now on. */
    void of(ChatLine line) {
        chosen = line;
    }

    /** Nobody is put out of a chat that is over, and nobody let in who is not out. */
    void draw(boolean open, boolean isOut) {
        Stream.of(timeout, ban, warn).forEach(one -> one.setEnabled(open));
        unban.setVisible(isOut && Actions.isAllowed(Moderation.class, "moderation.unban"));
    }

    private void timeout(ChatLine line) {
        var done = moderation.timeout(show, line.member(), minutes.getValue(), null);
        if (Parts.showed(done)) {
            String until = DoneList.until(done.orThrow().until());
            takenBack(line, Texts.of("moderation.timeout.done", line.name(), until));
        }
        after.run();
    }

    private void takenBack(ChatLine line, String words) {
        Undo.offer(words, () -> moderation.unban(show, line.member()), after);
    }

    private void ban(ChatLine line) {
        BanDialog.open(line.name(), moderation.person(line.member()), wish -> {
            if (Parts.showed(ban(line, wish))) {
                String words = wish.everywhere() ? "moderation.banned.everywhere" : "moderation.banned.done";
                takenBack(line, Texts.of(words, line.name()));
            }
            after.run();
        });
    }

    private Outcome<ChatBan> ban(ChatLine line, BanDialog.Wish wish) {
        if (wish.everywhere()) {
            return moderation.banEverywhere(show, line.member(), wish.minutes(), wish.why());
        }
        return wish.minutes() == null
                ? moderation.ban(show, line.member(), wish.why())
                : moderation.timeout(show, line.member(), wish.minutes(), wish.why());
    }

    private void warn(ChatLine line) {
        WarnDialog.open(line.name(), text -> {
            var done = moderation.warn(show, line.member(), text);
            if (Parts.showed(done)) {
                Parts.done(Texts.of("moderation.warned.done", line.name()));
            }
            after.run();
            return done.isDone();
        });
    }

    private void note(ChatLine line) {
        Reasons.text(Actions.label(Moderation.class, "moderation.note"), Texts.of("moderation.note.of"), text -> {
            if (Parts.showed(moderation.note(show, line.member(), text))) {
                Parts.done(Texts.of("moderation.note.done"));
            }
            after.run();
        });
    }

    void unban(String member) {
        if (Parts.showed(moderation.unban(show, member))) {
            Parts.done(Texts.of("moderation.unbanned.done"));
        }
        after.run();
    }
}
