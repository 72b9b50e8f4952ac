package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.FakeChannels.Strike;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console breaks before and after each call to the backend; the tables and reading back put all right. */
@RoomTest
class CrashTest {

    private static final Duration LENGTH = Duration.ofMinutes(10);

    @Inject
    Stage stage;

    @Inject
    ReconcileChannelHandler handler;

    @Inject
    ReconcileTables tables;

    @BeforeEach
    void clean() {
        stage.clean();
    }

    private String shortShow(String channel) {
        return stage.approve(stage.schedule(channel, stage.in(Duration.ofHours(1)), LENGTH, Shows.Feed.TEST)
                .orThrow()
                .id());
    }

    private void livesNormally(String channel, String id) {
        stage.passUntil(stage.show(id).startsAt());
        stage.pass(Duration.ofSeconds(30));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        endsNormally(channel, id);
    }

    private void endsNormally(String channel, String id) {
        stage.passUntil(stage.show(id).endsAt());
        stage.pass(Duration.ofSeconds(30));
        assertThat(stage.passed(id))
                .containsExactly(
                        ShowState.IN_REVIEW,
                        ShowState.APPROVED,
                        ShowState.STANDBY,
                        ShowState.ON_AIR,
                        ShowState.ENDED,
                        ShowState.REPLAY);
        assertThat(stage.backend.calls())
                .filteredOn(c -> c.contains(channel + " "))
                .isEqualTo(List.of("start " + channel + " " + id + ":1", "stop " + channel + " " + id + ":1"));
        assertThat(stage.backend.recording(id).orElseThrow().published()).isTrue();
        assertThat(stage.interruptions.of(id))
                .allSatisfy(a -> assertThat(a.closedAt()).isNotNull());
        stage.eachStateOnce(id);
    }

    @ParameterizedTest
    @CsvSource({
        "describe,BEFORE,UNAVAILABLE", "prepare,BEFORE,UNAVAILABLE", "prepare,AFTER,UNKNOWN_OUTCOME",
        "start,BEFORE,THROTTLED", "start,AFTER,UNKNOWN_OUTCOME", "goOnAir,BEFORE,UNAVAILABLE",
        "goOnAir,AFTER,UNKNOWN_OUTCOME", "stop,BEFORE,UNAVAILABLE", "stop,AFTER,UNKNOWN_OUTCOME",
        "recording,BEFORE,UNAVAILABLE", "publishRecording,BEFORE,DENIED", "publishRecording,AFTER,UNKNOWN_OUTCOME"
    })
    void a_call_that_fails_or_loses_its_answer_is_found_again_and_nothing_happens_twice(
            String call, Strike strike, CloudFault fault) {
        String channel = stage.channel();
        String id = shortShow(channel);
        stage.backend.failNext(call, strike, fault);
        livesNormally(channel, id);
    }

    /** A process that dies between call and record runs the same work again, maybe twice at a time. */
    @Test
    void work_done_again_at_any_moment_does_nothing_new() {
        String channel = stage.channel();
        String id = shortShow(channel);
        Instant start = stage.show(id).startsAt();
        for (long at : new long[] {-60, -30, 0, 1, 300, 600, 601, 700}) {
            stage.passUntil(start.plusSeconds(at));
            handler.handle(new ReconcileChannelHandler.ReconcileChannel(id));
            handler.handle(new ReconcileChannelHandler.ReconcileChannel(id));
        }
        endsNormally(channel, id);
    }

    @Test
    void a_step_decided_on_what_is_no_longer_so_is_not_recorded() {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        ReconcileChannelHandler.Wanted old =
                tables.claim(id, new ReconcileTables.Sight(null, null, false, false, null), false);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.cancel(id, null, "취소")).orThrow();
        tables.record(old, new ChannelPlan.Step.Move(ShowState.STANDBY, Passage.AutoReason.STANDBY_TIME));
        assertThat(stage.state(id)).isEqualTo(ShowState.CANCELLED);
    }

    @Test
    void an_extension_that_comes_between_decision_and_record_wins() {
        String id = shortShow(stage.channel());
        stage.passUntil(stage.show(id).startsAt());
        stage.clock.set(stage.show(id).endsAt());
        ReconcileChannelHandler.Wanted old =
                tables.claim(id, new ReconcileTables.Sight(null, null, false, false, null), false);
        Stage.as(Stage.OPS, () -> stage.lifecycle.extend(id, Duration.ofMinutes(10)))
                .orThrow();
        tables.record(old, new ChannelPlan.Step.Move(ShowState.ENDED, Passage.AutoReason.END_TIME));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void a_lost_queue_is_put_again_at_the_start_whatever_the_moment() {
        SplittableRandom random = new SplittableRandom(Long.getLong("onair.proof.seed", 11L));
        for (int i = 0; i < Integer.getInteger("onair.proof.size", 8); i++) {
            String channel = stage.channel();
            String id = shortShow(channel);
            stage.passUntil(stage.show(id).startsAt().plusSeconds(random.nextInt(-120, 660)));
            stage.loseWork();
            stage.clock.advance(Duration.ofSeconds(random.nextInt(1, 40)));
            stage.reconciliation.putAll();
            endsNormally(channel, id);
            stage.clean();
        }
    }
}
