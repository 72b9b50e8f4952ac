package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.Ids;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.ChannelPlannerContract;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract of plans, kept by MediaLive with what stands for AWS; and what is sent is what was planned. */
class MediaLivePlannerTest extends ChannelPlannerContract {

    private static AwsStub stub;
    private static AwsCalls calls;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        stub.close();
    }

    @Override
    protected ChannelPlanner port() {
        return new MediaLivePlanner(calls, new RtmpTargets(), new Ids(Clock.systemUTC()), Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner channels() {
        return new MediaLiveChannelProvisioner(
                calls,
                new MediaLiveRecordings(calls, new BucketTexts(calls)),
                new RtmpTargets(),
                new Ids(Clock.systemUTC()),
                Clock.systemUTC());
    }

    @Override
    protected void away(boolean gone) {
        if (gone) {
            stub.faults().on("*", "*").expired();
        } else {
            stub.faults().clear();
        }
    }

    @Test
    void what_is_sent_is_what_was_planned() {
        Run run = new Run("CH-planned", "SH-planned:1", "SH-planned");
        RunSpec spec = new RunSpec(
                run,
                new RunSpec.Feed(RunSpec.FeedKind.INPUT, null, null, "계획대로"),
                null,
                true,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                true);
        Plan plan = port().plan(spec, List.of(Deed.PREPARE, Deed.START, Deed.GO_ON_AIR));
        int before = stub.calls().size();
        await().atMost(patience()).until(() -> {
            channels().prepare(spec);
            return channels().describe(run.channel()).state() == State.READY;
        });
        channels().start(run);
        await().atMost(patience())
                .until(() -> channels().describe(run.channel()).state() == State.RUNNING);
        channels().goOnAir(spec);
        List<String> sent = stub.calls().subList(before, stub.calls().size()).stream()
                .map(call -> call.name())
                .filter(MediaLivePlannerTest::writes)
                .toList();
        assertThat(sent)
                .isEqualTo(plan.calls().stream()
                        .map(call -> call.service() + ":" + call.operation())
                        .toList());
    }

    private static boolean writes(String call) {
        String operation = call.substring(call.lastIndexOf(':') + 1);
        return !operation.startsWith("List") && !operation.startsWith("Describe") && !operation.startsWith("Get");
    }
}
