package live.onair.planning;

import java.time.Instant;
import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to planners' tools, told inside the transaction in which it happens. Carries no secret. */
public sealed interface PlanningEvent extends DomainEvent {

    /** A template was made. */
    record TemplateSaved(String subject, String name) implements PlanningEvent {}

    /** A template has other fields or another name. */
    record TemplateChanged(String subject, String name) implements PlanningEvent {}

    /** A template was put away. */
    record TemplateArchived(String subject, String name) implements PlanningEvent {}

    /** A template was taken out again. */
    record TemplateRestored(String subject, String name) implements PlanningEvent {}

    /** A draft was made from a template. */
    record TemplateUsed(String subject, String show) implements PlanningEvent {
        @Override
        public Optional<String> aboutShow() {
            return Optional.of(show);
        }
    }

    /** A draft was made as a copy of a show. */
    record Copied(String subject, String from) implements PlanningEvent {
        @Override
        public Optional<String> aboutShow() {
            return Optional.of(subject);
        }
    }

    /** A series was made, or has more occurrences. */
    record SeriesGrew(String subject, int occurrences, int leftOut) implements PlanningEvent {}

    /** Later occurrences were changed together. */
    record SeriesChanged(String subject, String from, int occurrences) implements PlanningEvent {
        @Override
        public Optional<String> aboutShow() {
            return Optional.of(from);
        }
    }

    /** Nothing is added to a series any more. */
    record SeriesEnded(String subject) implements PlanningEvent {}

    /** The marks of a show, the subject, have changed. */
    sealed interface MarksChanged extends PlanningEvent {

        @Override
        default Optional<String> aboutShow() {
            return Optional.of(subject());
        }
    }

    /** A chapter or highlight was set. */
    record MarkAdded(String subject, Marks.Kind mark, String title, Instant at) implements MarksChanged {}

    /** A chapter or highlight is another one now. */
    record MarkChanged(String subject, Marks.Kind mark, String before, String title, Instant at)
            implements MarksChanged {}

    /** A chapter or highlight was taken away. */
    record MarkRemoved(String subject, Marks.Kind mark, String title) implements MarksChanged {}

    /** A secret address of a calendar was made. */
    record FeedCreated(String subject, CalendarFeeds.Kind calendar, String target) implements PlanningEvent {}

    /** A secret address of a calendar is worth nothing any more. */
    record FeedRevoked(String subject, CalendarFeeds.Kind calendar, String target) implements PlanningEvent {}
}
