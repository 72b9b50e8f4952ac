package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.BranchShares;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.published.Copies;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** How viewers are spread over the CDNs now, and how they are moved while shows are on air. */
@Singleton
@Transactional
@Guarded
public class Steering {

    /** So long players keep the order they have while nobody is moved; while somebody is, it is shorter. */
    public static final int LONGEST_TTL_SECONDS = ActiveMoves.PEACE_SECONDS;

    private final MoveBook moves;
    private final MovePlanner planner;
    private final Copies copies;
    private final RuleBook rules;

    @Inject
    Steering(MoveBook moves, MovePlanner planner, Copies copies, RuleBook rules) {
        this.moves = moves;
        this.planner = planner;
        this.copies = copies;
        this.rules = rules;
    }

    /**
     * Viewers to be moved.
     *
     * @param to null for the others, by their weights
     * @param show null for all
     * @param branch null for all
     * @param percent of the viewers who would be at {@code from}: 100 drains it
     * @param advanceSeconds after so long at a stage it goes to the next of 5, 25 and 100 percent, 15 to 3,600; it stops by itself when
     *     what receives the viewers is not well. Null: a person stages it
     */
    public record MoveTerms(
            String from,
            @Nullable String to,
            @Nullable String show,
            @Nullable String branch,
            int percent,
            @Nullable Integer advanceSeconds) {

        /** Staged by a person. */
        public MoveTerms(
                String from, @Nullable String to, @Nullable String show, @Nullable String branch, int percent) {
            this(from, to, show, branch, percent, null);
        }
    }

    /** What a branch is like before a move and after it, in percent of its viewers. */
    public record BranchMove(String branch, Map<String, Integer> before, Map<String, Integer> after) {}

    /**
     * What a CDN is asked for by a move.
     *
     * @param capacityMbps null where nothing is agreed
     * @param paid whether less than the commitment will be carried in this month, so that more of it costs nothing more
     * @param price of the next gigabyte at the volume that was reached; null where none is known
     * @param load null where nobody told lately what is carried
     */
    public record CdnCost(
            String cdn,
            @Nullable Integer capacityMbps,
            @Nullable Long commitmentGb,
            boolean paid,
            @Nullable CdnPrice price,
            @Nullable CdnLoad load) {

        /** Whether it would carry more than was agreed. */
        public boolean isTooMuch() {
            return capacityMbps != null && load != null && load.mbpsAfter() > capacityMbps;
        }
    }

    /**
     * What a CDN carries, going by the last minute, all shows together.
     *
     * @param monthGb what it has carried in this month (Seoul)
     * @param gbPerHour what it will carry in an hour after the move
     */
    public record CdnLoad(int mbpsNow, int mbpsAfter, BigDecimal monthGb, BigDecimal gbPerHour) {}

    /**
     * What a move would do.
     *
     * @param shows ids of the shows on air whose viewers it moves
     * @param viewers how many of those who watch now it moves; null where nobody told lately
     * @param followSeconds after so long all players have heard of it
     * @param branches those that would change
     * @param wonPerTerabyte what the same viewers cost more (less, below 0) for each 1,000 GB they are moved by, what is paid for already
     *     left out; null where a price is not known
     * @param wonPerHour the same for the viewers who watch now, at what they were carried in the last minute
     * @param hash of what was shown: approved is only what is still the same
     */
    public record MovePlan(
            MoveTerms terms,
            List<String> shows,
            @Nullable Integer viewers,
            int followSeconds,
            List<BranchMove> branches,
            List<CdnCost> cdns,
            @Nullable BigDecimal wonPerTerabyte,
            @Nullable Money wonPerHour,
            String hash) {}

    /** How the viewers of the shows that are live are spread, a moment after it was wanted. */
    @AllowedTo
    public List<ShowShares> shows() {
        return planner.shows();
    }

    /** How each branch of the policy is spread for shows of which nothing else was said. */
    @AllowedTo
    public List<BranchShares> branches() {
        return planner.branches();
    }

    /** Moves that count and that have counted, newest first. */
    @AllowedTo
    public List<ViewerMove> moves() {
        return moves.list();
    }

    /** Whether players of the show's viewers can be steered: what they need lies there. */
    @AllowedTo
    public boolean isSteered(String show) {
        return copies.isPublished(show);
    }

    /** What a move would do, before it does it. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "steering.plan", ko = "전환 계획", en = "Plan a move")
    public Outcome<MovePlan> plan(MoveTerms terms) {
        return planner.plan(terms);
    }

    /** Moves viewers: players follow within the seconds that the plan tells. The plan is the one that was shown. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "steering.move", ko = "시청자 옮기기", en = "Move viewers", danger = Action.Danger.DANGEROUS)
    public Outcome<ViewerMove> move(MoveTerms terms, @Nullable String plan, @Nullable String reason) {
        return planner.approved(terms, plan, reason).then(words -> moves.begin(terms, words, false));
    }

    /** Moves more of them, or fewer; from then on a person stages it. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "steering.stage", ko = "단계 바꾸기", en = "Change the stage", danger = Action.Danger.CAREFUL)
    public Outcome<ViewerMove> stage(long move, int percent, @Nullable Integer version) {
        return moves.stage(move, percent, version);
    }

    /** All go back to where the policy wants them. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "steering.undo", ko = "되돌리기", en = "Undo")
    public Outcome<ViewerMove> undo(long move) {
        return moves.undo(move);
    }

    /** When viewers are moved without anybody's press. */
    @AllowedTo
    public SteeringRule rule() {
        return rules.rule();
    }

    /** Another rule, as a whole; it counts from the next look on. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(
            id = "steering.changeRule",
            ko = "자동 규칙 바꾸기",
            en = "Change the automatic rule",
            danger = Action.Danger.CAREFUL)
    public Outcome<SteeringRule> changeRule(SteeringRule rule, @Nullable Integer version) {
        return rules.change(rule, version);
    }
}
