package live.onair.inventory;

import java.util.Optional;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.kernel.DomainEvent;

/** What happens to the account and by us, told inside the transaction in which it happens. */
public sealed interface InventoryEvent extends DomainEvent {

    /** The account answers, or does so again. */
    record Connected(String subject, String region) implements InventoryEvent {}

    /** The account does not answer any more. */
    record Disconnected(String subject, String why) implements InventoryEvent {}

    /** Somebody asked for a look at once. */
    record RefreshAsked(String subject) implements InventoryEvent {}

    /** Somebody looked at what clearing something away would do. */
    record Planned(String subject, String name, Remedy deed, String hash) implements InventoryEvent {}

    /** Somebody has approved it. */
    record Approved(String subject, String name, Remedy deed, String hash, String reason) implements InventoryEvent {}

    /** It is done. */
    record Cleared(String subject, String name, Remedy deed) implements InventoryEvent {}

    /** Part of a show's recording could not be copied to where a rule copies it. */
    record CopyFailed(String subject, String object) implements InventoryEvent {

        @Override
        public Optional<String> aboutShow() {
            return Optional.of(subject);
        }
    }

    /** What was asked for of a show's recording is copied. */
    record Copied(String subject, long objects) implements InventoryEvent {

        @Override
        public Optional<String> aboutShow() {
            return Optional.of(subject);
        }
    }

    /** It was not done, or not to its end. */
    record NotCleared(String subject, String name, Remedy deed, String why) implements InventoryEvent {}
}
