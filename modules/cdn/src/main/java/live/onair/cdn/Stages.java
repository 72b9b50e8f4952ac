package live.onair.cdn;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.SentTo;
import live.onair.cdn.grid.Hurting;
import live.onair.scheduling.Interruptions;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/**
 * Takes a move from stage to stage, and stops it when what receives its viewers is not well: by what was seen of it, or by what its
 * viewers tell. What is stopped stays as it is: a person undoes it or stages it on.
 */
@Singleton
@Transactional
class Stages {

    static final int SHORTEST = 15;
    static final int LONGEST = 3_600;
    private static final List<Integer> PERCENT = List.of(5, 25, 100);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MoveBook moves;
    private final PolicyBook policies;
    private final LiveShows live;
    private final LookBook looks;
    private final RuleBook rules;
    private final WatchBook watching;
    private final Interruptions interruptions;
    private final Clock clock;

    @Inject
    Stages(
            MoveBook moves,
            PolicyBook policies,
            LiveShows live,
            LookBook looks,
            RuleBook rules,
            WatchBook watching,
            Interruptions interruptions,
            Clock clock) {
        this.moves = moves;
        this.policies = policies;
        this.live = live;
        this.looks = looks;
        this.rules = rules;
        this.watching = watching;
        this.interruptions = interruptions;
        this.clock = clock;
    }

    /** See to a move that goes on by itself. */
    record Stage(long move) implements Work {
        @Override
        public String key() {
            return String.valueOf(move);
        }
    }

    /** Sees to it every two seconds. */
    @Singleton
    static class Handler implements WorkHandler<Stage> {

        private final Stages stages;

        @Inject
        Handler(Stages stages) {
            this.stages = stages;
        }

        @Override
        public Class<Stage> type() {
            return Stage.class;
        }

        @Override
        public Next handle(Stage work) {
            return stages.goesOn(work.move()) ? Next.after(PAUSE) : Next.done();
        }
    }

    /** Takes it one stage on if it is time, stops it if it must not go on; false when there is no more to see to. */
    public boolean goesOn(long number) {
        ViewerMove move = moves.advancing(number).orElse(null);
        if (move == null) {
            return false;
        }
        Optional<String> wrong = wrong(move);
        if (wrong.isPresent()) {
            moves.stop(move, wrong.get());
            interruptions.open(
                    CdnAlarm.MOVE_STOPPED,
                    move.show(),
                    OptionalInt.empty(),
                    Map.of("cdn", wrong.get(), "percent", String.valueOf(move.percent())));
            return false;
        }
        Duration pause = Duration.ofSeconds(Objects.requireNonNull(move.advanceSeconds()));
        if (!clock.instant().isBefore(move.stagedAt().plus(pause))) {
            int next = PERCENT.stream()
                    .filter(percent -> percent > move.percent())
                    .findFirst()
                    .orElse(Shares.BUCKETS);
            moves.advance(move, next);
        }
        return true;
    }

    private Optional<String> wrong(ViewerMove move) {
        ActiveMoves active = moves.active();
        SteeringRule rule = rules.rule();
        Policy policy = policies.current().orElse(null);
        if (policy == null) {
            return Optional.empty();
        }
        List<String> wrong = new ArrayList<>();
        Set<String> all = new TreeSet<>();
        for (LiveShows.LiveShow show : live.all()) {
            Set<String> receiving = show.branches(policy).stream()
                    .filter(branch -> ActiveMoves.concerns(move, show.id(), branch.id()))
                    .flatMap(branch -> receiving(move, active.shares(branch, show.id())))
                    .collect(Collectors.toCollection(TreeSet::new));
            all.addAll(receiving);
            receiving.forEach(cdn -> {
                CdnState state = Verdict.of(looks.latest(show.id(), cdn), rule);
                if (state.isBad()) {
                    wrong.add(cdn + ":" + state);
                }
            });
        }
        if (wrong.isEmpty()) {
            told(move, all).ifPresent(wrong::add);
        }
        return wrong.stream().sorted().findFirst();
    }

    /** Those that serve viewers whom the move brings. */
    private static Stream<String> receiving(ViewerMove move, Shares shares) {
        return shares.percent().entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(Map.Entry::getKey)
                .filter(cdn -> move.to() == null ? !cdn.equals(move.from()) : cdn.equals(move.to()));
    }

    private Optional<String> told(ViewerMove move, Set<String> receiving) {
        List<Grid> grid = watching.grid(move.show(), MINUTE);
        Optional<String> bad = grid.stream()
                .filter(one -> receiving.contains(one.cdn()))
                .filter(one -> Hurting.isBad(one.watched(), one.viewers()))
                .map(one -> one.cdn() + ":VIEWERS")
                .findFirst();
        return bad.or(() -> left(move, receiving, grid).map(cdn -> cdn + ":LEFT"));
    }

    /** By what players ask, or by what those of our page report: each counts for itself, so nobody counts twice. */
    private Optional<String> left(ViewerMove move, Set<String> receiving, List<Grid> grid) {
        Set<String> due = new TreeSet<>(receiving);
        live.all().stream()
                .filter(show -> move.show() == null || move.show().equals(show.id()))
                .forEach(show -> due.removeAll(badLately(show.id())));
        List<SentTo> sent = watching.sent().stream()
                .filter(one -> ActiveMoves.concerns(move, one.show(), one.branch()))
                .toList();
        Optional<String> asked = due.stream().filter(cdn -> isLeft(cdn, sent)).findFirst();
        boolean told = grid.stream().anyMatch(one -> !receiving.contains(one.cdn()) && isElsewhere(one));
        return asked.isPresent() || !told ? asked : due.stream().findFirst();
    }

    /** Players may stay away from those for some minutes, and be right. */
    private Set<String> badLately(String show) {
        return CdnAlarm.bad(interruptions.of(show), clock.instant().minus(Hurting.AWAY));
    }

    private static boolean isLeft(String cdn, List<SentTo> sent) {
        List<SentTo> there = sent.stream().filter(one -> one.cdn().equals(cdn)).toList();
        return Hurting.isLeft(
                there.stream().mapToInt(SentTo::viewers).sum(),
                there.stream().mapToInt(SentTo::elsewhere).sum());
    }

    /** More than a third of the reports of its viewers, six in a minute each, are of those who should be with another. */
    private static boolean isElsewhere(Grid one) {
        return one.watched().elsewhere() > 2L * one.viewers() + 2;
    }

    /** What a person does about it ends the alarm. */
    void done(@Observes CdnEvent.OfMove event) {
        boolean seenTo = event instanceof CdnEvent.Undone
                || event instanceof CdnEvent.Staged
                || event instanceof CdnEvent.TakenOver;
        boolean none = moves.active().all().stream()
                .noneMatch(move -> move.stopped() != null && Objects.equals(move.show(), event.show()));
        if (seenTo && none) {
            interruptions.close(CdnAlarm.MOVE_STOPPED, event.show());
        }
    }
}
