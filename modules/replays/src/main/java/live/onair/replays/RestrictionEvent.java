package live.onair.replays;

import java.time.Instant;
import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to replays that are kept from viewers. The subject is the show. */
public sealed interface RestrictionEvent extends DomainEvent {

    /** The show. */
    String show();

    @Override
    default String subject() {
        return show();
    }

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** A replay was taken from viewers. */
    record Restricted(String show, long number, String ground, String claim, Instant until, String reason)
            implements RestrictionEvent {}

    /** It stays away. */
    record Kept(String show, long number, String reason) implements RestrictionEvent {}

    /** It came back by a decision. */
    record Lifted(String show, long number, String reason) implements RestrictionEvent {}

    /** It came back because nobody decided in time. */
    record Expired(String show, long number) implements RestrictionEvent {}
}
