package live.onair.scheduling.spi;

import java.time.Duration;
import java.time.Instant;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Foretells what a backend's {@link ChannelProvisioner#publishRecording} would call. Outgoing port: never called inside a
 * transaction; implemented by one adapter per {@link Backend}, from the same pure functions that do it.
 *
 * <p>It changes nothing. It looks before it plans; while the backend cannot be asked it plans from what it saw last.
 */
public interface ReplayPlanner {

    /**
     * The calls that would let viewers play the recording, or no longer; none if it is so already. The same state and the same
     * wish give the same plan.
     *
     * @param thumbnail position in media time whose picture stands for the replay, null for the last picture; not looked
     *     at when switching off
     * @throws CloudException {@code NOT_FOUND} when there is nothing to publish; {@code UNAVAILABLE} when nothing was ever seen
     *     and it cannot be asked; {@code CONFLICT} while it is still being recorded; {@code INVALID} for a position outside
     *     the recording
     */
    Plan plan(String show, boolean on, @Nullable Duration thumbnail);

    /** What is written depends on the recording: without ever having seen one, nothing can be said. */
    static void mustBeSeen(String show, @Nullable Instant at) {
        if (at == null) {
            throw new CloudException(CloudFault.UNAVAILABLE, "the recording of " + show + " cannot be looked at");
        }
    }
}
