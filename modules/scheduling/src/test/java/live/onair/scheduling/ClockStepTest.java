package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import live.onair.kernel.Ids;
import live.onair.kernel.NotAllowedException;
import live.onair.sql.Statements;
import live.onair.testkit.Leave;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RoomTest
class ClockStepTest {

    @Inject
    Stage stage;

    @Inject
    ClockHold hold;

    @Inject
    ClockWatch watch;

    private String onAir;
    private String waiting;

    @BeforeEach
    void one_on_air_and_one_waiting() {
        stage.clean();
        stage.sql.run("update scheduling.clock_hold set held = false, epoch = epoch + 1");
        stage.sql.run("delete from scheduling.interruption");
        watch.isHeld();
        onAir = stage.approved(stage.channel(), Shows.Feed.TEST);
        Instant start = stage.show(onAir).startsAt();
        waiting = stage.approve(
                stage.schedule(stage.channel(), start.plusSeconds(1800), Duration.ofHours(3), Shows.Feed.TEST)
                        .orThrow()
                        .id());
        stage.passUntil(start.plusSeconds(600));
        assertThat(stage.state(onAir)).isEqualTo(ShowState.ON_AIR);
    }

    private void jump(Duration by) {
        stage.monotonic.jumped(by);
        stage.clock.advance(by);
    }

    @Test
    void a_step_forward_holds_starts_and_stops_until_ops_confirm_the_new_time() {
        jump(Duration.ofMinutes(55));
        assertThat(stage.reconciliation.tick()).isTrue();
        stage.pass(Duration.ofMinutes(10));
        assertThat(stage.state(onAir)).as("what is on air stays on air").isEqualTo(ShowState.ON_AIR);
        assertThat(stage.state(waiting)).isEqualTo(ShowState.APPROVED);
        assertThat(stage.alarms()).containsExactly("CLOCK_STEP");
        assertThat(hold.current().step()).isEqualTo(Duration.ofMinutes(55));
        assertThatThrownBy(() -> Stage.as(Stage.PLANNER, hold::confirm)).isInstanceOf(NotAllowedException.class);
        Stage.as(Stage.OPS, hold::confirm).orThrow();
        stage.runner.runDue();
        assertThat(stage.passed(onAir)).endsWith(ShowState.ENDED, ShowState.REPLAY);
        assertThat(stage.state(waiting)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.alarms()).isEmpty();
        stage.eachStateOnce(onAir);
        stage.eachStateOnce(waiting);
    }

    @Test
    void a_step_back_holds_too_and_nothing_goes_back_when_it_is_confirmed() {
        jump(Duration.ofHours(-1));
        assertThat(stage.reconciliation.tick())
                .as("seen by the timer, although no work is due for an hour")
                .isTrue();
        assertThat(stage.alarms()).containsExactly("CLOCK_STEP");
        Stage.as(Stage.OPS, hold::confirm).orThrow();
        stage.runner.runDue();
        assertThat(stage.state(onAir)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.state(waiting)).isEqualTo(ShowState.APPROVED);
        stage.passUntil(stage.show(waiting).startsAt());
        assertThat(stage.state(waiting)).isEqualTo(ShowState.ON_AIR);
        stage.passUntil(stage.show(onAir).endsAt());
        assertThat(stage.passed(onAir)).endsWith(ShowState.ENDED, ShowState.REPLAY);
        stage.eachStateOnce(onAir);
    }

    @ParameterizedTest
    @ValueSource(longs = {3600, -3600, 3, -3})
    void a_step_that_is_undone_ends_the_hold_by_itself(long seconds) {
        jump(Duration.ofSeconds(seconds));
        assertThat(stage.reconciliation.tick()).isTrue();
        jump(Duration.ofSeconds(-seconds));
        assertThat(stage.reconciliation.tick()).isFalse();
        assertThat(stage.alarms()).isEmpty();
        stage.passUntil(stage.show(waiting).startsAt());
        assertThat(stage.state(waiting)).isEqualTo(ShowState.ON_AIR);
    }

    @ParameterizedTest
    @ValueSource(longs = {2000, -2000, 500})
    void what_disciplines_a_clock_is_no_step(long millis) {
        for (int i = 0; i < 10; i++) {
            jump(Duration.ofMillis(millis));
            assertThat(stage.reconciliation.tick()).isFalse();
        }
    }

    @Test
    void the_handler_sees_the_step_itself_before_it_acts() {
        jump(Duration.ofMinutes(55));
        stage.runner.runDue();
        assertThat(stage.state(onAir)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.state(waiting)).isEqualTo(ShowState.APPROVED);
        assertThat(hold.current().held()).isTrue();
    }

