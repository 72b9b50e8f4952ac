package live.onair.inventory.spi;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import live.onair.inventory.CallRows.CallOutcome;
import org.jspecify.annotations.Nullable;

/** Hears of every call of ours that changes something in the account. */
public interface CallReports {

    /**
     * What a call is about.
     *
     * @param service word of the service: {@code medialive}
     * @param operation as the service names it
     * @param resource as a person reads it
     * @param names everything by which the cloud may name what it touches: names, ids, ARNs
     * @param channel id of our channel, null if the call does not say it
     * @param show id of our show, null if the call does not say it
     * @param inTrail whether the cloud writes such calls into the trail that it lets us read
     */
    record About(
            String service,
            String operation,
            String resource,
            Set<String> names,
            @Nullable String channel,
            @Nullable String show,
            boolean inTrail) {

        /** Keeps it unchangeable. */
        public About {
            names = Set.copyOf(names);
        }
    }

    /**
     * One attempt at a call; each has a request id of its own.
     *
     * @param id ours, the same before and after
     * @param requestId the cloud's, null until it has answered
     * @param words why it was refused or is not known, null if it was done or is on its way
     */
    record Sent(
            UUID id,
            About about,
            Instant at,
            CallOutcome outcome,
            @Nullable String requestId,
            @Nullable String words) {}

    /**
     * A call is about to leave, or was answered: told twice with the same id, the later word counts. Never throws, and
     * never keeps a call back: what cannot be written down now is kept in memory and written with the next one.
     */
    void sent(Sent call);
}
