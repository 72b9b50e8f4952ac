package live.onair.gifts;

import java.util.Optional;
import live.onair.kernel.DomainEvent;

/**
 * What happens to gifts and bundles, told inside the transaction in which it happens. The subject is the rule; that an order is
 * given something is no act.
 */
public sealed interface GiftEvent extends DomainEvent {

    /** The show. */
    String show();

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** There is a new one; {@code orders} of before were given it too. */
    record Added(String show, String subject, String name, String terms, int orders) implements GiftEvent {}

    /** It was written anew. */
    record Changed(String show, String subject, String name, String before, String after) implements GiftEvent {}

    /** Nothing is given any more. */
    record Stopped(String show, String subject, String name) implements GiftEvent {}

    /** It is given again. */
    record Resumed(String show, String subject, String name) implements GiftEvent {}

    /** The last one was given. */
    record UsedUp(String show, String subject, String name, int given) implements GiftEvent {}
}
