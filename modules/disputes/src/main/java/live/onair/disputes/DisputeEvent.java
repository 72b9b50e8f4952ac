package live.onair.disputes;

import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to dispute packs and holds, told inside the transaction in which it happens. The subject is the pack or hold. */
public sealed interface DisputeEvent extends DomainEvent {

    /** The show it is about; empty for none. */
    String show();

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show()).filter(show -> !show.isEmpty());
    }

    /** One is wanted for an order. */
    record Asked(String show, String subject, String orderNo) implements DisputeEvent {}

    /** It is sealed. */
    record Sealed(String show, String subject, String orderNo, long bytes, String sha256, String missing)
            implements DisputeEvent {}

    /** Somebody took it. */
    record Downloaded(String show, String subject, String orderNo, String sha256) implements DisputeEvent {}

    /** A ZIP was held against its seal. */
    record Verified(String show, String subject, String verdict, String sha256, String findings)
            implements DisputeEvent {}

    /** A show is held because of an order. */
    record Held(String show, String subject, String orderNo, String reason) implements DisputeEvent {}

    /** It no longer is because of that order. */
    record Released(String show, String subject, String orderNo, String reason, int others) implements DisputeEvent {}
}
