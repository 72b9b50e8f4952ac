package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Whether viewers follow a move: how long their players still read, and who is still to go; written anew as they go. */
final class FollowLine extends Div {

    private final Div verdict = Parts.box("row-s");
    private final Span reading = Parts.text("", "c2", "t12");
    private String shown = "";

    FollowLine() {
        addClassNames("row", "on-wrap", "on-follow");
        verdict.getElement().setAttribute("role", "status");
        add(verdict, reading);
    }

    void tell(ViewerMove move, Following now) {
        String words = words(move, now);
        if (!shown.equals(now.state() + words)) {
            shown = now.state() + words;
            verdict.removeAll();
            verdict.add(state(now.state(), words));
            getElement().setAttribute("data-following", now.state().name());
        }
        reading.setText(now.state() == Following.State.NO_SHOW ? "" : reading(now.seconds()));
    }

    private static String reading(int seconds) {
        return seconds == 0 ? Texts.of("cdn.follow.read") : Texts.of("cdn.follow.reading", seconds);
    }

    private static Span state(Following.State state, String words) {
        return switch (state) {
            case GONE, SPREAD -> Parts.state("ok q", "ok", words);
            case LEAVING, RETURNING -> Parts.state("warn q", "running", words);
            case LATE -> Parts.state("fault q", "fault", words);
            case NO_SHOW, UNTOLD, BRANCH -> Parts.state("stale q", "stale", words);
        };
    }

    private static String words(ViewerMove move, Following now) {
        String words = Texts.of("cdn.follow." + now.state(), now.viewers(), move.from());
        return switch (now.state()) {
            case SPREAD, LEAVING, LATE, RETURNING ->
                words + " · " + Texts.of("cdn.follow.share", move.from(), now.percent(), now.target());
            default -> words;
        };
    }
}
