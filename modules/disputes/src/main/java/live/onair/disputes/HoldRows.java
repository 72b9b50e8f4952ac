package live.onair.disputes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of shows that are held, and of their recordings. */
public final class HoldRows {

    private HoldRows() {}

    /** What was seen of a recording last. */
    public enum TapeState {
        /** Nobody has looked yet. */
        UNKNOWN("확인하는 중", "Being looked at"),
        /** There, and purged when room is needed or a rule says so. */
        THERE("있음 (보존하지 않음, 지워질 수 있음)", "There, not kept; may be purged"),
        /** There, and kept. */
        HELD("있음 (지우지 않음)", "There and kept"),
        /** Not there. */
        GONE("없음", "Not there"),
        /** In a cloud that lets nobody here touch it. */
        ELSEWHERE("AWS 버킷에 있음 (Onair에 권한 없음)", "In a bucket of AWS that Onair may not touch");

        private final String ko;
        private final String en;

        TapeState(String ko, String en) {
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

    /**
     * A recording as it was seen last.
     *
     * @param cutShort whether its beginning was dropped for room
     * @param seenAt null while nobody has looked
     */
    public record Tape(
            TapeState state,
            boolean cutShort,
            long bytes,
            @Nullable Instant seenAt) {}

    /** Why and by whom a hold was ended. */
    public record Release(Instant at, String by, String because) {}

    /**
     * A show that is held because of an order.
     *
     * @param release null while it is held
     * @param tape of the show, as it was seen last
     */
    public record DisputeHold(
            String id,
            String show,
            String order,
            String reason,
            Instant heldAt,
            String heldBy,
            @Nullable Release release,
            Tape tape) {}

    /** Some holds, newest first; {@code next} reads on after them and is null at the end. */
    public record HoldPage(
            List<DisputeHold> items, @Nullable String next) {}

    /**
     * What ending a hold does.
     *
     * @param others orders because of which the show stays held
     * @param hash to be given with the press
     */
    public record ReleasePlan(DisputeHold hold, List<String> others, String hash) {
        /** Whether the recording may be purged afterwards. */
        public boolean isLast() {
            return others.isEmpty();
        }
    }
}
