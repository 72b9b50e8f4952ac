package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.scheduling.IvsBench.fails;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import live.onair.awsstub.AwsStub;
import live.onair.kernel.CloudFault;
import live.onair.kernel.KeySeal;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.IngestKeys;
import live.onair.scheduling.spi.IngestKeysContract;
import live.onair.scheduling.spi.Input;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of addresses and keys, kept by IVS with what stands for AWS. */
class IvsIngestKeysTest extends IngestKeysContract {

    private static AwsStub stub;

    private final IvsBench bench = new IvsBench(stub);

    @BeforeAll
    static void start() {
        stub = IvsBench.start();
    }

    @AfterAll
    static void stop() {
        IvsBench.stop(stub);
    }

    @BeforeEach
    void well() {
        stub.faults().clear();
        stub.forgetCalls();
    }

    @Override
    protected IngestKeys port() {
        return new IvsIngestKeys(bench.calls, new IvsReading(bench.calls, new BucketTexts(bench.calls)));
    }

    @Override
    protected boolean letsIn(IngestKeys.Door door, String key) {
        boolean in = stub.ivs().encoderConnects(key);
        if (in) {
            stub.ivs().encoderDisconnects(bench.arn(channel));
        }
        return in;
    }

    @Override
    protected void sends(List<String> keys) {
        assertThat(stub.ivs().encoderConnects(keys.get(0))).isTrue();
    }

    @Test
    void whichever_answer_is_lost_one_key_is_left_and_it_is_the_one_told() {
        for (String lost : List.of("CreateChannel", "DeleteStreamKey", "CreateStreamKey")) {
            IvsIngestKeysTest other = new IvsIngestKeysTest();
            KeySeal.Pair pair = KeySeal.make();
            IngestKeys.Order order = other.order(pair);
            stub.faults().on("ivs", lost).atMost(1).replyLost();
            fails(CloudFault.UNKNOWN_OUTCOME, () -> other.port().renew(order));
            List<String> told = opened(pair, other.port().renew(order));
            assertThat(told).as(lost).containsExactly(stub.ivs().keyOf(bench.arn(other.channel)));
            assertThat(other.letsIn(other.doors().get(0), told.get(0))).isTrue();
        }
        assertThat(stub.calls("ivs", "CreateChannel")).as("none is doubled").hasSize(3);
    }

    @Test
    void a_key_whose_answer_was_lost_is_found_by_its_question_and_not_made_again() {
        renewed();
        KeySeal.Pair pair = KeySeal.make();
        IngestKeys.Order order = order(pair);
        stub.forgetCalls();
        stub.faults().on("ivs", "CreateStreamKey").atMost(1).replyLost();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> port().renew(order));
        port().renew(order);
        assertThat(stub.calls("ivs", "CreateStreamKey")).hasSize(1);
        assertThat(stub.calls("ivs", "DeleteStreamKey")).hasSize(1);
    }

    @Test
    void the_channel_that_was_made_for_its_key_takes_the_run_that_comes() {
        List<String> keys = renewed();
        IvsBench own = new IvsBench(stub);
        live.onair.scheduling.spi.Run run =
                new live.onair.scheduling.spi.Run(channel, "SH-" + channel + ":1", "SH-" + channel);
        live.onair.scheduling.spi.RunSpec made = own.spec(null, false, true);
        own.ivs()
                .prepare(new live.onair.scheduling.spi.RunSpec(
                        run, made.feed(), null, false, made.reconnect(), made.slates(), true));
        assertThat(own.ivs().describe(channel).isOf(run)).isTrue();
        assertThat(stub.ivs().keyOf(own.arn(channel))).isEqualTo(keys.get(0));
        assertThat(own.ivs().remove(channel)).isTrue();
    }

    /** What was shown is what is sent: once for a channel that is not there yet, once for the key that it has then. */
    @Test
    void a_new_key_sends_exactly_the_calls_of_its_plan() {
        ChannelPlanner planner = new IvsPlanner(
                bench.calls, new IvsReading(bench.calls, new BucketTexts(bench.calls)), Clock.systemUTC());
        for (int i = 0; i < 2; i++) {
            List<String> planned = planner.newKey(channel, Input.A, List.of()).calls().stream()
                    .map(Plan.Call::operation)
                    .toList();
            stub.forgetCalls();
            renewed();
            assertThat(stub.calls().stream()
                            .map(call -> call.operation())
                            .filter(operation -> !operation.startsWith("List") && !operation.startsWith("Get")))
                    .containsExactlyElementsOf(planned);
        }
    }
}
