package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.BranchShares;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Steering.BranchMove;
import live.onair.cdn.Steering.CdnCost;
import live.onair.cdn.Steering.CdnLoad;
import live.onair.cdn.Steering.MovePlan;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.cdn.grid.BranchViewers;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** What a move would do, and what is so now. Works inside the caller's transaction. */
@Singleton
class MovePlanner {

    /** A show of which nothing else was said. */
    private static final String ANY = "";

    private static final int LONGEST_REASON = 200;
    /** A segment, and a second to read it. */
    static final int LAST_SEGMENT = 3;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CdnBook cdns;
    private final PolicyBook policies;
    private final MoveBook moves;
    private final LiveShows live;
    private final WatchBook watching;

    @Inject
    MovePlanner(CdnBook cdns, PolicyBook policies, MoveBook moves, LiveShows live, WatchBook watching) {
        this.cdns = cdns;
        this.policies = policies;
        this.moves = moves;
        this.live = live;
        this.watching = watching;
    }

    List<ShowShares> shows() {
        Policy policy = policies.current().orElse(null);
        if (policy == null) {
            return List.of();
        }
        ActiveMoves active = moves.active();
        Set<String> troubled = moves.troubled();
        return live.all().stream()
                .map(show -> new ShowShares(
                        show.id(),
                        show.title(),
                        active.ttlSeconds(show.id(), BranchText.DEFAULT, troubled),
                        branches(show, policy, active)))
                .toList();
    }

    private List<BranchShares> branches(LiveShows.LiveShow show, Policy policy, ActiveMoves active) {
        List<Branch> branches = show.branches(policy);
        Map<String, Map<String, Integer>> told = MoveWeight.viewers(watching.grid(show.id(), MINUTE), branches);
        return branches.stream()
                .map(branch -> {
                    Shares shares = active.shares(branch, show.id());
                    Map<String, Integer> viewers = told.getOrDefault(branch.id(), Map.of());
                    return spread(
                            branch, shares, viewers.isEmpty() ? null : BranchViewers.of(viewers, shares.percent()));
                })
                .toList();
    }

    List<BranchShares> branches() {
        ActiveMoves active = moves.active();
        return policies.current().stream()
                .flatMap(policy -> policy.branches().stream())
                .map(branch -> spread(branch, active.shares(branch, ANY), null))
                .toList();
    }

    private static BranchShares spread(Branch branch, Shares shares, @Nullable BranchViewers viewers) {
        String first =
                shares.buckets(Shares.of(branch.weights()).buckets(List.of())).get(0);
        return new BranchShares(branch.id(), branch.weights(), shares.percent(), shares.order(first), viewers);
    }

    Outcome<MovePlan> plan(MoveTerms terms) {
        List<Reason> wrong = new ArrayList<>();
        Cdn from = known(terms.from(), "from", wrong);
        Cdn to = terms.to() == null ? null : known(terms.to(), "to", wrong);
        if (from != null && to != null && from.id().equals(to.id())) {
            wrong.add(CdnRefusal.SAME.with("field", "to"));
        }
        where(terms, wrong);
        if (terms.percent() < 1 || terms.percent() > Shares.BUCKETS) {
            wrong.add(CdnRefusal.RANGE.with("field", "percent", "min", "1", "max", "100"));
        }
        Integer pause = terms.advanceSeconds();
        if (pause != null && (pause < Stages.SHORTEST || pause > Stages.LONGEST)) {
            wrong.add(CdnRefusal.RANGE.with(
                    "field",
                    "advanceSeconds",
                    "min",
                    String.valueOf(Stages.SHORTEST),
                    "max",
                    String.valueOf(Stages.LONGEST)));
        }
        if (wrong.isEmpty() && moves.active().all().stream().anyMatch(move -> sameViewers(move, terms))) {
            wrong.add(CdnRefusal.UNDER_WAY.with("from", terms.from()));
        }
        return wrong.isEmpty() ? planned(terms, Objects.requireNonNull(from)) : Outcome.refused(wrong);
    }

    private @Nullable Cdn known(String id, String field, List<Reason> wrong) {
        Cdn cdn = cdns.find(id).orElse(null);
        if (cdn == null) {
            wrong.add(CdnRefusal.NO_CDN.with("cdn", id, "field", field));
        } else if (cdn.retired()) {
            wrong.add(CdnRefusal.RETIRED.with("cdn", id, "field", field));
        }
        return cdn;
    }

