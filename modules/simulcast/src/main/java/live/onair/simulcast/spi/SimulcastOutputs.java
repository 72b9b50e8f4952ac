package live.onair.simulcast.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the programme of a show to other places as well. What goes out is what viewers are given, slates included, as it
 * was encoded for them; never a rehearsal. Whatever happens to an output, the show goes on.
 *
 * <p>Outgoing port: called by this room's work handlers only, never inside a transaction; one adapter per {@link
 * live.onair.scheduling.spi.Backend}. Every method is idempotent and takes at most a few seconds. Trouble is a {@link
 * live.onair.kernel.CloudException} and nothing else. What an output itself runs into is no trouble: it is {@link
 * State#FAILED}, and the backend tries again by itself for as long as the show is on air.
 */
public interface SimulcastOutputs {

    /** A show on its channel. */
    record Programme(String channel, String show) {}

    /** The outputs of this show as the backend has them, in no order; none if it was never told. Changes nothing. */
    List<Output> describe(Programme programme);

    /**
     * These are the outputs of the show from now on, and no others; they begin and end with its run. An output that is
     * there already in the same version goes on undisturbed. May be told before there is a run. A backend may forget it
     * when it is started anew: {@link #describe} tells, and then it is told again.
     *
     * @throws live.onair.kernel.CloudException {@code CONFLICT} while the show's run is running on a backend that cannot
     *     change its outputs then ({@link SimulcastPlanner.Offer#FROM_START}); {@code INVALID} on one that sends nowhere
     *     else, unless there are none; {@code NOT_FOUND} if the backend does not know the channel yet
     */
    void put(Programme programme, List<Target> targets);

    /**
     * Where to.
     *
     * @param id ours
     * @param version grows when address or key are changed
     * @param address {@code rtmp://} or {@code rtmps://} with a host and mostly a path
     * @param backup the same of a server that takes the second of two redundant streams, null if there is none
     * @param key what makes the address ours; a secret
     * @param own whether the host may be one of this machine or of the house's own network
     */
    record Target(
            String id,
            int version,
            String address,
            @Nullable String backup,
            String key,
            boolean own) {
        /** Without the secret. */
        @Override
        public String toString() {
            return id + " v" + version + " " + address;
        }
    }

    /** What an output does. */
    enum State {
        /** There is nothing to send yet: the show is not on air. */
        WAITING,
        /** It is about to send. */
        CONNECTING,
        /** It sends. */
        SENDING,
        /** It does not, and will try again. */
        FAILED
    }

    /**
     * An output.
     *
     * @param id the target's
     * @param version the target's
     * @param since when it came into this state, by the backend's clock; null where it is not told
     * @param code why it failed, a word that this room has sentences for, or null
     * @param words the same in the words of the other side or of the backend, without the key; null where there are none
     * @param retryAt when it tries again, null where it does not wait or that is not told
     * @param rate what goes out, null where it is not told
     */
    record Output(
            String id,
            int version,
            State state,
            @Nullable Instant since,
            @Nullable String code,
            @Nullable String words,
            @Nullable Instant retryAt,
            @Nullable Rate rate) {}

    /** What goes out: kilobits and pictures per second. */
    record Rate(int kbps, int fps) {}
}
