package live.onair.cloudaws.scheduling;

import java.util.Objects;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.MediaPackageOperations;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateDashManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateLowLatencyHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyRequest;

/** The calls that package what MediaLive sends: one endpoint with HLS, low-latency HLS and DASH, open to the CDN only. */
final class MediaPackageRequests {

    /** Name of the one origin endpoint of a channel. */
    static final String ENDPOINT = "live";
    /** Name of its HLS playlists. */
    private static final String HLS = "hls";
    /** How much of the past players can go back to, in seconds. */
    private static final int WINDOW = 60;

    private final AwsSettings settings;
    private final String channel;
    private final String occasion;

    /**
     * Calls about one channel.
     *
     * @param channel id of the channel in Onair
     * @param occasion part of the tokens: the same for calls that are repeated, another once what they made was deleted
     */
    MediaPackageRequests(AwsSettings settings, String channel, String occasion) {
        this.settings = settings;
        this.channel = channel;
        this.occasion = occasion;
    }

    /** Where a channel's multivariant playlist lies below its origin (MediaPackage's guide, version 2, "Previewing manifests"). */
    static String path(AwsSettings settings, String channel) {
        return "/out/v1/" + settings.name() + "/" + settings.nameOf(channel) + "/" + ENDPOINT + "/" + HLS + ".m3u8";
    }

    private String group() {
        return settings.name();
    }

    private String name() {
        return settings.nameOf(channel);
    }

    private String token(String what) {
        return (name() + "-" + what + "-" + occasion).replace(':', '-');
    }

    AwsStep createGroup() {
        return new AwsStep.Send<>(
                MediaPackageOperations.CREATE_GROUP,
                CreateChannelGroupRequest.builder()
                        .channelGroupName(group())
                        .clientToken(token("group"))
                        .tags(AwsTags.shared(settings))
                        .build(),
                "channel group " + group(),
                "mediapackagev2 DeleteChannelGroup");
    }

    AwsStep createChannel() {
        return new AwsStep.Send<>(
                MediaPackageOperations.CREATE_CHANNEL,
                CreateChannelRequest.builder()
                        .channelGroupName(group())
                        .channelName(name())
                        .inputType(InputType.CMAF)
                        .clientToken(token("channel"))
                        .tags(AwsTags.ofChannel(settings, channel))
                        .build(),
                "packaging channel " + name(),
                "mediapackagev2 DeleteChannel");
    }

    AwsStep createEndpoint() {
        return new AwsStep.Send<>(
                MediaPackageOperations.CREATE_ENDPOINT,
                CreateOriginEndpointRequest.builder()
                        .channelGroupName(group())
                        .channelName(name())
                        .originEndpointName(ENDPOINT)
                        .containerType(ContainerType.CMAF)
                        .segment(segment -> segment.segmentDurationSeconds(2).segmentName("part"))
                        .hlsManifests(CreateHlsManifestConfiguration.builder()
                                .manifestName(HLS)
                                .manifestWindowSeconds(WINDOW)
                                .programDateTimeIntervalSeconds(2)
                                .build())
                        .lowLatencyHlsManifests(CreateLowLatencyHlsManifestConfiguration.builder()
                                .manifestName("llhls")
                                .manifestWindowSeconds(WINDOW)
                                .programDateTimeIntervalSeconds(2)
                                .build())
                        .dashManifests(CreateDashManifestConfiguration.builder()
                                .manifestName("dash")
                                .manifestWindowSeconds(WINDOW)
                                .build())
                        .clientToken(token(ENDPOINT))
                        .tags(AwsTags.ofChannel(settings, channel))
                        .build(),
                "origin endpoint " + name() + "/" + ENDPOINT,
                "mediapackagev2 DeleteOriginEndpoint");
    }

    /** Without a policy the endpoint answers nobody; this one lets this account's CloudFront distributions in. */
    AwsStep openToCdn(MediaLiveSeen.Packaging seen) {
        String account = accountOf(Objects.requireNonNull(seen.group()));
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"cdn\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"cloudfront.amazonaws.com\"},"
                + "\"Action\":[\"mediapackagev2:GetObject\",\"mediapackagev2:GetHeadObject\"],"
                + "\"Resource\":\"arn:aws:mediapackagev2:" + settings.region() + ":" + account + ":channelGroup/"
                + group() + "/channel/" + name() + "/originEndpoint/" + ENDPOINT + "\","
                + "\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"" + account + "\"}}}]}";
        return new AwsStep.Send<>(
                MediaPackageOperations.PUT_POLICY,
                PutOriginEndpointPolicyRequest.builder()
                        .channelGroupName(group())
                        .channelName(name())
                        .originEndpointName(ENDPOINT)
                        .policy(policy)
                        .build(),
                "access to " + name() + "/" + ENDPOINT,
                "mediapackagev2 DeleteOriginEndpoint");
    }

    /** The fifth part of an ARN; a placeholder stands for itself. */
    private static String accountOf(String arn) {
        String[] parts = arn.split(":");
        return parts.length > 4 ? parts[4] : "<account>";
    }

    AwsStep deleteEndpoint() {
        return new AwsStep.Send<>(
                MediaPackageOperations.DELETE_ENDPOINT,
                DeleteOriginEndpointRequest.builder()
                        .channelGroupName(group())
                        .channelName(name())
                        .originEndpointName(ENDPOINT)
                        .build(),
                "origin endpoint " + name() + "/" + ENDPOINT,
                "mediapackagev2 CreateOriginEndpoint");
    }

    AwsStep deleteChannel() {
        return new AwsStep.Send<>(
                MediaPackageOperations.DELETE_CHANNEL,
                DeleteChannelRequest.builder()
                        .channelGroupName(group())
                        .channelName(name())
                        .build(),
                "packaging channel " + name(),
                "mediapackagev2 CreateChannel");
    }

    AwsStep deleteGroup() {
        return new AwsStep.Send<>(
                MediaPackageOperations.DELETE_GROUP,
                DeleteChannelGroupRequest.builder().channelGroupName(group()).build(),
                "channel group " + group(),
                "mediapackagev2 CreateChannelGroup");
    }
}
