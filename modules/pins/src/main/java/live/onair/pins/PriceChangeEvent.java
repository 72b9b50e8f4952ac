package live.onair.pins;

import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to price changes, told inside the transaction in which it happens. The subject is the product. */
public sealed interface PriceChangeEvent extends DomainEvent {

    /** The show. */
    String show();

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** Somebody wants another price while the show runs. */
    record Asked(String show, String subject, String name, String before, String after, String reason)
            implements PriceChangeEvent {}

    /** It has changed: asked by one person, approved by another. */
    record Applied(
            String show, String subject, String name, String before, String after, String askedBy, String approvedBy)
            implements PriceChangeEvent {}

    /** A second person does not agree. */
    record Refused(String show, String subject, String name, String askedBy, String refusedBy, String reason)
            implements PriceChangeEvent {}

    /** It was agreed and could not be done. */
    record Failed(String show, String subject, String name, String why) implements PriceChangeEvent {}

    /** The show ended before it was decided. */
    record Expired(String show, String subject, String name) implements PriceChangeEvent {}
}
