package live.onair.scheduling.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.testkit.Leave;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every backend with two inputs does. An adapter's test extends it and says how encoders come and go. */
public abstract class SecondInputContract {

    private ChannelProvisioner port;
    private String channel;
    private Run run;

    /** The adapter under test, with a backend behind it. */
    protected abstract ChannelProvisioner port();

    /** Foretells the same backend's calls. */
    protected abstract ChannelPlanner planner();

    /** An encoder sends a picture to this input of the channel. */
    protected abstract void sends(String channel, Input input);

    /** The encoder of this input is gone. */
    protected abstract void loses(String channel, Input input);

    /** How long an accepted call, or the loss of an input, may take to show. */
    protected Duration patience() {
        return Leave.of(Duration.ofSeconds(20));
    }

    /** Whether the backend tells how large the picture of an input is. */
    protected boolean tellsPictures() {
        return true;
    }

    /** Whether the backend tells what a gap can be measured by; one that does not must not make a gap up. */
    protected boolean tellsGaps() {
        return true;
    }

    @BeforeEach
    void freshNames() {
        port = port();
        String unique = UUID.randomUUID().toString().substring(0, 8);
        channel = "CH-" + unique;
        run = new Run(channel, "SH-" + unique + ":1", "SH-" + unique);
    }

    private RunSpec spec(RunSpec.Failover failover) {
        return new RunSpec(
                        run,
                        new RunSpec.Feed(RunSpec.FeedKind.INPUT, null, null, ""),
                        null,
                        true,
                        Duration.ofSeconds(60),
                        new RunSpec.Slates("", "", "", ""),
                        false)
                .with(failover);
    }

    private void startWithBoth(RunSpec.Failover failover) {
        ready(failover);
        port.start(run);
        await().atMost(patience()).until(() -> port.describe(channel).state() == State.RUNNING);
        port.goOnAir(spec(failover));
        sends(channel, Input.A);
        sends(channel, Input.B);
        await().atMost(patience()).until(() -> isThere(Input.A) && isThere(Input.B));
        assertThat(active()).isEqualTo(Input.A);
    }

    private void ready(RunSpec.Failover failover) {
        await().atMost(patience()).until(() -> {
            port.prepare(spec(failover));
            return port.describe(channel).state() == State.READY;
        });
    }

    private boolean isThere(Input input) {
        return port.describe(channel).inputs().each().stream()
                .filter(in -> in.input() == input && in.connected() && in.lostSince() == null)
                .anyMatch(in -> in.width() > 0 || !tellsPictures());
    }

    private Input active() {
        return port.describe(channel).inputs().active();
    }

    private Input.Switched last() {
        return port.describe(channel).inputs().last();
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void by_hand_the_other_input_is_sent_and_it_may_be_repeated() {
        startWithBoth(RunSpec.Failover.BY_ITSELF);
        port.switchInput(run, Input.A);
        assertThat(last()).as("sent already").isNull();
        assertThat(plan(ChannelPlanner.Deed.INPUT_A)).as("sent already").isEmpty();
        assertThat(plan(ChannelPlanner.Deed.INPUT_B)).isNotEmpty();
        port.switchInput(run, Input.B);
        port.switchInput(run, Input.B);
        await().atMost(patience()).until(() -> active() == Input.B);
        assertThat(last().byHand()).isTrue();
        assertThat(last().to()).isEqualTo(Input.B);
        assertThat(port.describe(channel).signal().connected()).isTrue();
        assertThat(plan(ChannelPlanner.Deed.INPUT_B)).as("sent already").isEmpty();
        assertThat(plan(ChannelPlanner.Deed.INPUT_A)).isNotEmpty();
    }

    private List<Plan.Call> plan(ChannelPlanner.Deed deed) {
        return planner().plan(spec(RunSpec.Failover.BY_ITSELF), List.of(deed)).calls();
    }

    @Test
    void the_backup_takes_over_by_itself_and_the_gap_is_measured() {
        startWithBoth(RunSpec.Failover.BY_ITSELF);
        loses(channel, Input.A);
        await().atMost(patience()).until(() -> active() == Input.B);
        assertThat(last().byHand()).isFalse();
        if (tellsGaps()) {
            assertThat(last().gap()).isBetween(Duration.ZERO, Duration.ofSeconds(5));
        } else {
            assertThat(last().gap()).isNull();
        }
        assertThat(port.describe(channel).inputs().each())
                .filteredOn(in -> in.input() == Input.A)
                .extracting(Input.Health::connected)
                .containsExactly(false);
        fails(CloudFault.CONFLICT, () -> port.switchInput(run, Input.A));
        assertThat(active()).isEqualTo(Input.B);
    }

    @Test
    void without_leave_nothing_switches_but_a_hand() {
        startWithBoth(new RunSpec.Failover(true, false, null));
        loses(channel, Input.A);
        await().atMost(patience()).until(() -> !isThere(Input.A));
        assertThat(active()).isEqualTo(Input.A);
        port.switchInput(run, Input.B);
        await().atMost(patience()).until(() -> active() == Input.B);
    }

    @Test
    void a_switch_needs_a_running_run() {
        fails(CloudFault.CONFLICT, () -> port.switchInput(run, Input.B));
        ready(RunSpec.Failover.BY_ITSELF);
        fails(CloudFault.CONFLICT, () -> port.switchInput(run, Input.B));
    }
}
