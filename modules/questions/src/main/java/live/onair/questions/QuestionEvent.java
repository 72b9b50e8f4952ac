package live.onair.questions;

import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What people do about questions. The subject is the show. */
public sealed interface QuestionEvent extends DomainEvent {

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

    /** All who asked were told. */
    record Answered(String show, long question, String words, String answer) implements QuestionEvent {}

    /** It needs no answer. */
    record SetAside(String show, long question, String words) implements QuestionEvent {}

    /** It waits for an answer again. */
    record Reopened(String show, long question, String words) implements QuestionEvent {}
}
