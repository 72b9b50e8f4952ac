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
import live.onair.awsstub.StubCall;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import live.onair.testkit.Leave;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A channel of one's own on IVS, with what stands for AWS behind it. */
final class IvsBench {

    final AwsStub stub;
    final AwsCalls calls;
    final String own = "CH-" + UUID.randomUUID().toString().substring(0, 8);
    final Run run = new Run(own, "SH-" + own + ":1", "SH-" + own);

    IvsBench(AwsStub stub) {
        this.stub = stub;
        this.calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
    }

    static AwsStub start() {
        return start(1);
    }

    /** Other tests look at the rates; here they would only cost time. */
    static AwsStub start(long seed) {
        AwsStub stub = AwsStub.start(
                Manner.quick().withQuotasTimes(2 * AwsAtHand.HASTE).seeded(seed));
        AwsAtHand.makeBucket(stub.uri());
        return stub;
    }

    /** Nothing was asked for that AWS's own models would refuse. */
    static void stop(AwsStub stub) {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    IvsChannelProvisioner ivs() {
        BucketTexts bucket = new BucketTexts(calls);
        return new IvsChannelProvisioner(
                calls,
                new IvsReading(calls, bucket),
                new IvsRecordings(calls, bucket, Clock.systemUTC()),
                Clock.systemUTC());
    }

    String arn() {
        return arn(own);
    }

    String arn(String channel) {
        return new IvsReading(calls, new BucketTexts(calls))
                .channel(channel)
                .orElseThrow()
                .channel()
                .arn();
    }

    RunSpec spec(@Nullable String privateKey, boolean record, boolean warmUp) {
        return new RunSpec(
                run,
                new RunSpec.Feed(FeedKind.INPUT, null, null, "가을 니트 방송"),
                privateKey,
                record,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                warmUp);
    }

    void ready(RunSpec spec) {
        await().atMost(Leave.of(Duration.ofSeconds(15))).until(() -> {
            ivs().prepare(spec);
            return ivs().describe(own).state() == State.READY;
        });
    }

    void pictureComes() {
        pictureComes(own);
    }

    void pictureComes(String channel) {
        assertThat(stub.ivs().encoderConnects(stub.ivs().keyOf(arn(channel)))).isTrue();
    }

    static void letPass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    /** The calls of this operation that name the channel. */
    List<StubCall> made(String operation) {
        return stub.calls("ivs", operation).stream()
                .filter(call -> call.input().toString().contains("onair-test-" + own))
                .toList();
    }
}
