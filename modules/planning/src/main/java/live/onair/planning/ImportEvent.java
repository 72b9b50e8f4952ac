package live.onair.planning;

import live.onair.kernel.DomainEvent;

/** What happens to schedules that come in as files. Each show that was added or changed tells its own event as well. */
public sealed interface ImportEvent extends DomainEvent {

    /** A file was taken as a whole. */
    record Applied(String subject, String name, int added, int changed) implements ImportEvent {}

    /** All a file had done was taken back. */
    record Undone(String subject, String name) implements ImportEvent {}
}
