package live.onair.scheduling;

import java.time.Duration;
import java.time.Instant;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import org.jspecify.annotations.Nullable;

/**
 * What should be of a show's channel, as the tables say.
 *
 * @param version of the show when this was read; a step is recorded only if it still is
 * @param runOpen whether the run may still exist on the backend
 * @param prepared whether the backend has been given this specification
 * @param gateOpen whether nothing holds the start back, or somebody has overridden it
 * @param overridden whether somebody has
 * @param held whether the clock is not to be trusted now
 */
record Wanted(
        String show,
        int version,
        ShowState state,
        TimeWindow window,
        Duration warmUp,
        Duration grace,
        Shows.Source source,
        RunSpec spec,
        boolean runOpen,
        boolean prepared,
        boolean slateOn,
        boolean gateOpen,
        boolean overridden,
        boolean held,
        @Nullable Instant rehearsalUntil,
        Replay replay) {

    /** What is known of the recording. */
    enum Taped {
        UNKNOWN,
        NOTHING,
        READY
    }

    /**
     * What should be of its replay.
     *
     * @param at when it is due, null while the show is not over
     * @param published whether the backend has been told to show it
     */
    record Replay(boolean wanted, @Nullable Instant at, boolean published, Taped taped) {}

    Run run() {
        return spec.run();
    }

    Instant standbyAt() {
        return window.start().minus(warmUp);
    }
}
