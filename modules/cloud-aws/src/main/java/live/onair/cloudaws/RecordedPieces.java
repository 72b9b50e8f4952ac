package live.onair.cloudaws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.TimeWindow;
import org.jspecify.annotations.Nullable;

/** Which objects of the bucket a show's recording is made of; told by the adapter that has it made. */
public interface RecordedPieces {

    /**
     * A stretch of pictures and sound in an object of its own.
     *
     * @param key of the object
     * @param init key of what has to stand before it; null for a transport stream, which needs nothing
     * @param from instant of its first picture
     * @param length how long it plays
     */
    record Piece(String key, @Nullable String init, Instant from, Duration length, long bytes) {

        /** First instant after it. */
        public Instant to() {
            return from.plus(length);
        }

        /** What it shows. */
        public TimeWindow window() {
            return new TimeWindow(from, to());
        }
    }

    /**
     * The best rendition of a recording.
     *
     * @param pieces those that are there, in order
     * @param start where it begins, whether or not that piece is still there
     * @param complete whether nothing more will come
     */
    record Reel(List<Piece> pieces, Instant start, boolean complete) {

        /** Keeps the pieces unchangeable. */
        public Reel {
            pieces = List.copyOf(pieces);
        }
    }

    /** Word of the backend. */
    String backend();

    /**
     * What has been recorded of the show; empty if nothing has.
     *
     * @param kept keys of pieces that are kept already, in order: what was recorded twice, side by side, is told as it is
     *     kept, as long as that recording keeps up with the other
     */
    Optional<Reel> reel(String show, List<String> kept);
}
