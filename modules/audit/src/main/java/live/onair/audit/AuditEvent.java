package live.onair.audit;

import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to the event log itself. */
public sealed interface AuditEvent extends DomainEvent {

    /** Somebody had the chain checked. */
    record Verified(long sealedTo, long unsealed, Optional<Long> firstBad) implements AuditEvent {
        @Override
        public String subject() {
            return "audit";
        }
    }
}
