package live.onair.inventory.spi;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import live.onair.kernel.CloudException;
import org.jspecify.annotations.Nullable;

/** What the account itself has written down of what was changed in it, by whomever. */
public interface AccountTrail {

    /**
     * One event of the trail.
     *
     * @param id the cloud's, unique
     * @param service word of the service, as our calls have it where it is one of those
     * @param requestId of the call, null if the trail does not tell it
     * @param error why it was refused, null if it was carried out
     * @param who who has called
     * @param names everything that it names: names, ids, ARNs of the request, its answer and its resources
     * @param mark the thing that carries this installation's tag or name, if it names one; null if not
     */
    record TrailEvent(
            String id,
            String service,
            String operation,
            Instant at,
            @Nullable String requestId,
            @Nullable String error,
            Who who,
            Set<String> names,
            @Nullable String mark) {

        /** Keeps it unchangeable. */
        public TrailEvent {
            names = Set.copyOf(names);
        }
    }

    /**
     * Who has called.
     *
     * @param principal as the cloud names it: an ARN, a service
     * @param source the address that it came from, null if it is not told
     */
    record Who(String principal, @Nullable String source) {}

    /** Whether this installation uses the cloud at all. */
    boolean isUsed();

    /**
     * Tells everything that changed something in the account between both instants, newest first and page by page. What has
     * just been done may be told only minutes later; the same may be told again.
     *
     * @throws CloudException if it could not be read to its end: then what was told so far counts, and the time does not
     *     count as read
     */
    void writes(Instant from, Instant to, Consumer<List<TrailEvent>> page);
}
