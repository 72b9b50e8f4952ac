package live.onair.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.Cdns;
import live.onair.cdn.Cdns.CdnTerms;
import live.onair.dns.DnsRows.ChangeState;
import live.onair.dns.DnsRows.ChangeTrouble;
import live.onair.dns.DnsRows.DnsChange;
import live.onair.dns.DnsRows.DnsName;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.dns.Records.DnsPlan;
import live.onair.dns.Records.DnsRoute;
import live.onair.dns.Records.DnsWish;
import live.onair.dns.spi.DnsResolver.Answers;
import live.onair.dns.spi.DnsZone.Change;
import live.onair.dns.spi.FakeResolver;
import live.onair.dns.spi.FakeZone;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.scheduling.spi.Backend;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records are planned, written, verified and taken back, and what is somebody else's is left alone. */
@RoomTest
class RecordsTest {

    private static final Actor OPS = new Actor("park", "park", Set.of(Role.OPS), Actor.Source.UI);
    private static final Actor PLANNER = new Actor("seo", "seo", Set.of(Role.MERCHANDISER), Actor.Source.UI);
    private static final String NAME = "live.onair.test";

    @Inject
    Records records;

    @Inject
    DnsRounds rounds;

    @Inject
    Cdns cdns;

    @Inject
    @Backend("local")
    FakeZone zone;

    @Inject
    @Backend("far")
    FarZone far;

    @Inject
    FakeResolver resolver;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private static <T> T ops(Supplier<Outcome<T>> deed) {
        return Acting.call(OPS, deed::get).orThrow();
    }

