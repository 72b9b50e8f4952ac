package live.onair.cloudaws.inventory;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.IVS;
import static live.onair.cloudaws.AwsService.KINESISVIDEO;
import static live.onair.cloudaws.AwsService.MEDIALIVE;
import static live.onair.cloudaws.AwsService.MEDIAPACKAGEV2;
import static live.onair.cloudaws.AwsService.STS;

import java.util.List;
import live.onair.cloudaws.AwsOperation;
import software.amazon.awssdk.services.ivs.IvsClient;
import software.amazon.awssdk.services.ivs.model.DeleteRecordingConfigurationRequest;
import software.amazon.awssdk.services.ivs.model.DeleteRecordingConfigurationResponse;
import software.amazon.awssdk.services.ivs.model.ListRecordingConfigurationsRequest;
import software.amazon.awssdk.services.ivs.model.ListRecordingConfigurationsResponse;
import software.amazon.awssdk.services.ivs.model.ListStreamsRequest;
import software.amazon.awssdk.services.ivs.model.ListStreamsResponse;
import software.amazon.awssdk.services.ivs.model.StopStreamRequest;
import software.amazon.awssdk.services.ivs.model.StopStreamResponse;
import software.amazon.awssdk.services.kinesisvideo.KinesisVideoClient;
import software.amazon.awssdk.services.kinesisvideo.model.DeleteStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.DeleteStreamResponse;
import software.amazon.awssdk.services.kinesisvideo.model.ListTagsForStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.ListTagsForStreamResponse;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.CreateTagsRequest;
import software.amazon.awssdk.services.medialive.model.CreateTagsResponse;
import software.amazon.awssdk.services.medialive.model.DeleteChannelRequest;
import software.amazon.awssdk.services.medialive.model.DeleteChannelResponse;
import software.amazon.awssdk.services.medialive.model.DeleteInputRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputResponse;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputSecurityGroupResponse;
import software.amazon.awssdk.services.medialive.model.ListChannelsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputSecurityGroupsResponse;
import software.amazon.awssdk.services.medialive.model.ListInputsRequest;
import software.amazon.awssdk.services.medialive.model.ListInputsResponse;
import software.amazon.awssdk.services.medialive.model.StopChannelRequest;
import software.amazon.awssdk.services.medialive.model.StopChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListOriginEndpointsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListOriginEndpointsResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** What the inventory may ask of AWS: to list what there is, and to clear away what is tagged as ours. */
public final class InventoryOperations {

