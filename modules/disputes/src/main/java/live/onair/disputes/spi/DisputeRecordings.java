package live.onair.disputes.spi;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * Recordings as far as a dispute needs them: a stretch as a file, and that the whole is kept. Nothing here waits for a cut;
 * it is asked again. Trouble that may pass is a {@link live.onair.kernel.CloudException}; a stretch that cannot be had is
 * {@link State#FAILED}.
 */
public interface DisputeRecordings {

    /** How far a file is. */
    enum State {
        /** What it shows is not recorded yet. */
        WAITING,
        /** It is being cut, or will be. */
        CUTTING,
        /** There is a file. */
        READY,
        /** There is none and will be none. */
        FAILED
    }

    /** A stretch that is wanted, with what was sent between pictures. */
    record Wish(UUID id, String show, Instant from, Instant to) {}

    /**
     * A file.
     *
     * @param from instant of its first picture; whole pieces of the recording, so a little before what was wished
     * @param to instant of its end
     * @param format how its name ends: {@code mp4}, or {@code ts} for an MPEG transport stream
     * @param covered the stretches that it really shows, in order; between them nothing is recorded any more
     */
    record Made(Instant from, Instant to, long bytes, String sha256, String format, List<TimeWindow> covered) {

        /** Keeps the stretches unchangeable. */
        public Made {
            covered = List.copyOf(covered);
        }

        /** An MP4 without a gap. */
        public static Made film(TimeWindow covered, long bytes, String sha256) {
            return new Made(covered.start(), covered.end(), bytes, sha256, "mp4", List.of(covered));
        }
    }

    /**
     * What there is.
     *
     * @param made null unless it is ready
     * @param problem a word for why it failed: gone, outside, full, archived, slow, broken
     */
    record Seen(State state, @Nullable Made made, @Nullable String problem) {}

    /**
     * A recording.
     *
     * @param complete whether nothing more will come
     * @param held whether all that there is of it is kept, whatever becomes of the rest
     * @param cutShort whether its beginning is not there any more
     * @param bytes of what can be cut; 0 if nothing was left of it when it was let go
     */
    record Kept(boolean complete, boolean held, boolean cutShort, long bytes) {}

    /** Begins to cut it unless that is done or under way. The same wish twice makes one file. */
    Seen cut(Wish wish);

    /**
     * The file, byte for byte; the caller closes it.
     *
     * @throws live.onair.kernel.CloudException {@code NOT_FOUND} while there is none
     */
    InputStream read(UUID id);

    /** Takes the file away; none is fine. */
    void remove(UUID id);

    /** What there is of a show's recording; empty when nothing of it is there any more, or yet. */
    Optional<Kept> recording(String show);

    /**
     * Keeps the recording from being purged, or no longer; the same twice is once. What is recorded after it was held is
     * kept by asking again. Letting go takes away what was kept even if not all of it was; nothing is fine.
     *
     * @throws live.onair.kernel.CloudException {@code NOT_FOUND} while there is none to be kept
     */
    Kept hold(String show, boolean on);
}
