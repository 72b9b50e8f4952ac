package live.onair.reminders;

import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to the messages before a show. Who signs up is a fact of this room, and no act. The subject is the show. */
public sealed interface ReminderEvent extends DomainEvent {

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

    /** A message went out to so many; so many did not get it for want of their consent. */
    record Sent(String show, String push, String words, int sent, int withoutConsent) implements ReminderEvent {}

    /** It does not go out, for this reason in Korean. */
    record Skipped(String show, String push, String why) implements ReminderEvent {}

    /** It goes out after all. */
    record Planned(String show, String push) implements ReminderEvent {}

    /** The numbers of those who signed up were taken out as a file. */
    record Exported(String show, int viewers, String reason) implements ReminderEvent {}
}