    private void where(MoveTerms terms, List<Reason> wrong) {
        String show = terms.show();
        if (show != null && !live.isKnown(show)) {
            wrong.add(CdnRefusal.NO_SHOW.with("show", show, "field", "show"));
        }
        String branch = terms.branch();
        boolean known = policies.current().stream()
                .flatMap(policy -> policy.branches().stream())
                .anyMatch(one -> one.id().equals(branch));
        if (branch != null && !known) {
            wrong.add(CdnRefusal.NO_BRANCH.with("branch", branch, "field", "branch"));
        }
    }

    private static boolean sameViewers(ViewerMove move, MoveTerms terms) {
        return move.from().equals(terms.from())
                && Objects.equals(move.show(), terms.show())
                && Objects.equals(move.branch(), terms.branch());
    }

    private Outcome<MovePlan> planned(MoveTerms terms, Cdn from) {
        List<BranchMove> changes = new ArrayList<>();
        ActiveMoves active = moves.active();
        String show = terms.show() == null ? ANY : terms.show();
        boolean there = false;
        for (Branch branch : policies.current().map(Policy::branches).orElse(List.of())) {
            if (terms.branch() == null || terms.branch().equals(branch.id())) {
                Shares before = active.shares(branch, show);
                there |= before.percent().getOrDefault(from.id(), 0) > 0;
                Shares after = before.moved(terms.from(), terms.to(), terms.percent());
                if (!after.percent().equals(before.percent())) {
                    changes.add(new BranchMove(branch.id(), before.percent(), after.percent()));
                }
            }
        }
        if (changes.isEmpty()) {
            CdnRefusal why = there ? CdnRefusal.NOWHERE : CdnRefusal.NOBODY;
            return Outcome.refused(why.with("from", from.id()));
        }
        return Outcome.done(told(terms, changes));
    }

    private MovePlan told(MoveTerms terms, List<BranchMove> changes) {
        List<String> shows = live.all().stream()
                .map(LiveShows.LiveShow::id)
                .filter(id -> terms.show() == null || terms.show().equals(id))
                .toList();
        MoveWeight weight = MoveWeight.of(
                watching.grid(terms.show(), MINUTE),
                terms,
                changes,
                policies.current().map(Policy::branches).orElse(List.of()));
        List<Carried> month = watching.carried();
        Map<String, CdnLoad> loads = weight.loads(watching.grid(null, MINUTE), month, terms, changes);
        BigDecimal dearer = MoveWeight.wonPerTerabyte(terms.from(), changes, Bill.more(cdns.list(), month));
        return new MovePlan(
                terms,
                shows,
                weight.viewers(),
                ActiveMoves.PEACE_SECONDS + LAST_SEGMENT,
                changes,
                costs(changes, month, loads),
                dearer,
                weight.wonPerHour(dearer),
                Ids.digest(terms + "\n" + changes + "\n" + shows));
    }

    private List<CdnCost> costs(List<BranchMove> changes, List<Carried> month, Map<String, CdnLoad> loads) {
        Map<String, CdnPrice> prices = Bill.reached(cdns.list(), month);
        return cdns.list().stream()
                .filter(cdn -> changes.stream().anyMatch(one -> one.after().containsKey(cdn.id())))
                .map(cdn -> new CdnCost(
                        cdn.id(),
                        cdn.capacityMbps(),
                        cdn.commitmentGb(),
                        month.stream().anyMatch(one -> one.cdn().equals(cdn.id()) && Bill.isPaidFor(one)),
                        prices.get(cdn.id()),
                        loads.get(cdn.id())))
                .toList();
    }

    /** The reason in words, if the plan that was shown is still the plan. */
    Outcome<String> approved(MoveTerms terms, @Nullable String plan, @Nullable String reason) {
        return plan(terms).then(now -> {
            List<Reason> wrong = new ArrayList<>();
            if (!now.hash().equals(plan)) {
                wrong.add(CdnRefusal.PLAN_OTHER.with());
            }
            String words = reason == null ? "" : reason.strip();
            if (words.isEmpty()
                    || words.length() > LONGEST_REASON
                    || words.chars().anyMatch(Character::isISOControl)) {
                wrong.add(CdnRefusal.REASON.with("field", "reason"));
            }
            return wrong.isEmpty() ? Outcome.done(words) : Outcome.refused(wrong);
        });
    }
}
