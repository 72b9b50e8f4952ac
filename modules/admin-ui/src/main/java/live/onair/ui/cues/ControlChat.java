package live.onair.ui.cues;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.Chat;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The last of what viewers have said and see, to be read beside the picture; who acts on it goes to the moderators' page. */
final class ControlChat extends Div {

    private static final int LINES = 40;

    private final transient Moderation moderation;
    private final String show;
    private final Span count = Parts.text("", "t12", "c2", "num");
    private final Div list = Parts.box("on-control-lines on-scroll");
    private transient List<ChatLine> shown = List.of();

    ControlChat(Moderation moderation, String show, Pulse pulse) {
        this.moderation = moderation;
        this.show = show;
        addClassNames("pane", "on-control-chat");
        setId("control-chat");
        Anchor open = new Anchor("moderation?show=" + show, Texts.of("control.moderate"));
        open.setRouterIgnore(false);
        open.addClassName("t13");
        Parts.region(list, Texts.of("control.chat"));
        add(Parts.box("ph2", new H2(Texts.of("control.chat")), count, Parts.box("push"), open), list);
        draw();
        refresh();
        pulse.every(this, this::refresh);
    }

    private void refresh() {
        Chat chat = moderation.of(show).orElse(null);
        count.setText(chat == null ? "" : Texts.of("control.chat.count", chat.lines(), chat.held()));
        List<ChatLine> now = chat == null
                ? List.of()
                : moderation.lines(new Moderation.Wanted(show, LineState.SHOWN, null, null, null, LINES));
        if (!now.equals(shown)) {
            shown = now;
            draw();
        }
    }

    private void draw() {
        list.removeAll();
        if (shown.isEmpty()) {
            list.add(Parts.empty(Texts.of("control.chat.none"), Texts.of("control.chat.none.why")));
            return;
        }
        List<ChatLine> oldestFirst = new ArrayList<>(shown);
        Collections.reverse(oldestFirst);
        oldestFirst.forEach(line -> list.add(Parts.box(
                "on-control-line",
                Parts.text(Times.clock(line.at()), "t12", "c3", "num"),
                new Span(Parts.text(line.name(), "c2"), new Span(" "), Parts.text(line.text())))));
        list.getElement().executeJs("this.scrollTop = this.scrollHeight");
    }
}
