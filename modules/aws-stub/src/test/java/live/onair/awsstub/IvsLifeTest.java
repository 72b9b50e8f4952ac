package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ivs.IvsClient;
import software.amazon.awssdk.services.ivs.model.ChannelNotBroadcastingException;
import software.amazon.awssdk.services.ivs.model.ConflictException;
import software.amazon.awssdk.services.ivs.model.CreateChannelResponse;
import software.amazon.awssdk.services.ivs.model.RecordingConfigurationState;
import software.amazon.awssdk.services.ivs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ivs.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.ivs.model.StreamHealth;
import software.amazon.awssdk.services.ivs.model.ThrottlingException;
import software.amazon.awssdk.services.ivs.model.ValidationException;

/** IVS: a show's life from channel to nothing left, and what its users are refused. */
class IvsLifeTest {

    private AwsStub stub;
    private IvsClient ivs;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().changingIn(Duration.ofMillis(100)));
        ivs = Clients.of(IvsClient.builder(), stub.uri());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void a_channel_is_recorded_goes_live_is_marked_and_goes() {
        String recording = ivs.createRecordingConfiguration(r ->
                        r.name("show-1").destinationConfiguration(d -> d.s3(s -> s.bucketName("onair-recordings"))))
                .recordingConfiguration()
                .arn();
        await().until(() -> ivs.getRecordingConfiguration(r -> r.arn(recording))
                        .recordingConfiguration()
                        .state()
                == RecordingConfigurationState.ACTIVE);
        CreateChannelResponse made = ivs.createChannel(r ->
                r.name("show-1").recordingConfigurationArn(recording).tags(Map.of("onair:show", "1", "제목", "봄 신상")));
        String channel = made.channel().arn();
        assertThat(stub.ivs().encoderConnects(made.streamKey().value())).isTrue();
        assertThat(ivs.getStream(r -> r.channelArn(channel)).stream().health()).isEqualTo(StreamHealth.HEALTHY);
        ivs.putMetadata(r -> r.channelArn(channel).metadata("{\"pin\":1}"));
        assertThat(stub.ivs().metadata(channel)).containsExactly("{\"pin\":1}");
        stub.ivs().streamIs(channel, "STARVING", 1200);
        assertThat(ivs.listStreams(r -> r.filterBy(f -> f.health(StreamHealth.STARVING)))
                        .streams())
                .singleElement()
                .satisfies(s -> assertThat(s.viewerCount()).isEqualTo(1200));
        assertThat(ivs.getStreamSession(r -> r.channelArn(channel))
                        .streamSession()
                        .truncatedEvents()
                        .get(0)
                        .name())
                .isEqualTo("Starvation Start");

        ivs.stopStream(r -> r.channelArn(channel));
        assertThat(ivs.listStreamSessions(r -> r.channelArn(channel))
                        .streamSessions()
                        .get(0)
                        .endTime())
                .isNotNull();
        assertThat(stub.events())
                .extracting(e -> e.path("detail").path("event_name").asText())
                .containsExactly("Session Created", "Stream Start", "Starvation Start", "Session Ended", "Stream End");
        ivs.deleteChannel(r -> r.arn(channel));
        ivs.deleteRecordingConfiguration(r -> r.arn(recording));
        assertThat(stub.leftBehind()).isEmpty();
        assertThat(stub.unserved()).isEmpty();
    }

    @Test
    void a_korean_name_is_refused_and_says_which_member() {
        assertThatThrownBy(() -> ivs.createChannel(r -> r.name("봄신상")))
                .isInstanceOf(ValidationException.class)
                .satisfies(e ->
                        assertThat(((ValidationException) e).exceptionMessage()).contains("name"));
    }

    @Test
    void a_second_stream_key_is_over_the_quota_and_a_rotated_one_ends_the_first() {
        CreateChannelResponse made = ivs.createChannel(r -> r.name("a"));
        String channel = made.channel().arn();
        assertThatThrownBy(() -> ivs.createStreamKey(r -> r.channelArn(channel)))
                .isInstanceOf(ServiceQuotaExceededException.class);
        ivs.deleteStreamKey(r -> r.arn(made.streamKey().arn()));
        String fresh =
                ivs.createStreamKey(r -> r.channelArn(channel)).streamKey().value();
        assertThat(stub.ivs().encoderConnects(made.streamKey().value())).isFalse();
        assertThat(stub.ivs().encoderConnects(fresh)).isTrue();
        assertThat(ivs.listStreamKeys(r -> r.channelArn(channel)).streamKeys()).hasSize(1);
    }

    @Test
    void a_live_channel_is_not_deleted_and_an_offline_one_takes_no_metadata() {
        CreateChannelResponse made = ivs.createChannel(r -> r.name("a"));
        String channel = made.channel().arn();
        assertThatThrownBy(() -> ivs.putMetadata(r -> r.channelArn(channel).metadata("x")))
                .isInstanceOf(ChannelNotBroadcastingException.class);
        stub.ivs().encoderConnects(made.streamKey().value());
        assertThatThrownBy(() -> ivs.deleteChannel(r -> r.arn(channel))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> ivs.updateChannel(r -> r.arn(channel).name("b")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> ivs.putMetadata(r -> r.channelArn(channel).metadata("가".repeat(400))))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> ivs.getChannel(r -> r.arn(channel + "x")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void more_than_five_a_second_are_throttled_unless_the_quota_is_raised() {
        assertThatThrownBy(() -> IntStream.range(0, 50).forEach(i -> ivs.listChannels(r -> {})))
                .isInstanceOf(ThrottlingException.class);
        assertThat(stub.calls("ivs", "ListChannels")).hasSizeBetween(6, 50);
        try (AwsStub raised = AwsStub.start(Manner.quick().withQuotasTimes(1000))) {
            IvsClient client = Clients.of(IvsClient.builder(), raised.uri());
            IntStream.range(0, 20).forEach(i -> client.listChannels(r -> {}));
        }
    }

    @Test
    void tags_are_kept_under_the_channel() {
        String arn = ivs.createChannel(r -> r.name("a")).channel().arn();
        ivs.tagResource(r -> r.resourceArn(arn).tags(Map.of("onair:show", "7")));
        assertThat(ivs.listTagsForResource(r -> r.resourceArn(arn)).tags()).containsEntry("onair:show", "7");
        assertThat(ivs.listChannels(r -> {}).channels().get(0).tags()).containsEntry("onair:show", "7");
        ivs.untagResource(r -> r.resourceArn(arn).tagKeys("onair:show"));
        assertThat(ivs.listTagsForResource(r -> r.resourceArn(arn)).tags()).isEmpty();
    }
}
