package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.scheduling.Channels.Input;
import live.onair.scheduling.ShowState.Health;
import live.onair.scheduling.spi.FakeChannels.Strike;
import live.onair.scheduling.spi.RunSpec;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two inputs of a channel on air: what is seen, told, wanted and refused. */
@RoomTest
class InputsTest {

    @Inject
    Stage stage;

    @Inject
    EventsTest.Ear ear;

    private String channel;
    private String show;

    @BeforeEach
    void a_show_on_air_with_two_encoders() {
        stage.clean();
        stage.sql.run("delete from scheduling.interruption");
        channel = stage.channel();
        show = stage.approved(channel, Shows.Feed.INPUT);
        stage.backend.connect(channel);
        stage.backend.connectBackup(channel);
        stage.passUntil(stage.show(show).startsAt());
        stage.report(channel);
        assertThat(stage.state(show)).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.alarms()).isEmpty();
    }

    private Outcome<Channels.Row> switchTo(Input to) {
        return Stage.as(
                Stage.OPS, () -> stage.channels.switchInput(new Lifecycle.Confirmed(channel, channel, "시험"), to));
    }

    private Outcome<Channels.Row> switchTo(Input to, String plan) {
        return Stage.as(
                Stage.OPS, () -> stage.channels.switchInput(new Lifecycle.Confirmed(channel, channel, "시험", plan), to));
    }

    private void refused(Outcome<?> outcome, ShowRefusal why) {
        assertThat(outcome.why()).extracting(Reason::refusal).containsExactly(why);
    }

    private Channels.Signal signal() {
        return stage.channels.find(channel).orElseThrow().signal();
    }

    private List<String> switches() {
        return stage.sql.column("select to_input || ' ' || by_hand || ' ' || gap_ms from scheduling.input_switch"
                + " where channel_id = '" + channel + "' order by at");
    }

    @Test
    void a_lost_primary_is_an_alarm_and_a_warning_while_the_picture_goes_on() {
        assertThat(signal().inputs())
                .extracting(Channels.InputSignal::connected)
                .containsExactly(true, true);
        stage.clock.advance(Duration.ofSeconds(1));
        stage.backend.disconnect(channel);
        stage.report(channel);
        stage.report(channel);
        assertThat(stage.alarms()).containsExactly("INPUT_A_LOST");
        assertThat(stage.show(show).health()).isEqualTo(Health.WARN);
        assertThat(signal().active()).isEqualTo(Input.B);
        assertThat(signal().connected()).isTrue();
        assertThat(switches()).containsExactly("B false 700");
        assertThat(ear.of(show)).filteredOn("show.InputSwitched"::equals).hasSize(1);
        stage.clock.advance(Duration.ofSeconds(1));
        stage.backend.connect(channel);
        stage.report(channel);
        assertThat(stage.alarms()).isEmpty();
        assertThat(stage.show(show).health()).isEqualTo(Health.OK);
    }

    @Test
    void a_lost_backup_is_an_alarm_before_it_is_needed_and_both_lost_are_a_fault() {
        stage.clock.advance(Duration.ofSeconds(1));
        stage.backend.disconnectBackup(channel);
        stage.report(channel);
        assertThat(stage.alarms()).containsExactly("INPUT_B_LOST");
        stage.clock.advance(Duration.ofSeconds(1));
        stage.backend.disconnect(channel);
        stage.report(channel);
        assertThat(stage.alarms()).containsExactly("INPUT_LOST");
        assertThat(stage.show(show).health()).isEqualTo(Health.FAULT);
    }

    @Test
    void a_hand_switches_and_it_is_on_record() {
        switchTo(Input.B).orThrow();
        stage.pass(Duration.ofSeconds(1));
        stage.report(channel);
        assertThat(signal().active()).isEqualTo(Input.B);
        assertThat(switches()).containsExactly("B true 0");
        assertThat(stage.alarms()).isEmpty();
        assertThat(ear.of(show)).contains("show.InputSwitchAsked", "show.InputSwitched");
        switchTo(Input.B).orThrow();
        assertThat(ear.of(show))
                .as("sent already: nothing happens")
                .filteredOn("show.InputSwitchAsked"::equals)
                .hasSize(1);
    }

    @Test
    void the_switch_brings_the_plan_that_was_shown_and_the_log_says_that_it_was_kept() {
        refused(switchTo(Input.B, "0".repeat(64)), ShowRefusal.PLAN_OTHER);
        Lifecycle.Planned planned = Stage.as(Stage.OPS, () -> stage.lifecycle.plan(show, Lifecycle.Press.INPUT_B, null))
                .orThrow();
        assertThat(planned.calls()).extracting(Plan.Call::operation).containsExactly("INPUT_B");
        switchTo(Input.B, planned.hash()).orThrow();
        stage.pass(Duration.ofSeconds(1));
        stage.report(channel);
        assertThat(signal().active()).isEqualTo(Input.B);
        assertThat(ear.of(show)).contains("show.PlanKept").doesNotContain("show.PlanBroken");
    }

    @Test
    void what_cannot_be_switched_is_refused_in_words() {
        refused(
                Stage.as(
                        Stage.OPS,
                        () -> stage.channels.switchInput(new Lifecycle.Confirmed(channel, show, "시험"), Input.B)),
                ShowRefusal.CONFIRMATION_WRONG);
        refused(
                Stage.as(
                        Stage.OPS,
                        () -> stage.channels.switchInput(new Lifecycle.Confirmed(channel, channel, " "), Input.B)),
                ShowRefusal.REASON_MISSING);
        refused(switchTo(null), ShowRefusal.FIELD_MISSING);
        stage.clock.advance(Duration.ofSeconds(1));
        stage.backend.disconnectBackup(channel);
        stage.report(channel);
        refused(switchTo(Input.B), ShowRefusal.INPUT_DEAD);
        Stage.as(Stage.OPS, () -> stage.lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝")))
                .orThrow();
        stage.pass(Duration.ofSeconds(5));
        stage.report(channel);
        refused(switchTo(Input.B), ShowRefusal.INPUT_NOT_RUNNING);
    }

    @Test
    void a_switch_that_fails_is_an_alarm_until_somebody_has_seen_it() {
        stage.backend.failNext("switchInput", Strike.BEFORE, CloudFault.CONFLICT);
        switchTo(Input.B).orThrow();
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.alarms()).containsExactly("INPUT_SWITCH_FAILED");
        Interruptions.Row alarm = stage.interruptions.open().get(0);
        Stage.as(Stage.OPS, () -> stage.interruptions.acknowledge(alarm.id(), ""))
                .orThrow();
        assertThat(stage.alarms()).isEmpty();
        assertThat(signal().active()).isEqualTo(Input.A);
    }

    @Test
    void a_lost_answer_is_asked_again_and_switches_once() {
        stage.backend.failNext("switchInput", Strike.AFTER, CloudFault.UNKNOWN_OUTCOME);
        switchTo(Input.B).orThrow();
        stage.pass(Duration.ofSeconds(5));
        stage.report(channel);
        assertThat(switches()).containsExactly("B true 0");
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void rules_reach_the_run_that_is_on_air() {
        assertThat(stage.backend.failoverOf(channel)).isEqualTo(RunSpec.Failover.ONE_INPUT);
        Stage.as(Stage.OPS, () -> stage.channels.inputRules(channel, new Channels.InputRules(true, true, 30), null))
                .orThrow();
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.backend.failoverOf(channel))
                .isEqualTo(new RunSpec.Failover(true, true, Duration.ofSeconds(30)));
        refused(
                Stage.as(
                        Stage.OPS,
                        () -> stage.channels.inputRules(channel, new Channels.InputRules(true, true, 0), null)),
                ShowRefusal.FIELD_RANGE);
        Stage.as(Stage.OPS, () -> stage.channels.inputRules(channel, new Channels.InputRules(true, false, null), null))
                .orThrow();
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.backend.failoverOf(channel).automatic()).isFalse();
        assertThat(stage.passed(show)).as("the show goes on").endsWith(ShowState.ON_AIR);
    }

    @Test
    void each_input_has_keys_of_its_own() {
        String other = stage.channel();
        Encoders.NewKey a = rotate(other, Input.A);
        Encoders.NewKey b = rotate(other, Input.B);
        assertThat(b.oldValidUntil()).as("the key of A is no old key of B").isNull();
        Encoders.NewKey again = rotate(other, Input.B);
        assertThat(again.oldValidUntil()).isNotNull();
        stage.runner.runDue();
        assertThat(stage.backend.keysOf(other))
                .extracting(key -> key.input().name() + " " + (key.validUntil() == null))
                .containsExactlyInAnyOrder("A true", "B false", "B true");
        assertThat(a.input()).isEqualTo(Input.A);
    }

    private Encoders.NewKey rotate(String of, Input input) {
        return Stage.as(Stage.OPS, () -> stage.encoders.rotateKey(of, input, null, null))
                .orThrow();
    }
}
