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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.LiveShows.LiveShow;
import live.onair.cdn.PullWatchingHandler.PullWatching;
import live.onair.cdn.grid.Hurting;
import live.onair.cdn.grid.Hurting.Hurt;
import live.onair.cdn.grid.PlaceBook;
import live.onair.cdn.spi.WatchingReports;
import live.onair.scheduling.Interruptions;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;

/** Reads what players told while shows are live, and for a while after; tells where viewers are hurt. */
@Singleton
class PullWatchingHandler implements WorkHandler<PullWatching> {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WatchingReports reports;
    private final WatchBook book;
    private final Alarm alarm;

    @Inject
    PullWatchingHandler(WatchingReports reports, WatchBook book, Alarm alarm) {
        this.reports = reports;
        this.book = book;
        this.alarm = alarm;
    }

    /** Read on. */
    record PullWatching() implements Work {
        @Override
        public String key() {
            return "all";
        }
    }

    @Override
    public Class<PullWatching> type() {
        return PullWatching.class;
    }

    @Override
    public Next handle(PullWatching work) {
        if (!reports.isHere()) {
            return Next.done();
        }
        if (!book.isAnybodyLive()) {
            alarm.judge();
            return Next.done();
        }
        WatchingReports.Page page = reports.since(book.next());
        book.keep(page);
        alarm.judge();
        return Next.after(PAUSE);
    }

    /**
     * Says where viewers are hurt by one CDN alone, going by the last minute, until that has been well for some minutes or the show ends.
     * A CDN of which looks have said already that it is bad is not told of twice; that it is left is no news for some minutes after that,
     * and of a branch that the policy has no more nobody can be moved.
     */
    @Singleton
    @Transactional
    static class Alarm {

        /** Minutes that overlap by a half, so that what was wrong between two of them is in one: three minutes in all. */
        private static final int LOOKED_BACK = 6;

        private static final Duration HALF = Duration.ofSeconds(30);

        private final PlaceBook places;
        private final PolicyBook policies;
        private final LiveShows live;
        private final Interruptions interruptions;
        private final Clock clock;

        @Inject
        Alarm(PlaceBook places, PolicyBook policies, LiveShows live, Interruptions interruptions, Clock clock) {
            this.places = places;
            this.policies = policies;
            this.live = live;
            this.interruptions = interruptions;
            this.clock = clock;
        }

        /** Of every show. */
        public void judge() {
            Set<String> ringing = interruptions.open().stream()
                    .filter(row -> row.kind().equals(CdnAlarm.CDN_VIEWERS.name()))
                    .flatMap(row -> Stream.ofNullable(row.show()))
                    .collect(Collectors.toCollection(TreeSet::new));
            List<LiveShow> shows = live.all();
            shows.forEach(show -> judge(show, ringing.remove(show.id())));
            ringing.forEach(over -> interruptions.close(CdnAlarm.CDN_VIEWERS, over));
        }

        private void judge(LiveShow show, boolean rings) {
            List<Branch> branches = policies.current().map(show::branches).orElse(List.of());
            Predicate<Hurt> counts = counts(interruptions.of(show.id()), branches);
            List<Hurt> hurt = hurt(show.id(), 0, counts);
            if (!hurt.isEmpty()) {
                OptionalInt viewers = OptionalInt.of(Hurting.viewers(hurt));
                interruptions.open(CdnAlarm.CDN_VIEWERS, show.id(), viewers, facts(branches, hurt));
            } else if (rings
                    && IntStream.range(1, LOOKED_BACK)
                            .allMatch(halves -> hurt(show.id(), halves, counts).isEmpty())) {
                interruptions.close(CdnAlarm.CDN_VIEWERS, show.id());
            }
        }

        private Predicate<Hurt> counts(List<Interruptions.Row> alarms, List<Branch> branches) {
            Instant now = clock.instant();
            Set<String> known = CdnAlarm.bad(alarms, now.minus(PlaceBook.MINUTE_AGO));
            Set<String> lately = CdnAlarm.bad(alarms, now.minus(Hurting.AWAY));
            return one -> one.what() == Hurting.What.LEFT
                    ? !lately.contains(one.cdn())
                            && branches.stream().anyMatch(branch -> branch.id().equals(one.branch()))
                    : !known.contains(one.cdn());
        }

        private List<Hurt> hurt(String show, int halvesAgo, Predicate<Hurt> counts) {
            return places.hurt(show, PlaceBook.MINUTE_AGO.plus(HALF.multipliedBy(halvesAgo))).stream()
                    .filter(counts)
                    .toList();
        }

        /** The one with the most viewers; how many others there are. */
        private static Map<String, String> facts(List<Branch> branches, List<Hurt> hurt) {
            Hurt worst = hurt.get(0);
            Optional<Branch> branch = branch(branches, worst);
            Map<String, String> facts = new TreeMap<>();
            facts.put("cdn", worst.cdn());
            facts.put("what", worst.what().name());
            facts.put("atLeast", String.valueOf(worst.atLeast()));
            facts.put("country", worst.country());
            facts.put("isp", worst.isp());
            branch.ifPresent(one -> {
                facts.put("branch", one.id());
                if (!worst.branch().isEmpty()) {
                    facts.put("country", one.country() == null ? "" : one.country());
                    facts.put("isp", one.isp() == null ? "" : one.isp());
                }
            });
            facts.put("others", String.valueOf(hurt.size() - 1));
            return facts;
        }

        /** The branch by which they would be moved: their own, or the narrowest that holds all of their country and network. */
        private static Optional<Branch> branch(List<Branch> branches, Hurt worst) {
            return branches.stream()
                    .filter(one -> worst.branch().isEmpty()
                            ? one.device() == null && BranchText.holds(one, worst.country(), worst.isp())
                            : one.id().equals(worst.branch()))
                    .findFirst();
        }
    }
}
