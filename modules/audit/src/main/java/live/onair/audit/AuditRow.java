package live.onair.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the event log.
 *
 * @param roles the actor's roles then, sorted, with commas
 * @param source the door, a name of {@link live.onair.kernel.Actor.Source}
 * @param kind what happened: {@code show.WentOnAir}, {@code denied}, {@code refused}
 * @param facts canonical JSON
 * @param seq its number in the chain; empty until it is sealed
 * @param prevHash hash of the entry before it in the chain
 * @param hash its own hash
 */
public record AuditRow(
        long id,
        Instant at,
        String actorId,
        String actorName,
        String roles,
        String source,
        String kind,
        Optional<String> show,
        String subject,
        String facts,
        Optional<String> requestId,
        Optional<Long> seq,
        Optional<String> prevHash,
        Optional<String> hash) {

    /** Whether it is numbered and chained. */
    public boolean isSealed() {
        return seq.isPresent();
    }
}