    static final AwsOperation<MediaLiveClient, ListChannelsRequest, ListChannelsResponse> LIST_CHANNELS =
            read(MEDIALIVE, "ListChannels", MediaLiveClient::listChannels);
    static final AwsOperation<MediaLiveClient, ListInputsRequest, ListInputsResponse> LIST_INPUTS =
            read(MEDIALIVE, "ListInputs", MediaLiveClient::listInputs);
    static final AwsOperation<MediaLiveClient, ListInputSecurityGroupsRequest, ListInputSecurityGroupsResponse>
            LIST_SECURITY_GROUPS = read(MEDIALIVE, "ListInputSecurityGroups", MediaLiveClient::listInputSecurityGroups);
    static final AwsOperation<MediaLiveClient, CreateTagsRequest, CreateTagsResponse> TAG =
            write(MEDIALIVE, "CreateTags", MediaLiveClient::createTags);
    static final AwsOperation<MediaLiveClient, StopChannelRequest, StopChannelResponse> STOP_CHANNEL =
            write(MEDIALIVE, "StopChannel", MediaLiveClient::stopChannel);
    static final AwsOperation<MediaLiveClient, DeleteChannelRequest, DeleteChannelResponse> DELETE_CHANNEL =
            write(MEDIALIVE, "DeleteChannel", MediaLiveClient::deleteChannel);
    static final AwsOperation<MediaLiveClient, DeleteInputRequest, DeleteInputResponse> DELETE_INPUT =
            write(MEDIALIVE, "DeleteInput", MediaLiveClient::deleteInput);
    static final AwsOperation<MediaLiveClient, DeleteInputSecurityGroupRequest, DeleteInputSecurityGroupResponse>
            DELETE_SECURITY_GROUP =
                    write(MEDIALIVE, "DeleteInputSecurityGroup", MediaLiveClient::deleteInputSecurityGroup);
    static final AwsOperation<MediaPackageV2Client, GetChannelGroupRequest, GetChannelGroupResponse> GET_GROUP =
            read(MEDIAPACKAGEV2, "GetChannelGroup", MediaPackageV2Client::getChannelGroup);
    static final AwsOperation<
                    MediaPackageV2Client,
                    software.amazon.awssdk.services.mediapackagev2.model.ListChannelsRequest,
                    software.amazon.awssdk.services.mediapackagev2.model.ListChannelsResponse>
            LIST_PACKAGED = read(MEDIAPACKAGEV2, "ListChannels", MediaPackageV2Client::listChannels);
    static final AwsOperation<MediaPackageV2Client, ListOriginEndpointsRequest, ListOriginEndpointsResponse>
            LIST_ENDPOINTS = read(MEDIAPACKAGEV2, "ListOriginEndpoints", MediaPackageV2Client::listOriginEndpoints);
    static final AwsOperation<MediaPackageV2Client, DeleteOriginEndpointRequest, DeleteOriginEndpointResponse>
            DELETE_ENDPOINT = write(MEDIAPACKAGEV2, "DeleteOriginEndpoint", MediaPackageV2Client::deleteOriginEndpoint);
    static final AwsOperation<
                    MediaPackageV2Client,
                    software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelRequest,
                    software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelResponse>
            DELETE_PACKAGED = write(MEDIAPACKAGEV2, "DeleteChannel", MediaPackageV2Client::deleteChannel);
    static final AwsOperation<MediaPackageV2Client, DeleteChannelGroupRequest, DeleteChannelGroupResponse>
            DELETE_GROUP = write(MEDIAPACKAGEV2, "DeleteChannelGroup", MediaPackageV2Client::deleteChannelGroup);
    static final AwsOperation<
                    IvsClient,
                    software.amazon.awssdk.services.ivs.model.ListChannelsRequest,
                    software.amazon.awssdk.services.ivs.model.ListChannelsResponse>
            LIST_IVS = read(IVS, "ListChannels", IvsClient::listChannels);
    static final AwsOperation<IvsClient, ListStreamsRequest, ListStreamsResponse> LIST_LIVE =
            read(IVS, "ListStreams", IvsClient::listStreams);
    static final AwsOperation<IvsClient, ListRecordingConfigurationsRequest, ListRecordingConfigurationsResponse>
            LIST_CONFIGURATIONS = read(IVS, "ListRecordingConfigurations", IvsClient::listRecordingConfigurations);
    static final AwsOperation<IvsClient, StopStreamRequest, StopStreamResponse> STOP_STREAM =
            write(IVS, "StopStream", IvsClient::stopStream);
    static final AwsOperation<
                    IvsClient,
                    software.amazon.awssdk.services.ivs.model.DeleteChannelRequest,
                    software.amazon.awssdk.services.ivs.model.DeleteChannelResponse>
            DELETE_IVS = write(IVS, "DeleteChannel", IvsClient::deleteChannel);
    static final AwsOperation<IvsClient, DeleteRecordingConfigurationRequest, DeleteRecordingConfigurationResponse>
            DELETE_CONFIGURATION = write(IVS, "DeleteRecordingConfiguration", IvsClient::deleteRecordingConfiguration);
    static final AwsOperation<
                    KinesisVideoClient,
                    software.amazon.awssdk.services.kinesisvideo.model.ListStreamsRequest,
                    software.amazon.awssdk.services.kinesisvideo.model.ListStreamsResponse>
            LIST_STREAMS = read(KINESISVIDEO, "ListStreams", KinesisVideoClient::listStreams);
    static final AwsOperation<KinesisVideoClient, ListTagsForStreamRequest, ListTagsForStreamResponse> LIST_TAGS =
            read(KINESISVIDEO, "ListTagsForStream", KinesisVideoClient::listTagsForStream);
    static final AwsOperation<KinesisVideoClient, DeleteStreamRequest, DeleteStreamResponse> DELETE_STREAM =
            write(KINESISVIDEO, "DeleteStream", KinesisVideoClient::deleteStream);
    static final AwsOperation<StsClient, GetCallerIdentityRequest, GetCallerIdentityResponse> WHO =
            read(STS, "GetCallerIdentity", StsClient::getCallerIdentity);

    private InventoryOperations() {}

    /** All of them: its least policy is made from these. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(
                LIST_CHANNELS,
                LIST_INPUTS,
                LIST_SECURITY_GROUPS,
                TAG,
                STOP_CHANNEL,
                DELETE_CHANNEL,
                DELETE_INPUT,
                DELETE_SECURITY_GROUP,
                GET_GROUP,
                LIST_PACKAGED,
                LIST_ENDPOINTS,
                DELETE_ENDPOINT,
                DELETE_PACKAGED,
                DELETE_GROUP,
                LIST_IVS,
                LIST_LIVE,
                LIST_CONFIGURATIONS,
                STOP_STREAM,
                DELETE_IVS,
                DELETE_CONFIGURATION,
                LIST_STREAMS,
                LIST_TAGS,
                DELETE_STREAM,
                WHO);
    }
}
