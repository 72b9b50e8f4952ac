package live.onair.cues;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happens to cue sheets and prompters, told inside the transaction in which it happens. The subject is the show. */
public sealed interface CueEvent extends DomainEvent {

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

    /** The sheet is another one; each line is an item's length and title. */
    record SheetArranged(String show, List<String> before, List<String> after) implements CueEvent {}

    /** An item has begun. */
    record ItemBegan(String show, UUID item, String title, CueRows.Stage stage) implements CueEvent {}

    /** The last item is over. */
    record SheetEnded(String show, String title, CueRows.Stage stage) implements CueEvent {}

    /** An item is left out, or is not any more. */
    record ItemSkipped(String show, UUID item, String title, boolean skipped) implements CueEvent {}

    /** The item before goes on; what the other one did is not undone. */
    record WentBack(String show, UUID item, String title, String from) implements CueEvent {}

    /**
     * An act is due now. Whoever does it puts work, and says by {@link Cues#report} what became of it.
     *
     * @param act which one of the item's, from 0
     * @param stage in a rehearsal viewers must notice nothing
     */
    record Due(
            String show,
            UUID item,
            String title,
            int act,
            CueKind kindOfAct,
            @Nullable String target,
            CueRows.Stage stage)
            implements CueEvent {

        /** Whether viewers must notice nothing. */
        public boolean rehearsal() {
            return stage == CueRows.Stage.REHEARSAL;
        }
    }

    /** An act was done, or not; the words are Korean. */
    record ActReported(String show, UUID item, String title, CueKind kindOfAct, boolean done, String words)
            implements CueEvent {}

    /** The host was told something. */
    record HostTold(String show, UUID message, CueRows.Level level, String text) implements CueEvent {}

    /** The host has read it. */
    record HostRead(String show, UUID message, String text) implements CueEvent {}

    /** It was taken off the prompter. */
    record MessageCleared(String show, UUID message, String text) implements CueEvent {}
}