    private static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return Acting.call(
                OPS, () -> deed.get().why().stream().map(Reason::code).toList());
    }

    @BeforeEach
    void two_cdns_and_a_name() {
        sql.run("update dns.change set state = 'DONE', ended_at = now() where ended_at is null");
        for (String table : List.of("dns.change_record", "dns.change", "dns.watched", "cdn.price", "cdn.cdn")) {
            sql.run("delete from " + table);
        }
        zone.isEmpty();
        far.here = false;
        resolver.answers(null);
        for (String id : List.of("domestic", "global")) {
            ops(() -> cdns.add(
                    id,
                    new CdnTerms(
                            null,
                            id,
                            Audience.GLOBAL,
                            List.of(),
                            "https://" + id + ".cdn.test",
                            null,
                            null,
                            List.of(),
                            null,
                            null,
                            List.of())));
        }
        ops(() -> records.watch("Live.Onair.Test."));
        pass(Duration.ofSeconds(2));
    }

    private void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.set(clock.instant().plusSeconds(1));
            runner.runDue();
        }
    }

    private static DnsRoute part(String cdn, int percent) {
        return new DnsRoute(cdn, percent, null, null, null);
    }

    private static DnsWish wish(int domestic) {
        return new DnsWish(NAME, 60, List.of(part("domestic", domestic), part("global", 100 - domestic)));
    }

    private DnsChange begin(DnsWish wish) {
        DnsPlan plan = ops(() -> records.plan(wish));
        return ops(() -> records.apply(wish, plan.hash(), "국내 CDN이 느림"));
    }

    private DnsChange made(int domestic) {
        DnsChange begun = begin(wish(domestic));
        pass(Duration.ofSeconds(5));
        return change(begun.number());
    }

    private DnsChange change(long number) {
        return records.changes().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private DnsName name() {
        return Acting.call(OPS, () -> records.names()).get(0);
    }

    private static DnsRecord weighted(String cdn, int weight) {
        return new DnsRecord(NAME, RecordType.CNAME, 60, cdn, weight, null, cdn + ".cdn.test", null);
    }

    @Test
    void a_plan_shows_record_by_record_what_would_be_written_and_writes_nothing() {
        made(70);
        DnsPlan plan =
                ops(() -> records.plan(new DnsWish(NAME, 30, List.of(part("domestic", 0), part("global", 100)))));
        assertThat(plan.zone()).isEqualTo("fake (onair.test)");
        assertThat(plan.keepSeconds()).isEqualTo(60);
        assertThat(plan.records()).hasSize(2).allSatisfy(step -> {
            assertThat(step.before()).isNotNull();
            assertThat(step.after()).isNotNull();
        });
        assertThat(plan.records().get(0).before()).isEqualTo(weighted("domestic", 70));
        assertThat(zone.sent()).hasSize(1);
        assertThat(refused(() -> records.plan(wish(70)))).containsExactly("AS_IT_IS");
    }

    @Test
    void a_change_is_written_verified_and_taken_back_to_what_stood_before() {
        DnsChange first = made(70);
        assertThat(first.state()).isEqualTo(ChangeState.DONE);
        assertThat(first.keepSeconds()).isNull();
        assertThat(first.answers()).containsExactly("domestic.cdn.test ×42", "global.cdn.test ×18");
        assertThat(first.answerTtlSeconds()).isEqualTo(60);
        assertThat(name().records()).containsExactly(weighted("domestic", 70), weighted("global", 30));
        DnsChange drained = made(0);
        assertThat(drained.before()).isEqualTo(first.after());
        assertThat(drained.answers()).containsExactly("global.cdn.test ×60");
        assertThat(refused(() -> records.revert(first.number(), "다시"))).containsExactly("LATER");
        DnsChange back = ops(() -> records.revert(drained.number(), "다시 빨라짐"));
        assertThat(back.reverts()).isEqualTo(drained.number());
        pass(Duration.ofSeconds(5));
        assertThat(change(back.number()).state()).isEqualTo(ChangeState.DONE);
        assertThat(zone.standing(NAME)).containsExactly(weighted("domestic", 70), weighted("global", 30));
        assertThat(refused(() -> records.revert(drained.number(), "또"))).containsExactly("AS_IT_IS");
        ops(() -> records.revert(first.number(), "처음으로"));
        pass(Duration.ofSeconds(5));
        assertThat(zone.standing(NAME)).isEmpty();
        assertThat(records.changes())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(ChangeState.DONE));
    }

    @Test
    void only_the_plan_that_was_shown_is_applied_and_one_at_a_time() {
        DnsPlan plan = ops(() -> records.plan(wish(70)));
        assertThat(refused(() -> records.apply(wish(60), plan.hash(), "느림"))).containsExactly("PLAN_OTHER");
        assertThat(refused(() -> records.apply(wish(70), null, " "))).containsExactly("PLAN_OTHER", "REASON");
        ops(() -> records.apply(wish(70), plan.hash(), "느림"));
        assertThat(refused(() -> records.apply(wish(70), plan.hash(), "느림"))).containsExactly("UNDER_WAY");
        assertThat(refused(() -> records.forget(NAME))).containsExactly("UNDER_WAY");
        pass(Duration.ofSeconds(5));
        assertThat(zone.sent()).hasSize(1);
    }

    @Test
    void a_plan_is_stale_once_another_look_has_seen_another_zone() {
        DnsPlan plan = ops(() -> records.plan(wish(70)));
        zone.somebodyElse(List.of(new Change(true, weighted("global", 100))));
        pass(Duration.ofSeconds(32));
        assertThat(refused(() -> records.apply(wish(70), plan.hash(), "느림"))).containsExactly("PLAN_OTHER");
        assertThat(name().records()).containsExactly(weighted("global", 100));
    }

    @Test
    void a_zone_that_somebody_else_has_changed_since_the_look_is_left_alone() {
        DnsPlan plan = ops(() -> records.plan(wish(70)));
        zone.somebodyElse(List.of(new Change(true, weighted("global", 100))));
        DnsChange begun = ops(() -> records.apply(wish(70), plan.hash(), "느림"));
        pass(Duration.ofSeconds(5));
        DnsChange failed = change(begun.number());
        assertThat(failed.state()).isEqualTo(ChangeState.FAILED);
        assertThat(failed.trouble()).isEqualTo(ChangeTrouble.ZONE_CHANGED);
        assertThat(failed.detail()).contains("global.cdn.test");
        assertThat(zone.sent()).isEmpty();
        assertThat(name().records()).containsExactly(weighted("global", 100));
        assertThat(refused(() -> records.revert(failed.number(), "다시"))).containsExactly("ZONE_OTHER");
    }

    @Test
    void a_lost_answer_is_read_back_and_nothing_is_sent_twice() {
        zone.losesAnAnswer(CloudFault.UNKNOWN_OUTCOME);
        assertThat(made(70).state()).isEqualTo(ChangeState.DONE);
        assertThat(zone.sent()).hasSize(1);
    }

    @Test
    void what_the_zone_does_not_take_fails_at_once_and_what_it_cannot_do_now_after_minutes() {
        DnsPlan plan = ops(() -> records.plan(wish(70)));
        zone.breaks(CloudFault.DENIED);
        DnsChange denied = ops(() -> records.apply(wish(70), plan.hash(), "느림"));
        pass(Duration.ofSeconds(3));
        assertThat(change(denied.number()).trouble()).isEqualTo(ChangeTrouble.NOT_TAKEN);
        assertThat(change(denied.number()).detail()).contains("DENIED").contains("told to");
        assertThat(refused(() -> records.plan(wish(70)))).containsExactly("UNREADABLE");
        zone.breaks(null);
        pass(Duration.ofSeconds(32));
        DnsPlan again = ops(() -> records.plan(wish(70)));
        zone.breaks(CloudFault.UNAVAILABLE);
        DnsChange late = ops(() -> records.apply(wish(70), again.hash(), "느림"));
        pass(Duration.ofSeconds(30));
        assertThat(change(late.number()).state()).isEqualTo(ChangeState.PLANNED);
        pass(Duration.ofMinutes(5));
        assertThat(change(late.number()).trouble()).isEqualTo(ChangeTrouble.OUT_OF_REACH);
        assertThat(zone.sent()).isEmpty();
    }

    @Test
    void it_is_verified_until_the_servers_answer_so_or_the_time_is_over() {
        zone.lags(3);
        resolver.answers(new Answers(Map.of("old.cdn.test", 60), 300, 0));
        DnsChange begun = begin(wish(70));
        pass(Duration.ofSeconds(12));
        DnsChange waiting = change(begun.number());
        assertThat(waiting.state()).isEqualTo(ChangeState.VERIFYING);
        assertThat(waiting.answers()).containsExactly("old.cdn.test ×60");
        resolver.answers(null);
        pass(Duration.ofSeconds(3));
        assertThat(change(begun.number()).state()).isEqualTo(ChangeState.DONE);
        resolver.answers(new Answers(Map.of("domestic.cdn.test", 60), 300, 0));
        DnsChange never = begin(wish(0));
        pass(Duration.ofMinutes(4));
        DnsChange failed = change(never.number());
        assertThat(failed.trouble()).isEqualTo(ChangeTrouble.OTHER_ANSWERS);
        resolver.answers(null);
        ops(() -> records.revert(never.number(), "그대로 둔다"));
        pass(Duration.ofSeconds(5));
        assertThat(zone.standing(NAME)).containsExactly(weighted("domestic", 70), weighted("global", 30));
    }

    @Test
    void countries_lead_to_cdns_with_health_checks_and_targets_of_their_own() {
        DnsWish wish = new DnsWish(
                NAME,
                60,
                List.of(
                        new DnsRoute("domestic", null, "kr", "d1.provider.test", "h-1"),
                        new DnsRoute("global", null, "*", null, null)));
        begin(wish);
        pass(Duration.ofSeconds(5));
        assertThat(zone.standing(NAME))
                .containsExactly(
                        new DnsRecord(NAME, RecordType.CNAME, 60, "KR", null, "KR", "d1.provider.test", "h-1"),
                        new DnsRecord(NAME, RecordType.CNAME, 60, "default", null, "*", "global.cdn.test", null));
    }

    @Test
    void nonsense_is_refused_with_each_reason() {
        assertThat(refused(() -> records.watch("not a name"))).containsExactly("NAME");
        assertThat(refused(() -> records.plan(new DnsWish("other.onair.test", 60, List.of(part("domestic", 100))))))
                .containsExactly("NO_NAME");
        assertThat(refused(() -> records.plan(new DnsWish(NAME, 5, List.of())))).containsExactly("TTL", "NO_ROUTE");
        assertThat(refused(() -> records.plan(
                        new DnsWish(NAME, 60, List.of(part("domestic", 60), part("global", 30), part("none", 5))))))
                .containsExactly("SUM", "NO_CDN");
        assertThat(refused(() -> records.plan(new DnsWish(NAME, 60, List.of(part("domestic", 101))))))
                .containsExactly("WEIGHT");
        assertThat(refused(() ->
                        records.plan(new DnsWish(NAME, 60, List.of(part("domestic", 50), part("domestic", 50))))))
                .containsExactly("TWIN");
        assertThat(refused(() -> records.plan(new DnsWish(
                        NAME,
                        60,
                        List.of(
                                new DnsRoute("domestic", 100, null, NAME, "no health!"),
                                new DnsRoute("global", 0, null, "not a host", null))))))
                .containsExactly("HEALTH", "LOOP", "TARGET");
        assertThat(refused(() -> records.plan(new DnsWish(
                        NAME, 60, List.of(new DnsRoute("domestic", 100, null, "192.0.2.1", null), part("global", 0))))))
                .containsExactly("TYPES");
        assertThat(refused(() -> records.plan(new DnsWish(
                        NAME, 60, List.of(new DnsRoute("domestic", null, "kr", null, null), part("global", 100))))))
                .contains("MIXED");
        assertThat(refused(() ->
                        records.plan(new DnsWish(NAME, 60, List.of(new DnsRoute("domestic", null, "zz", null, null))))))
                .containsExactly("COUNTRY", "NO_DEFAULT");
        ops(() -> cdns.retire("global"));
        assertThat(refused(() -> records.plan(wish(70)))).containsExactly("RETIRED");
        assertThat(refused(() -> records.revert(1L << 40, "다시"))).containsExactly("NO_CHANGE");
        assertThatThrownBy(() -> Acting.call(PLANNER, () -> records.plan(wish(70))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void what_lies_outside_of_the_zone_is_watched_with_its_trouble_and_not_planned() {
        ops(() -> records.watch("live.example.org"));
        pass(Duration.ofSeconds(2));
        assertThat(refused(() -> records.plan(new DnsWish("live.example.org", 60, List.of(part("domestic", 100))))))
                .containsExactly("UNREADABLE");
        ops(() -> records.forget("live.example.org"));
        assertThat(refused(() -> records.forget("live.example.org"))).containsExactly("NO_NAME");
        assertThat(Acting.call(OPS, () -> records.names())).hasSize(1);
    }

    @Test
    void another_zone_goes_before_the_local_one_where_it_is_here() {
        made(70);
        far.here = true;
        pass(Duration.ofSeconds(32));
        assertThat(name().zone()).isEqualTo("far");
        assertThat(name().records()).isEmpty();
        far.here = false;
        pass(Duration.ofSeconds(32));
        assertThat(name().zone()).isEqualTo("fake (onair.test)");
        assertThat(name().records()).hasSize(2);
    }

    @Test
    void a_start_goes_on_with_what_was_under_way() {
        DnsChange begun = begin(wish(70));
        sql.run("delete from work.scheduled_tasks");
        Acting.call(OPS, () -> {
            rounds.begin();
            return true;
        });
        pass(Duration.ofSeconds(5));
        assertThat(change(begun.number()).state()).isEqualTo(ChangeState.DONE);
    }
}
