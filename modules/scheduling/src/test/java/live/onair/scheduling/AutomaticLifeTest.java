package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.scheduling.ShowState.Health;
import live.onair.scheduling.spi.Run;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class AutomaticLifeTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Stage stage;

    @BeforeEach
    void clean() {
        stage.clean();
    }

    private List<String> calls(String channel) {
        return stage.backend.calls().stream()
                .filter(call -> call.contains(channel))
                .map(call -> call.replace(channel + " ", ""))
                .toList();
    }

    private String reasonOf(String id, ShowState to) {
        return stage.shows.history(id).stream()
                .filter(t -> t.to() == to)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void an_approved_show_goes_on_air_and_ends_by_itself_and_its_replay_plays() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        Instant start = stage.show(id).startsAt();
        stage.passUntil(start.minusSeconds(61));
        assertThat(stage.state(id)).isEqualTo(ShowState.APPROVED);
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.state(id)).isEqualTo(ShowState.STANDBY);
        assertThat(stage.backend.describe(channel).warmUp()).isTrue();
        stage.passUntil(start);
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.show(id).health()).isEqualTo(Health.OK);
        assertThat(stage.backend.describe(channel).warmUp()).isFalse();
        stage.passUntil(start.plus(HOUR));
        assertThat(stage.passed(id))
                .containsExactly(
                        ShowState.IN_REVIEW,
                        ShowState.APPROVED,
                        ShowState.STANDBY,
                        ShowState.ON_AIR,
                        ShowState.ENDED,
                        ShowState.REPLAY);
        assertThat(calls(channel)).containsExactly("start " + id + ":1", "stop " + id + ":1");
        assertThat(stage.backend.recording(id).orElseThrow().published()).isTrue();
        assertThat(stage.show(id).replay().length()).isEqualTo(HOUR);
        assertThat(stage.shows.mediaClock(id).orElseThrow().positionOf(start.plusSeconds(90)))
                .contains(Duration.ofSeconds(90));
        stage.eachStateOnce(id);
    }

    @Test
    void a_red_gate_keeps_the_show_standing_by_and_raises_an_alarm_until_the_encoder_comes() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.INPUT);
        Instant start = stage.show(id).startsAt();
        stage.passUntil(start.plusSeconds(30));
        assertThat(stage.state(id)).isEqualTo(ShowState.STANDBY);
        assertThat(stage.backend.describe(channel).warmUp())
                .as("viewers see the soon slate")
                .isTrue();
        assertThat(stage.interruptions.open()).anySatisfy(alarm -> {
            assertThat(alarm.kind()).isEqualTo("GATE");
            assertThat(alarm.show()).isEqualTo(id);
            assertThat(alarm.facts()).containsEntry("checks", "stream");
        });
        stage.backend.connect(channel);
        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.interruptions.of(id))
                .allSatisfy(alarm -> assertThat(alarm.closedAt()).isNotNull());
    }

    @Test
    void a_report_from_the_backend_starts_a_waiting_show_at_once() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.INPUT);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(30));
        stage.backend.connect(channel);
        stage.report(channel);
        stage.runner.runDue();
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void a_backend_that_tells_nothing_of_the_encoder_before_the_start_does_not_keep_the_show_back() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.INPUT);
        stage.passUntil(stage.show(id).startsAt().minusSeconds(20));
        stage.backend.tellsNothing(channel);
        stage.report(channel);
        assertThat(stage.gate.of(id))
                .filteredOn(row -> row.code().equals("stream"))
                .singleElement()
                .satisfies(row -> assertThat(row.verdict()).isEqualTo(Gate.Verdict.WARN));
        stage.passUntil(stage.show(id).startsAt().plusSeconds(15));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void an_overridden_gate_lets_the_show_start_without_an_encoder() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.INPUT);
        stage.passUntil(stage.show(id).startsAt());
        assertThat(Stage.as(Stage.OPS, () -> stage.lifecycle.overrideGate(id, " "))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.REASON_MISSING);
        Stage.as(Stage.OPS, () -> stage.lifecycle.overrideGate(id, "인코더가 곧 붙습니다"))
                .orThrow();
        stage.runner.runDue();
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(reasonOf(id, ShowState.ON_AIR)).isEqualTo("auto:gate-overridden");
        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.interruptions.of(id))
                .filteredOn(a -> a.closedAt() == null)
                .extracting(Interruptions.Row::kind)
                .containsExactly("INPUT_LOST");
    }

    @Test
    void a_show_whose_encoder_still_sends_has_its_grace_and_no_more() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.INPUT);
        Instant end = stage.show(id).endsAt();
        stage.backend.connect(channel);
        stage.passUntil(end.plusSeconds(59));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        stage.passUntil(end.plusSeconds(60));
        assertThat(stage.state(id)).isIn(ShowState.ENDED, ShowState.REPLAY);
        assertThat(reasonOf(id, ShowState.ENDED)).isEqualTo("auto:overrun");
    }

    @Test
    void a_show_whose_encoder_has_gone_ends_on_time() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.INPUT);
        Instant end = stage.show(id).endsAt();
        stage.backend.connect(channel);
        stage.passUntil(end.minusSeconds(30));
        stage.backend.disconnect(channel);
        stage.passUntil(end);
        assertThat(reasonOf(id, ShowState.ENDED)).isEqualTo("auto:end");
    }

    @Test
    void an_extended_show_goes_on_unless_the_next_one_needs_the_channel() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        Instant end = stage.show(id).endsAt();
        String next = stage.schedule(channel, end.plusSeconds(900), HOUR, Shows.Feed.TEST)
                .orThrow()
                .id();
        stage.passUntil(end.minusSeconds(60));
        assertThat(Stage.as(Stage.OPS, () -> stage.lifecycle.extend(id, Duration.ofMinutes(30)))
                        .why()
                        .get(0)
                        .facts())
                .containsEntry("holder", next);
        Stage.as(Stage.OPS, () -> stage.lifecycle.extend(id, Duration.ofMinutes(10)))
                .orThrow();
        stage.passUntil(end.plusSeconds(540));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        stage.passUntil(end.plusSeconds(600));
        assertThat(stage.state(id)).isIn(ShowState.ENDED, ShowState.REPLAY);
    }

    @Test
    void a_show_that_never_got_a_picture_is_given_up_at_its_end() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.INPUT);
        stage.passUntil(stage.show(id).endsAt());
        assertThat(stage.state(id)).isEqualTo(ShowState.CANCELLED);
        assertThat(reasonOf(id, ShowState.CANCELLED)).isEqualTo("auto:never-started");
        assertThat(stage.alarms()).contains("NEVER_STARTED").doesNotContain("GATE");
        assertThat(calls(channel)).containsExactly("start " + id + ":1", "stop " + id + ":1");
        Interruptions.Row alarm = stage.interruptions.of(id).get(0);
        Stage.as(Stage.OPS, () -> stage.interruptions.acknowledge(alarm.id(), "확인"))
                .orThrow();
        assertThat(stage.interruptions.of(id)).noneMatch(a -> a.closedAt() == null);
    }

    @Test
    void a_show_missed_while_nobody_ran_is_cancelled_as_missed_and_a_half_missed_one_passes_each_state_in_order() {
        String lost = stage.approved(stage.channel(), Shows.Feed.TEST);
        Instant end = stage.show(lost).endsAt();
        String half = stage.approve(stage.schedule(stage.channel(), end.minusSeconds(600), HOUR, Shows.Feed.TEST)
                .orThrow()
                .id());
        stage.clock.set(end.plusSeconds(5));
        stage.reconciliation.putAll();
        stage.runner.runDue();
        assertThat(stage.state(lost)).isEqualTo(ShowState.CANCELLED);
        assertThat(reasonOf(lost, ShowState.CANCELLED)).isEqualTo("auto:missed");
        assertThat(stage.interruptions.of(lost))
                .extracting(Interruptions.Row::kind)
                .contains("MISSED");
        assertThat(stage.passed(half))
                .containsExactly(ShowState.IN_REVIEW, ShowState.APPROVED, ShowState.STANDBY, ShowState.ON_AIR);
    }

    @Test
    void a_rehearsal_runs_in_private_and_is_over_before_the_show_stands_by() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        Instant standby = stage.show(id).startsAt().minusSeconds(60);
        stage.passUntil(standby.minusSeconds(300));
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.rehearse(id, null, null, null))
                .orThrow();
        stage.runner.runDue();
        assertThat(calls(channel)).containsExactly("start " + id + ":1");
        assertThat(stage.show(id).airtime().privateKey()).hasSize(32);
        assertThat(stage.list.snapshot().all())
                .as("to the public it comes as it did before")
                .filteredOn(row -> row.id().equals(id))
                .singleElement()
                .extracting(ShowRows.Listed::state)
                .isEqualTo(ShowState.APPROVED);
        stage.passUntil(standby.minusSeconds(1));
        assertThat(stage.state(id)).isEqualTo(ShowState.APPROVED);
        assertThat(stage.show(id).airtime().privateKey()).isNull();
        assertThat(stage.listed(id)).isTrue();
        assertThat(calls(channel)).containsExactly("start " + id + ":1", "stop " + id + ":1");
        assertThat(stage.backend.recording(id)).isEmpty();
        stage.passUntil(standby.plusSeconds(60));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(calls(channel)).last().isEqualTo("start " + id + ":2");
    }

    @Test
    void a_rehearsal_needs_the_channel_to_be_free_and_time_before_the_show() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        String other = stage.schedule(
                        channel, stage.in(Duration.ofMinutes(10)), Duration.ofMinutes(10), Shows.Feed.TEST)
                .orThrow()
                .id();
        assertThat(Stage.as(Stage.PLANNER, () -> stage.lifecycle.rehearse(id, null, null, null))
                        .why()
                        .get(0)
                        .facts())
                .containsEntry("holder", other);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.rehearse(id, null, Duration.ofMinutes(5), null))
                .orThrow();
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.endRehearsal(id)).orThrow();
        stage.passUntil(stage.show(id).startsAt().minusSeconds(120));
        assertThat(Stage.as(Stage.PLANNER, () -> stage.lifecycle.rehearse(id, null, null, null))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.REHEARSAL_TOO_LATE);
    }

    @Test
    void the_emergency_slate_needs_the_id_typed_and_a_reason_and_reaches_the_channel() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(id).startsAt());
        assertThat(Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOn(new Lifecycle.Confirmed(id, "SH-1", "사고")))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.CONFIRMATION_WRONG);
        assertThat(Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOn(new Lifecycle.Confirmed(id, id, null)))
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.REASON_MISSING);
        Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOn(new Lifecycle.Confirmed(id, id, "방송 사고")))
                .orThrow();
        stage.runner.runDue();
        assertThat(stage.backend.describe(channel).slateForced()).isTrue();
        Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOff(id, null)).orThrow();
        stage.runner.runDue();
        assertThat(stage.backend.describe(channel).slateForced()).isFalse();
    }

    @Test
    void a_stopped_show_ends_and_frees_its_channel_and_one_that_stands_by_is_cancelled() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(600));
        Stage.as(Stage.OPS, () -> stage.lifecycle.stop(new Lifecycle.Confirmed(id, id, "출연자 사정")))
                .orThrow();
        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.passed(id)).contains(ShowState.ENDED, ShowState.REPLAY);
        assertThat(calls(channel)).last().isEqualTo("stop " + id + ":1");
        String next = stage.approve(stage.schedule(channel, stage.in(Duration.ofMinutes(2)), HOUR, Shows.Feed.TEST)
                .orThrow()
                .id());
        stage.pass(Duration.ofSeconds(90));
        Stage.as(Stage.OPS, () -> stage.lifecycle.stop(new Lifecycle.Confirmed(next, next, "취소")))
                .orThrow();
        stage.runner.runDue();
        assertThat(stage.state(next)).isEqualTo(ShowState.CANCELLED);
        assertThat(calls(channel)).last().isEqualTo("stop " + next + ":1");
    }

    @Test
    void a_run_stopped_behind_our_back_is_replaced_by_another() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(id).startsAt());
        stage.backend.stopBehindOurBack(channel);
        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.backend.describe(channel).isOf(new Run(channel, id + ":2", id)))
                .isTrue();
        assertThat(stage.backend.describe(channel).warmUp()).isFalse();
        assertThat(calls(channel)).last().isEqualTo("start " + id + ":2");
        stage.eachStateOnce(id);
    }

    @Test
    void what_the_backend_lost_in_a_crash_is_taken_up_again() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(60));
        stage.backend.crash();
        stage.pass(Duration.ofSeconds(5));
        assertThat(calls(channel)).containsExactly("start " + id + ":1", "resume " + id + ":1");
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void a_backend_that_is_away_raises_an_alarm_and_the_show_still_ends_on_time() {
        String channel = stage.channel();
        String id = stage.approved(channel, Shows.Feed.TEST);
        Instant end = stage.show(id).endsAt();
        stage.passUntil(end.minusSeconds(600));
        stage.backend.away(true);
        stage.pass(Duration.ofSeconds(30));
        assertThat(stage.alarms()).contains("MEDIA_DOWN");
        assertThat(stage.show(id).health()).isEqualTo(Health.UNKNOWN);
        stage.passUntil(end.plusSeconds(60));
        assertThat(stage.state(id)).isEqualTo(ShowState.ENDED);
        stage.backend.away(false);
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.passed(id)).endsWith(ShowState.ENDED, ShowState.REPLAY);
        assertThat(calls(channel)).last().isEqualTo("stop " + id + ":1");
        assertThat(stage.interruptions.of(id))
                .allSatisfy(a -> assertThat(a.closedAt()).isNotNull());
    }

    @Test
    void the_next_show_waits_until_the_channel_is_free_and_then_starts() {
        String channel = stage.channel(0, 0);
        String first = stage.approved(channel, Shows.Feed.TEST);
        Instant seam = stage.show(first).endsAt();
        String second = stage.approve(
                stage.schedule(channel, seam, HOUR, Shows.Feed.TEST).orThrow().id());
        stage.passUntil(seam.plusSeconds(10));
        assertThat(stage.passed(first)).contains(ShowState.ENDED);
        assertThat(stage.state(second)).isEqualTo(ShowState.ON_AIR);
        assertThat(calls(channel))
                .containsExactly("start " + first + ":1", "stop " + first + ":1", "start " + second + ":1");
    }

    @Test
    void a_replay_comes_after_its_delay_goes_when_withdrawn_and_never_when_not_wanted() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.PLANNER, () -> stage.shows.change(new Shows.Change(id, null, Stage.replay(true, 1800L))))
                .orThrow();
        String none = stage.draft(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.PLANNER, () -> stage.shows.change(new Shows.Change(none, null, Stage.replay(false, null))))
                .orThrow();
        stage.approve(id);
        stage.approve(none);
        Instant end = stage.show(id).endsAt();
        stage.passUntil(end);
        stage.passUntil(end.plusSeconds(1799));
        assertThat(stage.state(id)).isEqualTo(ShowState.ENDED);
        stage.passUntil(end.plusSeconds(1800));
        assertThat(stage.state(id)).isEqualTo(ShowState.REPLAY);
        assertThat(stage.state(none)).isEqualTo(ShowState.ENDED);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.withdrawReplay(id, "권리 문제", null))
                .orThrow();
        stage.pass(Duration.ofHours(1));
        assertThat(stage.state(id)).isEqualTo(ShowState.ENDED);
        assertThat(stage.backend.recording(id).orElseThrow().published()).isFalse();
        Stage.as(Stage.PLANNER, () -> stage.publishReplay(none, null, null, null))
                .orThrow();
        stage.runner.runDue();
        assertThat(stage.state(none)).isEqualTo(ShowState.REPLAY);
        assertThat(stage.backend.recording(none).orElseThrow().published()).isTrue();
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.archive(none, null, null)).orThrow();
        stage.runner.runDue();
        assertThat(stage.backend.recording(none).orElseThrow().published()).isFalse();
    }

    @Test
    void a_show_sends_the_recording_of_another_as_if_it_were_live() {
        String channel = stage.channel();
        String old = stage.approved(channel, Shows.Feed.TEST);
        Shows.Feed again = new Shows.Feed(Shows.Source.FILE, old, null);
        assertThat(stage.schedule(stage.channel(), stage.in(Duration.ofHours(5)), HOUR, again)
                        .why()
                        .get(0)
                        .refusal())
                .isEqualTo(ShowRefusal.SOURCE_EMPTY);
        stage.passUntil(stage.show(old).endsAt());
        String id = stage.approve(
                stage.schedule(channel, stage.in(HOUR), HOUR, again).orThrow().id());
        stage.passUntil(stage.show(id).startsAt());
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }
}
