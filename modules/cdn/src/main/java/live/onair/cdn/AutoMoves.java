package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.LiveShows.LiveShow;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.cdn.spi.AddressSigner;
import live.onair.cdn.spi.CdnAdapters;
import live.onair.cdn.spi.CdnProbe.Look;
import live.onair.scheduling.Interruptions;
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

    private final LookBook looks;
    private final RuleBook rules;
    private final PolicyBook policies;
    private final CdnBook cdns;
    private final MoveBook moves;
    private final LiveShows live;
    private final WatchBook watching;
    private final Publication publication;
    private final Shows shows;
    private final Interruptions interruptions;
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
            WatchBook watching,
            Publication publication,
            Shows shows,
            Interruptions interruptions,
            CdnAdapters adapters,
            Clock clock) {
        this.looks = looks;
        this.rules = rules;
        this.policies = policies;
        this.cdns = cdns;
        this.moves = moves;
        this.live = live;
        this.watching = watching;
        this.publication = publication;
        this.shows = shows;
        this.interruptions = interruptions;
        this.adapters = adapters;
        this.clock = clock;
    }

    /** Where to look: the playlist of each variant; none when nobody watches the show there any more, or it is not known what there is. */
    public List<String> playlists(String show, String cdn) {
        LiveShow found = live.find(show).orElse(null);
        Cdn there = cdns.find(cdn).orElse(null);
        if (found == null
                || there == null
                || !isOnAir(show)
                || !found.cdns(policies.current().orElse(null)).contains(cdn)) {
            return List.of();
        }
        AddressSigner signer = adapters.signer();
        if (!found.hasLadder()) {
            return List.of(SteeringFiles.live(there, found, signer));
        }
        String playlist = SteeringFiles.live(there, found);
        return publication.ladder(show).stream()
                .flatMap(ladder -> ladder.variants().stream())
                .map(variant -> signer.signed(cdn, show, variant.at(playlist)))
                .toList();
    }

    /** The same without a token, where it is time to see whether that is refused. */
    public Optional<String> unsigned(String show, String cdn) {
        return cdns.isDoorDue(cdn)
                ? live.find(show).flatMap(found -> cdns.find(cdn).map(there -> SteeringFiles.live(there, found)))
                : Optional.empty();
    }

    /** What it answered to that. */
    public void door(String cdn, Look look) {
        cdns.keepDoor(cdn, look.status());
        List<String> open = cdns.doors().stream()
                .filter(door -> Integer.valueOf(200).equals(door.bareStatus()))
                .map(Cdns.Door::cdn)
                .toList();
        if (open.isEmpty()) {
            interruptions.close(CdnAlarm.CDN_OPEN, null);
        } else {
            interruptions.open(CdnAlarm.CDN_OPEN, null, OptionalInt.empty(), Map.of("cdn", String.join(", ", open)));
        }
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
        interruptions.close(CdnAlarm.CDN_BAD, show);
        interruptions.close(CdnAlarm.ALL_CDNS_BAD, show);
        moves.active().ofShow(show).stream().filter(ViewerMove::automatic).forEach(move -> moves.undo(move.number()));
    }

    /** Keeps a look, and does what follows from it. */
    public void seen(String show, String cdn, Look look) {
        looks.lock(show);
        looks.keep(show, cdn, look);
        SteeringRule rule = rules.rule();
        List<Branch> branches = branches(show);
        Map<String, CdnState> states = new TreeMap<>();
        LiveShow.cdns(branches).forEach(one -> states.put(one, Verdict.of(looks.latest(show, one), rule)));
        Set<String> bad = states.entrySet().stream()
                .filter(one -> one.getValue().isBad())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        alarm(show, states, bad);
        if (rule.enabled() && bad.size() < states.size()) {
            bad.forEach(one -> away(show, branches, one, "auto:" + states.get(one), rule));
        }
        back(show, rule);
    }

    private void alarm(String show, Map<String, CdnState> states, Set<String> bad) {
        boolean all = !bad.isEmpty() && bad.size() == states.size();
        CdnAlarm now = all ? CdnAlarm.ALL_CDNS_BAD : CdnAlarm.CDN_BAD;
        CdnAlarm other = all ? CdnAlarm.CDN_BAD : CdnAlarm.ALL_CDNS_BAD;
        interruptions.close(other, show);
        if (bad.isEmpty()) {
            interruptions.close(now, show);
        } else {
            Map<String, String> facts = new TreeMap<>();
            bad.forEach(cdn -> facts.put(cdn, String.valueOf(states.get(cdn))));
            interruptions.open(now, show, hurt(show, bad), facts);
        }
    }

    /** Who is served by one of them now; empty where no player told lately. */
    private OptionalInt hurt(String show, Set<String> bad) {
        Map<String, Integer> viewers = watching.viewers().get(show);
        return viewers == null
                ? OptionalInt.empty()
                : OptionalInt.of(bad.stream()
                        .mapToInt(cdn -> viewers.getOrDefault(cdn, 0))
                        .sum());
    }

    private void away(String show, List<Branch> branches, String cdn, String why, SteeringRule rule) {
        ActiveMoves active = moves.active();
        ViewerMove there = active.ofShow(show, cdn).orElse(null);
        boolean serves = branches.stream()
                .anyMatch(branch -> active.shares(branch, show).percent().getOrDefault(cdn, 0) > 0);
        if (there == null && serves) {
            moves.begin(new MoveTerms(cdn, null, show, null, rule.stepPercent()), why, true);
        } else if (there != null && there.automatic() && there.percent() < Shares.BUCKETS) {
            Instant due = there.stagedAt().plus(STEP);
            if (!clock.instant().isBefore(due)) {
                moves.stage(there.number(), Math.min(Shares.BUCKETS, there.percent() + rule.stepPercent()), null);
            }
        }
    }

    private void back(String show, SteeringRule rule) {
        moves.active().ofShow(show).stream()
                .filter(ViewerMove::automatic)
                .filter(move -> Verdict.isHealthyAgain(looks.all(show, move.from()), rule, clock.instant()))
                .forEach(move -> moves.undo(move.number()));
    }
}
