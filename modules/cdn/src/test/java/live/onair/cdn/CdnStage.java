package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.Policy;
import live.onair.cdn.Cdns.CdnTerms;
import live.onair.cdn.Policies.BranchTerms;
import live.onair.cdn.Policies.PolicyTerms;
import live.onair.cdn.spi.FakeManifests;
import live.onair.cdn.spi.FakeProbe;
import live.onair.cdn.spi.FakeReports;
import live.onair.cdn.spi.FakeSigner;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.testkit.FakeClock;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;

/** Two CDNs, and shows that go on air. */
abstract class CdnStage {

    static final Actor OPS = person("park", Role.OPS);
    static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    static final Actor SECOND = person("lee", Role.MERCHANDISER);

    /** Of a media process that does not count starts by steps. */
    static final SortedMap<Integer, Long> NOT_BY_STEPS = Collections.emptySortedMap();

    @Inject
    Cdns cdns;

    @Inject
    Policies policies;

    @Inject
    Steering steering;

    @Inject
    CdnRounds rounds;

    @Inject
    FakeManifests store;

    @Inject
    FakeProbe probe;

    @Inject
    FakeReports reports;

    @Inject
    FakeSigner signer;

    @Inject
    Quality quality;

    @Inject
    Interruptions interruptions;

    @Inject
    FakeChannels backend;

    @Inject
    Channels channels;

    @Inject
    Shows shows;

    @Inject
    Lifecycle lifecycle;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    static <T> T ops(Supplier<Outcome<T>> deed) {
        return as(OPS, deed).orThrow();
    }

    static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return as(OPS, deed).why().stream().map(Reason::code).toList();
    }

    @BeforeEach
    void two_cdns() {
        endWhatIsOnAir();
        store.breaks(null);
        probe.isWell();
        signer.signsFor();
        store.written();
        for (String table : List.of(
                "mend",
                "lacking",
                "purge",
                "door",
                "carried",
                "carried_day",
                "watching",
                "watching_mark",
                "whereabouts",
                "look",
                "rule",
                "object",
                "standing",
                "health",
                "ladder",
                "place",
                "assignment",
                "move",
                "weight",
                "branch",
                "policy",
                "price",
                "cdn")) {
            sql.run("delete from cdn." + table);
        }
        ops(() -> cdns.add("domestic", terms("국내 CDN", Audience.DOMESTIC, "https://kr.cdn.test")));
        ops(() -> cdns.add("global", terms("글로벌 CDN", Audience.GLOBAL, "https://world.cdn.test/")));
    }

    static CdnTerms terms(String name, Audience audience, String base) {
        return new CdnTerms(
                null,
                name,
                audience,
                List.of("kr"),
                base,
                null,
                10_000,
                List.of(),
                null,
                50_000L,
                List.of(new CdnPrice(0, new BigDecimal("40.00"), "데모 단가", LocalDate.parse("2026-11-01"))));
    }

    static BranchTerms everybody(Map<String, Integer> weights) {
        return new BranchTerms(null, null, null, null, weights);
    }

    Policy policy(int domestic) {
        return ops(() -> policies.write(new PolicyTerms(
                null, List.of(everybody(Map.of("domestic", domestic, "global", 100 - domestic))), "시험")));
    }

    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.set(clock.instant().plusSeconds(time.toMinutes() > 5 ? 2 : 1));
            runner.runDue();
        }
    }

    void work() {
        pass(Duration.ofSeconds(2));
    }

    String onAir() {
        String channel = as(
                        OPS, () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 60, 60)))
                .orThrow()
                .id();
        Instant start = clock.instant().plus(Duration.ofMinutes(2));
        String id = as(
                        PLANNER,
                        () -> shows.schedule(Shows.Schedule.of(
                                "가을 니트", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.TEST)))
                .orThrow()
                .id();
        as(PLANNER, () -> lifecycle.submit(id, null, null)).orThrow();
        as(SECOND, () -> lifecycle.approve(id, null, null)).orThrow();
        pass(Duration.ofSeconds(130));
        assertThat(shows.find(id).orElseThrow().state()).isEqualTo(ShowState.ON_AIR);
        return id;
    }

    /** What the test before has left would be looked at, too. */
    private void endWhatIsOnAir() {
        as(PLANNER, () -> shows.onAir())
                .forEach(show -> as(PLANNER, () -> shows.transition(show.id(), ShowState.ENDED, "다음 시험", null, null)));
        pass(Duration.ofSeconds(6));
    }

    long served(String show, String cdn) {
        return store.of(show).entrySet().stream()
                .filter(one -> one.getKey().matches("default/\\d+\\.json"))
                .filter(one -> one.getValue().contains("\"PATHWAY-PRIORITY\":[\"" + cdn + "\""))
                .count();
    }
}
