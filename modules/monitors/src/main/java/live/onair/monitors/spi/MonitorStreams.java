package live.onair.monitors.spi;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams beside the programme, for those who make the show: a camera or a field encoder contributes to one, and a few
 * people look at it. It is no way to the audience: each viewer needs a session of their own that expires, and the backend
 * bills and limits by session; the programme goes by scheduling's {@code ChannelProvisioner}.
 *
 * <p>Outgoing port: called by this room's work handlers only, never inside a transaction; one adapter per {@link
 * live.onair.scheduling.spi.Backend}. Every method is idempotent, takes at most a few seconds and returns when the backend
 * has accepted the call. Trouble is a {@link live.onair.kernel.CloudException} and nothing else.
 */
public interface MonitorStreams {

    /** The least that pictures are kept: without, nothing can be played. */
    Duration LEAST_RETENTION = Duration.ofHours(1);
    /** The most that pictures are kept. */
    Duration MOST_RETENTION = Duration.ofDays(3_650);
    /** The shortest session. */
    Duration SHORTEST_SESSION = Duration.ofMinutes(5);
    /** The longest session. */
    Duration LONGEST_SESSION = Duration.ofHours(12);

    /** The monitor with this id as the backend has it; empty if there is none. Changes nothing. */
    Optional<Monitor> describe(String id);

    /**
     * Makes the monitor, or changes how long its pictures are kept. Already so: nothing happens.
     *
     * @param retention in whole hours
     * @throws live.onair.kernel.CloudException {@code INVALID} for a retention outside the limits or with a part of an
     *     hour; {@code CONFLICT} while the monitor is being changed or removed
     */
    void keep(String id, Duration retention);

    /**
     * Opens a session for one viewer. Not idempotent: each call is a session of its own, and nothing else changes.
     *
     * @param window the stretch to be played, null for what is being sent now
     * @throws live.onair.kernel.CloudException {@code NOT_FOUND} if there is no monitor or nothing to play;
     *     {@code INVALID} for a session that is too short or too long
     */
    Session open(String id, @Nullable Window window, Duration lasting);

    /** Takes the monitor away with all that it keeps. Not there: nothing happens. */
    void remove(String id);

    /**
     * A monitor.
     *
     * @param id ours, in the name and the tags of what is made
     * @param state what it does
     * @param retention how long its pictures are kept
     * @param since when it was made, by the backend's clock
     * @param place the backend's own name of it
     * @param version what a change has to name, so that of two at once one fails; another after each change
     */
    record Monitor(String id, State state, Duration retention, Instant since, String place, String version) {}

    /** What a monitor does. */
    enum State {
        /** It is being made. */
        CREATING,
        /** It takes pictures and plays them. */
        ACTIVE,
        /** It is being changed. */
        UPDATING,
        /** It is going away. */
        REMOVING
    }

    /** A stretch of what is kept. */
    record Window(Instant start, Instant end) {
        /** Refuses one that is none. */
        public Window {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("a window has a length");
            }
        }
    }

    /**
     * A viewer's session.
     *
     * @param url of an HLS playlist; a secret, since whoever has it may look
     * @param until when it expires, by the backend's clock
     */
    record Session(URI url, Instant until) {}
}
