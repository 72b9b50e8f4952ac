package live.onair.monitors;

import java.util.Optional;
import live.onair.monitors.spi.MonitorStreams.Monitor;
import live.onair.monitors.spi.MonitorStreams.State;

/** The one next step of a monitor. Pure. */
enum MonitorStep {
    /** Have it made, or keep its pictures for the time that is wanted. */
    KEEP,
    /** Have it taken away. */
    REMOVE,
    /** The backend is on its way: look again soon. */
    WAIT,
    /** It is as it is wanted. */
    REST,
    /** It was to go, and is gone. */
    GONE;

    /**
     * From what is wanted and seen to what comes next. What somebody else has changed after it was as wanted is left as it
     * is: nothing is written without a press.
     *
     * @param settled whether it has been as wanted since the last press
     */
    static MonitorStep next(boolean leaving, boolean settled, int hours, Optional<Monitor> seen) {
        State state = seen.map(Monitor::state).orElse(null);
        if (leaving) {
            return state == null ? GONE : state == State.REMOVING ? WAIT : REMOVE;
        }
        if (state != null && state != State.ACTIVE) {
            return WAIT;
        }
        boolean asWanted =
                seen.filter(monitor -> monitor.retention().toHours() == hours).isPresent();
        return settled || asWanted ? REST : KEEP;
    }
}
