package live.onair.simulcast;

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
import live.onair.scheduling.Channels;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.simulcast.SimulcastRows.Effect;
import live.onair.simulcast.SimulcastRows.PlannedSwitch;
import live.onair.simulcast.SimulcastRows.SwitchRow;
import live.onair.simulcast.SimulcastRows.SwitchState;
import live.onair.simulcast.SimulcastRows.TargetRow;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class SimulcastTest {

    private static final Actor OPS = person("park", Role.OPS);
    private static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    private static final Actor SECOND = person("lee", Role.MERCHANDISER);
    private static final Actor AUDITOR = person("han", Role.AUDITOR);
    private static final String SECRET = "sk-2fd1-very-secret";

    @Inject
    Simulcast simulcast;

    @Inject
    TestBeans.Fakes fakes;

    @Inject
    Channels channels;

    @Inject
    Shows shows;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Interruptions interruptions;

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
        List.of(fakes.local, fakes.medialive, fakes.ivs).forEach(fake -> {
            fake.breaks(null);
            fake.forgets();
            fake.log().clear();
        });
        sql.run("delete from simulcast.shown_plan");
        sql.run("delete from simulcast.switch");
        sql.run("delete from simulcast.target");
    }

    private void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.set(clock.instant().plusSeconds(time.toSeconds() > 60 ? 5 : 1));
            runner.runDue();
        }
    }

    private static Simulcast.NewTarget wanted(String name) {
        return new Simulcast.NewTarget(name, "rtmps://live.example.com/app", null, SECRET);
    }

    private String target(String name) {
        return as(OPS, () -> simulcast.add(wanted(name))).orThrow().id();
    }

    private String show(String backend) {
        String channel = as(
                        OPS,
                        () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), backend, null, 60, 60)))
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
        return id;
    }

    private void onAir(String show) {
        fakes.local.airs(show, true);
        fakes.medialive.airs(show, true);
        pass(Duration.ofSeconds(130));
        assertThat(shows.find(show).orElseThrow().state()).isEqualTo(ShowState.ON_AIR);
    }

    private PlannedSwitch planned(String show, String target, boolean on) {
        return as(PLANNER, () -> simulcast.plan(show, target, on)).orThrow();
    }

    private SwitchRow switched(String show, String target, boolean on) {
        String hash = planned(show, target, on).hash();
        return as(PLANNER, () -> simulcast.switchTo(show, target, on, hash)).orThrow();
    }

    private SwitchRow row(String show) {
        return as(AUDITOR, () -> simulcast.ofShow(show)).get(0);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    @Test
    void it_is_switched_on_as_planned_waits_for_the_show_sends_with_it_and_ends_with_it() {
        String target = target("유튜브");
        String show = show("local");
        PlannedSwitch planned = planned(show, target, true);
        assertThat(planned.effect()).isEqualTo(Effect.WITH_SHOW);
        assertThat(planned.calls()).hasSize(1);
        assertThat(planned.calls().toString()).doesNotContain(SECRET);
        assertThat(switched(show, target, true).state()).isEqualTo(SwitchState.WAITING);
        assertThat(fakes.local.log()).isEmpty();
        onAir(show);
        assertThat(fakes.local.log()).containsExactly("put " + show + " [" + target + ":1:" + SECRET + "]");
        assertThat(row(show).state()).isEqualTo(SwitchState.SENDING);
        assertThat(row(show).look().kbps()).isEqualTo(900);
        as(OPS, () -> lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝"))).orThrow();
        pass(Duration.ofSeconds(20));
        assertThat(row(show).state()).isEqualTo(SwitchState.OVER);
        assertThat(fakes.local.log()).hasSize(2).last().isEqualTo("put " + show + " []");
    }

    @Test
    void its_key_lies_nowhere_in_clear_and_is_in_no_answer() {
        String target = target("유튜브");
        String show = show("local");
        switched(show, target, true);
        onAir(show);
        assertThat(as(OPS, () -> simulcast.list()).toString()).doesNotContain(SECRET);
        assertThat(row(show).toString()).doesNotContain(SECRET);
        assertThat(wanted("x").toString()).doesNotContain(SECRET);
        assertThat(sql.column("select t::text from simulcast.target t"))
                .hasSize(1)
                .allSatisfy(kept -> assertThat(kept).doesNotContain(SECRET));
        assertThat(sql.column(
                        "select p::text from simulcast.shown_plan p union all select s::text from simulcast.switch s"))
                .allSatisfy(kept -> assertThat(kept).doesNotContain(SECRET));
    }

    @Test
    void one_that_fails_is_told_in_words_and_the_show_goes_on() {
        String target = target("유튜브");
        String show = show("local");
        switched(show, target, true);
        fakes.local.fails(show, target, true);
        onAir(show);
        SwitchRow failed = row(show);
        assertThat(failed.state()).isEqualTo(SwitchState.FAILED);
        assertThat(failed.look().code()).isEqualTo("REFUSED");
        assertThat(failed.look().words()).isEqualTo("no such key");
        fakes.local.fails(show, target, false);
        pass(Duration.ofSeconds(10));
        assertThat(row(show).state()).isEqualTo(SwitchState.SENDING);
    }

    private List<Interruptions.Row> alarms(String show) {
        return interruptions.of(show).stream()
                .filter(alarm -> alarm.kind().equals("SIMULCAST_FAILING") && alarm.closedAt() == null)
                .toList();
    }

    private String failing() {
        String target = target("유튜브");
        String show = show("local");
        switched(show, target, true);
        fakes.local.fails(show, target, true);
        onAir(show);
        return show;
    }

    @Test
    void one_that_keeps_failing_is_an_alarm_until_it_is_well_again() {
        String show = failing();
        String target = row(show).target();
        pass(Duration.ofSeconds(40));
        assertThat(alarms(show)).singleElement().satisfies(alarm -> {
            assertThat(alarm.ko()).contains("동시 송출");
            assertThat(alarm.en()).contains("Simulcast");
            assertThat(alarm.nextKo()).isNotBlank();
            assertThat(alarm.nextEn()).contains("switch the target off");
            assertThat(alarm.facts()).containsEntry("targets", "유튜브");
        });
        fakes.local.fails(show, target, false);
        pass(Duration.ofSeconds(10));
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void one_that_keeps_failing_is_no_alarm_any_more_when_it_is_switched_off() {
        String show = failing();
        pass(Duration.ofSeconds(40));
        assertThat(alarms(show)).hasSize(1);
        switched(show, row(show).target(), false);
        pass(Duration.ofSeconds(5));
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void one_that_fails_for_a_moment_wakes_nobody() {
        String target = target("유튜브");
        String show = show("local");
        switched(show, target, true);
        onAir(show);
        fakes.local.fails(show, target, true);
        pass(Duration.ofSeconds(10));
        assertThat(row(show).state()).isEqualTo(SwitchState.FAILED);
        fakes.local.fails(show, target, false);
        pass(Duration.ofSeconds(60));
        assertThat(interruptions.of(show)).extracting(Interruptions.Row::kind).doesNotContain("SIMULCAST_FAILING");
    }

    @Test
    void a_backup_address_may_carry_the_short_mark_that_some_services_want() {
        Simulcast.NewTarget wanted = new Simulcast.NewTarget(
                "유튜브", "rtmp://a.rtmp.youtube.com/live2", "rtmp://b.rtmp.youtube.com/live2?backup=1", SECRET);
        assertThat(as(OPS, () -> simulcast.add(wanted)).orThrow().backup()).endsWith("live2?backup=1");
        Simulcast.NewTarget own = new Simulcast.NewTarget(
                "집", "rtmp://a.rtmp.youtube.com/live2", "rtmp://10.0.0.7/live2?backup=1", SECRET);
        assertThat(codes(as(OPS, () -> simulcast.add(own)))).containsExactly("ADDRESS_PRIVATE");
    }

    @Test
    void what_the_backend_has_forgotten_is_told_again() {
        String target = target("유튜브");
        String show = show("local");
        switched(show, target, true);
        onAir(show);
        fakes.local.forgets();
        pass(Duration.ofSeconds(10));
        assertThat(row(show).state()).isEqualTo(SwitchState.SENDING);
        assertThat(fakes.local.log()).hasSize(2);
        fakes.local.breaks(CloudFault.UNAVAILABLE);
        pass(Duration.ofSeconds(15));
        assertThat(row(show).state()).isEqualTo(SwitchState.FAULT);
        fakes.local.breaks(null);
        pass(Duration.ofSeconds(15));
        assertThat(row(show).state()).isEqualTo(SwitchState.SENDING);
    }

    @Test
    void it_is_switched_while_the_show_runs_and_sent_anew_with_another_key() {
        String target = target("유튜브");
        String show = show("local");
        onAir(show);
        assertThat(planned(show, target, true).effect()).isEqualTo(Effect.AT_ONCE);
        switched(show, target, true);
        pass(Duration.ofSeconds(5));
        as(OPS, () -> simulcast.change(target, new Simulcast.Change(null, null, null, "another", null)))
                .orThrow();
        pass(Duration.ofSeconds(5));
        assertThat(fakes.local.log()).last().isEqualTo("put " + show + " [" + target + ":2:another]");
        assertThat(codes(as(OPS, () -> simulcast.remove(target, "계약 끝")))).containsExactly("SENDING");
        switched(show, target, false);
        pass(Duration.ofSeconds(5));
        assertThat(row(show).state()).isEqualTo(SwitchState.OFF);
        assertThat(fakes.local.log()).last().isEqualTo("put " + show + " []");
        as(OPS, () -> simulcast.remove(target, "계약 끝")).orThrow();
        assertThat(as(OPS, () -> simulcast.list())).isEmpty();
        assertThat(sql.column("select sealed from simulcast.target")).containsExactly("");
    }

    @Test
    void where_outputs_come_with_the_start_a_late_switch_waits_for_the_next_one() {
        String first = target("가 채널");
        String show = show("medialive");
        assertThat(planned(show, first, true).effect()).isEqualTo(Effect.WITH_CHANNEL);
        switched(show, first, true);
        pass(Duration.ofSeconds(5));
        assertThat(fakes.medialive.log()).hasSize(1);
        onAir(show);
        assertThat(row(show).state()).isEqualTo(SwitchState.SENDING);
        String second = target("나 채널");
        assertThat(planned(show, second, true).effect()).isEqualTo(Effect.NEXT_START);
        switched(show, second, true);
        switched(show, first, false);
        pass(Duration.ofSeconds(10));
        assertThat(as(OPS, () -> simulcast.ofShow(show)))
                .extracting(SwitchRow::state)
                .containsExactly(SwitchState.FROM_NEXT_START, SwitchState.FROM_NEXT_START);
        assertThat(fakes.medialive.log()).hasSize(1);
    }

    @Test
    void a_backend_that_sends_nowhere_else_refuses_in_words() {
        String target = target("유튜브");
        String show = show("ivs");
        Outcome<PlannedSwitch> refused = as(PLANNER, () -> simulcast.plan(show, target, true));
        assertThat(codes(refused)).containsExactly("NOT_OFFERED");
        assertThat(refused.why().get(0).sentence(java.util.Locale.KOREAN)).contains("ivs");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        target("유튜브");
        assertThat(codes(as(OPS, () -> simulcast.add(wanted("유튜브"))))).containsExactly("NAME_TAKEN");
        assertThat(codes(as(OPS, () -> simulcast.add(new Simulcast.NewTarget(" ", "http://x/", null, " ")))))
                .containsExactly("NAME", "ADDRESS", "KEY");
        for (String own : List.of("localhost", "127.0.0.1", "10.1.2.3", "[::1]", "192.168.0.9", "[fd00::1]")) {
            assertThat(codes(as(
                            OPS,
                            () -> simulcast.add(
                                    new Simulcast.NewTarget("x", "rtmp://" + own + "/live", null, SECRET)))))
                    .as(own)
                    .containsExactly("ADDRESS_PRIVATE");
        }
        for (String wrong : List.of(
                "rtmp:///app",
                "rtmp://u:p@host/app",
                "rtmp://host/app?token=4f7a9c0d2e",
                "rtmp://host/app?backup=1#x",
                "host/app")) {
            assertThat(codes(as(OPS, () -> simulcast.add(new Simulcast.NewTarget("x", wrong, null, SECRET)))))
                    .as(wrong)
                    .containsExactly("ADDRESS");
        }
        assertThatThrownBy(() -> as(PLANNER, () -> simulcast.add(wanted("둘째"))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> as(AUDITOR, () -> simulcast.plan("SH-1", "TG-1", true)))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_plan_is_good_for_two_minutes_and_for_what_was_shown() {
        String target = target("유튜브");
        String show = show("local");
        String hash = planned(show, target, true).hash();
        assertThat(codes(as(PLANNER, () -> simulcast.switchTo(show, target, true, "0".repeat(64)))))
                .containsExactly("PLAN_OTHER");
        clock.set(clock.instant().plusSeconds(121));
        assertThat(codes(as(PLANNER, () -> simulcast.switchTo(show, target, true, hash))))
                .containsExactly("PLAN_EXPIRED");
        String again = planned(show, target, true).hash();
        as(
                        OPS,
                        () -> simulcast.change(
                                target, new Simulcast.Change(null, "rtmp://other.example.com/app", null, null, null)))
                .orThrow();
        assertThat(codes(as(PLANNER, () -> simulcast.switchTo(show, target, true, again))))
                .containsExactly("PLAN_OTHER");
    }

    @Test
    void one_that_is_put_aside_is_sent_to_by_nobody() {
        String target = target("유튜브");
        String show = show("local");
        switched(show, target, true);
        onAir(show);
        TargetRow resting = as(OPS, () -> simulcast.change(target, new Simulcast.Change(null, null, null, null, true)))
                .orThrow();
        assertThat(resting.shows()).containsExactly(show);
        pass(Duration.ofSeconds(5));
        assertThat(row(show).state()).isEqualTo(SwitchState.RESTING);
        assertThat(fakes.local.log()).last().isEqualTo("put " + show + " []");
        assertThat(codes(as(OPS, () -> simulcast.change(target, new Simulcast.Change(null, null, null, null, true)))))
                .containsExactly("NOTHING");
    }
}
