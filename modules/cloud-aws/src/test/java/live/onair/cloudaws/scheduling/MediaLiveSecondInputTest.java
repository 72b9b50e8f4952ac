package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RtmpTargets;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.Failover;
import live.onair.scheduling.spi.SecondInputContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract of two inputs, kept with what stands for AWS, and what only MediaLive has. */
class MediaLiveSecondInputTest extends SecondInputContract {

    private static AwsStub stub;
    private static AwsCalls calls;

    private final String own = "CH-" + UUID.randomUUID().toString().substring(0, 8);
    private final Run run = Wanted.run(own, 1).run();

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
        AwsAtHand.makeBucket(stub.uri());
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        stub.close();
    }

    @Override
    protected ChannelProvisioner port() {
        Clock clock = Clock.systemUTC();
        return new MediaLiveChannelProvisioner(
                calls,
                new MediaLiveRecordings(calls, new BucketTexts(calls)),
                new RtmpTargets(),
                new Ids(clock),
                clock);
    }

    @Override
    protected ChannelPlanner planner() {
        return new MediaLivePlanner(calls, new RtmpTargets(), new Ids(Clock.systemUTC()), Clock.systemUTC());
    }

    @Override
    protected boolean tellsPictures() {
        return false;
    }

    @Override
    protected boolean tellsGaps() {
        return false;
    }

    @Override
    protected void sends(String channel, Input input) {
        stub.mediaLive().encoderConnects(id(channel), Slot.of(input).word());
    }

    @Override
    protected void loses(String channel, Input input) {
        stub.mediaLive().encoderDisconnects(id(channel), Slot.of(input).word());
    }

    private static String id(String channel) {
        return new MediaLiveSight(calls, Clock.systemUTC())
                .channel("onair-test-" + channel)
                .orElseThrow()
                .id();
    }

    private void ready(RunSpec spec) {
        await().atMost(patience()).until(() -> {
            port().prepare(spec);
            return port().describe(own).state() == State.READY;
        });
    }

    private void onAir(Failover rules) {
        RunSpec spec = Wanted.run(own, 1).with(rules);
        ready(spec);
        port().start(run);
        await().atMost(patience()).until(() -> port().describe(own).state() == State.RUNNING);
        port().goOnAir(spec);
        await().atMost(patience()).until(() -> port().describe(own).output() == Output.INPUT);
    }

    private ChannelObservation.Inputs inputs() {
        return port().describe(own).inputs();
    }

    private void reaches(Input input) {
        await().atMost(patience()).until(() -> inputs().active() == input);
    }

    private void removed(int number) {
        port().stop(Wanted.run(own, number).run());
        await().atMost(patience()).until(() -> port().remove(own));
    }

    @Test
    void the_primary_is_returned_to_when_it_has_been_well_for_as_long_as_was_asked() {
        onAir(new Failover(true, true, Duration.ofSeconds(30)));
        loses(own, Input.A);
        reaches(Input.B);
        assertThat(inputs().last().byHand()).isFalse();
        sends(own, Input.A);
        assertThat(inputs().active()).as("not well for long enough").isEqualTo(Input.B);
        stub.timePasses(Duration.ofSeconds(30));
        reaches(Input.A);
        assertThat(inputs().last().to()).isEqualTo(Input.A);
        assertThat(inputs().last().byHand()).isFalse();
        removed(1);
    }

    @Test
    void a_pair_that_returns_by_itself_is_not_switched_by_hand_and_aws_is_not_even_asked() {
        onAir(new Failover(true, true, Duration.ofSeconds(30)));
        stub.forgetCalls();
        assertThatThrownBy(() -> port().switchInput(run, Input.B))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
        assertThat(stub.calls("medialive", "BatchUpdateSchedule")).isEmpty();
        removed(1);
    }

    @Test
    void a_hand_brings_the_primary_back_after_the_backup_took_over_and_a_slate_hides_neither() {
        onAir(Failover.BY_ITSELF);
        loses(own, Input.A);
        reaches(Input.B);
        sends(own, Input.A);
        port().switchInput(run, Input.A);
        port().switchInput(run, Input.A);
        reaches(Input.A);
        assertThat(inputs().last().byHand()).isTrue();
        port().switchInput(run, Input.B);
        reaches(Input.B);
        port().slate(run, true);
        await().atMost(patience()).until(() -> port().describe(own).slateForced());
        assertThatThrownBy(() -> port().switchInput(run, Input.A)).isInstanceOf(CloudException.class);
        port().slate(run, false);
        await().atMost(patience()).until(() -> port().describe(own).output() == Output.INPUT);
        assertThat(inputs().active())
                .as("the input that was sent before the slate")
                .isEqualTo(Input.B);
        removed(1);
    }

    @Test
    void where_nothing_switches_by_itself_the_other_input_is_made_ready_beforehand() {
        onAir(new Failover(true, false, null));
        port().switchInput(run, Input.B);
        reaches(Input.B);
        assertThat(stub.mediaLive().played(id(own)))
                .extracting(
                        action -> action.at("/ScheduleActionSettings/InputPrepareSettings/InputAttachmentNameReference")
                                .asText())
                .containsSubsequence("b", "a");
        removed(1);
    }

    @Test
    void a_channel_gets_its_second_input_and_loses_it_as_its_rules_say() {
        ready(Wanted.run(own, 1));
        assertThat(slots()).doesNotContain(Slot.B);
        ready(Wanted.run(own, 1).with(Failover.BY_ITSELF));
        assertThat(slots()).as("before it has started").contains(Slot.B);
        assertThat(keys(Slot.B)).isNotEmpty().doesNotContainAnyElementsOf(keys(Slot.A));
        port().stop(run);
        await().atMost(patience()).until(() -> port().describe(own).state() == State.FINISHED);
        ready(Wanted.run(own, 2));
        await().atMost(patience()).until(() -> {
            port().prepare(Wanted.run(own, 2));
            return !slots().contains(Slot.B);
        });
        removed(2);
        assertThat(slots()).isEmpty();
    }

    private List<Slot> slots() {
        return new MediaLiveSight(calls, Clock.systemUTC())
                .all(own).inputs().keySet().stream().sorted().toList();
    }

    /** Where the encoders of an input push. */
    private List<String> keys(Slot slot) {
        return stub.calls("medialive", "CreateInput").stream()
                .map(call -> call.input())
                .filter(made -> made.path("Name").asText().equals("onair-test-" + own + "-" + slot.word()))
                .flatMap(made -> made.path("Destinations").findValuesAsText("StreamName").stream())
                .map(name -> name.substring(name.indexOf('/') + 1, name.lastIndexOf('-')))
                .toList();
    }
}
