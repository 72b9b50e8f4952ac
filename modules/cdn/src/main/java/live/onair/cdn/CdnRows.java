package live.onair.cdn;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.cdn.grid.BranchViewers;
import org.jspecify.annotations.Nullable;

/** What is read of CDNs, policies and moves. */
public final class CdnRows {

    private CdnRows() {}

    /** Whom a CDN is bought for. */
    public enum Audience {
        /** Viewers in Korea. */
        DOMESTIC,
        /** Viewers anywhere. */
        GLOBAL
    }

    /** What a CDN can do. */
    public enum Capability {
        /** Parts of segments, for low latency. */
        LL_HLS,
        /** Takes what one show has left in its caches away when asked. */
        PURGE,
        /** One cache before the origin. */
        ORIGIN_SHIELD,
        /** Refuses bots and attacks. */
        WAF
    }

    /** How it tells who may watch. */
    public enum TokenScheme {
        /** Not at all. */
        NONE,
        /** A keyed hash in the query. */
        QUERY_HMAC,
        /** Amazon CloudFront's signed addresses. */
        SIGNED_URL
    }

    /** What a viewer watches with. */
    public enum Device {
        /** A phone or a tablet. */
        MOBILE,
        /** A computer. */
        DESKTOP,
        /** A television. */
        TV
    }

    /** What the last looks at a CDN come to; nobody has looked, at first. */
    public enum CdnState {
        UNKNOWN,
        /** All is well. */
        GOOD,
        /** Some looks were not well: what was so stays so. */
        UNSURE,
        /** It answers, and too late for a player. */
        LATE,
        /** It tells what was some time ago. */
        STALE,
        /** It does not answer. */
        DEAD;

        /** Whether viewers should be served by another. */
        public boolean isBad() {
            return this == LATE || this == STALE || this == DEAD;
        }
    }

    /**
     * What was seen of a show through a CDN last.
     *
     * @param status 200 when playlist and newest segment came; else the status of what did not, 0 for no answer
     * @param ageSeconds of the newest segment; null where it is not told
     * @param rendition the variant in trouble or furthest behind: {@code 1280x720 · 5.6 Mbps}; null for an only one, and where none came
     */
    public record CdnLook(
            String cdn,
            String show,
            CdnState state,
            Instant at,
            int status,
            @Nullable Integer playlistMillis,
            @Nullable Integer segmentMillis,
            @Nullable Integer ageSeconds,
            @Nullable String rendition) {}

    /**
     * When viewers are moved without anybody's press. An alarm is raised by the same numbers, whether it moves or not.
     *
     * @param enabled whether it moves viewers
     * @param lateMillis an answer after more than that is late
     * @param staleSeconds a newest segment older than that is stale
     * @param looks so many in a row, two seconds apart, before it acts
     * @param stepPercent of a slow CDN's viewers that go at once, the next a minute later; a dead or stale one is left by all
     * @param healthyMinutes so long a CDN must have been well before its viewers come back, and a person's undoing is left alone
     */
    public record SteeringRule(
            boolean enabled,
            int lateMillis,
            int staleSeconds,
            int looks,
            int stepPercent,
            int healthyMinutes,
            int version) {}

    /** What a gigabyte (10^9 bytes) costs from a volume in a month on, who said so (contract, price list), and when it was true. */
    public record CdnPrice(long fromGb, BigDecimal wonPerGb, String source, LocalDate asOf) {}

    /**
     * A CDN.
     *
     * @param id the pathway of viewers' players
     * @param regions codes of ISO 3166-1 of the countries it serves; empty for all
     * @param baseUrl below it lie the playlists; scheme, host and path without a slash at its end
     * @param healthUrl asked to see whether it is there; null for none
     * @param capacityMbps what it may carry at most; null where nothing is agreed
     * @param commitmentGb what is paid for in a month at least; null for nothing
     * @param prices by volume
     * @param retired viewers are no longer sent to it
     */
    public record Cdn(
            String id,
            String name,
            Audience audience,
            List<String> regions,
            String baseUrl,
            @Nullable String healthUrl,
            @Nullable Integer capacityMbps,
            List<Capability> capabilities,
            TokenScheme tokens,
            @Nullable Long commitmentGb,
            List<CdnPrice> prices,
            boolean retired,
            int version,
            String by,
            Instant at) {

        /** What the next gigabyte costs when so many were carried in a month; empty where no price is known. */
        public Optional<CdnPrice> priceAt(BigDecimal gb) {
            return Bill.reached(prices, gb);
        }
    }

    /**
     * Some viewers, and by whom they are served.
     *
     * @param id part of the address of their playlists; follows from the rest
     * @param country code of ISO 3166-1; null for any
     * @param isp name of their network; null for any
     * @param device null for any
     * @param tier of the show, 1 to 3; null for any
     * @param weights percent of the viewers for each CDN, 100 in all; 0 is a hot fallback, one not named is never used
     */
    public record Branch(
            String id,
            @Nullable String country,
            @Nullable String isp,
            @Nullable Device device,
            @Nullable Integer tier,
            Map<String, Integer> weights) {}

    /**
     * A policy: what was written at once, and never changed.
     *
     * @param number 0 while there is none
     * @param branches most particular first; the last is for everybody
     * @param restored the number of the policy that this one brought back; null for none
     */
    public record Policy(
            int number,
            List<Branch> branches,
            String note,
            @Nullable Integer restored,
            String by,
            Instant at) {}

    /** A policy in a list. */
    public record PolicyVersion(
            int number, int branches, String note, @Nullable Integer restored, String by, Instant at) {}

    /** What differs between two policies in a branch: null where it is not there. */
    public record BranchChange(
            String branch,
            @Nullable Map<String, Integer> before,
            @Nullable Map<String, Integer> now) {}

    /**
     * Viewers who are moved away from a CDN.
     *
     * @param to null for the others, by their weights
     * @param show null for all
     * @param branch null for all
     * @param percent of the viewers who would be there; 100 drains it
     * @param automatic whether the rule made it, and takes it back
     * @param stagedAt since when it is this percentage
     * @param advanceSeconds after so long at a stage it goes to the next by itself; null where a person stages it
     * @param stopped why it no longer does: {@code domestic:LATE}; null while nothing is wrong
     * @param ownPercent what a person had moved before the rule took it over; null where it did not
     * @param endedAt null while it counts
     */
    public record ViewerMove(
            long number,
            String from,
            @Nullable String to,
            @Nullable String show,
            @Nullable String branch,
            int percent,
            String reason,
            boolean automatic,
            Instant stagedAt,
            @Nullable Integer advanceSeconds,
            @Nullable String stopped,
            @Nullable Integer ownPercent,
            @Nullable String stagedBy,
            int version,
            String by,
            Instant at,
            @Nullable String endedBy,
            @Nullable Instant endedAt) {}

    /**
     * How the viewers of a branch of a show are spread.
     *
     * @param weights what the policy says
     * @param shares what is published, in percent; moves counted in
     * @param order the CDNs in the order in which the first bucket's players try them
     * @param viewers where they are; null where nobody told lately, or a branch asks for more than players tell
     */
    public record BranchShares(
            String branch,
            Map<String, Integer> weights,
            Map<String, Integer> shares,
            List<String> order,
            @Nullable BranchViewers viewers) {}

    /**
     * How the viewers of a show are spread.
     *
     * @param ttlSeconds after so long players look for their order again
     */
    public record ShowShares(String show, String title, int ttlSeconds, List<BranchShares> branches) {}
}
