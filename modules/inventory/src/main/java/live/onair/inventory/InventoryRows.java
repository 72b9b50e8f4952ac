package live.onair.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/** What is read of the inventory: plain values, nothing that can be changed through them. */
public final class InventoryRows {

    private InventoryRows() {}

    /** When a thing costs money. How much is not known before there is a price book. */
    public enum Billing {
        /** Never by itself. */
        NEVER("비용 없음", "Free"),
        /** While it works. */
        WHILE_RUNNING("도는 동안", "While running"),
        /** As long as it is there; more while it works. */
        ALWAYS("있는 동안", "While it exists");

        private final String ko;
        private final String en;

        Billing(String ko, String en) {
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

    /** What can be done about a thing that is not as it is wanted. */
    public enum Remedy {
        /** It stops working and stays there. */
        STOP("멈춤", "Stop"),
        /** It is taken away. */
        REMOVE("제거", "Remove"),
        /** It has a name of ours and gets our tag; nothing else of it changes. */
        ADOPT("넘겨받기", "Adopt");

        private final String ko;
        private final String en;

        Remedy(String ko, String en) {
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

    /** What the account holds against what we want, the worst first. */
    public enum Verdict {
        /** It runs and no show needs it. */
        IDLE_RUNNING("놀면서 도는 중", "Running idle"),
        /** Nobody here knows it or wants it. */
        ORPHAN("주인 없음", "Orphan"),
        /** It is in another state than it should be. */
        DRIFTED("어긋남", "Drifted"),
        /** As it should be. */
        WANTED("맞음", "As wanted");

        private final String ko;
        private final String en;

        Verdict(String ko, String en) {
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

    /** Why a verdict is what it is. */
    public enum Cause {
        /** Its show is on air, rehearses or stands by. */
        SHOW_RUNS("이 채널에서 방송이 진행 중입니다.", "A show runs on its channel."),
        /** Its channel is in use and rests. */
        CHANNEL_RESTS("쓰는 채널의 것이고 쉬고 있습니다.", "It belongs to a channel in use, and rests."),
        /** It is a monitor of ours. */
        MONITOR("기여·감시 모니터의 것입니다.", "It belongs to a monitor."),
        /** Its show runs, has just ended or starts soon. */
        SHOW_WATCHED("진행 중이거나 곧 시작할 방송을 지킵니다.", "It watches a show that runs, has just ended or starts soon."),
        /** Nobody has taken it away after its show. */
        SHOW_OVER("끝났거나 이 콘솔이 모르는 방송의 경보입니다.", "Its show is over, or this console does not know it."),
        /** Channels in use share it. */
        SHARED("쓰는 채널들이 함께 씁니다.", "Channels in use share it."),
        /** It runs without a reason. */
        NO_SHOW("방송·리허설·대기 없이 돌고 있습니다.", "It runs without a show on air, in rehearsal or standing by."),
        /** It should run and does not. */
        NOT_RUNNING("방송이 진행 중인데 돌고 있지 않습니다.", "Its show runs, and it does not."),
        /** It has lost its tag. */
        UNTAGGED("우리 이름인데 설치 꼬리표가 없습니다.", "It has a name of ours and not our tag."),
        /** Its channel was archived. */
        CHANNEL_ARCHIVED("보관한 채널의 것입니다.", "Its channel is archived."),
        /** No such channel here. */
        CHANNEL_UNKNOWN("이 콘솔이 모르는 채널의 것입니다.", "It belongs to a channel that this console does not know."),
        /** No channel is left that could use it. */
        NOBODY_USES("함께 쓸 채널이 남아 있지 않습니다.", "No channel is left that could share it.");

        private final String ko;
        private final String en;

        Cause(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean sentence. */
        public String ko() {
            return ko;
        }

        /** The English sentence. */
        public String en() {
            return en;
        }
    }

    /**
     * The account as it was last looked at.
     *
     * @param enabled whether this installation uses the cloud at all
     * @param account its number, null unless it was told at the last look
     * @param fault why it is not connected, null if it is or is not used
     * @param words the same in the cloud's words
     * @param lookedAt when it was last asked, null if it never was
     * @param countedAt when everything in it was last read, null if it never was
     * @param archive what becomes of recordings
     */
    public record AccountState(
            boolean enabled,
            @Nullable String account,
            @Nullable String region,
            @Nullable String env,
            boolean readOnly,
            @Nullable CloudFault fault,
            @Nullable String words,
            @Nullable Instant lookedAt,
            @Nullable Instant countedAt,
            Archive archive) {

        /** Whether the cloud told us at the last look who we are. */
        public boolean connected() {
            return account != null;
        }

        /** The same, with what is set now. */
        AccountState with(boolean onlyReading) {
            return new AccountState(
                    enabled, account, region, env, onlyReading, fault, words, lookedAt, countedAt, archive);
        }
    }

    /**
     * A thing in the account.
     *
     * @param id short and stable, made from the ARN
     * @param deed what can be done about it, null for nothing
     * @param seenAt when it was last there
     * @param removal the last clearing away of it, null if there was none
     */
    public record Holding(
            String id,
            String arn,
            String service,
            String kind,
            String name,
            String state,
            boolean running,
            Billing billing,
            @Nullable String channel,
            Map<String, String> tags,
            Verdict verdict,
            Cause cause,
            @Nullable Remedy deed,
            Instant seenAt,
            @Nullable Removal removal) {}

    /**
     * A page of things.
     *
     * @param next cursor of the next page, null on the last one
     */
    public record Holdings(List<Holding> items, @Nullable String next) {}

    /**
     * What clearing something away would do; counts until {@code expiresAt}.
     *
     * @param hash what has to be told again to have it done
     * @param calls exactly those that would be sent, in order
     * @param shows ids of shows on its channel that are touched
     * @param seenAt when the state was seen from which it was made
     */
    public record Planned(
            String resource,
            String name,
            Remedy deed,
            String hash,
            List<Plan.Call> calls,
            List<String> permissions,
            List<String> shows,
            Instant seenAt,
            Instant expiresAt) {}
}
