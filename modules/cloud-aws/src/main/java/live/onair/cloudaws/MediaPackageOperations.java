package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.MEDIAPACKAGEV2;

import java.util.List;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteChannelResponse;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DeleteOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointPolicyResponse;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyRequest;
import software.amazon.awssdk.services.mediapackagev2.model.PutOriginEndpointPolicyResponse;
import software.amazon.awssdk.services.mediapackagev2.model.TagResourceRequest;
import software.amazon.awssdk.services.mediapackagev2.model.TagResourceResponse;

/** What Onair may ask of MediaPackage version 2. */
public final class MediaPackageOperations {

    private static final String TAGGING = "mediapackagev2:TagResource";

    public static final AwsOperation<MediaPackageV2Client, GetChannelGroupRequest, GetChannelGroupResponse> GET_GROUP =
            read(MEDIAPACKAGEV2, "GetChannelGroup", MediaPackageV2Client::getChannelGroup);
    public static final AwsOperation<MediaPackageV2Client, CreateChannelGroupRequest, CreateChannelGroupResponse>
            CREATE_GROUP =
                    write(MEDIAPACKAGEV2, "CreateChannelGroup", MediaPackageV2Client::createChannelGroup, TAGGING);
    public static final AwsOperation<MediaPackageV2Client, DeleteChannelGroupRequest, DeleteChannelGroupResponse>
            DELETE_GROUP = write(MEDIAPACKAGEV2, "DeleteChannelGroup", MediaPackageV2Client::deleteChannelGroup);
    public static final AwsOperation<MediaPackageV2Client, ListChannelsRequest, ListChannelsResponse> LIST_CHANNELS =
            read(MEDIAPACKAGEV2, "ListChannels", MediaPackageV2Client::listChannels);
    public static final AwsOperation<MediaPackageV2Client, CreateChannelRequest, CreateChannelResponse> CREATE_CHANNEL =
            write(MEDIAPACKAGEV2, "CreateChannel", MediaPackageV2Client::createChannel, TAGGING);
    public static final AwsOperation<MediaPackageV2Client, DeleteChannelRequest, DeleteChannelResponse> DELETE_CHANNEL =
            write(MEDIAPACKAGEV2, "DeleteChannel", MediaPackageV2Client::deleteChannel);
    public static final AwsOperation<MediaPackageV2Client, GetOriginEndpointRequest, GetOriginEndpointResponse>
            GET_ENDPOINT = read(MEDIAPACKAGEV2, "GetOriginEndpoint", MediaPackageV2Client::getOriginEndpoint);
    public static final AwsOperation<MediaPackageV2Client, CreateOriginEndpointRequest, CreateOriginEndpointResponse>
            CREATE_ENDPOINT =
                    write(MEDIAPACKAGEV2, "CreateOriginEndpoint", MediaPackageV2Client::createOriginEndpoint, TAGGING);
    public static final AwsOperation<MediaPackageV2Client, DeleteOriginEndpointRequest, DeleteOriginEndpointResponse>
            DELETE_ENDPOINT = write(MEDIAPACKAGEV2, "DeleteOriginEndpoint", MediaPackageV2Client::deleteOriginEndpoint);
    public static final AwsOperation<
                    MediaPackageV2Client, GetOriginEndpointPolicyRequest, GetOriginEndpointPolicyResponse>
            GET_POLICY = read(MEDIAPACKAGEV2, "GetOriginEndpointPolicy", MediaPackageV2Client::getOriginEndpointPolicy);
    public static final AwsOperation<
                    MediaPackageV2Client, PutOriginEndpointPolicyRequest, PutOriginEndpointPolicyResponse>
            PUT_POLICY =
                    write(MEDIAPACKAGEV2, "PutOriginEndpointPolicy", MediaPackageV2Client::putOriginEndpointPolicy);

    public static final AwsOperation<MediaPackageV2Client, TagResourceRequest, TagResourceResponse> TAG =
            write(MEDIAPACKAGEV2, "TagResource", MediaPackageV2Client::tagResource);

    private MediaPackageOperations() {}

    /** Those that the adapters of scheduling's ports call: their least policy is made from these. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(
                GET_GROUP,
                CREATE_GROUP,
                DELETE_GROUP,
                LIST_CHANNELS,
                CREATE_CHANNEL,
                DELETE_CHANNEL,
                GET_ENDPOINT,
                CREATE_ENDPOINT,
                DELETE_ENDPOINT,
                GET_POLICY,
                PUT_POLICY);
    }
}
