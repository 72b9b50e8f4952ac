package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.kernel.KeySeal;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.IngestKeys;
import live.onair.scheduling.spi.IngestKeysContract;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of addresses and keys, kept by MediaLive's push input with what stands for AWS. */
class MediaLiveIngestKeysTest extends IngestKeysContract {

    private static final Clock CLOCK = Clock.systemUTC();

    private static AwsStub stub;
    private static AwsCalls calls;

    private final Run run = new Run(channel, "SH-" + channel + ":1", "SH-" + channel);

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
        stub.faults().clear();
    }

    @Override
    protected IngestKeys port() {
        return new MediaLiveIngestKeys(calls, new Ids(CLOCK), CLOCK);
    }

    private static MediaLiveChannelProvisioner channels() {
        return new MediaLiveChannelProvisioner(
                calls,
                new MediaLiveRecordings(calls, new BucketTexts(calls)),
                new RtmpTargets(),
                new Ids(CLOCK),
                CLOCK);
    }

    @Override
    protected boolean makesSecondInput() {
        return true;
    }

    /** Where MediaLive listens, as anybody can read it in its console. */
    private static List<String> listening() {
        JsonNode all = stub.somebodyElse("medialive", "ListInputs", JsonNodeFactory.instance.objectNode());
        return all.findValuesAsText("url").isEmpty() ? all.findValuesAsText("Url") : all.findValuesAsText("url");
    }

    @Override
    protected boolean letsIn(IngestKeys.Door door, String key) {
        return listening().contains(door.server() + "/" + key);
    }

    /** MediaLive is pushed to at any time; it is the running channel that must not lose its encoder. */
    @Override
    protected void sends(List<String> keys) {
        RunSpec spec = new RunSpec(
                run,
                new RunSpec.Feed(FeedKind.INPUT, null, null, ""),
                null,
                false,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                true);
        await().atMost(Leave.of(Duration.ofSeconds(15))).until(() -> {
            channels().prepare(spec);
            return channels().describe(channel).state() == State.READY;
        });
        await().atMost(Leave.of(Duration.ofSeconds(15))).until(() -> {
            channels().start(run);
            return channels().describe(channel).state() == State.RUNNING;
        });
    }

    @Test
    void a_lost_answer_leaves_one_key_for_each_pipeline_the_one_told() {
        for (String lost : List.of("CreateInput", "UpdateInput")) {
            KeySeal.Pair pair = KeySeal.make();
            IngestKeys.Order order = order(pair);
            stub.faults().on("medialive", lost).atMost(1).replyLost();
            assertThatThrownBy(() -> port().renew(order))
                    .isInstanceOfSatisfying(
                            CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.UNKNOWN_OUTCOME));
            List<String> told = opened(pair, port().renew(order));
            assertThat(told).hasSize(2).doesNotHaveDuplicates();
            for (int i = 0; i < told.size(); i++) {
                String server = doors().get(i).server();
                assertThat(listening().stream().filter(url -> url.startsWith(server + "/")))
                        .as(lost)
                        .containsExactly(server + "/" + told.get(i));
            }
        }
    }

    @Test
    void a_push_input_that_was_made_before_any_run_is_the_one_that_the_run_takes() {
        List<String> keys = renewed();
        List<IngestKeys.Door> before = doors();
        sends(keys);
        assertThat(doors()).isEqualTo(before);
        assertThat(letsIn(before.get(0), keys.get(0))).isTrue();
        channels().stop(run);
        await().atMost(Leave.of(Duration.ofSeconds(15))).until(() -> channels().remove(channel));
        assertThat(port().doors(channel)).isEmpty();
    }

    /** What was shown is what is sent: once for an input that is not there yet, once for the one that is. */
    @Test
    void a_new_key_sends_exactly_the_calls_of_its_plan_and_no_key_stands_in_it() {
        ChannelPlanner planner = new MediaLivePlanner(calls, new RtmpTargets(), new Ids(CLOCK), CLOCK);
        for (int i = 0; i < 2; i++) {
            Plan plan = planner.newKey(channel, Input.A, List.of());
            stub.forgetCalls();
            List<String> keys = renewed();
            assertThat(stub.calls().stream()
                            .map(call -> call.operation())
                            .filter(operation -> operation.startsWith("Create") || operation.startsWith("Update")))
                    .containsExactlyElementsOf(
                            plan.calls().stream().map(Plan.Call::operation).toList());
            assertThat(planner.newKey(channel, Input.A, List.of()).toString()).doesNotContain(keys);
        }
    }
}
