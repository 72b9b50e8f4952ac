package live.onair.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of the account's quotas against the calendar: plain values. */
public final class QuotaRows {

    private QuotaRows() {}

    /** What of ours takes of a quota. */
    public enum Demand {
        /** Each channel in use, whether it runs or not. */
        CHANNELS("쓰는 채널마다", "Each channel in use"),
        /** Each show while its channel runs. */
        SHOWS("동시에 도는 방송마다", "Each show while it runs"),
        /** All channels together share it. */
        INSTALLATION("설치 전체에 하나", "One for the whole installation"),
        /** Each viewer; the calendar does not say how many come. */
        VIEWERS("보는 사람마다", "Each viewer");

        private final String ko;
        private final String en;

        Demand(String ko, String en) {
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

    /** How much is left of a quota at the peak, the worst first. */
    public enum Headroom {
        /** More is planned than there may be. */
        OVER("한도 초과", "Over the limit"),
        /** Four fifths are taken, or more. */
        TIGHT("빠듯함", "Tight"),
        /** The cloud does not tell the limit. */
        UNKNOWN("알 수 없음", "Unknown"),
        /** Enough. */
        FREE("여유 있음", "Enough");

        private final String ko;
        private final String en;

        Headroom(String ko, String en) {
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
     * The most there is of something.
     *
     * @param at since when; null if it is so as long as the channels are in use
     */
    public record Peak(long count, @Nullable Instant at) {}

    /**
     * A quota of the account.
     *
     * @param word stable, {@code ivs.stream}
     * @param code by which the cloud knows it, null if it names none
     * @param limit how much there may be, null if the cloud does not tell it
     * @param own whether the limit is this account's own, not the cloud's usual one
     * @param used how much there was in the whole account when it was last counted
     * @param others how much of that is not of our channels in use
     * @param peak the most that the calendar asks for together with the others; null where it says nothing
     * @param tight the peaks of the days on which four fifths are taken or more, by day
     */
    public record Quota(
            String word,
            String backend,
            Demand demand,
            @Nullable String code,
            @Nullable Long limit,
            boolean own,
            long used,
            long others,
            @Nullable Peak peak,
            List<Peak> tight,
            Headroom headroom) {

        /** What counts against the limit: the peak, or what is there already if that is more. */
        public long most() {
            return peak == null ? used : Math.max(used, peak.count());
        }
    }

    /**
     * The quotas, the tightest first.
     *
     * @param readAt when they were last read, null if they never were: then there are none
     * @param words why the last reading failed, in the cloud's words; null if it did not
     * @param until up to when the calendar was looked at
     */
    public record Quotas(
            List<Quota> items,
            @Nullable Instant readAt,
            @Nullable String words,
            Instant until) {}
}
