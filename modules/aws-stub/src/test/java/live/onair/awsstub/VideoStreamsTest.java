package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesisvideo.KinesisVideoClient;
import software.amazon.awssdk.services.kinesisvideo.model.APIName;
import software.amazon.awssdk.services.kinesisvideo.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesisvideo.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesisvideo.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesisvideo.model.StreamInfo;
import software.amazon.awssdk.services.kinesisvideo.model.UpdateDataRetentionOperation;
import software.amazon.awssdk.services.kinesisvideo.model.VersionMismatchException;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.KinesisVideoArchivedMediaClient;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.HLSPlaybackMode;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.NoDataRetentionException;

/** Kinesis Video Streams: kept for hours, played by a session's URL, changed only by who knows the version. */
class VideoStreamsTest {

    private AwsStub stub;
    private KinesisVideoClient video;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().changingIn(Duration.ofMillis(100)));
        video = Clients.of(KinesisVideoClient.builder(), stub.uri());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private StreamInfo described() {
        return video.describeStream(r -> r.streamName("studio-a")).streamInfo();
    }

    private StreamInfo active() {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> described().statusAsString().equals("ACTIVE"));
        return described();
    }

    private StreamInfo made(int hours) {
        video.createStream(
                r -> r.streamName("studio-a").dataRetentionInHours(hours).tags(Map.of("onair:env", "test")));
        return active();
    }

    private String session() {
        URI data = URI.create(
                video.getDataEndpoint(r -> r.streamName("studio-a").apiName(APIName.GET_HLS_STREAMING_SESSION_URL))
                        .dataEndpoint());
        return Clients.of(KinesisVideoArchivedMediaClient.builder(), data)
                .getHLSStreamingSessionURL(r -> r.streamName("studio-a").playbackMode(HLSPlaybackMode.LIVE))
                .hlsStreamingSessionURL();
    }

    @Test
    void a_stream_is_made_played_kept_longer_and_deleted() {
        StreamInfo info = made(24);
        assertThatThrownBy(this::session)
                .isInstanceOf(
                        software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.ResourceNotFoundException.class)
                .hasMessageContaining("No fragments");
        stub.video().producerConnects("studio-a");
        assertThat(session()).startsWith(stub.uri().toString());
        stub.video().plays("http://127.0.0.1:9/live/index.m3u8");
        assertThat(session()).isEqualTo("http://127.0.0.1:9/live/index.m3u8");

        video.updateDataRetention(r -> r.streamName("studio-a")
                .currentVersion(info.version())
                .operation(UpdateDataRetentionOperation.INCREASE_DATA_RETENTION)
                .dataRetentionChangeInHours(24));
        assertThat(active().dataRetentionInHours()).isEqualTo(48);
        video.tagStream(r -> r.streamName("studio-a").tags(Map.of("onair:show", "1")));
        video.untagStream(r -> r.streamName("studio-a").tagKeyList("onair:env"));
        assertThat(video.listTagsForStream(r -> r.streamName("studio-a")).tags())
                .isEqualTo(Map.of("onair:show", "1"));
        assertThat(video.listStreams(r -> {}).streamInfoList()).hasSize(1);
        video.deleteStream(r -> r.streamARN(info.streamARN()));
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> stub.leftBehind().isEmpty());
        assertThatThrownBy(this::described).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void what_is_taken_stale_or_not_kept_is_refused() {
        StreamInfo info = made(0);
        stub.video().producerConnects("studio-a");
        assertThatThrownBy(this::session).isInstanceOf(NoDataRetentionException.class);
        assertThatThrownBy(() -> video.createStream(r -> r.streamName("studio-a")))
                .isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() -> video.updateStream(
                        r -> r.streamName("studio-a").currentVersion("stale").mediaType("video/h264")))
                .isInstanceOf(VersionMismatchException.class);
        assertThatThrownBy(() -> video.describeStream(r -> {})).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> video.createStream(r -> r.streamName("스튜디오")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("StreamName");
        assertThatThrownBy(() -> video.updateDataRetention(r -> r.streamName("studio-a")
                        .currentVersion(info.version())
                        .operation(UpdateDataRetentionOperation.DECREASE_DATA_RETENTION)
                        .dataRetentionChangeInHours(1)))
                .isInstanceOf(InvalidArgumentException.class);
    }
}
