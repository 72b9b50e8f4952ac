package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.LiveShows.LiveShow;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.cdn.SteeringFiles.Place;
import live.onair.cdn.Verdict.Judged;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.cdn.spi.CdnProbe.Look;
import live.onair.kernel.Actor;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;

/**
 * Judges what was seen of a show's CDNs: raises the alarm, and where the rule says so moves the show's viewers away from a bad one and,
 * long after, back. A show is judged by itself: what is wrong with it alone moves no other show's viewers. The halves of a look that lie in
 * transactions.
 */
@Singleton
@Transactional
class AutoMoves {

    /** A next step comes so long after the last. */
    private static final Duration STEP = Duration.ofMinutes(1);

    /** How often a CDN was left is counted for so long. */
    private static final Duration LATELY = Duration.ofHours(1);

    /** Looks are kept a little longer. */
    private static final int MOST_MINUTES = 55;

    private final LookBook looks;
    private final RuleBook rules;
    private final PolicyBook policies;
    private final CdnBook cdns;
    private final MoveBook moves;
    private final LiveShows live;
    private final Publication publication;
    private final Shows shows;
    private final StandingBook standing;
    private final CdnAdapters adapters;
    private final Clock clock;

    @Inject
    AutoMoves(
            LookBook looks,
            RuleBook rules,
            PolicyBook policies,
            CdnBook cdns,
            MoveBook moves,
            LiveShows live,
            Publication publication,
            Shows shows,
            StandingBook standing,
            CdnAdapters adapters,
            Clock clock) {
        this.looks = looks;
        this.rules = rules;
        this.policies = policies;
        this.cdns = cdns;
        this.moves = moves;
        this.live = live;
        this.publication = publication;
        this.shows = shows;
        this.standing = standing;
        this.adapters = adapters;
        this.clock = clock;
    }

    /** Where to look: each variant; none when nobody watches the show there any more, or it is not known what there is. */
    public List<Place> places(String show, String cdn) {
        LiveShow found = live.find(show).orElse(null);
        Cdn there = cdns.find(cdn).orElse(null);
        if (found == null
                || there == null
                || !isOnAir(show)
                || !found.cdns(policies.current().orElse(null)).contains(cdn)) {
            return List.of();
        }
        return publication
                .played(found)
                .map(played -> SteeringFiles.places(there, played, adapters.signer()))
                .orElse(List.of());
    }

    /** By which looks are judged. */
    public SteeringRule rule() {
        return rules.rule();
    }

    private boolean isOnAir(String show) {
        return shows.find(show)
                .filter(found -> found.state() == ShowState.ON_AIR)
                .isPresent();
    }

    private List<Branch> branches(String show) {
        Policy policy = policies.current().orElse(null);
        return policy == null
                ? List.of()
                : live.find(show).map(found -> found.branches(policy)).orElse(List.of());
    }

    /** Nobody watches there any more. */
    public void forget(String show, String cdn) {
        looks.forget(show, cdn);
        if (isOnAir(show)) {
            return;
        }
        standing.well(show);
        moves.active().ofShow(show).stream().filter(ViewerMove::automatic).forEach(moves::release);
    }

    /** Keeps a look, and does what follows from it. */
    public void seen(String show, String cdn, Look look) {
        looks.lock(show);
        looks.keep(show, cdn, look);
        SteeringRule rule = rules.rule();
        List<Branch> branches = branches(show);
        Map<String, List<Verdict.Seen>> latest = looks.latest(show, LiveShow.cdns(branches));
        Judged judged = Judged.of(latest, rule);
        standing.alarm(show, judged);
        Set<String> left = judged.left();
        if (rule.enabled() && mayTurn(show, judged, left)) {
            left.forEach(one -> away(show, branches, one, judged));
        }
        back(show, rule);
    }

