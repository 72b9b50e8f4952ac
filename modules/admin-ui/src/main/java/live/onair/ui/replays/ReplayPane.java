package live.onair.ui.replays;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import live.onair.moderation.Appeals;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows;
import live.onair.moderation.ModerationRows.ChatLine;
import live.onair.moderation.ModerationRows.LineState;
import live.onair.replays.Replays;
import live.onair.replays.Replays.ReplayLine;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.moderation.LineRow;

/** The recording, what was said around the second at which it stands, and all that was done; a press on any goes there. */
class ReplayPane extends Div {

    private static final Duration BEFORE = Duration.ofMinutes(2);
    private static final int MOST = 120;

    private final transient Facades facades;
    private final String show;
    private final transient ReplayPlayer player;
    private final Div lines = Parts.region(Parts.box("on-chat on-scroll"), Texts.of("replays.lines"));
    private final Span second = Parts.text("", "c2", "t13");
    private final MomentPane moments;
    private transient Duration at = Duration.ZERO;
    private transient List<ReplayLine> drawn = List.of();

    /** What it reads and gives commands to. */
    record Facades(Replays replays, Moderation moderation, Appeals appeals) {}

    ReplayPane(Facades facades, String show, String src, String label) {
        this.facades = facades;
        this.show = show;
        player = new ReplayPlayer(src, label, this::reached);
        moments = new MomentPane(facades, show, this::go);
        addClassName("on-replay");
        lines.setId("replay-lines");
        second.setId("replay-second");
        Div said = Parts.box("pane", Parts.box("ph2", new H2(Texts.of("replays.lines")), second), lines);
        add(Parts.box("col on-replay-left", player, moments), said);
        draw();
    }

    /** Goes to that second. */
    private void go(Duration position) {
        player.seek(position);
        reached(position);
    }

    private void reached(Duration position) {
        at = position;
        draw();
    }

    /** What was said until now, the newest at the bottom. */
    private void draw() {
        second.setText(Times.length(at));
        moments.reached(at);
        List<ReplayLine> now = facades.replays().lines(show, at.minus(BEFORE), at.plusSeconds(1), MOST);
        if (now.equals(drawn) && !now.isEmpty()) {
            return;
        }
        drawn = now;
        lines.removeAll();
        now.forEach(line -> lines.add(row(line)));
        if (now.isEmpty()) {
            lines.add(Parts.box("on-pad", Parts.text(Texts.of("replays.quiet"), "c2", "t13")));
        }
        lines.getElement().executeJs("this.scrollTop = this.scrollHeight");
    }

    private Component row(ReplayLine one) {
        ChatLine line = one.line();
        Span words = LineRow.words(line);
        String reason = line.reason();
        if (reason != null && !reason.isBlank()) {
            words.add(Parts.text(reason, "c2", "t12"));
        }
        Div row = Parts.box("msg", Parts.text(Times.length(one.position()), "tm"), words);
        row.setClassName("gone", line.state() != LineState.SHOWN);
        row.setClassName("staff", ModerationRows.isStaff(line));
        row.setId("replay-line-" + line.number());
        if (one.now() == LineState.HIDDEN) {
            words.add(Actions.inRow(
                    Moderation.class,
                    "moderation.restore",
                    String.valueOf(line.number()),
                    line.name(),
                    () -> restored(line)));
        }
        return row;
    }

    private void restored(ChatLine line) {
        if (Parts.showed(facades.moderation().restore(line.number()))) {
            Parts.done(Texts.of("replays.restored"));
        }
        drawn = List.of();
        draw();
        moments.draw();
    }
}
