package live.onair.ui.cues;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.cues.CueRows;
import live.onair.cues.CueRows.Level;
import live.onair.cues.CueRows.Message;
import live.onair.cues.Prompter;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.adreview.ClaimAsk;
import org.jspecify.annotations.Nullable;

/** What is said to the host, and whether it was read. */
class HostPane extends Div {

    private final transient Prompter prompter;
    private final String show;
    private final Div list = Parts.box("on-host-messages grow on-scroll");
    private final TextArea text = new TextArea();
    private final Select<Level> level = new Select<>();
    private transient @Nullable List<Message> shown;

    HostPane(CuePanes rooms, String show, Pulse pulse) {
        this.prompter = rooms.prompter();
        this.show = show;
        addClassNames("pane", "on-host");
        setId("host-pane");
        Anchor open = new Anchor("prompter/" + show, Texts.of("cue.prompter"));
        open.setTarget(AnchorTarget.BLANK);
        open.addClassName("t13");
        text.setId("host-text");
        text.setAriaLabel(Texts.of("host.text"));
        text.setPlaceholder(Texts.of("host.text"));
        text.setMaxLength(300);
        text.setWidthFull();
        level.setId("host-level");
        level.setAriaLabel(Texts.of("host.level"));
        level.setItems(Level.values());
        level.setItemLabelGenerator(CueParts::word);
        level.setValue(Level.NOTE);
        Button tell = Actions.button(Prompter.class, "prompter.tell", this::tell);
        tell.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        tell.addClickShortcut(Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL)
                .listenOn(text)
                .resetFocusOnActiveElement();
        Div hint = rooms.hints().under(show, Optional::empty, text);
        Div write = Parts.box("on-host-write", text, hint, Parts.box("row", level, Parts.box("push"), tell));
        write.setVisible(Actions.isAllowed(Prompter.class, "prompter.tell"));
        add(Parts.box("ph2", new H2(Texts.of("host.title")), Parts.box("push"), open), list, write);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void tell() {
        ClaimAsk.done(() -> prompter.tell(show, level.getValue(), text.getValue()), told -> {
            text.clear();
            level.setValue(Level.NOTE);
            refresh();
        });
    }

    private void refresh() {
        List<Message> messages = prompter.of(show);
        if (messages.equals(shown)) {
            return;
        }
        shown = messages;
        list.removeAll();
        if (messages.isEmpty()) {
            list.add(Parts.empty(Texts.of("host.none"), Texts.of("host.none.why")));
        }
        messages.forEach(message -> list.add(line(message)));
    }

    private Div line(CueRows.Message message) {
        Button clear = Actions.button(Prompter.class, "prompter.clear", () -> {
            if (Parts.showed(prompter.clear(message.id()))) {
                refresh();
            }
        });
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        clear.setAriaLabel(clear.getText() + ": " + CueParts.words(message));
        Instant seen = message.seenAt();
        Div line = Parts.box(
                "on-host-message",
                Parts.box(
                        "row t12",
                        CueParts.level(message.level()),
                        Parts.text(message.saidBy() + " · " + Times.seconds(message.saidAt()), "c3"),
                        Parts.box("push"),
                        seen == null
                                ? Parts.state("stale q", "stale", Texts.of("host.unread"))
                                : Parts.state("ok q", "ok", Texts.of("host.read", Times.seconds(seen)))),
                Parts.text(CueParts.words(message), "t13", "on-cue-lines"),
                clear);
        line.getElement().setAttribute("data-message", message.id().toString());
        return line;
    }
}
