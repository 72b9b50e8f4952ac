package live.onair.ui.monitors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import live.onair.kernel.Outcome;
import live.onair.monitors.MonitorRows.Answer;
import live.onair.monitors.MonitorRows.Asked;
import live.onair.monitors.MonitorRows.MonitorRow;
import live.onair.monitors.MonitorRows.Progress;
import live.onair.monitors.MonitorRows.Session;
import live.onair.monitors.Monitors;
import live.onair.ui.Live;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/**
 * Plays one monitor by a session of its own, which is renewed before it ends. When there is no picture it says why: nothing
 * is being sent, the session has ended, or its backend does not answer.
 */
final class WatchPane extends Div {

    /** So long before its end a session is renewed. */
    private static final Duration AHEAD = Duration.ofSeconds(60);
    /** So long after a refusal it is asked for again while the pane is open. */
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final transient Monitors monitors;
    private final transient Pulse pulse;
    private final H2 title = new H2();
    private final Div screen = Parts.box("on-monitor-screen");
    private final Span said = Parts.text("", "t13");
    private final Span until = Parts.text("", "c3", "t12");
    private @Nullable MonitorRow row;
    private @Nullable Asked asked;
    private @Nullable Session session;
    private @Nullable Live live;
    private @Nullable Instant again;

    WatchPane(Monitors monitors, Pulse pulse) {
        this.monitors = monitors;
        this.pulse = pulse;
        setId("monitor-pane");
        addClassNames("pane", "on-monitor-pane");
        said.setId("monitor-said");
        said.getElement().setAttribute("role", "status");
        until.setId("monitor-until");
        Button close = new Button(Texts.of("monitors.stop"), Parts.icon("x"), e -> close());
        close.setId("monitor-close");
        Div head = Parts.box("ph2", title, Parts.box("push"), close);
        add(head, screen, Parts.box("on-monitor-words", said, until));
        shown(false);
        pulse.every(this, this::look);
    }

    /** Opens a session of this monitor; the one before is left to its end. */
    void watch(MonitorRow wanted) {
        close();
        row = wanted;
        title.setText(wanted.name());
        shown(true);
        ask(wanted);
    }

    /** No session is renewed any more. */
    void close() {
        row = null;
        asked = null;
        again = null;
        end();
        shown(false);
    }

    /** An invisible component would keep its player in the page, and go on playing unseen. */
    private void shown(boolean on) {
        getElement().setAttribute("hidden", !on);
    }

    /** The monitor that is being watched. */
    boolean isWatching(String id) {
        return row != null && row.id().equals(id);
    }

    private void end() {
        session = null;
        live = null;
        screen.removeAll();
        until.setText("");
    }

    private void ask(MonitorRow wanted) {
        again = null;
        Outcome<Asked> outcome = monitors.open(wanted.id());
        if (outcome.isDone()) {
            asked = outcome.orThrow();
            if (session == null) {
                said.setText(Texts.of("monitors.opening"));
            }
        } else {
            asked = null;
            say(Parts.sentences(outcome.why()));
        }
    }

    private void say(String words) {
        said.setText(words);
    }

    private void look() {
        MonitorRow watched = row;
        if (watched == null) {
            return;
        }
        Instant now = pulse.now();
        Asked open = asked;
        if (open != null) {
            monitors.answer(open.monitor(), open.order()).ifPresent(answer -> answered(open, answer, now));
        }
        Session playing = session;
        if (playing != null && !now.isBefore(playing.until())) {
            end();
            say(Texts.of("monitors.ended"));
            again = now.plus(AGAIN);
        } else if (playing != null) {
            until.setText(Texts.of("monitors.until", Times.seconds(playing.until())));
        }
        boolean renew = playing != null && !now.isBefore(playing.until().minus(AHEAD)) && again == null;
        if (asked == null && (renew || (again != null && !now.isBefore(again)))) {
            ask(watched);
        }
    }

    private void answered(Asked open, Answer answer, Instant now) {
        if (answer.progress() == Progress.WAITING) {
            return;
        }
        asked = null;
        if (answer.progress() == Progress.FAILED) {
            again = now.plus(AGAIN);
            String words = answer.words() == null ? "" : answer.words();
            say(Texts.find("monitors.session." + answer.fault())
                    .map(known -> Texts.of("monitors.session." + answer.fault(), words))
                    .orElseGet(() -> Texts.of("monitors.session.other", words)));
            return;
        }
        Outcome<Session> taken = monitors.take(new Monitors.Take(open.monitor(), open.order(), open.ticket()));
        if (taken.isDone()) {
            play(taken.orThrow());
        } else {
            say(Parts.sentences(taken.why()));
            again = now.plus(AGAIN);
        }
    }

    private void play(Session opened) {
        session = opened;
        Live player = live;
        if (player == null) {
            player = new Live(opened.url(), title.getText());
            live = player;
            screen.add(player);
        } else {
            player.play(opened.url());
        }
        say(Texts.of("monitors.playing"));
        until.setText(Texts.of("monitors.until", Times.seconds(opened.until())));
    }
}
