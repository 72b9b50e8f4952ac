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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            List<Interruptions.Row> open = interruptions.open();
            List<LiveShow> shows = live.all();
            Set<String> ids = shows.stream().map(LiveShow::id).collect(Collectors.toSet());
            open.stream()
                    .filter(row -> row.kind().equals(CdnAlarm.CDN_VIEWERS.name()) && !ids.contains(row.show()))
                    .forEach(row -> interruptions.close(CdnAlarm.CDN_VIEWERS, row.show()));
            shows.forEach(show -> judge(
                    show,
                    open.stream().filter(row -> show.id().equals(row.show())).toList()));
        }

        private void judge(LiveShow show, List<Interruptions.Row> open) {
            Instant now = clock.instant();
            List<Interruptions.Row> all = interruptions.of(show.id());
            Set<String> known = CdnAlarm.bad(all, now.minus(PlaceBook.MINUTE_AGO));
            Set<String> lately = CdnAlarm.bad(all, now.minus(Hurting.AWAY));
            Set<String> branches = policies.current().map(show::branches).orElse(List.of()).stream()
                    .map(Branch::id)
                    .collect(Collectors.toSet());
            Predicate<Hurt> counts = one -> one.what() == Hurting.What.LEFT
                    ? !lately.contains(one.cdn()) && branches.contains(one.branch())
                    : !known.contains(one.cdn());
            List<Hurt> hurt = hurt(show.id(), 0, counts);
            boolean rings = open.stream().anyMatch(row -> row.kind().equals(CdnAlarm.CDN_VIEWERS.name()));
            if (!hurt.isEmpty()) {
                OptionalInt viewers = OptionalInt.of(Hurting.viewers(hurt));
                interruptions.open(CdnAlarm.CDN_VIEWERS, show.id(), viewers, facts(show, hurt));
            } else if (rings
                    && IntStream.range(1, LOOKED_BACK)
                            .allMatch(halves -> hurt(show.id(), halves, counts).isEmpty())) {
                interruptions.close(CdnAlarm.CDN_VIEWERS, show.id());
            }
        }

        private List<Hurt> hurt(String show, int halvesAgo, Predicate<Hurt> counts) {
            return places.hurt(show, PlaceBook.MINUTE_AGO.plus(HALF.multipliedBy(halvesAgo))).stream()
                    .filter(counts)
                    .toList();
        }

        /** The one with the most viewers; how many others there are. */
        private Map<String, String> facts(LiveShow show, List<Hurt> hurt) {
            Hurt worst = hurt.get(0);
            Optional<Branch> branch = branch(show, worst);
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
        private Optional<Branch> branch(LiveShow show, Hurt worst) {
            List<Branch> branches = policies.current().map(show::branches).orElse(List.of());
            return branches.stream()
                    .filter(one -> worst.branch().isEmpty()
                            ? one.device() == null && BranchText.holds(one, worst.country(), worst.isp())
                            : one.id().equals(worst.branch()))
                    .findFirst();
        }
    }
}
