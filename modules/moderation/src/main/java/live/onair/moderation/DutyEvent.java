package live.onair.moderation;

import live.onair.kernel.DomainEvent;

/** Who watches chats. The subject is the account of who went on duty or off. */
public sealed interface DutyEvent extends DomainEvent {

    /** The account. */
    String person();

    @Override
    default String subject() {
        return person();
    }

    /** Somebody watches from now on. */
    record Begun(String person) implements DutyEvent {}

    /** Somebody watches no more; with what they left to the next one. */
    record Ended(String person, String note) implements DutyEvent {}
}
