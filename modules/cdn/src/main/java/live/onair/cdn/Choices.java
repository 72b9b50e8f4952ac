package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
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
     * One that could serve the branch.
     *
     * @param weight what the policy gives it, in percent
     * @param wonPerGb what the next gigabyte costs; null where no price is known
     * @param paidFor whether the commitment will not be used up, so that it costs nothing more
     * @param stalledPercent in the last hour; null where nobody told, and the same for the start
     * @param score in won for a gigabyte, the less the better: the price, 200 for each percent of stalling, 20 for each second until the
     *     first picture, 10,000 where it is bad now; null where no price is known
     */
    public record Candidate(
            String cdn,
            int weight,
            @Nullable BigDecimal wonPerGb,
            boolean paidFor,
            @Nullable Double stalledPercent,
            @Nullable Integer startMillis,
            CdnState state,
            @Nullable BigDecimal score) {}

    /** Those of a branch, best first. */
    public record BranchChoice(String branch, List<Candidate> candidates) {}

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
