package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import live.onair.cdn.mending.Mends;
import live.onair.cdn.mending.Mends.Mend;
import live.onair.cdn.mending.Mends.MendTrouble;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** A press that sets fields of a CDN's configuration: what, by whom and why, how far it is, and the way back. */
final class MendRow {

    private MendRow() {}

    /**
     * One of them.
     *
     * @param last whether it is the last at its CDN that has written something: only that can be taken back
     */
    static Div of(Mends mends, Mend mend, boolean last, Runnable changed) {
        String number = String.valueOf(mend.number());
        String words = Texts.of("cdn.mend.press", number, mend.by(), Times.brief(mend.at()));
        Div about = Parts.box(
                "col",
                Parts.text(words + " · " + mend.reason(), "t13", "tx"),
                Parts.text(
                        mend.steps().stream().map(MendSheet::words).collect(Collectors.joining(" · ")), "c2", "t12"));
        if (mend.trouble() != null) {
            String detail = mend.detail() == null ? "" : mend.detail();
            about.add(Parts.text(Texts.of("cdn.mend.trouble." + mend.trouble(), detail), "t13", "tx"));
        }
        Div row = Parts.box("on-cdn-row", Parts.box("row", state(mend)), about);
        if (last && !mend.undone() && !mend.state().isRunning()) {
            row.add(Parts.box(
                    "row",
                    Actions.inRow(
                            Mends.class, "mends.undo", number, words, () -> MendSheet.undo(mends, mend, changed))));
        }
        row.setId("mend-" + number);
        return row;
    }

    private static Span state(Mend mend) {
        String state = mend.trouble() == MendTrouble.NOT_EVERYWHERE
                ? "LATE"
                : mend.state().name();
        String word = Texts.of(mend.undone() ? "cdn.mend.undone" : "cdn.mend.state." + state);
        return switch (mend.state()) {
            case ASKED, SPREADING -> Parts.state("warn q", "switch", word);
            case DONE -> Parts.state(mend.undone() ? "stale q" : "ok q", mend.undone() ? "stale" : "ok", word);
            case FAILED ->
                mend.undone() ? Parts.state("stale q", "stale", word) : Parts.state("fault q", "fault", word);
        };
    }
}
