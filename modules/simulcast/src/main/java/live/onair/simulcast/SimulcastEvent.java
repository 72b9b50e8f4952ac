package live.onair.simulcast;

import java.util.Optional;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens to simulcast, told inside the transaction in which it happens. The subject is the target's id. */
public sealed interface SimulcastEvent extends DomainEvent {

    /** Something that happens to a target in a show. */
    sealed interface InShow extends SimulcastEvent {
        /** The show. */
        String show();

        @Override
        default Optional<String> aboutShow() {
            return Optional.of(show());
        }
    }

    /** There is a new target. */
    record Added(String subject, String name, String address) implements SimulcastEvent {}

    /** It was changed; {@code newKey} says whether it got another stream key. */
    record Changed(String subject, String name, String address, boolean newKey, boolean disabled)
            implements SimulcastEvent {}

    /** It is gone, and with it the switches of these shows. */
    record Removed(String subject, String name, String shows, String reason) implements SimulcastEvent {}

    /** Somebody looked at what a press would do. */
    record Planned(String show, String subject, String name, boolean on, String hash) implements InShow {}

    /** Somebody has switched it on or off for a show. */
    record Switched(String show, String subject, String name, boolean on, String hash) implements InShow {}

    /** The show is sent there. */
    record Sending(String show, String subject, String name) implements InShow {}

    /** It is not, for this reason. */
    record Failed(
            String show,
            String subject,
            String name,
            String code,
            @Nullable String why) implements InShow {}

    /** It is no longer. */
    record Ended(String show, String subject, String name) implements InShow {}
}
