package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.cdn.CdnRows.BranchChange;
import live.onair.cdn.CdnRows.Device;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.CdnRows.PolicyVersion;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Who is served by which CDN: a tree of branches by country, network, device and the show's tier, and all that it ever was. */
@Singleton
@Transactional
@Guarded
public class Policies {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PolicyBook book;
    private final WatchBook watching;
    private final CdnBook cdns;

    @Inject
    Policies(PolicyBook book, WatchBook watching, CdnBook cdns) {
        this.book = book;
        this.watching = watching;
        this.cdns = cdns;
    }

    /** A branch as it is wanted; null is any, and no weights are none. */
    public record BranchTerms(
            @Nullable String country,
            @Nullable String isp,
            @Nullable Device device,
            @Nullable Integer tier,
            @Nullable Map<String, Integer> weights) {}

    /**
     * A whole policy as it is wanted.
     *
     * @param base number of the policy that was looked at; null not to look
     */
    public record PolicyTerms(
            @Nullable Integer base,
            @Nullable List<BranchTerms> branches,
            @Nullable String note) {}

    /**
     * What a policy does to a branch.
     *
     * @param before null where there was no such branch, or no policy
     * @param after null where there is none any more
     * @param viewers who watch now and would be served by another CDN; null where it is not known
     */
    public record BranchEffect(
            String branch,
            @Nullable Map<String, Integer> before,
            @Nullable Map<String, Integer> after,
            @Nullable Integer viewers) {}

    /**
     * What a policy would do. Moves that are under way are not counted in.
     *
     * @param branches those that differ
     * @param viewers of all branches; null where it is not known
     * @param wonPerHour what they would cost more (less, below 0); null where it or a price is not known
     * @param followSeconds after so long all players have heard of it
     */
    public record PolicyPlan(
            List<BranchEffect> branches,
            @Nullable Integer viewers,
            @Nullable Money wonPerHour,
            int followSeconds) {}

    /** The one that counts; empty before the first. */
    @AllowedTo
    public Optional<Policy> current() {
        return book.current();
    }

    /** One that counts or has counted. */
    @AllowedTo
    public Optional<Policy> find(int number) {
        return book.find(number);
    }

    /** All there were, newest first. */
    @AllowedTo
    public List<PolicyVersion> versions() {
        return book.versions();
    }

    /** What differs from one policy to another; a number that there is not stands for an empty one. */
    @AllowedTo
    public List<BranchChange> diff(int from, int to) {
        return book.diff(from, to);
    }

    /** What writing it would do, before it does it. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "policies.plan", ko = "정책 계획", en = "Plan a policy")
    public Outcome<PolicyPlan> plan(PolicyTerms terms) {
        Map<String, BigDecimal> prices = Bill.more(cdns.list(), watching.carried());
        return book.checked(terms).map(ready -> MoveWeight.ofPolicy(ready, watching.grid(null, MINUTE), prices));
    }

    /** A policy of before as it would be written again. */
    @AllowedTo
    public Optional<PolicyTerms> terms(int number) {
        return book.find(number).map(policy -> PolicyBook.terms(policy, null));
    }

    /** Writes a new policy; it counts at once, for shows on air too: each branch moves as few viewers as it can. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "policies.write", ko = "정책 적용", en = "Apply the policy", danger = Action.Danger.CAREFUL)
    public Outcome<Policy> write(PolicyTerms terms) {
        return book.write(terms);
    }

    /** Brings an earlier policy back, as a new one. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "policies.restore", ko = "이 정책으로 되돌리기", en = "Bring this policy back", danger = Action.Danger.CAREFUL)
    public Outcome<Policy> restore(int number, @Nullable String note) {
        return book.restore(number, note);
    }
}
