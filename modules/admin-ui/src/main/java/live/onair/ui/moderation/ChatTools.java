package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.UnaryOperator;
import live.onair.moderation.ChatSettings;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.Chat;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** How the chat is held: each change counts at once, and is taken back by pressing again. */
class ChatTools extends Div {

    private static final List<Integer> SLOW = List.of(0, 5, 10, 30, 60, 300);
    private static final List<Integer> DELAY = List.of(0, 2, 5, 10);

    private final transient Moderation moderation;
    private final String show;
    private final transient Runnable after;
    private final Select<Integer> slow = new Select<>();
    private final Select<Integer> delay = new Select<>();
    private final Button links;
    private final Button repeats;
    private final Button followers;
    private final boolean may;
    private transient @Nullable Chat seen;

    ChatTools(Moderation moderation, String show, Button freeze, Runnable after) {
        this.moderation = moderation;
        this.show = show;
        this.after = after;
        addClassNames("row", "on-wrap");
        choices();
        links = turn("links", "link", Flag.LINKS);
        repeats = turn("repeats", "copy", Flag.REPEATS);
        followers = turn("followers", "heart", Flag.FOLLOWERS);
        add(slow, delay, freeze, links, repeats, followers);
        may = Actions.isAllowed(Moderation.class, "moderation.settings");
        allow(may);
    }

    private void allow(boolean now) {
        List.of(slow, delay).forEach(one -> one.setReadOnly(!now));
        List.of(links, repeats, followers).forEach(one -> one.setEnabled(now));
    }

    private void choices() {
        slow.setId("chat-slow");
        slow.setAriaLabel(Texts.of("moderation.slow"));
        slow.setItems(SLOW);
        slow.setItemLabelGenerator(
                seconds -> seconds == 0 ? Texts.of("moderation.slow.off") : Texts.of("moderation.slow.on", seconds));
        slow.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                change(now -> with(now, e.getValue(), now.delaySeconds()));
            }
        });
        delay.setId("chat-delay");
        delay.setAriaLabel(Texts.of("moderation.delay"));
        delay.setItems(DELAY);
        delay.setItemLabelGenerator(
                seconds -> seconds == 0 ? Texts.of("moderation.delay.off") : Texts.of("moderation.delay.on", seconds));
        delay.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                change(now -> with(now, now.slowSeconds(), e.getValue()));
            }
        });
    }

    /** What is on or off. */
    private enum Flag {
        FOLLOWERS,
        LINKS,
        REPEATS;

        boolean of(ChatSettings now) {
            return switch (this) {
                case FOLLOWERS -> now.followersOnly();
                case LINKS -> now.linksOff();
                case REPEATS -> now.duplicatesOff();
            };
        }

        ChatSettings turned(ChatSettings now) {
            return new ChatSettings(
                    now.slowSeconds(),
                    now.frozen(),
                    now.followersOnly() ^ this == FOLLOWERS,
                    now.linksOff() ^ this == LINKS,
                    now.duplicatesOff() ^ this == REPEATS,
                    now.delaySeconds());
        }
    }

    private Button turn(String word, String symbol, Flag flag) {
        Button button = new Button(Texts.of("moderation." + word), Parts.icon(symbol), e -> change(flag::turned));
        button.setId("chat-" + word);
        return button;
    }

    private static ChatSettings with(ChatSettings now, int slow, int delay) {
        return new ChatSettings(slow, now.frozen(), now.followersOnly(), now.linksOff(), now.duplicatesOff(), delay);
    }

    private void change(UnaryOperator<ChatSettings> to) {
        Chat now = seen;
        if (now != null) {
            Parts.showed(moderation.settings(show, to.apply(now.settings()), now.version()));
            after.run();
        }
    }

    void draw(Chat now) {
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        ChatSettings settings = now.settings();
        set(slow, SLOW, settings.slowSeconds());
        set(delay, DELAY, settings.delaySeconds());
        allow(may && now.open());
        pressed(links, Flag.LINKS.of(settings));
        pressed(repeats, Flag.REPEATS.of(settings));
        pressed(followers, Flag.FOLLOWERS.of(settings));
    }

    /** A number that was set from elsewhere is one of the choices as well. */
    private static void set(Select<Integer> select, List<Integer> usual, int value) {
        if (!usual.contains(value)) {
            select.setItems(java.util.stream.Stream.concat(usual.stream(), java.util.stream.Stream.of(value))
                    .sorted()
                    .toList());
        }
        select.setValue(value);
    }

    private static void pressed(Button button, boolean on) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(on));
        button.setClassName("on-pressed", on);
    }
}
