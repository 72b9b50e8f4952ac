package live.onair.pins;

import java.util.List;
import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to cards, told inside the transaction in which it happens. The subject is the card. */
public sealed interface CardEvent extends DomainEvent {

    /** The shows whose viewers may see something else now. */
    List<String> shows();

    @Override
    default Optional<String> aboutShow() {
        return shows().stream().findFirst();
    }

    /** There is a new card. */
    record Added(String subject, String name, List<String> shows) implements CardEvent {}

    /** Its words were changed. */
    record Changed(String subject, String before, String after, List<String> shows) implements CardEvent {}

    /** It was taken away. */
    record Removed(String subject, String name, List<String> shows) implements CardEvent {}

    /** It was put back. */
    record Restored(String subject, String name, List<String> shows) implements CardEvent {}

    /** It stands at another place. */
    record Moved(String subject, String name, List<String> shows) implements CardEvent {}

    /** Viewers of a show see it from now on. */
    record Shown(String subject, String name, List<String> shows) implements CardEvent {}

    /** They no longer do. */
    record Hidden(String subject, String name, List<String> shows) implements CardEvent {}
}
