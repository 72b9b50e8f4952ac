package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.IVS;

import java.util.List;
import software.amazon.awssdk.services.ivs.IvsClient;
import software.amazon.awssdk.services.ivs.model.CreateChannelRequest;
import software.amazon.awssdk.services.ivs.model.CreateChannelResponse;
import software.amazon.awssdk.services.ivs.model.CreateRecordingConfigurationRequest;
import software.amazon.awssdk.services.ivs.model.CreateRecordingConfigurationResponse;
import software.amazon.awssdk.services.ivs.model.CreateStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.CreateStreamKeyResponse;
import software.amazon.awssdk.services.ivs.model.DeleteChannelRequest;
import software.amazon.awssdk.services.ivs.model.DeleteChannelResponse;
import software.amazon.awssdk.services.ivs.model.DeleteRecordingConfigurationRequest;
import software.amazon.awssdk.services.ivs.model.DeleteRecordingConfigurationResponse;
import software.amazon.awssdk.services.ivs.model.DeleteStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.DeleteStreamKeyResponse;
import software.amazon.awssdk.services.ivs.model.GetChannelRequest;
import software.amazon.awssdk.services.ivs.model.GetChannelResponse;
import software.amazon.awssdk.services.ivs.model.GetStreamKeyRequest;
import software.amazon.awssdk.services.ivs.model.GetStreamKeyResponse;
import software.amazon.awssdk.services.ivs.model.GetStreamRequest;
import software.amazon.awssdk.services.ivs.model.GetStreamResponse;
import software.amazon.awssdk.services.ivs.model.GetStreamSessionRequest;
import software.amazon.awssdk.services.ivs.model.GetStreamSessionResponse;
import software.amazon.awssdk.services.ivs.model.ListChannelsRequest;
import software.amazon.awssdk.services.ivs.model.ListChannelsResponse;
import software.amazon.awssdk.services.ivs.model.ListRecordingConfigurationsRequest;
import software.amazon.awssdk.services.ivs.model.ListRecordingConfigurationsResponse;
import software.amazon.awssdk.services.ivs.model.ListStreamKeysRequest;
import software.amazon.awssdk.services.ivs.model.ListStreamKeysResponse;
import software.amazon.awssdk.services.ivs.model.ListStreamSessionsRequest;
import software.amazon.awssdk.services.ivs.model.ListStreamSessionsResponse;
import software.amazon.awssdk.services.ivs.model.PutMetadataRequest;
import software.amazon.awssdk.services.ivs.model.PutMetadataResponse;
import software.amazon.awssdk.services.ivs.model.StopStreamRequest;
import software.amazon.awssdk.services.ivs.model.StopStreamResponse;
import software.amazon.awssdk.services.ivs.model.TagResourceRequest;
import software.amazon.awssdk.services.ivs.model.TagResourceResponse;
import software.amazon.awssdk.services.ivs.model.UpdateChannelRequest;
import software.amazon.awssdk.services.ivs.model.UpdateChannelResponse;

/** What Onair may ask of IVS. */
public final class IvsOperations {

    /** IVS checks the right to tag on its own when something is created with tags. */
    private static final String TAGGING = "ivs:TagResource";

