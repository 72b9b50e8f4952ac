package live.onair.games;

import java.util.Optional;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens to games, told inside the transaction in which it happens. The subject is its id; who takes part is no act. */
public sealed interface GameEvent extends DomainEvent {

    /** The show. */
    String show();

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** There is a new one; the terms are words, without the right answer. */
    record Added(String show, String subject, String question, String terms) implements GameEvent {}

    /** It was written anew. */
    record Changed(String show, String subject, String question, String before, String after) implements GameEvent {}

    /** It was taken away. */
    record Removed(String show, String subject, String question) implements GameEvent {}

    /** It was put back. */
    record Restored(String show, String subject, String question) implements GameEvent {}

    /**
     * Viewers can take part.
     *
     * @param commitment digest of the seed by which winners will be drawn; empty where nobody is drawn
     * @param cue what opened it if no hand did
     */
    record Opened(
            String show,
            String subject,
            String question,
            String terms,
            String commitment,
            @Nullable String cue) implements GameEvent {}

    /** Nobody can take part any more; {@code entrants} is the digest of who did. Why, in Korean words. */
    record Closed(String show, String subject, String question, int entries, String entrants, String because)
            implements GameEvent {}

    /** The result is told; {@code seed} is what the winners were drawn by. */
    record Settled(String show, String subject, String question, int winners, String seed) implements GameEvent {}

    /** Somebody cannot win. */
    record Excluded(String show, String subject, String tag, String reason) implements GameEvent {}

    /** Another was drawn instead of a winner. */
    record Redrawn(String show, String subject, String tag, String instead, String reason) implements GameEvent {}

    /** The winners and how to reach them were taken out as a file. */
    record Exported(String show, String subject, String question, int winners, String reason) implements GameEvent {}

    /** What winners had left to be reached by was deleted: its days are over. */
    record Purged(String show, String subject, int contacts) implements GameEvent {}
}
