package live.onair.clips.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cuts clips of recordings and keeps them. Called again and again until a clip is ready; nothing here waits for a cut. Trouble
 * that may pass is a {@link live.onair.kernel.CloudException}; a clip that cannot be made is {@link State#FAILED}.
 */
public interface ClipCutter {

    /** How far a clip is. */
    enum State {
        /** What it shows is not recorded yet. */
        WAITING,
        /** It is being cut, or will be. */
        CUTTING,
        /** There is a file. */
        READY,
        /** There is none and will be none, unless it is tried again. */
        FAILED
    }

    /**
     * A clip that is wanted.
     *
     * @param attempt one that failed is tried again with a higher number
     */
    record Wish(UUID id, String show, Instant from, Instant to, int attempt) {}

    /**
     * A file.
     *
     * @param length as it plays; whole pieces of the recording, so it is a little longer than what was wished
     * @param key with it staff play what viewers may not
     */
    record Made(Duration length, long bytes, String sha256, String key) {}

    /**
     * What there is.
     *
     * @param shown whether viewers may play it
     * @param made null unless it is ready
     * @param problem a word for why it failed: gone, outside, full, slow, broken
     * @param words the same in a machine's words
     */
    record Seen(
            State state,
            boolean shown,
            @Nullable Made made,
            @Nullable String problem,
            @Nullable String words) {}

    /**
     * Begins to cut it unless that is done or under way, also when it was forgotten meanwhile. The same wish twice makes one
     * file; a file that is there stays as it is.
     */
    Seen cut(Wish wish);

    /**
     * Lets viewers play it, or no longer; the same twice is once.
     *
     * @throws live.onair.kernel.CloudException {@code NOT_FOUND} while there is no file
     */
    Seen show(UUID id, boolean on);

    /** Takes the file away; none is fine. */
    void remove(UUID id);
}
