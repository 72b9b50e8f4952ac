package live.onair.cloudaws.scheduling;

import java.util.Map;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.scheduling.IvsSeen.Channel;
import live.onair.scheduling.spi.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ivs.model.ChannelLatencyMode;
import software.amazon.awssdk.services.ivs.model.ChannelType;
import software.amazon.awssdk.services.ivs.model.CreateChannelRequest;
import software.amazon.awssdk.services.ivs.model.CreateRecordingConfigurationRequest;
import software.amazon.awssdk.services.ivs.model.CreateStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.DeleteRecordingConfigurationRequest;
import software.amazon.awssdk.services.ivs.model.DeleteStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.PutMetadataRequest;
import software.amazon.awssdk.services.ivs.model.RecordingMode;
import software.amazon.awssdk.services.ivs.model.TagResourceRequest;
import software.amazon.awssdk.services.ivs.model.ThumbnailConfigurationStorage;
import software.amazon.awssdk.services.ivs.model.UpdateChannelRequest;

/** The steps on IVS, each with its request. */
final class IvsRequests {

    /** Seconds between two pictures that are kept of a recording. */
    static final long PICTURE_EVERY = 10;

    private IvsRequests() {}

    /**
     * Recordings of the installation go to its bucket. Each connection of an encoder stays a recording of its own (no
     * reconnect window): a merged one would not say where its gaps are, and media time runs without them.
     */
    static AwsStep createConfiguration(AwsSettings settings) {
        CreateRecordingConfigurationRequest request = CreateRecordingConfigurationRequest.builder()
                .name(settings.name())
                .destinationConfiguration(to -> to.s3(s3 -> s3.bucketName(settings.bucket())))
                .recordingReconnectWindowSeconds(0)
                .thumbnailConfiguration(pictures -> pictures.recordingMode(RecordingMode.INTERVAL)
                        .targetIntervalSeconds(PICTURE_EVERY)
                        .storage(ThumbnailConfigurationStorage.SEQUENTIAL))
                .tags(AwsTags.shared(settings))
                .build();
        return new AwsStep.Send<>(
                IvsOperations.CREATE_CONFIGURATION,
                request,
                "recording configuration " + settings.name() + " -> bucket " + settings.bucket(),
                "ivs DeleteRecordingConfiguration");
    }

    static AwsStep deleteConfiguration(IvsSeen.Configuration configuration) {
        DeleteRecordingConfigurationRequest request = DeleteRecordingConfigurationRequest.builder()
                .arn(configuration.arn())
                .build();
        return new AwsStep.Send<>(
                IvsOperations.DELETE_CONFIGURATION, request, "recording configuration " + configuration.arn(), null);
    }

    static AwsStep createChannel(IvsWanted wanted, String recording, @Nullable String session) {
        CreateChannelRequest request = CreateChannelRequest.builder()
                .name(wanted.name())
                .type(ChannelType.STANDARD)
                .latencyMode(ChannelLatencyMode.LOW)
                .authorized(wanted.closed())
                .recordingConfigurationArn(recording)
                .tags(wanted.tags(null, session))
                .build();
        return new AwsStep.Send<>(
                IvsOperations.CREATE_CHANNEL, request, "channel " + wanted.name(), "ivs DeleteChannel");
    }

    static AwsStep updateChannel(Channel channel, boolean closed, String recording) {
        UpdateChannelRequest request = UpdateChannelRequest.builder()
                .arn(channel.arn())
                .authorized(closed)
                .recordingConfigurationArn(recording)
                .build();
        return new AwsStep.Send<>(
                IvsOperations.UPDATE_CHANNEL, request, "channel " + channel.arn(), "ivs UpdateChannel (as it was)");
    }

    /** A channel without a run: it only waits to be sent to. Its first run makes it what the run needs. */
    static AwsStep createIdleChannel(AwsSettings settings, String channel) {
        CreateChannelRequest request = CreateChannelRequest.builder()
                .name(IvsNames.channel(settings, channel))
                .type(ChannelType.STANDARD)
                .latencyMode(ChannelLatencyMode.LOW)
                .authorized(false)
                .recordingConfigurationArn("")
                .tags(AwsTags.ofChannel(settings, channel))
                .build();
        return new AwsStep.Send<>(
                IvsOperations.CREATE_CHANNEL, request, "channel " + request.name(), "ivs DeleteChannel");
    }

    /** A channel is made with one; this is for one whose key has been deleted. */
    static AwsStep createKey(AwsSettings settings, String channel, String arn, Map<String, String> more) {
        CreateStreamKeyRequest request = CreateStreamKeyRequest.builder()
                .channelArn(arn)
                .tags(AwsTags.and(AwsTags.ofChannel(settings, channel), more))
                .build();
        return new AwsStep.Send<>(
                IvsOperations.CREATE_STREAM_KEY, request, "stream key of channel " + arn, "ivs DeleteStreamKey");
    }

    /** Nothing brings a deleted key back. */
    static AwsStep deleteKey(String arn) {
        return new AwsStep.Send<>(
                IvsOperations.DELETE_STREAM_KEY,
                DeleteStreamKeyRequest.builder().arn(arn).build(),
                "stream key " + arn,
                null);
    }

    static AwsStep tag(Channel channel, Map<String, String> tags) {
        TagResourceRequest request = TagResourceRequest.builder()
                .resourceArn(channel.arn())
                .tags(tags)
                .build();
        return new AwsStep.Send<>(IvsOperations.TAG, request, "tags of channel " + channel.arn(), null);
    }

    /** An empty object: what counts is when the bucket says it was written, by the same clock as the recordings. */
    static AwsStep mark(AwsSettings settings, Run run, Channel channel, String mark) {
        return BucketTexts.write(settings.bucket(), IvsNames.marks(settings, run, channel) + mark, "{}");
    }

    static AwsStep tell(Channel channel, String word) {
        PutMetadataRequest request = PutMetadataRequest.builder()
                .channelArn(channel.arn())
                .metadata(word)
                .build();
        return new AwsStep.Send<>(IvsOperations.PUT_METADATA, request, "players of channel " + channel.arn(), null);
    }

    /** In the form of a timed mark, without an id: what is said again is so already, and does no harm. */
    static String onAirWord() {
        return "{\"kind\":\"on-air\",\"data\":{}}";
    }

    static String slateWord(boolean on) {
        return "{\"kind\":\"slate\",\"data\":{\"on\":" + on + "}}";
    }
}
