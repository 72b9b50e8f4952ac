package live.onair.work;

import live.onair.kernel.DomainEvent;

/** What happens to work that people should know of; work that comes right makes no news. */
public sealed interface WorkEvent extends DomainEvent {

    /** The type of the work. */
    String type();

    /** What the work is about. */
    String key();

    @Override
    default String subject() {
        return key();
    }

    /** Work does not come right by itself, or has failed too often: ops look at it. */
    record GotStuck(String type, String key, int attempts, String fault) implements WorkEvent {}

    /** Stuck work was done after all. */
    record Recovered(String type, String key) implements WorkEvent {}

    /** A person had it tried at once. */
    record Retried(String type, String key) implements WorkEvent {}

    /** A person gave it up. */
    record Dropped(String type, String key, String reason) implements WorkEvent {}
}
