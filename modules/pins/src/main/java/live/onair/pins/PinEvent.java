package live.onair.pins;

import java.util.Optional;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens to pins, told inside the transaction in which it happens. The subject is the product. */
public sealed interface PinEvent extends DomainEvent {

    /** The show. */
    String show();

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** A product was pinned; {@code price} is what viewers are shown as its price, {@code cue} what pinned it if no hand did. */
    record Pinned(
            String show,
            String subject,
            String name,
            String price,
            boolean rehearsal,
            @Nullable String cue) implements PinEvent {}

    /** A product is no longer pinned. */
    record Unpinned(String show, String subject, String name, PinRows.End end) implements PinEvent {}
}
