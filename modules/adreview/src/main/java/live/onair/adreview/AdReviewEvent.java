package live.onair.adreview;

import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What people decide about findings, told inside the transaction in which they do. The subject is the show. */
public sealed interface AdReviewEvent extends DomainEvent {

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

    /** A finding may stand. */
    record FindingCleared(String show, String rule, String words, String name, String reason)
            implements AdReviewEvent {}

    /** Whoever wrote or showed it while the show is on air let it go out as it is. */
    record FindingLetOut(String show, String rule, String group, String level, String words, String name, String reason)
            implements AdReviewEvent {}

    /** It is open again. */
    record FindingReopened(String show, String rule, String words, String name) implements AdReviewEvent {}
}
