package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Gate;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.ShowState.Arming;
import live.onair.scheduling.ShowState.Health;
import live.onair.scheduling.ShowState.Unarmed;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** States of scheduling as the look has them: word, icon and colour. */
public final class Badges {

    private Badges() {}

    /** Word, icon and colour. */
    public static Span of(ShowState state) {
        Span badge = Parts.state(style(state), style(state), word(state));
        badge.setClassName("on-dashed", state == ShowState.DRAFT || state == ShowState.IN_REVIEW);
        badge.setClassName("on-struck", state == ShowState.CANCELLED);
        badge.getElement().setAttribute("data-state", state.name());
        return badge;
    }

    public static String word(ShowState state) {
        return state == ShowState.ON_AIR ? "ON AIR" : Texts.pick(state.ko(), state.en());
    }

    /** The class of the look for what is in this state. */
    public static String style(ShowState state) {
        return switch (state) {
            case DRAFT, IN_REVIEW, APPROVED -> "scheduled";
            case REHEARSAL -> "rehearsal";
            case STANDBY -> "standby";
            case ON_AIR -> "onair";
            case ENDED, REPLAY, ARCHIVED, CANCELLED -> "ended";
        };
    }

    static Span of(@Nullable Health health) {
        if (health == null) {
            return new Span();
        }
        String style = switch (health) {
            case OK -> "ok";
            case WARN -> "warn";
            case FAULT -> "fault";
            case UNKNOWN -> "stale";
        };
        Span badge = Parts.state(style, style, Texts.pick(health.ko(), health.en()));
        badge.getElement().setAttribute("data-health", health.name());
        return badge;
    }

    /** That viewers see it blurred, or the slate where the backend cannot blur or somebody has put that on too; else nothing. */
    static Span cover(ShowRows.Airtime airtime) {
        return cover(airtime, true);
    }

    /** The same, where it is known whether the channel has been seen so. */
    static Span cover(ShowRows.Airtime airtime, boolean seen) {
        boolean blurred = airtime.blurs() && !airtime.slateOn();
        String word = !blurred ? "cover.INSTEAD" : seen ? "cover.BLUR" : "cover.COMING";
        Span badge = Parts.state("warn", "eyeoff", Texts.of(word));
        badge.getElement().setAttribute("data-cover", "BLUR");
        badge.setVisible(airtime.blurOn());
        return badge;
    }

    /** What leaves a channel, in words. */
    static String output(Channels.Signal signal) {
        String word = Texts.find("signal.output." + signal.output()).orElse(signal.output());
        boolean picture =
                !signal.output().startsWith("SLATE") && !signal.output().equals("NONE");
        return signal.serving().blurred() && picture ? word + " · " + Texts.of("cover.BLUR") : word;
    }

    /** Whether the encoder's own schedule holds the start; without a word where that is no question. */
    static Span of(@Nullable Arming arming) {
        if (arming == null) {
            return new Span();
        }
        Unarmed why = arming.why();
        String style = why == null ? "ok" : why == Unarmed.AWAY ? "stale" : "scheduled";
        Span badge = Parts.state(style, style, word(arming));
        badge.addClassName("q");
        badge.getElement().setAttribute("data-arming", why == null ? "ARMED" : why.name());
        return badge;
    }

    /** A show's state in a list, and whether its start is armed. */
    static Div states(ShowRows.Show show) {
        return Parts.box("row-s", of(show.state()), of(onBoard(show.arming())));
    }

    /** On the board, where most shows would only say that their backend has no schedule, these say nothing. */
    static @Nullable Arming onBoard(@Nullable Arming arming) {
        return arming == null || arming.why() == Unarmed.NO_SCHEDULE ? null : arming;
    }

    static String word(Arming arming) {
        Unarmed why = arming.why();
        String because = why == null ? "" : Texts.pick(why.ko(), why.en());
        if (arming.armed()) {
            return Texts.of("board.armed") + (why == null ? "" : " · " + because);
        }
        return Texts.of("board.unarmed", because);
    }

    static Span of(Gate.Row check) {
        String style = style(check);
        return Parts.state(style + " q", style, word(check));
    }

    /** Only what holds the show back is a fault; what nobody has reported yet is not known. */
    static String style(Gate.Row check) {
        if (check.reportedAt() == null) {
            return "stale";
        }
        return switch (check.verdict()) {
            case GREEN -> "ok";
            case WARN -> "warn";
            case RED -> check.holdsBack() ? "fault" : "warn";
            case NOT_APPLICABLE -> "stale";
        };
    }

    /** The word for it, the same wherever a check stands. */
    static String word(Gate.Row check) {
        if (check.reportedAt() == null) {
            return Texts.of("board.notYet");
        }
        if (check.asksWhy()) {
            return Texts.of("gate.ASKS");
        }
        boolean warns = check.verdict() == Gate.Verdict.RED && !check.holdsBack();
        return Texts.of("gate." + (warns ? Gate.Verdict.WARN : check.verdict()));
    }
}
