package live.onair.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.inventory.QuotaRows.Demand;
import live.onair.inventory.QuotaRows.Headroom;
import live.onair.inventory.QuotaRows.Peak;
import live.onair.inventory.spi.Quota;
import live.onair.inventory.spi.Quota.Limit;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Role;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Encoders;
import live.onair.scheduling.Encoders.ChannelPress;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S20: the account's quotas are counted with the rest, kept with their age, and held against the calendar. */
@RoomTest
class QuotasTest {

    private static final Actor OPS = person("park", Role.OPS);
    private static final Actor PLANNER = person("kim", Role.MERCHANDISER);

    @Inject
    Inventory inventory;

    @Inject
    Stocktaking stocktaking;

    @Inject
    FakeAccount account;

    @Inject
    Channels channels;

    @Inject
    Encoders encoders;

    @Inject
    Shows shows;

    @Inject
    Gate gate;

    @Inject
    Lifecycle lifecycle;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    private static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    @BeforeEach
    void afresh() {
        account.clear();
        sql.run("delete from inventory.quota");
        sql.run("delete from inventory.account");
        account.quotas.add(streams(5L, 0));
    }

    private static Quota streams(Long limit, long used, String... holders) {
        return new Quota(
                "ivs.stream", "ivs", Demand.SHOWS, 1, new Limit("L-FD1EB8A7", limit, true), used, List.of(holders));
    }

    private void look() {
        stocktaking.begin();
        runner.runDue();
    }

