package live.onair.simulcast;

import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.simulcast.SimulcastRows.SwitchState;
import live.onair.simulcast.spi.SimulcastOutputs.State;
import live.onair.simulcast.spi.SimulcastPlanner.Offer;
import org.jspecify.annotations.Nullable;

/**
 * What the state of a switch is told from. Pure.
 *
 * @param seen state of the output, null when there was none
 * @param current whether the output is of the target as it is now
 * @param looked whether the backend has ever told
 * @param fault whether it does not tell now
 */
record SwitchFacts(
        boolean on,
        boolean disabled,
        boolean readable,
        Offer offer,
        ShowState show,
        @Nullable State seen,
        boolean current,
        boolean looked,
        boolean fault) {

    static SwitchFacts of(
            ShowRows.Show show, TargetShelf.Kept target, SwitchShelf.Kept kept, Offer offer, boolean readable) {
        return new SwitchFacts(
                kept.on(),
                target.disabled(),
                readable,
                offer,
                show.state(),
                kept.state(),
                kept.version() == target.version(),
                kept.look().seenAt() != null,
                kept.look().fault() != null);
    }

    SwitchState state() {
        if (!on || disabled) {
            boolean still = offer == Offer.FROM_START && show.isLive() && seen != null && seen != State.WAITING;
            return still ? SwitchState.FROM_NEXT_START : on ? SwitchState.RESTING : SwitchState.OFF;
        }
        if (offer == Offer.NONE) {
            return SwitchState.NOT_OFFERED;
        }
        if (show.isOver()) {
            return SwitchState.OVER;
        }
        if (!readable) {
            return SwitchState.NO_KEY;
        }
        return !show.isLive() ? SwitchState.WAITING : fault ? SwitchState.FAULT : running();
    }

    private SwitchState running() {
        if (seen == null || !current) {
            return offer == Offer.FROM_START && looked
                    ? SwitchState.FROM_NEXT_START
                    : show == ShowState.ON_AIR ? SwitchState.CONNECTING : SwitchState.WAITING;
        }
        return switch (seen) {
            case WAITING -> SwitchState.WAITING;
            case CONNECTING -> SwitchState.CONNECTING;
            case SENDING -> SwitchState.SENDING;
            case FAILED -> SwitchState.FAILED;
        };
    }
}