    public static final AwsOperation<IvsClient, ListChannelsRequest, ListChannelsResponse> LIST_CHANNELS =
            read(IVS, "ListChannels", IvsClient::listChannels);
    public static final AwsOperation<IvsClient, GetChannelRequest, GetChannelResponse> GET_CHANNEL =
            read(IVS, "GetChannel", IvsClient::getChannel);
    public static final AwsOperation<IvsClient, CreateChannelRequest, CreateChannelResponse> CREATE_CHANNEL =
            write(IVS, "CreateChannel", IvsClient::createChannel, TAGGING);
    public static final AwsOperation<IvsClient, UpdateChannelRequest, UpdateChannelResponse> UPDATE_CHANNEL =
            write(IVS, "UpdateChannel", IvsClient::updateChannel);
    public static final AwsOperation<IvsClient, DeleteChannelRequest, DeleteChannelResponse> DELETE_CHANNEL =
            write(IVS, "DeleteChannel", IvsClient::deleteChannel);
    public static final AwsOperation<IvsClient, TagResourceRequest, TagResourceResponse> TAG =
            write(IVS, "TagResource", IvsClient::tagResource);
    public static final AwsOperation<IvsClient, ListStreamKeysRequest, ListStreamKeysResponse> LIST_STREAM_KEYS =
            read(IVS, "ListStreamKeys", IvsClient::listStreamKeys);
    public static final AwsOperation<IvsClient, CreateStreamKeyRequest, CreateStreamKeyResponse> CREATE_STREAM_KEY =
            write(IVS, "CreateStreamKey", IvsClient::createStreamKey, TAGGING);
    public static final AwsOperation<IvsClient, GetStreamKeyRequest, GetStreamKeyResponse> GET_STREAM_KEY =
            read(IVS, "GetStreamKey", IvsClient::getStreamKey);
    public static final AwsOperation<IvsClient, DeleteStreamKeyRequest, DeleteStreamKeyResponse> DELETE_STREAM_KEY =
            write(IVS, "DeleteStreamKey", IvsClient::deleteStreamKey);
    public static final AwsOperation<IvsClient, GetStreamRequest, GetStreamResponse> GET_STREAM =
            read(IVS, "GetStream", IvsClient::getStream);
    public static final AwsOperation<IvsClient, ListStreamSessionsRequest, ListStreamSessionsResponse>
            LIST_STREAM_SESSIONS = read(IVS, "ListStreamSessions", IvsClient::listStreamSessions);
    public static final AwsOperation<IvsClient, GetStreamSessionRequest, GetStreamSessionResponse> GET_STREAM_SESSION =
            read(IVS, "GetStreamSession", IvsClient::getStreamSession);
    public static final AwsOperation<IvsClient, PutMetadataRequest, PutMetadataResponse> PUT_METADATA =
            write(IVS, "PutMetadata", IvsClient::putMetadata);
    public static final AwsOperation<IvsClient, StopStreamRequest, StopStreamResponse> STOP_STREAM =
            write(IVS, "StopStream", IvsClient::stopStream);
    public static final AwsOperation<IvsClient, ListRecordingConfigurationsRequest, ListRecordingConfigurationsResponse>
            LIST_CONFIGURATIONS = read(IVS, "ListRecordingConfigurations", IvsClient::listRecordingConfigurations);
    /** The first one of an account makes IVS's service-linked role, which writes to the bucket. */
    public static final AwsOperation<
                    IvsClient, CreateRecordingConfigurationRequest, CreateRecordingConfigurationResponse>
            CREATE_CONFIGURATION = write(
                    IVS,
                    "CreateRecordingConfiguration",
                    IvsClient::createRecordingConfiguration,
                    TAGGING,
                    "iam:CreateServiceLinkedRole",
                    "s3:GetBucketLocation");

    public static final AwsOperation<
                    IvsClient, DeleteRecordingConfigurationRequest, DeleteRecordingConfigurationResponse>
            DELETE_CONFIGURATION = write(IVS, "DeleteRecordingConfiguration", IvsClient::deleteRecordingConfiguration);

    private IvsOperations() {}

    /** Those that the adapters of scheduling's ports call: their least policy is made from these. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(
                LIST_CHANNELS,
                GET_CHANNEL,
                CREATE_CHANNEL,
                UPDATE_CHANNEL,
                DELETE_CHANNEL,
                TAG,
                LIST_STREAM_KEYS,
                CREATE_STREAM_KEY,
                GET_STREAM_KEY,
                DELETE_STREAM_KEY,
                GET_STREAM,
                LIST_STREAM_SESSIONS,
                GET_STREAM_SESSION,
                PUT_METADATA,
                STOP_STREAM,
                LIST_CONFIGURATIONS,
                CREATE_CONFIGURATION,
                DELETE_CONFIGURATION);
    }
}
