package live.onair.monitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.monitors.MonitorRows.MonitorOrder;
import live.onair.monitors.MonitorRows.MonitorRow;
import live.onair.monitors.MonitorRows.MonitorState;
import live.onair.monitors.MonitorRows.Planned;
import live.onair.monitors.Monitors.Approval;
import live.onair.monitors.spi.FakeMonitors;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class MonitorsTest {

    private static final Actor OPS = new Actor("park", "park", Set.of(Role.OPS), Actor.Source.UI);
    private static final Actor PLANNER = new Actor("kim", "kim", Set.of(Role.MERCHANDISER), Actor.Source.UI);
    private static final String BECAUSE = "행사가 끝났습니다";

    @Inject
    Monitors monitors;

    @Inject
    FakeMonitors fake;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    @BeforeEach
    void afresh() {
        fake.breaks(null);
        fake.log().clear();
        sql.run("delete from monitors.session");
        sql.run("delete from monitors.shown_plan");
        sql.run("delete from monitors.monitor");
    }

    private void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.set(clock.instant().plusSeconds(1));
            runner.runDue();
        }
    }

    private Monitors.NewMonitor wanted(String name, Integer hours) {
        return wanted(name, null, null, hours);
    }

    /** With its plan, where one can be made. */
    private Monitors.NewMonitor wanted(String name, String channel, String backend, Integer hours) {
        Outcome<Planned> plan = as(OPS, () -> monitors.planNew(hours));
        return plan.isDone()
                ? new Monitors.NewMonitor(
                        name,
                        channel,
                        backend,
                        hours,
                        plan.orThrow().monitor(),
                        plan.orThrow().hash())
                : new Monitors.NewMonitor(name, channel, backend, hours, null, null);
    }

    private String made(int hours) {
        String id = as(OPS, () -> monitors.create(wanted("현장 카메라", hours)))
                .orThrow()
                .id();
        pass(Duration.ofSeconds(10));
        assertThat(row(id).state()).isEqualTo(MonitorState.READY);
        return id;
    }

    private MonitorRow row(String id) {
        return as(OPS, () -> monitors.find(id)).orElseThrow();
    }

    private Planned plan(String id, Integer hours) {
        return as(OPS, () -> monitors.plan(id, hours)).orThrow();
    }

    private Outcome<MonitorRow> remove(String id, Planned planned) {
        return as(OPS, () -> monitors.remove(id, new Approval(planned.hash(), BECAUSE)));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    @Test
    void one_that_is_wanted_is_made_once_and_seen_with_its_age() {
        String id = made(24);
        pass(Duration.ofMinutes(5));
        assertThat(fake.log()).containsExactly("keep " + id + " 24");
        MonitorRow row = row(id);
        assertThat(row.look().hours()).isEqualTo(24);
        assertThat(row.look().place()).isEqualTo("fake:" + id);
        assertThat(row.look().at()).isAfter(clock.instant().minusSeconds(70));
        assertThat(row.createdBy()).isEqualTo("park");
    }

    @Test
    void one_that_makes_no_sense_is_refused() {
        made(1);
        assertThat(codes(as(OPS, () -> monitors.create(wanted(" ", 1))))).containsExactly("NAME");
        assertThat(codes(as(OPS, () -> monitors.create(wanted("현장 카메라", 1))))).containsExactly("NAME_TAKEN");
        assertThat(codes(as(OPS, () -> monitors.create(wanted("둘째", 0))))).containsExactly("HOURS");
        assertThat(codes(as(OPS, () -> monitors.create(wanted("둘째", "CH-NO", null, 1)))))
                .containsExactly("NO_SUCH_CHANNEL");
        assertThat(codes(as(OPS, () -> monitors.create(wanted("둘째", null, "local", 1)))))
                .containsExactly("NO_BACKEND");
        assertThatThrownBy(() -> as(PLANNER, () -> monitors.create(wanted("둘째", 1))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void its_retention_changes_as_the_plan_says() {
        String id = made(24);
        Planned planned = plan(id, 48);
        assertThat(planned.calls()).hasSize(1);
        as(OPS, () -> monitors.retain(id, 48, new Approval(planned.hash(), BECAUSE)))
                .orThrow();
        assertThat(codes(as(OPS, () -> monitors.plan(id, 12)))).containsExactly("BUSY");
        pass(Duration.ofSeconds(10));
        assertThat(row(id).hours()).isEqualTo(48);
        assertThat(row(id).state()).isEqualTo(MonitorState.READY);
        assertThat(fake.log()).containsExactly("keep " + id + " 24", "keep " + id + " 48");
    }

    @Test
    void it_goes_by_the_plan_that_was_shown_and_its_name_is_free_again() {
        String id = made(24);
        Planned planned = plan(id, null);
        assertThat(codes(as(OPS, () -> monitors.remove(id, new Approval("0".repeat(64), BECAUSE)))))
                .containsExactly("PLAN_OTHER");
        assertThat(codes(as(OPS, () -> monitors.remove(id, new Approval(planned.hash(), " ")))))
                .containsExactly("REASON");
        remove(id, planned).orThrow();
        pass(Duration.ofSeconds(10));
        assertThat(as(OPS, () -> monitors.find(id))).isEmpty();
        assertThat(fake.log()).containsExactly("keep " + id + " 24", "remove " + id);
        made(1);
    }

    @Test
    void a_plan_is_good_for_two_minutes() {
        String id = made(24);
        Planned planned = plan(id, null);
        clock.set(clock.instant().plusSeconds(121));
        assertThat(codes(remove(id, planned))).containsExactly("PLAN_EXPIRED");
    }

    /** What was approved was another change than the one that would be made now. */
    @Test
    void what_somebody_else_has_changed_meanwhile_is_not_removed() {
        String id = made(24);
        remove(id, plan(id, null)).orThrow();
        fake.becomes(id, Duration.ofHours(72));
        pass(Duration.ofSeconds(10));
        MonitorOrder order = row(id).order();
        assertThat(order).isNotNull();
        assertThat(order.pending()).isFalse();
        assertThat(order.words()).contains("계획");
        assertThat(row(id).state()).isEqualTo(MonitorState.DRIFTED);
        assertThat(fake.log()).containsExactly("keep " + id + " 24");
    }

    @Test
    void what_vanished_is_told_and_made_again_only_by_a_press() {
        String id = made(24);
        fake.vanishes(id);
        pass(Duration.ofMinutes(2));
        assertThat(row(id).state()).isEqualTo(MonitorState.MISSING);
        Planned again = plan(id, 24);
        as(OPS, () -> monitors.retain(id, 24, new Approval(again.hash(), BECAUSE)))
                .orThrow();
        pass(Duration.ofSeconds(10));
        assertThat(row(id).state()).isEqualTo(MonitorState.READY);
        assertThat(fake.log()).hasSize(2);
    }

    @Test
    void without_a_connection_it_says_so_makes_nothing_up_and_goes_without_a_call() {
        fake.breaks(CloudFault.DENIED);
        String id =
                as(OPS, () -> monitors.create(wanted("현장 카메라", 24))).orThrow().id();
        pass(Duration.ofSeconds(10));
        MonitorRow row = row(id);
        assertThat(row.state()).isEqualTo(MonitorState.FAULT);
        assertThat(row.look().fault()).isEqualTo("DENIED");
        assertThat(row.look().at()).isNull();
        assertThat(row.look().hours()).isNull();
        assertThat(codes(as(OPS, () -> monitors.plan(id, 48)))).containsExactly("NOT_SEEN");
        Planned planned = plan(id, null);
        assertThat(planned.calls()).isEmpty();
        assertThat(planned.seenAt()).isNull();
        remove(id, planned).orThrow();
        pass(Duration.ofSeconds(70));
        assertThat(as(OPS, () -> monitors.list())).isEmpty();
        assertThat(fake.log()).isEmpty();
    }

    @Test
    void when_the_backend_comes_back_what_is_wanted_is_made() {
        fake.breaks(CloudFault.UNAVAILABLE);
        String id =
                as(OPS, () -> monitors.create(wanted("현장 카메라", 24))).orThrow().id();
        pass(Duration.ofSeconds(30));
        assertThat(row(id).state()).isEqualTo(MonitorState.FAULT);
        fake.breaks(null);
        pass(Duration.ofSeconds(30));
        assertThat(row(id).state()).isEqualTo(MonitorState.READY);
    }

    @Test
    void a_new_one_is_made_by_exactly_the_calls_of_its_plan_under_the_id_that_was_shown() {
        Planned plan = as(OPS, () -> monitors.planNew(24)).orThrow();
        assertThat(plan.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.request()).startsWith("Keep " + plan.monitor() + " 24"));
        assertThat(Duration.between(clock.instant(), plan.expiresAt())).isEqualTo(Duration.ofMinutes(2));
        assertThat(as(OPS, () -> monitors.find(plan.monitor())))
                .as("looking makes nothing")
                .isEmpty();
        Monitors.NewMonitor wanted = new Monitors.NewMonitor("현장 카메라", null, null, 24, plan.monitor(), plan.hash());
        as(OPS, () -> monitors.create(wanted)).orThrow();
        pass(Duration.ofSeconds(10));
        assertThat(row(plan.monitor()).state()).isEqualTo(MonitorState.READY);
        assertThat(fake.log()).containsExactly("keep " + plan.monitor() + " 24");
        assertThat(sql.column("select order_hash from monitors.monitor")).containsExactly(plan.hash());
    }

    @Test
    void a_new_one_without_its_plan_by_another_or_by_an_old_one_is_refused_and_nothing_is_kept() {
        assertThat(codes(as(OPS, () -> monitors.create(new Monitors.NewMonitor("현장", null, null, 24, null, null)))))
                .containsExactly("PLAN_OTHER");
        Planned plan = as(OPS, () -> monitors.planNew(24)).orThrow();
        assertThat(codes(as(
                        OPS,
                        () -> monitors.create(
                                new Monitors.NewMonitor("현장", null, null, 48, plan.monitor(), plan.hash())))))
                .as("for another time")
                .containsExactly("PLAN_OTHER");
        clock.set(clock.instant().plusSeconds(121));
        assertThat(codes(as(
                        OPS,
                        () -> monitors.create(
                                new Monitors.NewMonitor("현장", null, null, 24, plan.monitor(), plan.hash())))))
                .containsExactly("PLAN_EXPIRED");
        assertThat(as(OPS, () -> monitors.list())).isEmpty();
        pass(Duration.ofSeconds(10));
        assertThat(fake.log()).isEmpty();
    }

    @Test
    void when_somebody_else_was_faster_the_new_one_is_not_made_until_somebody_presses_again() {
        Monitors.NewMonitor wanted = wanted("현장 카메라", 24);
        String id = as(OPS, () -> monitors.create(wanted)).orThrow().id();
        fake.appears(id, Duration.ofHours(72));
        pass(Duration.ofSeconds(10));
        assertThat(row(id).order()).isNotNull();
        assertThat(row(id).order().words()).contains("계획");
        assertThat(row(id).state()).isEqualTo(MonitorState.DRIFTED);
        assertThat(fake.log()).isEmpty();
    }

    @Test
    void a_new_one_that_could_not_be_begun_in_time_is_not_made_later_by_itself() {
        fake.breaks(CloudFault.UNAVAILABLE);
        String id =
                as(OPS, () -> monitors.create(wanted("현장 카메라", 24))).orThrow().id();
        pass(Duration.ofMinutes(3));
        fake.breaks(null);
        pass(Duration.ofMinutes(2));
        assertThat(row(id).state()).isEqualTo(MonitorState.NOT_MADE);
        assertThat(fake.log()).isEmpty();
        Planned again = plan(id, 24);
        as(OPS, () -> monitors.retain(id, 24, new Approval(again.hash(), BECAUSE)))
                .orThrow();
        pass(Duration.ofSeconds(10));
        assertThat(row(id).state()).isEqualTo(MonitorState.READY);
    }
}
