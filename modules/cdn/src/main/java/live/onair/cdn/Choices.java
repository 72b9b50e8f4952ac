package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.Grid;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Which CDN would serve whom best, and why: what the next gigabyte costs, and what watching is like. Nothing is moved by it. */
@Singleton
@Transactional
@Guarded
public class Choices {

    private static final Duration HOUR = Duration.ofHours(1);

    private final PolicyBook policies;
    private final CdnBook cdns;
    private final LookBook looks;
    private final WatchBook watching;

    @Inject
    Choices(PolicyBook policies, CdnBook cdns, LookBook looks, WatchBook watching) {
        this.policies = policies;
        this.cdns = cdns;
        this.looks = looks;
        this.watching = watching;
    }

    /**
     * What is left of a CDN's commitment.
     *
     * @param leftGb of this month's, not carried yet; null where nothing was committed
     * @param percent of what the branch's viewers will fetch until the month is over, how much would otherwise be paid for in vain; null
     *     where nobody knows yet what the month will be
     */
    public record Paid(
            @Nullable BigDecimal leftGb, @Nullable Integer percent) {}

    /**
     * One that could serve the branch.
     *
     * @param weight what the policy gives it, in percent
     * @param wonPerGb what the branch's next gigabytes cost more, one with the other; null where no price is known
     * @param paid what the commitment does about it
     * @param stalledPercent in the last hour; null where nobody told, and the same for the start: it then counts as the worst of the
     *     others, so that it is no advantage
     * @param score in won for a gigabyte, the less the better: the price, 200 for each percent of stalling, 20 for each second until the
     *     first picture, 10,000 where it is bad now; null where no price is known
     */
    public record Candidate(
            String cdn,
            int weight,
            @Nullable BigDecimal wonPerGb,
            Paid paid,
            @Nullable Double stalledPercent,
            @Nullable Integer startMillis,
            CdnState state,
            @Nullable BigDecimal score) {}

    /** Those of a branch, best first. */
    public record BranchChoice(String branch, List<Candidate> candidates) {}

    /** What a CDN carried on a day, and what it would have carried. */
    public record ReplayedCdn(String cdn, BigDecimal gb, BigDecimal gbThen) {}

    /**
     * A day by other weights.
     *
     * @param won what was carried cost, by the price of each CDN's next gigabyte, commitments not counted; null where one is not known
     * @param wonThen what it would have cost
     * @param stalledPercent of the time in which a picture should have moved it stood still; null where nobody watched
     * @param stalledPercentThen the same; null where one of the CDNs served nobody that day
     */
    public record Replayed(
            @Nullable BigDecimal won,
            @Nullable BigDecimal wonThen,
            @Nullable Double stalledPercent,
            @Nullable Double stalledPercentThen,
            List<ReplayedCdn> cdns) {}

    /**
     * What yesterday or today would have been like if all viewers had been spread by these weights.
     *
     * @param daysAgo 0 for today, 1 for yesterday (Seoul)
     * @param weights whole percent by CDN, 100 in all
     */
    @AllowedTo
    public Outcome<Replayed> replay(int daysAgo, Map<String, Integer> weights) {
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != Shares.BUCKETS || weights.values().stream().anyMatch(percent -> percent < 0)) {
            return Outcome.refused(CdnRefusal.SUM.with("branch", BranchText.DEFAULT, "sum", String.valueOf(sum)));
        }
        if (daysAgo < 0 || daysAgo > 1) {
            return Outcome.refused(CdnRefusal.RANGE.with("field", "daysAgo", "min", "0", "max", "1"));
        }
        Map<String, BigDecimal> prices = new HashMap<>();
        Map<String, Carried> carried =
                watching.carried().stream().collect(Collectors.toMap(Carried::cdn, Function.identity()));
        cdns.list().forEach(cdn -> {
            Carried month = carried.get(cdn.id());
            BigDecimal price = Ranking.next(cdn.prices(), month == null ? BigDecimal.ZERO : month.gb());
            if (price != null) {
                prices.put(cdn.id(), price);
            }
        });
        return Outcome.done(Replaying.of(watching.day(watching.today().minusDays(daysAgo)), weights, prices));
    }

    /** Each branch of the policy. */
    @AllowedTo
    public List<BranchChoice> list() {
        Policy policy = policies.current().orElse(null);
        if (policy == null) {
            return List.of();
        }
        Map<String, Carried> carried =
                watching.carried().stream().collect(Collectors.toMap(Carried::cdn, Function.identity()));
        Map<String, List<Grid>> grid = watching.grid(null, HOUR).stream().collect(Collectors.groupingBy(Grid::cdn));
        Map<String, CdnState> states = looks.health().stream()
                .collect(Collectors.toMap(
                        CdnLook::cdn, CdnLook::state, BinaryOperator.maxBy(Comparator.naturalOrder())));
        List<Ranking.Known> known = cdns.list().stream()
                .flatMap(cdn -> Stream.ofNullable(carried.get(cdn.id()))
                        .map(month -> new Ranking.Known(
                                cdn,
                                month,
                                states.getOrDefault(cdn.id(), CdnState.UNKNOWN),
                                grid.getOrDefault(cdn.id(), List.of()))))
                .toList();
        return policy.branches().stream()
                .map(branch -> Ranking.of(branch, known))
                .toList();
    }
}
