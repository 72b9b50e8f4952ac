package live.onair.clips;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of clips. */
public final class ClipRows {

    private ClipRows() {}

    /** How far a clip is. */
    public enum ClipState {
        /** What it shows is not recorded yet. */
        WAITING("녹화를 기다리는 중", "Waiting for the recording"),
        /** It is being cut. */
        CUTTING("자르는 중", "Being cut"),
        /** It can be played. */
        READY("준비됨", "Ready"),
        /** It could not be made. */
        FAILED("만들지 못함", "Failed");

        private final String ko;
        private final String en;

        ClipState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /**
     * The file of a clip.
     *
     * @param length as it plays
     * @param path where staff play it, on the edge
     */
    public record ClipFile(Duration length, long bytes, String sha256, String path) {}

    /**
     * A clip.
     *
     * @param from where it begins in the recording
     * @param to where it ends
     * @param shown whether viewers are to see it beside the replay
     * @param file null unless it is ready
     * @param problem why it failed: gone, outside, full, slow, broken, refused
     * @param source the mark or the cue item it was proposed from
     */
    public record Clip(
            UUID id,
            String show,
            String title,
            Duration from,
            Duration to,
            ClipState state,
            boolean shown,
            @Nullable ClipFile file,
            @Nullable String problem,
            @Nullable UUID source,
            Instant madeAt,
            String madeBy) {}

    /** What a proposal was made from. */
    public enum Reason {
        /** Somebody marked the moment. */
        MARK("표시한 순간", "Marked moment"),
        /** An item of the cue sheet. */
        CUE("큐시트 코너", "Cue item");

        private final String ko;
        private final String en;

        Reason(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /** A clip that could be cut. */
    public record Proposal(UUID source, Reason reason, String title, Duration from, Duration to) {}

    /**
     * All that is to be said of a show's clips.
     *
     * @param length how long its recording plays; null while there is none
     */
    public record ShowClips(
            List<Clip> clips,
            List<Proposal> proposals,
            @Nullable Duration length) {
        /** Keeps the lists. */
        public ShowClips {
            clips = List.copyOf(clips);
            proposals = List.copyOf(proposals);
        }
    }
}
