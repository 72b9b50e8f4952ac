package live.onair.clips;

import java.util.Optional;
import live.onair.kernel.DomainEvent;

/** What happens to clips, told inside the transaction in which it happens. The subject is the clip. */
public sealed interface ClipEvent extends DomainEvent {

    /** The show it is of. */
    String show();

    @Override
    default Optional<String> aboutShow() {
        return Optional.of(show());
    }

    /** One is wanted, from here to there in the recording. */
    record Asked(String show, String subject, String title, String from, String to) implements ClipEvent {}

    /** There is a file. */
    record Made(String show, String subject, String title, long bytes, String sha256) implements ClipEvent {}

    /** There is none. */
    record Failed(String show, String subject, String title, String problem, String words) implements ClipEvent {}

    /** It is tried once more. */
    record Retried(String show, String subject, String title) implements ClipEvent {}

    /** It has another name. */
    record Renamed(String show, String subject, String title, String before) implements ClipEvent {}

    /** Viewers see it beside the replay. */
    record Shown(String show, String subject, String title) implements ClipEvent {}

    /** They no longer do. */
    record Hidden(String show, String subject, String title) implements ClipEvent {}

    /** It was taken away. */
    record Removed(String show, String subject, String title) implements ClipEvent {}

    /** It is there again. */
    record Restored(String show, String subject, String title) implements ClipEvent {}
}
