package live.onair.monitors;

import java.time.Instant;
import java.util.List;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/** What is read of monitors: plain values, nothing that can be changed through them. */
public final class MonitorRows {

    private MonitorRows() {}

    /** What a monitor does, as it was last seen. */
    public enum MonitorState {
        /** Its backend has not answered yet. */
        UNSEEN("아직 확인 못 함", "Not seen yet"),
        /** It is being made. */
        MAKING("만드는 중", "Being made"),
        /** It takes pictures and plays them. */
        READY("준비됨", "Ready"),
        /** It is being changed. */
        CHANGING("바꾸는 중", "Being changed"),
        /** It keeps its pictures for another time than is wanted: somebody else has changed it. */
        DRIFTED("어긋남", "Drifted"),
        /** It was approved and not made: what was approved was no longer what would be called, or nobody answered in time. */
        NOT_MADE("만들지 않음", "Not made"),
        /** It was there and is gone: somebody else has removed it. */
        MISSING("사라짐", "Missing"),
        /** It is being taken away. */
        LEAVING("없애는 중", "Being removed"),
        /** Its backend does not answer, or refuses. */
        FAULT("연결 안 됨", "Not connected");

        private final String ko;
        private final String en;

        MonitorState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean words. */
        public String ko() {
            return ko;
        }

        /** The English words. */
        public String en() {
            return en;
        }
    }

    /** What may be done to a monitor by a plan. */
    public enum MonitorDeed {
        /** It is made. */
        MAKE,
        /** It keeps its pictures for another time. */
        RETAIN,
        /** It goes, with all that it keeps. */
        REMOVE
    }

    /** A channel by its id and name. */
    public record BesideChannel(String id, String name) {}

    /**
     * What was last seen of it.
     *
     * @param hours how long its pictures are kept; null if it was not there
     * @param place the backend's own name of it; null if it was not there
     * @param at when the backend last answered; null if it never did
     * @param fault word of {@link live.onair.kernel.CloudFault}, why it does not answer now; null if it does
     * @param words the same in the backend's words
     */
    public record MonitorLook(
            @Nullable Integer hours,
            @Nullable String place,
            @Nullable Instant since,
            @Nullable Instant at,
            @Nullable String fault,
            @Nullable String words) {}

    /**
     * What somebody has approved and what became of it.
     *
     * @param pending whether it is still to begin
     * @param words why it was not done, null if it was or may still be
     */
    public record MonitorOrder(
            MonitorDeed deed,
            @Nullable Integer hours,
            String by,
            Instant at,
            boolean pending,
            @Nullable String words) {}

    /**
     * A monitor.
     *
     * @param channel the channel it stands beside, null for a source of its own
     * @param hours how long its pictures are to be kept
     * @param order what was approved last, null if nothing was
     */
    public record MonitorRow(
            String id,
            String name,
            @Nullable BesideChannel channel,
            String backend,
            int hours,
            MonitorState state,
            MonitorLook look,
            @Nullable MonitorOrder order,
            Instant createdAt,
            String createdBy) {}

    /**
     * What a press would do; counts until {@code expiresAt}.
     *
     * @param hash what has to be told again to have it done
     * @param calls exactly those that would be sent, in order
     * @param seenAt when the state was seen from which it was made, null if it never was
     */
    public record Planned(
            String monitor,
            String name,
            MonitorDeed deed,
            @Nullable Integer hours,
            String hash,
            List<Plan.Call> calls,
            List<String> permissions,
            @Nullable Instant seenAt,
            Instant expiresAt) {}

    /**
     * A question for a session.
     *
     * @param ticket opens the answer; it is kept nowhere and lasts as long as the session
     */
    public record Asked(String monitor, String order, String ticket) {}

    /** How far a question for a session is. */
    public enum Progress {
        /** The backend is being asked. */
        WAITING,
        /** The session can be taken. */
        READY,
        /** It has been taken. */
        TAKEN,
        /** The backend refused. */
        FAILED
    }

    /**
     * How far a question is, and what the backend said if it failed.
     *
     * @param fault {@code NOT_FOUND} when nothing is being sent
     * @param until when the session ends, null while there is none
     */
    public record Answer(
            String order,
            Progress progress,
            @Nullable String fault,
            @Nullable String words,
            @Nullable Instant until) {}

    /** A session for one viewer: the address of an HLS playlist, a secret, and when it ends. Shown this once. */
    public record Session(String monitor, String url, Instant until) {}
}
