package live.onair.scheduling.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** News of how channels do. Incoming port: implemented by scheduling, called by the adapters of the backends. */
public interface StreamHealthReports {

    /**
     * A fresh sample of one channel; adapters send one for each channel at least every 2 s, and at once when an encoder
     * comes or goes. Runs a transaction of its own. A sample that is older than the last one, or of a channel that is
     * not known here or lives on another backend, is dropped. Needs nobody signed in.
     *
     * @param backend word of the backend that has seen it, as in {@link Backend}
     */
    void report(String backend, ChannelObservation sample);

    /**
     * The backend cannot be reached, or can be again.
     *
     * @param backend its word, as in {@link Backend}
     * @param reachable whether it answers
     */
    void reachable(String backend, boolean reachable);

    /**
     * The backend's room for recordings.
     *
     * @param backend its word, as in {@link Backend}
     * @param usedBytes what is used
     * @param quotaBytes what may be used
     */
    void disk(String backend, long usedBytes, long quotaBytes);

    /**
     * All alarms that the backend's own watch keeps for shows now; those that are not among them are gone. Runs a
     * transaction of its own. Alarms of channels that are not known here or live on another backend are dropped.
     *
     * @param backend its word, as in {@link Backend}
     */
    void alarms(String backend, List<Alarm> all);

    /**
     * An alarm that the backend keeps for a show.
     *
     * @param run id of the run it was made for
     * @param kind what it watches, as a code
     * @param part of the channel that is watched, where there are several: a pipeline's number
     * @param since since when it is in this state, null where it is not told
     */
    record Alarm(
            String channel,
            String run,
            String kind,
            String part,
            AlarmState state,
            @Nullable Instant since) {}

    /** What an alarm says. */
    enum AlarmState {
        /** All is well. */
        OK,
        /** It rings. */
        RINGS,
        /** There was nothing to measure yet. */
        NO_DATA
    }
}
