package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.awsstub.StubCall;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.CloudException;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.RunSpec;
import live.onair.testkit.Leave;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Whatever answers are lost on the way of a show on MediaLive and MediaPackage, nothing is made twice, its run passes once
 * and nothing of it is left behind. In full under {@code ./onair prove lost-answers}.
 */
class MediaLiveLostAnswersTest {

    private static final int SIZE = Math.max(1, Integer.getInteger("onair.proof.size", 15) / 5);
    private static final long SEED = Long.getLong("onair.proof.seed", 11);

    private static final List<String> WRITES = List.of(
            "CreateChannelGroup",
            "CreateOriginEndpoint",
            "PutOriginEndpointPolicy",
            "CreateInputSecurityGroup",
            "CreateInput",
            "CreateChannel",
            "CreateTags",
            "StartChannel",
            "BatchUpdateSchedule",
            "StopChannel",
            "DeleteChannel",
            "DeleteInput",
            "DeleteInputSecurityGroup",
            "DeleteOriginEndpoint",
            "DeleteOriginEndpointPolicy",
            "DeleteChannelGroup");

    private AwsStub stub;
    private AwsCalls calls;

    @Test
    void lost_answers_double_nothing() {
        int lost = 0;
        try (AwsStub there = AwsStub.start(
                Manner.quick().withQuotasTimes(2 * AwsAtHand.HASTE).seeded(SEED))) {
            stub = there;
            calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
            loseAnswers();
            for (int i = 0; i < SIZE; i++) {
                lost += show("CH-" + UUID.randomUUID().toString().substring(0, 8));
                stub.forgetCalls();
            }
            assertThat(stub.leftBehind()).isEmpty();
        }
        System.out.printf(
                "PROOF|lost-answers|%d|%d|%d shows on MediaLive, %d answers lost: one channel and three inputs each,"
                        + " each run once, nothing left behind%n",
                SIZE, SEED, SIZE, lost);
        assertThat(lost).isGreaterThan(4 * SIZE);
    }

    /** A third of all that writes; few of the looks, each of which is a dozen reads. */
    private void loseAnswers() {
        for (String operation : WRITES) {
            stub.faults()
                    .on("*", operation)
                    .share(0.33)
                    .atMost(Integer.MAX_VALUE)
                    .replyLost();
        }
        stub.faults().on("*", "*").share(0.03).atMost(Integer.MAX_VALUE).replyLost();
    }

    private int show(String channel) {
        ChannelProvisioner mediaLive = new MediaLiveChannelProvisioner(
                calls,
                new MediaLiveRecordings(calls, new BucketTexts(calls)),
                new RtmpTargets(),
                new Ids(Clock.systemUTC()),
                Clock.systemUTC());
        RunSpec spec = Wanted.run(channel, 1);
        until(() -> step(mediaLive, spec));
        assertThat(made(channel, "CreateChannel", "medialive")).hasSize(1);
        assertThat(made(channel, "CreateChannel", "mediapackagev2")).hasSize(1);
        assertThat(made(channel, "CreateInput", "medialive")).hasSize(3);
        assertThat(made(channel, "StartChannel", "medialive")).hasSizeLessThanOrEqualTo(1);
        until(() -> mediaLive.remove(channel));
        return (int) stub.calls().stream().filter(call -> call.status() == 0).count();
    }

    private interface Step {
        boolean isDone();
    }

    /** As the caller does it: after any trouble it looks again. */
    private static void until(Step step) {
        Awaitility.await()
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    try {
                        return step.isDone();
                    } catch (CloudException e) {
                        assertThat(e.fault().isRetried()).as(e.getMessage()).isTrue();
                        return false;
                    }
                });
    }

    private static boolean step(ChannelProvisioner mediaLive, RunSpec spec) {
        ChannelObservation seen = mediaLive.describe(spec.run().channel());
        switch (seen.state()) {
            case IDLE -> mediaLive.prepare(spec);
            case READY, INTERRUPTED -> mediaLive.start(spec.run());
            case RUNNING -> run(mediaLive, spec, seen);
            default -> {
                // on its way
            }
        }
        return seen.state() == State.FINISHED;
    }

    private static void run(ChannelProvisioner mediaLive, RunSpec spec, ChannelObservation seen) {
        if (seen.warmUp()) {
            mediaLive.goOnAir(spec);
        } else if (!seen.slateForced()) {
            mediaLive.slate(spec.run(), true);
        } else {
            mediaLive.stop(spec.run());
        }
    }

    /** What was carried out for this channel, whether its answer came or not. */
    private List<StubCall> made(String channel, String operation, String service) {
        return stub.calls(service, operation).stream()
                .filter(StubCall::executed)
                .filter(call -> operation.equals("StartChannel")
                        || call.input().toString().contains(channel))
                .toList();
    }
}
