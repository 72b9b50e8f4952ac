package live.onair.offers;

import java.util.Optional;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens to coupons and flash sales, told inside the transaction in which it happens. The subject is its id. */
public sealed interface OfferEvent extends DomainEvent {

    /** The show. */
    String show();

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** There is a new one; the terms are what it gives, in words. */
    record Added(String show, String subject, String name, String terms) implements OfferEvent {}

    /** Its terms are others. */
    record Changed(String show, String subject, String name, String before, String after) implements OfferEvent {}

    /** It was taken away. */
    record Removed(String show, String subject, String name) implements OfferEvent {}

    /** It was put back. */
    record Restored(String show, String subject, String name) implements OfferEvent {}

    /** Viewers can have it, after so many seconds in which they see it coming; {@code cue} is what opened it if no hand did. */
    record Opened(
            String show,
            String subject,
            String name,
            String terms,
            int waits,
            @Nullable String cue) implements OfferEvent {}

    /** Viewers can have it no longer; why, in Korean words. */
    record Closed(String show, String subject, String name, int taken, String because) implements OfferEvent {}
}
