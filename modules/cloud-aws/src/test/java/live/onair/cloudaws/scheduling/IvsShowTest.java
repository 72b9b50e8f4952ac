package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.scheduling.IvsBench.fails;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import live.onair.awsstub.AwsStub;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.Signal;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen, told and recorded of a show on IVS. */
class IvsShowTest {

    private static AwsStub stub;

    private final IvsBench bench = new IvsBench(stub);
    private final IvsChannelProvisioner ivs = bench.ivs();

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
    }

    @Test
    void a_rehearsal_plays_with_a_token_only_and_leaves_nothing_of_the_shows() {
        RunSpec rehearsal = bench.spec("key-of-the-rehearsal", true, false);
        bench.ready(rehearsal);
        assertThat(bench.made("CreateChannel").get(0).input().path("authorized").asBoolean())
                .isTrue();
        ivs.start(bench.run);
        bench.pictureComes();
        assertThat(ivs.describe(bench.own).serving().address()).isNull();
        ivs.stop(bench.run);
        assertThat(ivs.recording(bench.run.show())).isEmpty();
        fails(CloudFault.NOT_FOUND, () -> ivs.publishRecording(bench.run.show(), true, null));
    }

    @Test
    void what_the_encoder_sends_is_seen_and_what_it_starves_of_is_told_as_a_picture_that_stands_still() {
        bench.ready(bench.spec(null, false, true));
        assertThat(ivs.describe(bench.own).signal()).isEqualTo(Signal.NONE);
        ivs.start(bench.run);
        bench.pictureComes();
        ChannelObservation seen = ivs.describe(bench.own);
        assertThat(seen.output()).isEqualTo(Output.INPUT);
        assertThat(seen.serving().address())
                .matches("https://[a-z0-9]+\\.ap-northeast-2\\.playback\\.live-video\\.net/api/video/v1/.*\\.m3u8");
        assertThat(seen.warmUp()).isTrue();
        assertThat(seen.signal().connected()).isTrue();
        assertThat(seen.signal().width()).isEqualTo(1920);
        assertThat(seen.signal().height()).isEqualTo(1080);
        assertThat(seen.signal().fps()).isEqualTo(30);
        assertThat(seen.signal().videoKbps()).isEqualTo(4_500);
        assertThat(seen.signal().audio()).isTrue();
        assertThat(seen.signal().freezeSince()).isNull();
        bench.stub.ivs().streamIs(bench.arn(), "STARVING", 12);
        assertThat(ivs.describe(bench.own).signal().freezeSince()).isNotNull();
        assertThat(ivs.describe(bench.own).serving().viewers()).isEqualTo(12);
        assertThat(ivs.describe(bench.own).serving().limit()).isNull();
        bench.stub.ivs().streamEvent(bench.arn(), "Ingest Bitrate", "IVS Limit Breach");
        assertThat(ivs.describe(bench.own).serving().limit()).isEqualTo("Ingest Bitrate");
        bench.stub.ivs().streamIs(bench.arn(), "HEALTHY", 12);
        assertThat(ivs.describe(bench.own).signal().freezeSince()).isNull();
    }

    @Test
    void an_encoder_that_goes_is_missed_and_one_of_the_show_before_is_not() {
        bench.ready(bench.spec(null, false, true));
        ivs.start(bench.run);
        assertThat(ivs.describe(bench.own).signal().lostSince()).isNull();
        bench.pictureComes();
        bench.stub.ivs().encoderDisconnects(bench.arn());
        ChannelObservation lost = ivs.describe(bench.own);
        assertThat(lost.state()).isEqualTo(State.RUNNING);
        assertThat(lost.signal().lostSince()).isNotNull();
        assertThat(lost.reconnectExpired()).isFalse();
        ivs.stop(bench.run);
        Run next = new Run(bench.own, bench.run.show() + ":2", bench.run.show());
        RunSpec other = bench.spec(null, false, true);
        ivs.prepare(new RunSpec(next, other.feed(), null, false, Duration.ZERO, other.slates(), true));
        ivs.start(next);
        assertThat(ivs.describe(bench.own).signal().lostSince()).isNull();
    }

    @Test
    void what_ivs_cannot_change_while_it_sends_does_not_hold_the_show_up() {
        bench.ready(bench.spec(null, false, true));
        ivs.start(bench.run);
        bench.pictureComes();
        ivs.prepare(bench.spec(null, true, true));
        ivs.goOnAir(bench.spec(null, true, true));
        ChannelObservation seen = ivs.describe(bench.own);
        assertThat(seen.warmUp()).isFalse();
        assertThat(seen.signal().connected()).isTrue();
        assertThat(ivs.recording(bench.run.show())).as("it was not recorded").isEmpty();
    }

    @Test
    void players_hear_of_the_air_and_of_the_slate_once_each() {
        bench.ready(bench.spec(null, false, true));
        ivs.start(bench.run);
        bench.pictureComes();
        ivs.goOnAir(bench.spec(null, false, true));
        ivs.goOnAir(bench.spec(null, false, true));
        ivs.slate(bench.run, true);
        ivs.slate(bench.run, true);
        ivs.slate(bench.run, false);
        assertThat(bench.stub.ivs().metadata(bench.arn()))
                .containsExactly(
                        "{\"kind\":\"on-air\",\"data\":{}}",
                        "{\"kind\":\"slate\",\"data\":{\"on\":true}}",
                        "{\"kind\":\"slate\",\"data\":{\"on\":false}}");
    }

    @Test
    void each_connection_is_a_stretch_of_the_recording_and_warm_up_is_none() {
        bench.ready(bench.spec(null, true, true));
        ivs.start(bench.run);
        bench.pictureComes();
        IvsBench.letPass(Duration.ofSeconds(2));
        ivs.goOnAir(bench.spec(null, true, true));
        IvsBench.letPass(Duration.ofSeconds(3));
        bench.stub.ivs().encoderDisconnects(bench.arn());
        IvsBench.letPass(Duration.ofSeconds(2));
        bench.pictureComes();
        IvsBench.letPass(Duration.ofSeconds(2));
        ivs.stop(bench.run);
        Recording recording = ivs.recording(bench.run.show()).orElseThrow();
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
        bench.ready(bench.spec(null, false, true));
        ivs.start(bench.run);
        bench.pictureComes();
        ivs.stop(bench.run);
        assertThat(ivs.describe(bench.own).output()).isEqualTo(Output.NONE);
        bench.pictureComes();
        ChannelObservation seen = ivs.describe(bench.own);
        assertThat(seen.state()).isEqualTo(State.FINISHED);
        assertThat(seen.output()).isEqualTo(Output.INPUT);
    }

    @Test
    void a_stop_whose_answer_is_lost_is_finished_by_the_next() {
        bench.ready(bench.spec(null, true, false));
        ivs.start(bench.run);
        bench.pictureComes();
        bench.stub.faults().on("ivs", "StopStream").atMost(1).replyLost();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> ivs.stop(bench.run));
        assertThat(ivs.describe(bench.own).state()).isEqualTo(State.RUNNING);
        ivs.stop(bench.run);
        assertThat(ivs.describe(bench.own).state()).isEqualTo(State.FINISHED);
        assertThat(ivs.recording(bench.run.show()).orElseThrow().complete()).isTrue();
    }
}
