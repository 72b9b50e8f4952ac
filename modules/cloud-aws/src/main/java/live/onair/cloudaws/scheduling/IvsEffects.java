package live.onair.cloudaws.scheduling;

import java.util.Objects;
import live.onair.cloudaws.scheduling.IvsSeen.Channel;
import live.onair.cloudaws.scheduling.IvsSeen.Configuration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ivs.model.CreateChannelRequest;
import software.amazon.awssdk.services.ivs.model.CreateChannelResponse;
import software.amazon.awssdk.services.ivs.model.CreateRecordingConfigurationRequest;
import software.amazon.awssdk.services.ivs.model.CreateRecordingConfigurationResponse;
import software.amazon.awssdk.services.ivs.model.CreateStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.DeleteChannelRequest;
import software.amazon.awssdk.services.ivs.model.DeleteRecordingConfigurationRequest;
import software.amazon.awssdk.services.ivs.model.PutMetadataRequest;
import software.amazon.awssdk.services.ivs.model.StopStreamRequest;
import software.amazon.awssdk.services.ivs.model.TagResourceRequest;
import software.amazon.awssdk.services.ivs.model.UpdateChannelRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** What is seen after a call to IVS, foretold or answered. */
final class IvsEffects {

    private IvsEffects() {}

    static IvsSeen after(IvsSeen seen, AwsRequest request, @Nullable AwsResponse answer) {
        if (request instanceof CreateRecordingConfigurationRequest made) {
            return seen.with(configuration(made, (CreateRecordingConfigurationResponse) answer));
        }
        if (request instanceof CreateChannelRequest made) {
            return seen.with(channel(made, (CreateChannelResponse) answer)).withKey();
        }
        if (request instanceof UpdateChannelRequest changed) {
            Channel channel = Objects.requireNonNull(seen.channel());
            return seen.with(new Channel(
                    channel.arn(), changed.authorized(), changed.recordingConfigurationArn(), channel.tags()));
        }
        if (request instanceof TagResourceRequest tagged) {
            return seen.with(Objects.requireNonNull(seen.channel()).tagged(tagged.tags()));
        }
        if (request instanceof PutObjectRequest put) {
            return seen.marked(put.key().substring(put.key().lastIndexOf('/') + 1));
        }
        return changed(seen, request);
    }

    private static IvsSeen changed(IvsSeen seen, AwsRequest request) {
        if (request instanceof CreateStreamKeyRequest) {
            return seen.withKey();
        }
        if (request instanceof PutMetadataRequest) {
            return seen.afterTelling();
        }
        if (request instanceof StopStreamRequest) {
            return seen.offline();
        }
        if (request instanceof DeleteChannelRequest) {
            return seen.with((Channel) null);
        }
        if (request instanceof DeleteRecordingConfigurationRequest) {
            return seen.with((Configuration) null);
        }
        throw new IllegalArgumentException("no effect is known of " + request.getClass());
    }

    private static Configuration configuration(
            CreateRecordingConfigurationRequest made, @Nullable CreateRecordingConfigurationResponse answer) {
        return answer == null
                ? new Configuration("<arn of " + made.name() + ">", "CREATING")
                : new Configuration(
                        answer.recordingConfiguration().arn(),
                        answer.recordingConfiguration().stateAsString());
    }

    private static Channel channel(CreateChannelRequest made, @Nullable CreateChannelResponse answer) {
        String arn = answer == null
                ? "<arn of " + made.name() + ">"
                : answer.channel().arn();
        return new Channel(arn, made.authorized(), made.recordingConfigurationArn(), made.tags());
    }

    /** What IVS is on its way to. */
    static IvsSeen settled(IvsSeen seen) {
        Configuration configuration = seen.configuration();
        return configuration == null ? seen : seen.with(new Configuration(configuration.arn(), "ACTIVE"));
    }
}
