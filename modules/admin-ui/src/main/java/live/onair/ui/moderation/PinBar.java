package live.onair.ui.moderation;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import live.onair.moderation.Announcements;
import live.onair.moderation.Announcements.PinnedLine;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;
import org.jspecify.annotations.Nullable;

/** The line that is held up above the chat, and what is done with the chosen one: held up, or answered. */
class PinBar extends Div {

    private static final int LONGEST = 200;

    private final transient Announcements announcements;
    private final String show;
    private final transient Supplier<@Nullable Long> chosen;
    private final transient Runnable after;
    private final Span words = Parts.text("", "tx");
    private final Button pin;
    private final Button reply;
    private transient @Nullable PinnedLine drawn;

    PinBar(Announcements announcements, String show, Supplier<@Nullable Long> chosen, Runnable after) {
        this.announcements = announcements;
        this.show = show;
        this.chosen = chosen;
        this.after = after;
        addClassNames("row", "on-wrap", "on-pinned");
        setId("chat-pinned");
        Button down = Actions.button(Announcements.class, "announcements.unpin", this::unpin);
        down.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(Parts.text(Texts.of("pin.title"), "tag"), words, Parts.box("push"), down);
        setVisible(false);
        pin = Keys.on(Actions.button(Announcements.class, "announcements.pin", () -> with(this::turn)), "p");
        reply = Keys.asking(Actions.button(Announcements.class, "announcements.reply", () -> with(this::ask)), "r");
    }

    /** The same key takes down what it has put up. */
    Button pin() {
        return pin;
    }

    Button reply() {
        return reply;
    }

    /** Nobody reads it once the chat is over. */
    void open(boolean open) {
        pin.setEnabled(open);
        reply.setEnabled(open);
    }

    private void with(LongConsumer deed) {
        Long number = chosen.get();
        if (number == null) {
            Parts.broken(Texts.of("moderation.choose"));
        } else {
            deed.accept(number);
        }
    }

    private void turn(long number) {
        PinnedLine now = drawn;
        if (now != null && now.line() == number) {
            unpin();
        } else if (Parts.showed(announcements.pin(number))) {
            Parts.done(Texts.of("pin.pinned"));
            after.run();
        }
    }

    private void unpin() {
        if (Parts.showed(announcements.unpin(show))) {
            Parts.done(Texts.of("pin.unpinned"));
        }
        after.run();
    }

    private void ask(long number) {
        String verb = Actions.label(Announcements.class, "announcements.reply");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("480px");
        TextField text = new TextField(Texts.of("pin.reply"));
        text.setId("reply-words");
        text.setWidthFull();
        text.setMaxLength(LONGEST);
        Button done = Parts.primary(verb, "send");
        done.setId("reply-done");
        Runnable press = () -> ClaimAsk.done(() -> announcements.reply(number, text.getValue()), said -> {
            dialog.close();
            Parts.done(Texts.of("announce.said"));
            after.run();
        });
        done.addClickListener(e -> press.run());
        text.addKeyDownListener(Key.ENTER, e -> press.run());
        dialog.add(text);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        text.focus();
    }

    void draw() {
        Optional<PinnedLine> now = announcements.pinned(show);
        drawn = now.orElse(null);
        setVisible(now.isPresent());
        now.ifPresent(line -> words.setText(line.name() + ": " + line.text()));
    }
}
