package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Span;
import live.onair.scheduling.Gate;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.ShowState.Health;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** States of scheduling as the look has them: word, icon and colour. */
final class Badges {

    private Badges() {}

    static Span of(ShowState state) {
        Span badge = Parts.state(style(state), style(state), word(state));
        badge.setClassName("on-dashed", state == ShowState.DRAFT || state == ShowState.IN_REVIEW);
        badge.setClassName("on-struck", state == ShowState.CANCELLED);
        badge.getElement().setAttribute("data-state", state.name());
        return badge;
    }

    static String word(ShowState state) {
        return state == ShowState.ON_AIR ? "ON AIR" : Texts.pick(state.ko(), state.en());
    }

    static String style(ShowState state) {
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

    static Span of(Gate.Row check) {
        String style = switch (check.verdict()) {
            case GREEN -> "ok";
            case WARN -> "warn";
            case RED -> "fault";
            case NOT_APPLICABLE -> "stale";
        };
        Span badge = Parts.state(style, style, Texts.of("gate." + check.verdict()));
        badge.addClassName("q");
        return badge;
    }
}
