package live.onair.cloudaws.inventory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.CloudWatchOperations;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.KvsOperations;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.MediaPackageOperations;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.ivs.model.DeleteRecordingConfigurationRequest;
import software.amazon.awssdk.services.ivs.model.StopStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.DeleteStreamRequest;
import software.amazon.awssdk.services.medialive.model.CreateTagsRequest;
import software.amazon.awssdk.services.medialive.model.DeleteChannelRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.StopChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointRequest;

/** The calls that stop things and take them away, and what each does to what it names. */
final class ClearingRequests {

    private ClearingRequests() {}

    /** What becomes of the thing that a call names. */
    enum Effect {
        /** Its run is over. */
        TAGGED,
        /** It stops. */
        STOPPED,
        /** It goes after a while. */
        GOING,
        /** It is gone. */
        GONE
    }

    static AwsStep runIsOver(Resource channel) {
        return new AwsStep.Send<>(
                MediaLiveOperations.CREATE_TAGS,
                CreateTagsRequest.builder()
                        .resourceArn(channel.arn())
                        .tags(Map.of(AwsTags.ENV, tag(channel), AwsTags.RUN_STATE, "stopped"))
                        .build(),
                "tags of channel " + channel.name(),
                "medialive CreateTags (as they were)");
    }

    /** Adding tags is allowed to us only together with ours. */
    private static String tag(Resource thing) {
        return Objects.requireNonNull(thing.tags().get(AwsTags.ENV));
    }

    static AwsStep stopChannel(Resource channel) {
        return new AwsStep.Send<>(
                MediaLiveOperations.STOP_CHANNEL,
                StopChannelRequest.builder().channelId(channel.handle()).build(),
                "channel " + channel.name(),
                "medialive StartChannel");
    }

    static AwsStep stopStream(Resource channel) {
        return new AwsStep.Send<>(
                IvsOperations.STOP_STREAM,
                StopStreamRequest.builder().channelArn(channel.arn()).build(),
                "stream of channel " + channel.name(),
                null);
    }

    static AwsStep delete(Resource thing) {
        return switch (thing.service()) {
            case "medialive" -> deleteOnMediaLive(thing);
            case "mediapackagev2" -> deletePackaging(thing);
            case "ivs" -> deleteOnIvs(thing);
            case "cloudwatch" ->
                new AwsStep.Send<>(
                        CloudWatchOperations.DELETE_ALARMS,
                        DeleteAlarmsRequest.builder().alarmNames(thing.handle()).build(),
                        "alarm " + thing.name(),
                        null);
            default ->
                new AwsStep.Send<>(
                        KvsOperations.DELETE_STREAM,
                        DeleteStreamRequest.builder()
                                .streamARN(thing.arn())
                                .currentVersion(thing.handle())
                                .build(),
                        "stream " + thing.name(),
                        null);
        };
    }

    private static AwsStep deleteOnMediaLive(Resource thing) {
        return switch (thing.kind()) {
            case "channel" ->
                new AwsStep.Send<>(
                        MediaLiveOperations.DELETE_CHANNEL,
                        DeleteChannelRequest.builder().channelId(thing.handle()).build(),
                        "channel " + thing.name(),
                        null);
            case "input" ->
                new AwsStep.Send<>(
                        MediaLiveOperations.DELETE_INPUT,
                        DeleteInputRequest.builder().inputId(thing.handle()).build(),
                        "input " + thing.name(),
                        null);
            default ->
                new AwsStep.Send<>(
                        MediaLiveOperations.DELETE_SECURITY_GROUP,
                        DeleteInputSecurityGroupRequest.builder()
                                .inputSecurityGroupId(thing.handle())
                                .build(),
                        thing.name(),
                        "medialive CreateInputSecurityGroup");
        };
    }

    /** Names below the group: {@code channel} and {@code channel/endpoint}; the group's is in the ARN. */
    private static AwsStep deletePackaging(Resource thing) {
        String group = thing.arn().replaceFirst(".*:channelGroup/", "").replaceFirst("/.*", "");
        String[] names = thing.name().split("/");
        return switch (thing.kind()) {
            case "endpoint" -> deleteEndpoint(group, names[0], names[1]);
            case "channel" ->
                new AwsStep.Send<>(
                        MediaPackageOperations.DELETE_CHANNEL,
                        software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelRequest.builder()
                                .channelGroupName(group)
                                .channelName(names[0])
                                .build(),
                        "packaging channel " + thing.name(),
                        null);
            default ->
                new AwsStep.Send<>(
                        MediaPackageOperations.DELETE_GROUP,
                        DeleteChannelGroupRequest.builder()
                                .channelGroupName(group)
                                .build(),
                        "channel group " + thing.name(),
                        "mediapackagev2 CreateChannelGroup");
        };
    }

    private static AwsStep deleteEndpoint(String group, String channel, String endpoint) {
        return new AwsStep.Send<>(
                MediaPackageOperations.DELETE_ENDPOINT,
                DeleteOriginEndpointRequest.builder()
                        .channelGroupName(group)
                        .channelName(channel)
                        .originEndpointName(endpoint)
                        .build(),
                "origin endpoint " + channel + "/" + endpoint,
                null);
    }

    private static AwsStep deleteOnIvs(Resource thing) {
        return thing.kind().equals("channel")
                ? new AwsStep.Send<>(
                        IvsOperations.DELETE_CHANNEL,
                        software.amazon.awssdk.services.ivs.model.DeleteChannelRequest.builder()
                                .arn(thing.arn())
                                .build(),
                        "channel " + thing.name() + " with its stream key",
                        null)
                : new AwsStep.Send<>(
                        IvsOperations.DELETE_CONFIGURATION,
                        DeleteRecordingConfigurationRequest.builder()
                                .arn(thing.arn())
                                .build(),
                        "recording configuration " + thing.name(),
                        "ivs CreateRecordingConfiguration");
    }

    static Effect effect(AwsRequest request) {
        if (request instanceof CreateTagsRequest) {
            return Effect.TAGGED;
        }
        if (request instanceof StopChannelRequest || request instanceof StopStreamRequest) {
            return Effect.STOPPED;
        }
        return request instanceof DeleteChannelRequest || request instanceof DeleteInputRequest
                ? Effect.GOING
                : Effect.GONE;
    }

    /** The thing that a call of ours names. */
    static Resource touched(List<Resource> seen, AwsRequest request) {
        return seen.stream()
                .filter(thing -> isNamed(thing, request))
                .findFirst()
                .orElseThrow(() -> new CloudException(CloudFault.CONFLICT, "nothing is known of what was called for"));
    }

    private static boolean isNamed(Resource thing, AwsRequest request) {
        if (request instanceof CreateTagsRequest tag) {
            return thing.arn().equals(tag.resourceArn());
        }
        if (request instanceof StopStreamRequest stop) {
            return thing.arn().equals(stop.channelArn());
        }
        if (request instanceof StopChannelRequest stop) {
            return thing.is("medialive", "channel") && thing.handle().equals(stop.channelId());
        }
        return delete(thing) instanceof AwsStep.Send<?, ?, ?> send
                && send.request().equals(request);
    }
}