    /** The handler has looked at the clock and waits for the show's row: the step comes just then. */
    @Test
    void a_step_in_the_middle_of_a_decision_changes_nothing_either() throws Exception {
        stage.reconciliation.putAll();
        CompletableFuture<Void> handler;
        try (Connection other = dataSource.getConnection();
                Statement row = other.createStatement()) {
            other.setAutoCommit(false);
            row.execute("select 1 from scheduling.show where id = '" + onAir + "' for update");
            handler = CompletableFuture.runAsync(stage.runner::runDue);
            Awaitility.await()
                    .atMost(Leave.of(Duration.ofSeconds(10)))
                    .until(() -> Long.parseLong(stage.sql.one(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"))
                            > 0);
            jump(Duration.ofMinutes(55));
            other.rollback();
            other.setAutoCommit(true);
        }
        handler.get(20, TimeUnit.SECONDS);
        assertThat(stage.state(onAir)).isEqualTo(ShowState.ON_AIR);
        stage.runner.runDue();
        assertThat(stage.state(onAir)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.alarms()).containsExactly("CLOCK_STEP");
    }

    @Inject
    DataSource dataSource;

    @Test
    void people_still_command_while_the_clock_is_held() {
        jump(Duration.ofMinutes(55));
        stage.runner.runDue();
        Stage.as(Stage.OPS, () -> stage.lifecycle.stop(new Lifecycle.Confirmed(onAir, onAir, "중단")))
                .orThrow();
        stage.runner.runDue();
        assertThat(stage.state(onAir)).isEqualTo(ShowState.ENDED);
        assertThat(stage.backend.calls())
                .last()
                .isEqualTo("stop " + stage.show(onAir).channel().id() + " " + onAir + ":1");
    }

    @Test
    void a_channel_that_breaks_while_the_clock_is_held_is_taken_up_again() {
        jump(Duration.ofHours(2));
        stage.runner.runDue();
        stage.backend.crash();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.backend.calls())
                .last()
                .isEqualTo("resume " + stage.show(onAir).channel().id() + " " + onAir + ":1");
        assertThat(stage.state(onAir)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void nothing_can_be_confirmed_that_is_not_held() {
        assertThat(Stage.as(Stage.OPS, hold::confirm).why().get(0).refusal()).isEqualTo(ShowRefusal.CLOCK_NOT_HELD);
    }

    @Inject
    Clock clock;

    @Inject
    @Named("onair.monotonic")
    Instance<LongSupplier> monotonic;

    @Inject
    Statements statements;

    @Inject
    InterruptionBook interruptions;

    @Inject
    WorkQueue queue;

    @Inject
    Event<ClockHold.ClockEvent> events;

    @Inject
    Ids ids;

    @Test
    void another_node_keeps_the_hold_and_takes_the_confirmed_time_as_right() {
        ClockWatch other = new ClockWatch(clock, monotonic, statements, interruptions, queue, events, ids);
        assertThat(other.isHeld()).isFalse();
        jump(Duration.ofHours(1));
        assertThat(watch.isHeld()).isTrue();
        assertThat(other.isHeld()).isTrue();
        jump(Duration.ofHours(-1));
        assertThat(other.isHeld()).as("who did not see it does not end it").isTrue();
        jump(Duration.ofHours(1));
        Stage.as(Stage.OPS, hold::confirm).orThrow();
        assertThat(other.isHeld()).isFalse();
        assertThat(watch.isHeld()).isFalse();
    }

    /** The clock is set while nobody runs: no jump is seen, and the windows alone decide. */
    @ParameterizedTest
    @ValueSource(longs = {-60, 60})
    void set_between_two_runs_each_show_reaches_the_state_its_window_asks_for(long minutes) {
        jump(Duration.ofMinutes(minutes));
        // A node that starts takes the time as it is.
        stage.sql.run("update scheduling.clock_hold set epoch = epoch + 1");
        stage.reconciliation.putAll();
        stage.pass(Duration.ofSeconds(10));
        if (minutes < 0) {
            assertThat(stage.state(onAir)).isEqualTo(ShowState.ON_AIR);
            assertThat(stage.state(waiting)).isEqualTo(ShowState.APPROVED);
        } else {
            assertThat(stage.passed(onAir)).endsWith(ShowState.ENDED, ShowState.REPLAY);
            assertThat(stage.passed(waiting)).endsWith(ShowState.STANDBY, ShowState.ON_AIR);
        }
        stage.eachStateOnce(onAir);
        stage.eachStateOnce(waiting);
    }
}
