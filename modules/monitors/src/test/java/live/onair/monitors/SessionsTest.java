package live.onair.monitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
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
import live.onair.monitors.MonitorRows.Answer;
import live.onair.monitors.MonitorRows.Asked;
import live.onair.monitors.MonitorRows.Progress;
import live.onair.monitors.MonitorRows.Session;
import live.onair.monitors.spi.FakeMonitors;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session is a secret with an end: opened by work, taken once by whoever asked, kept in clear nowhere. */
@RoomTest
class SessionsTest {

    private static final Actor OPS = new Actor("park", "park", Set.of(Role.OPS), Actor.Source.UI);
    private static final Actor PLANNER = new Actor("kim", "kim", Set.of(Role.MERCHANDISER), Actor.Source.UI);
    private static final Actor AUDITOR = new Actor("han", "han", Set.of(Role.AUDITOR), Actor.Source.UI);

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

    private String id = "";

    private static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    @BeforeEach
    void a_monitor() {
        fake.breaks(null);
        sql.run("delete from monitors.session");
        sql.run("delete from monitors.shown_plan");
        sql.run("delete from monitors.monitor");
        MonitorRows.Planned plan = as(OPS, () -> monitors.planNew(1)).orThrow();
        id = as(
                        OPS,
                        () -> monitors.create(
                                new Monitors.NewMonitor("현장 카메라", null, null, 1, plan.monitor(), plan.hash())))
                .orThrow()
                .id();
        pass(10);
        fake.sends(id, true);
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.set(clock.instant().plusSeconds(1));
            runner.runDue();
        }
    }

    private Asked asked() {
        return as(PLANNER, () -> monitors.open(id)).orThrow();
    }

    private Answer answer(Asked asked) {
        return as(PLANNER, () -> monitors.answer(id, asked.order())).orElseThrow();
    }

    private Outcome<Session> take(Asked asked, String ticket) {
        return as(PLANNER, () -> monitors.take(new Monitors.Take(id, asked.order(), ticket)));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    @Test
    void it_is_opened_by_work_and_taken_once_by_whoever_asked() {
        Asked asked = asked();
        assertThat(codes(take(asked, asked.ticket()))).containsExactly("SESSION_NOT_YET");
        pass(1);
        assertThat(answer(asked).progress()).isEqualTo(Progress.READY);
        assertThat(codes(take(asked, asked().ticket()))).containsExactly("SESSION_TICKET");
        Session session = take(asked, asked.ticket()).orThrow();
        assertThat(session.url()).startsWith("https://fake.test/" + id);
        assertThat(session.until())
                .isBetween(clock.instant().plusSeconds(590), clock.instant().plusSeconds(600));
        assertThat(codes(take(asked, asked.ticket()))).containsExactly("SESSION_GONE");
        assertThat(answer(asked).progress()).isEqualTo(Progress.TAKEN);
    }

    @Test
    void its_address_lies_nowhere_in_clear() {
        Asked asked = asked();
        pass(1);
        assertThat(sql.column("select coalesce(sealed, '') from monitors.session"))
                .hasSize(1)
                .allSatisfy(closed -> assertThat(closed).isNotBlank().doesNotContain("fake.test"));
        take(asked, asked.ticket()).orThrow();
        assertThat(sql.column("select s::text from monitors.session s"))
                .allSatisfy(kept -> assertThat(kept).doesNotContain("fake.test"));
    }

    @Test
    void what_nobody_took_in_time_is_gone() {
        Asked asked = asked();
        pass(1);
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(codes(take(asked, asked.ticket()))).containsExactly("SESSION_GONE");
    }

    @Test
    void nothing_being_sent_is_told_as_that() {
        fake.sends(id, false);
        Asked asked = asked();
        pass(1);
        assertThat(answer(asked).progress()).isEqualTo(Progress.FAILED);
        assertThat(answer(asked).fault()).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_backend_that_does_not_answer_is_asked_for_twenty_seconds_and_then_told() {
        fake.breaks(CloudFault.UNAVAILABLE);
        Asked asked = asked();
        pass(10);
        assertThat(answer(asked).progress()).isEqualTo(Progress.WAITING);
        pass(12);
        assertThat(answer(asked).fault()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void who_only_reads_opens_none() {
        assertThatThrownBy(() -> as(AUDITOR, () -> monitors.open(id))).isInstanceOf(NotAllowedException.class);
    }
}
