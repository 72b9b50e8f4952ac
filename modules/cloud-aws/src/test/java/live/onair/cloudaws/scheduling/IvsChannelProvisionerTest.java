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
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.Signal;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.ChannelProvisionerContract;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The port's contract, kept with what stands for AWS, and what only IVS has. */
class IvsChannelProvisionerTest extends ChannelProvisionerContract {

    private static AwsStub stub;
    private static AwsCalls calls;

    private final String own = "CH-" + UUID.randomUUID().toString().substring(0, 8);
    private final Run run = new Run(own, "SH-" + own + ":1", "SH-" + own);

    @BeforeAll
    static void start() {
        // Other tests look at the rates; here they would only cost time.
        stub = AwsStub.start(Manner.quick().withQuotasTimes(20));
        calls = AwsAtHand.calls(AwsAtHand.settings(stub.uri()));
        AwsAtHand.makeBucket(stub.uri());
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

    private static IvsChannelProvisioner ivs() {
        BucketTexts bucket = new BucketTexts(calls);
        return new IvsChannelProvisioner(
                calls,
                new IvsReading(calls, bucket),
                new IvsRecordings(calls, bucket, Clock.systemUTC()),
                Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner port() {
        return ivs();
    }

    @Override
    protected FeedKind feed() {
        return FeedKind.INPUT;
    }

    @Override
    protected void pictureComes(String channel) {
        assertThat(stub.ivs().encoderConnects(stub.ivs().keyOf(arn(channel)))).isTrue();
    }

    @Override
    protected void letPass(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    private static String arn(String channel) {
        return new IvsReading(calls, new BucketTexts(calls))
                .channel(channel)
                .orElseThrow()
                .channel()
                .arn();
    }

    private RunSpec spec(@Nullable String privateKey, boolean record, boolean warmUp) {
        return new RunSpec(
                run,
                new RunSpec.Feed(FeedKind.INPUT, null, null, "가을 니트 방송"),
                privateKey,
                record,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                warmUp);
    }

    private void ready(RunSpec spec) {
        await().atMost(patience()).until(() -> {
            ivs().prepare(spec);
            return ivs().describe(own).state() == State.READY;
        });
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private List<StubCall> made(String operation) {
        return stub.calls("ivs", operation).stream()
                .filter(call -> call.input().toString().contains("onair-test-" + own))
                .toList();
    }

    @Test
    void a_picture_that_ivs_cannot_make_is_refused_in_words() {
        RunSpec test = new RunSpec(
                run,
                new RunSpec.Feed(FeedKind.TEST, null, null, ""),
                null,
                false,
                Duration.ZERO,
                new RunSpec.Slates("", "", "", ""),
                true);
        assertThatThrownBy(() -> ivs().prepare(test))
                .hasMessageContaining("encoder")
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
        assertThat(made("CreateChannel")).isEmpty();
    }

    @Test
    void the_channel_is_a_standard_one_of_low_latency_with_the_tags_of_its_run() {
        ready(spec(null, false, true));
        var input = made("CreateChannel").get(0).input();
        assertThat(input.path("type").asText()).isEqualTo("STANDARD");
        assertThat(input.path("latencyMode").asText()).isEqualTo("LOW");
        assertThat(input.path("authorized").asBoolean()).isFalse();
        assertThat(input.path("tags").path("onair:env").asText()).isEqualTo("test");
        assertThat(input.path("tags").path("onair:channel").asText()).isEqualTo(own);
        assertThat(input.path("tags").path("onair:show").asText()).isEqualTo(run.show());
        assertThat(input.path("tags").path("onair:run").asText()).isEqualTo(run.id());
        assertThat(input.path("tags").path("onair:run-state").asText()).isEqualTo("ready");
    }

    @Test
    void a_lost_answer_makes_no_second_channel() {
        stub.faults().on("ivs", "CreateChannel").atMost(1).replyLost();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> ivs().prepare(spec(null, false, true)));
        ready(spec(null, false, true));
        assertThat(made("CreateChannel")).hasSize(1);
        assertThat(ivs().describe(own).isOf(run)).isTrue();
    }

    @Test
    void a_key_that_somebody_has_deleted_is_made_again_and_only_then() {
        ready(spec(null, false, true));
        assertThat(stub.calls("ivs", "CreateStreamKey").stream()
                        .filter(call -> call.input().toString().contains(arn(own))))
                .isEmpty();
        String key = calls.send(
                        IvsOperations.LIST_STREAM_KEYS,
                        software.amazon.awssdk.services.ivs.model.ListStreamKeysRequest.builder()
                                .channelArn(arn(own))
                                .build())
                .streamKeys()
                .get(0)
                .arn();
        stub.somebodyElse(
                "ivs",
                "DeleteStreamKey",
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .createObjectNode()
                        .put("arn", key));
        stub.faults().on("ivs", "CreateStreamKey").atMost(1).replyLost();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> ivs().prepare(spec(null, false, true)));
        ivs().prepare(spec(null, false, true));
        assertThat(stub.ivs().keyOf(arn(own))).isNotEmpty();
    }

    @Test
    void a_rehearsal_plays_with_a_token_only_and_leaves_nothing_of_the_shows() {
        RunSpec rehearsal = spec("key-of-the-rehearsal", true, false);
        ready(rehearsal);
        assertThat(made("CreateChannel").get(0).input().path("authorized").asBoolean())
                .isTrue();
        ivs().start(run);
        pictureComes(own);
        ivs().stop(run);
        assertThat(ivs().recording(run.show())).isEmpty();
        fails(CloudFault.NOT_FOUND, () -> ivs().publishRecording(run.show(), true, null));
    }

    @Test
    void an_encoder_that_comes_too_early_is_cut_off_when_its_channel_has_to_change() {
        ready(spec("key-of-the-rehearsal", false, true));
        pictureComes(own);
        ivs().prepare(spec(null, false, true));
        assertThat(ivs().describe(own).signal().connected()).isFalse();
    }

    @Test
    void what_the_encoder_sends_is_seen_and_what_it_starves_of_is_told_as_a_picture_that_stands_still() {
        ready(spec(null, false, true));
        assertThat(ivs().describe(own).signal()).isEqualTo(Signal.NONE);
        ivs().start(run);
        pictureComes(own);
        ChannelObservation seen = ivs().describe(own);
        assertThat(seen.output()).isEqualTo(Output.INPUT);
        assertThat(seen.warmUp()).isTrue();
        assertThat(seen.signal().connected()).isTrue();
        assertThat(seen.signal().width()).isEqualTo(1920);
        assertThat(seen.signal().height()).isEqualTo(1080);
        assertThat(seen.signal().fps()).isEqualTo(30);
        assertThat(seen.signal().videoKbps()).isEqualTo(4_500);
        assertThat(seen.signal().audio()).isTrue();
        assertThat(seen.signal().freezeSince()).isNull();
        stub.ivs().streamIs(arn(own), "STARVING", 12);
        assertThat(ivs().describe(own).signal().freezeSince()).isNotNull();
        stub.ivs().streamIs(arn(own), "HEALTHY", 12);
        assertThat(ivs().describe(own).signal().freezeSince()).isNull();
    }

    @Test
    void an_encoder_that_goes_is_missed_and_one_of_the_show_before_is_not() {
        ready(spec(null, false, true));
        ivs().start(run);
        assertThat(ivs().describe(own).signal().lostSince()).isNull();
        pictureComes(own);
        stub.ivs().encoderDisconnects(arn(own));
        ChannelObservation lost = ivs().describe(own);
        assertThat(lost.state()).isEqualTo(State.RUNNING);
        assertThat(lost.signal().lostSince()).isNotNull();
        assertThat(lost.reconnectExpired()).isFalse();
        ivs().stop(run);
        Run next = new Run(own, run.show() + ":2", run.show());
        RunSpec other = spec(null, false, true);
        ivs().prepare(new RunSpec(next, other.feed(), null, false, Duration.ZERO, other.slates(), true));
        ivs().start(next);
        assertThat(ivs().describe(own).signal().lostSince()).isNull();
    }

    @Test
    void players_hear_of_the_air_and_of_the_slate_once_each() {
        ready(spec(null, false, true));
        ivs().start(run);
        pictureComes(own);
        ivs().goOnAir(spec(null, false, true));
        ivs().goOnAir(spec(null, false, true));
        ivs().slate(run, true);
        ivs().slate(run, true);
        ivs().slate(run, false);
        assertThat(stub.ivs().metadata(arn(own)))
                .containsExactly(
                        "{\"kind\":\"on-air\",\"data\":{}}",
                        "{\"kind\":\"slate\",\"data\":{\"on\":true}}",
                        "{\"kind\":\"slate\",\"data\":{\"on\":false}}");
    }

    @Test
    void each_connection_is_a_stretch_of_the_recording_and_warm_up_is_none() {
        ready(spec(null, true, true));
        ivs().start(run);
        pictureComes(own);
        letPass(Duration.ofSeconds(2));
        ivs().goOnAir(spec(null, true, true));
        letPass(Duration.ofSeconds(3));
        stub.ivs().encoderDisconnects(arn(own));
        letPass(Duration.ofSeconds(2));
        pictureComes(own);
        letPass(Duration.ofSeconds(2));
        ivs().stop(run);
        Recording recording = ivs().recording(run.show()).orElseThrow();
        assertThat(recording.complete()).isTrue();
        assertThat(recording.bytes()).isPositive();
        assertThat(recording.spans()).hasSize(2);
        Recording.Span first = recording.spans().get(0);
        assertThat(first.length()).isBetween(Duration.ofMillis(2_000), Duration.ofMillis(4_500));
        assertThat(recording.spans().get(1).start())
                .isAfter(first.start().plus(first.length()).plusMillis(1_000));
    }

    @Test
    void a_finished_run_whose_encoder_comes_back_is_seen_to_send() {
        ready(spec(null, false, true));
        ivs().start(run);
        pictureComes(own);
        ivs().stop(run);
        assertThat(ivs().describe(own).output()).isEqualTo(Output.NONE);
        pictureComes(own);
        ChannelObservation seen = ivs().describe(own);
        assertThat(seen.state()).isEqualTo(State.FINISHED);
        assertThat(seen.output()).isEqualTo(Output.INPUT);
    }

    @Test
    void a_stop_whose_answer_is_lost_is_finished_by_the_next() {
        ready(spec(null, true, false));
        ivs().start(run);
        pictureComes(own);
        stub.faults().on("ivs", "StopStream").atMost(1).replyLost();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> ivs().stop(run));
        assertThat(ivs().describe(own).state()).isEqualTo(State.RUNNING);
        ivs().stop(run);
        assertThat(ivs().describe(own).state()).isEqualTo(State.FINISHED);
        assertThat(ivs().recording(run.show()).orElseThrow().complete()).isTrue();
    }

    @Test
    void a_channel_that_somebody_has_deleted_is_made_anew() {
        IvsChannelProvisioner ivs = ivs();
        ready(spec(null, false, true));
        assertThat(ivs.describe(own).state()).isEqualTo(State.READY);
        stub.somebodyElse(
                "ivs",
                "DeleteChannel",
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .createObjectNode()
                        .put("arn", arn(own)));
        assertThat(ivs.describe(own).state()).isEqualTo(State.IDLE);
        ivs.prepare(spec(null, false, true));
        assertThat(ivs.describe(own).state()).isEqualTo(State.READY);
        assertThat(made("CreateChannel")).hasSize(2);
    }
}