    /**
     * Where no well one takes viewers, whom the rule had led away from the better ones go back to them first. Not what a person has staged
     * lately; and not from one that the rule has left before within a minute, since who is the least bad may change with each look. On a
     * dead one nobody waits for either.
     */
    private boolean mayTurn(String show, Judged judged, Set<String> left) {
        if (left.isEmpty()) {
            return true;
        }
        List<ViewerMove> led = moves.active().ofShow(show).stream()
                .filter(ViewerMove::automatic)
                .toList();
        boolean elsewhere = judged.states().keySet().stream()
                .anyMatch(one -> !judged.state(one).isBad()
                        && led.stream().noneMatch(move -> move.from().equals(one)));
        if (elsewhere) {
            return true;
        }
        Instant now = clock.instant();
        boolean dead = left.stream().anyMatch(one -> judged.state(one) == CdnState.DEAD);
        boolean again = left.stream().anyMatch(one -> moves.times(show, one, now.minus(LATELY)) > 0);
        List<ViewerMove> back =
                led.stream().filter(move -> !left.contains(move.from())).toList();
        boolean held = back.stream()
                .anyMatch(move -> isStaged(move, judged.rule())
                        || again && now.isBefore(move.stagedAt().plus(STEP)));
        if (held && !dead) {
            return false;
        }
        back.stream().filter(move -> !isStaged(move, judged.rule())).forEach(moves::release);
        return true;
    }

    private boolean isStaged(ViewerMove move, SteeringRule rule) {
        String by = move.stagedBy();
        return by != null
                && !by.equals(Actor.ONAIR.name())
                && clock.instant().isBefore(move.stagedAt().plus(Duration.ofMinutes(rule.healthyMinutes())));
    }

    private void away(String show, List<Branch> branches, String cdn, Judged judged) {
        ActiveMoves active = moves.active();
        ViewerMove there = active.ofShow(show, cdn).orElse(null);
        int step = judged.step(cdn);
        if (isLeftAlone(show, cdn, judged)) {
            return;
        }
        if (there == null) {
            boolean serves = branches.stream()
                    .anyMatch(branch -> active.shares(branch, show).percent().getOrDefault(cdn, 0) > 0);
            if (serves) {
                moves.begin(new MoveTerms(cdn, null, show, null, step), judged.why(cdn), true);
            }
        } else if (there.percent() < Shares.BUCKETS && isDue(there, step)) {
            int percent = Math.min(Shares.BUCKETS, there.percent() + step);
            String to = there.to();
            if (there.automatic()) {
                moves.stage(there.number(), percent, null);
            } else {
                moves.takeOver(there, to == null || judged.state(to).isBad() ? null : to, percent, judged.why(cdn));
            }
        }
    }

    private boolean isDue(ViewerMove there, int step) {
        return !there.automatic()
                || step == Shares.BUCKETS
                || !clock.instant().isBefore(there.stagedAt().plus(STEP));
    }

    /** A person has undone or staged what the rule did: that counts for a while, unless it has got worse since. */
    private boolean isLeftAlone(String show, String cdn, Judged judged) {
        ViewerMove decided = moves.decided(show, cdn).orElse(null);
        if (decided == null) {
            return false;
        }
        Instant at = Objects.requireNonNullElse(decided.endedAt(), decided.stagedAt());
        if (!clock.instant().isBefore(at.plus(Duration.ofMinutes(judged.rule().healthyMinutes())))) {
            return false;
        }
        boolean known = decided.reason().equals(judged.why(cdn));
        return known || judged.state(cdn).compareTo(looks.state(show, cdn, at)) <= 0;
    }

    private void back(String show, SteeringRule rule) {
        moves.active().ofShow(show).stream()
                .filter(ViewerMove::automatic)
                .filter(move -> isHealthyAgain(move, rule))
                .forEach(moves::release);
    }

    /** Whom the rule has left again and again it trusts later each time. */
    private boolean isHealthyAgain(ViewerMove move, SteeringRule rule) {
        int times = Math.max(
                1,
                moves.times(
                        Objects.requireNonNull(move.show()),
                        move.from(),
                        clock.instant().minus(LATELY)));
        Duration asked = Duration.ofMinutes(Math.min(MOST_MINUTES, (long) rule.healthyMinutes() * times));
        return looks.isHealthyAgain(Objects.requireNonNull(move.show()), move.from(), asked);
    }
}