    private String channel(String backend) {
        return as(OPS, () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), backend, null, 60, 30)))
                .orThrow()
                .id();
    }

    private String show(String channel, Instant start) {
        return as(
                        PLANNER,
                        () -> shows.schedule(Shows.Schedule.of(
                                "가을 니트", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.INPUT)))
                .orThrow()
                .id();
    }

    private QuotaRows.Quota only() {
        List<QuotaRows.Quota> all = as(PLANNER, inventory::quotas).items();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void before_they_were_read_there_are_none() {
        QuotaRows.Quotas none = as(PLANNER, inventory::quotas);
        assertThat(none.items()).isEmpty();
        assertThat(none.readAt()).isNull();
        assertThat(none.words()).isNull();
    }

    @Test
    void shows_planned_at_once_are_held_against_the_limit_with_warm_up_and_grace() {
        Instant start = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i < 6; i++) {
            show(channel("ivs"), start);
        }
        show(channel("ivs"), start.plus(Duration.ofHours(2)));
        show(channel("local"), start);
        look();
        QuotaRows.Quota row = only();
        assertThat(row.headroom()).isEqualTo(Headroom.OVER);
        assertThat(row.limit()).isEqualTo(5);
        assertThat(row.peak()).isEqualTo(new Peak(6, start.minusSeconds(60)));
        assertThat(row.tight()).extracting(Peak::count).containsExactly(6L);
    }

    @Test
    void a_show_that_is_cancelled_takes_nothing_any_more() {
        Instant start = clock.instant().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.HOURS);
        sql.run("update scheduling.show set state = 'CANCELLED' where state = 'DRAFT'");
        String kept = show(channel("ivs"), start);
        String gone = show(channel("ivs"), start);
        look();
        assertThat(only().peak()).isEqualTo(new Peak(2, start.minusSeconds(60)));
        as(PLANNER, () -> lifecycle.cancel(gone, null, "시험")).orThrow();
        assertThat(only().peak()).isEqualTo(new Peak(1, start.minusSeconds(60)));
        as(PLANNER, () -> lifecycle.cancel(kept, null, "시험")).orThrow();
    }

    @Test
    void what_cannot_be_read_any_more_stays_with_its_age_and_the_reason() {
        look();
        Instant read = inventory.quotas().readAt();
        assertThat(read).isNotNull();
        account.atCounting = CloudFault.DENIED;
        clock.set(clock.instant().plusSeconds(61));
        runner.runDue();
        QuotaRows.Quotas after = inventory.quotas();
        assertThat(after.readAt()).isEqualTo(read);
        assertThat(after.words()).contains("servicequotas ListServiceQuotas");
        assertThat(after.items()).hasSize(1);
        assertThat(inventory.account().countedAt()).isAfter(read);
        account.atCounting = null;
        clock.set(clock.instant().plusSeconds(61));
        runner.runDue();
        assertThat(inventory.quotas().words()).isNull();
        assertThat(inventory.quotas().readAt()).isAfter(read);
    }

    @Test
    void an_account_that_does_not_answer_is_not_counted() {
        account.fault = CloudFault.UNAVAILABLE;
        look();
        assertThat(inventory.quotas().items()).isEmpty();
        assertThat(inventory.quotas().readAt()).isNull();
    }

    @Test
    void a_limit_that_is_not_told_is_unknown() {
        account.quotas.clear();
        account.quotas.add(new Quota("ivs.stream", "ivs", Demand.SHOWS, 1, Limit.UNTOLD, 2, List.of()));
        look();
        assertThat(only().headroom()).isEqualTo(Headroom.UNKNOWN);
        assertThat(only().limit()).isNull();
        assertThat(only().used()).isEqualTo(2);
    }

    @Test
    void a_second_input_takes_a_push_input_more_from_when_it_is_wanted() {
        account.quotas.set(
                0,
                new Quota(
                        "medialive.push-input",
                        "medialive",
                        Demand.CHANNELS,
                        1,
                        new Limit("L-9E233AF7", 100L, true),
                        0,
                        List.of()));
        String channel = channel("medialive");
        look();
        long before = only().most();
        Channels.InputRules two = new Channels.InputRules(true, false, null);
        String plan = as(OPS, () -> encoders.plan(channel, new Encoders.Pressing(ChannelPress.INPUT_RULES, null, two)))
                .orThrow()
                .hash();
        as(OPS, () -> channels.inputRules(channel, two, plan)).orThrow();
        assertThat(only().most()).isEqualTo(before + 1);
    }

    private Gate.@Nullable Verdict verdict(String show) {
        return as(PLANNER, () -> gate.of(show)).stream()
                .filter(check -> check.code().equals(QuotaGate.CODE))
                .map(Gate.Row::verdict)
                .findFirst()
                .orElse(null);
    }

    @Test
    void a_show_for_which_there_is_no_room_is_warned_of_and_not_held_back() {
        sql.run("update scheduling.show set state = 'CANCELLED' where state = 'DRAFT'");
        Instant start = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
        account.quotas.set(0, streams(1L, 0));
        String first = show(channel("ivs"), start);
        String alone = show(channel("ivs"), start.plus(Duration.ofHours(3)));
        String local = show(channel("local"), start);
        look();
        assertThat(verdict(first)).isEqualTo(Gate.Verdict.GREEN);
        String second = show(channel("ivs"), start.plus(Duration.ofMinutes(30)));
        clock.set(clock.instant().plusSeconds(61));
        runner.runDue();
        assertThat(verdict(first)).isEqualTo(Gate.Verdict.WARN);
        assertThat(verdict(second)).isEqualTo(Gate.Verdict.WARN);
        assertThat(verdict(alone)).isEqualTo(Gate.Verdict.GREEN);
        assertThat(verdict(local)).isEqualTo(Gate.Verdict.NOT_APPLICABLE);
        assertThat(gate.of(second)).noneMatch(check -> check.code().equals(QuotaGate.CODE) && check.holdsBack());
        as(PLANNER, () -> lifecycle.cancel(second, null, "시험")).orThrow();
        clock.set(clock.instant().plusSeconds(61));
        runner.runDue();
        assertThat(verdict(first)).isEqualTo(Gate.Verdict.GREEN);
    }

    @Test
    void who_uses_no_cloud_has_no_such_check_and_who_stops_using_it_is_warned_of_nothing() {
        sql.run("update scheduling.show set state = 'CANCELLED' where state = 'DRAFT'");
        sql.run("delete from scheduling.gate_check where code = 'quota'");
        sql.run("delete from scheduling.gate_kind where code = 'quota'");
        Instant start = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
        String show = show(channel("ivs"), start);
        account.enabled = false;
        look();
        assertThat(verdict(show)).isNull();
        account.enabled = true;
        account.quotas.set(0, streams(0L, 0));
        look();
        assertThat(verdict(show)).isEqualTo(Gate.Verdict.WARN);
        account.enabled = false;
        clock.set(clock.instant().plusSeconds(61));
        runner.runDue();
        assertThat(verdict(show)).isEqualTo(Gate.Verdict.NOT_APPLICABLE);
    }
}
