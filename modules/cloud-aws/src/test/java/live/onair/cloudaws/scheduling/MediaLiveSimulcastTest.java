package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.simulcast.spi.SimulcastOutputs;
import live.onair.simulcast.spi.SimulcastOutputs.Programme;
import live.onair.simulcast.spi.SimulcastOutputs.Target;
import live.onair.simulcast.spi.SimulcastOutputsContract;
import live.onair.simulcast.spi.SimulcastPlanner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of simulcast, kept by RTMP output groups of a MediaLive channel with what stands for AWS. */
class MediaLiveSimulcastTest extends SimulcastOutputsContract {

    private static AwsStub stub;
    private static AwsCalls calls;

    private final RtmpTargets told = new RtmpTargets();
    private final Map<String, Run> runs = new HashMap<>();

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls()).allSatisfy(call -> assertThat(call.problems()).isEmpty());
        stub.close();
    }

    @BeforeEach
    void well() {
        stub.forgetCalls();
    }

    private MediaLiveSimulcast simulcast() {
        return new MediaLiveSimulcast(calls, told, Clock.systemUTC());
    }

    private ChannelProvisioner channels() {
        return new MediaLiveChannelProvisioner(
                calls,
                new MediaLiveRecordings(calls, new BucketTexts(calls)),
                told,
                new Ids(Clock.systemUTC()),
                Clock.systemUTC());
    }

    @Override
    protected SimulcastOutputs port() {
        return simulcast();
    }

    @Override
    protected SimulcastPlanner planner() {
        return simulcast();
    }

    @Override
    protected Programme prepared() {
        return on("CH-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private Programme on(String channel) {
        String show = "SH-" + UUID.randomUUID().toString().substring(0, 8);
        runs.put(show, new Run(channel, show + ":1", show));
        return new Programme(channel, show);
    }

    private RunSpec spec(Programme programme) {
        RunSpec usual = Wanted.run(programme.channel(), 1);
        return new RunSpec(
                        runs.get(programme.show()), usual.feed(), null, true, usual.reconnect(), usual.slates(), true)
                .with(usual.failover());
    }

    private void until(Programme programme, State state, Runnable deed) {
        await().atMost(patience())
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(e -> e instanceof CloudException)
                .until(() -> {
                    deed.run();
                    return channels().describe(programme.channel()).state() == state;
                });
    }

    private void ready(Programme programme) {
        until(programme, State.READY, () -> channels().prepare(spec(programme)));
    }

    @Override
    protected void airs(Programme programme) {
        ready(programme);
        until(programme, State.RUNNING, () -> channels().start(runs.get(programme.show())));
        channels().goOnAir(spec(programme));
    }

    @Override
    protected void ends(Programme programme) {
        channels().stop(runs.get(programme.show()));
    }

    @Override
    protected Target elsewhere(String id, int version) {
        return new Target(
                id, version, "rtmps://a.example.com/" + id, "rtmps://b.example.com/" + id, "the-key-of-" + id, false);
    }

    private static String sent(String operation) {
        return stub.calls().stream()
                .filter(call -> call.operation().equals(operation))
                .map(call -> call.input().toString())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_channel_is_made_with_an_output_group_for_each_target_and_a_stream_for_each_pipeline() {
        Programme programme = prepared();
        port().put(programme, List.of(elsewhere("TG-ONE", 3)));
        ready(programme);
        assertThat(sent("CreateChannel"))
                .contains("RtmpGroupSettings", "target-TG-ONE-3", "the-key-of-TG-ONE")
                .contains("rtmps://a.example.com/TG-ONE", "rtmps://b.example.com/TG-ONE");
    }

    @Test
    void an_output_whose_address_an_alert_names_has_failed_until_the_alert_is_cleared() {
        Programme programme = prepared();
        Target target = elsewhere("TG-ONE", 1);
        port().put(programme, List.of(target, elsewhere("TG-TWO", 1)));
        airs(programme);
        String id = new MediaLiveSight(calls, Clock.systemUTC())
                .channel(calls.settings().nameOf(programme.channel()))
                .orElseThrow()
                .id();
        stub.mediaLive().outputFails(id, target.address());
        assertThat(port().describe(programme))
                .extracting(SimulcastOutputs.Output::state)
                .containsExactly(SimulcastOutputs.State.FAILED, SimulcastOutputs.State.SENDING);
        assertThat(port().describe(programme).get(0).words()).contains(target.address());
        assertThat(channels().describe(programme.channel()).state()).isEqualTo(State.RUNNING);
        stub.mediaLive().outputRecovers(id, target.address());
        assertThat(port().describe(programme))
                .extracting(SimulcastOutputs.Output::state)
                .containsOnly(SimulcastOutputs.State.SENDING);
        ends(programme);
    }

    @Test
    void the_next_show_on_the_channel_has_its_own_targets_and_none_of_the_last() {
        Programme first = prepared();
        port().put(first, List.of(elsewhere("TG-ONE", 1)));
        airs(first);
        ends(first);
        Programme second = on(first.channel());
        port().put(second, List.of(elsewhere("TG-TWO", 1)));
        airs(second);
        assertThat(port().describe(second))
                .extracting(SimulcastOutputs.Output::id)
                .containsExactly("TG-TWO");
        assertThat(sent("UpdateChannel")).contains("target-TG-TWO-1").doesNotContain("TG-ONE");
        ends(second);
    }

    @Test
    void what_is_told_after_the_channel_was_made_ready_still_counts_before_it_starts() {
        Programme programme = prepared();
        ready(programme);
        port().put(programme, List.of(elsewhere("TG-ONE", 1)));
        airs(programme);
        assertThat(port().describe(programme))
                .extracting(SimulcastOutputs.Output::state)
                .containsExactly(SimulcastOutputs.State.SENDING);
        ends(programme);
    }

    @Test
    void a_rehearsal_is_sent_nowhere_else() {
        Programme programme = prepared();
        port().put(programme, List.of(elsewhere("TG-ONE", 1)));
        RunSpec on = spec(programme);
        RunSpec rehearsal = new RunSpec(on.run(), on.feed(), "a-private-key", true, on.reconnect(), on.slates(), true)
                .with(on.failover());
        until(programme, State.READY, () -> channels().prepare(rehearsal));
        assertThat(sent("CreateChannel")).contains("package").doesNotContain("TG-ONE");
    }

    @Test
    void with_two_pipelines_a_target_needs_a_second_server() {
        Programme programme = prepared();
        assertThat(planner().needsBackup()).isTrue();
        Target alone = new Target("TG-ONE", 1, "rtmps://a.example.com/x", null, "secret", false);
        assertThatThrownBy(() -> port().put(programme, List.of(alone)))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
    }

    @Test
    void the_plan_of_the_press_that_prepares_the_run_shows_the_outputs_without_their_keys() {
        Programme programme = prepared();
        port().put(programme, List.of(elsewhere("TG-ONE", 1)));
        String shown = new MediaLivePlanner(calls, told, new Ids(Clock.systemUTC()), Clock.systemUTC())
                .plan(spec(programme), List.of(Deed.PREPARE))
                .calls()
                .toString();
        assertThat(shown).contains("target-TG-ONE-1").doesNotContain("the-key-of");
    }
}
