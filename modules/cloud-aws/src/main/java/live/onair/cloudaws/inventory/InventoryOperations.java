package live.onair.cloudaws.inventory;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsService.CLOUDTRAIL;
import static live.onair.cloudaws.AwsService.IVS;
import static live.onair.cloudaws.AwsService.KINESISVIDEO;
import static live.onair.cloudaws.AwsService.MEDIAPACKAGEV2;
import static live.onair.cloudaws.AwsService.S3;
import static live.onair.cloudaws.AwsService.SERVICEQUOTAS;
import static live.onair.cloudaws.AwsService.STS;

import java.util.List;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.CloudWatchOperations;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.KvsOperations;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.MediaPackageOperations;
import live.onair.cloudaws.S3Operations;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;
import software.amazon.awssdk.services.ivs.IvsClient;
import software.amazon.awssdk.services.ivs.model.ListStreamsRequest;
import software.amazon.awssdk.services.ivs.model.ListStreamsResponse;
import software.amazon.awssdk.services.kinesisvideo.KinesisVideoClient;
import software.amazon.awssdk.services.kinesisvideo.model.ListTagsForStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.ListTagsForStreamResponse;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelGroupsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListChannelGroupsResponse;
import software.amazon.awssdk.services.mediapackagev2.model.ListOriginEndpointsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.ListOriginEndpointsResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ListAwsDefaultServiceQuotasRequest;
import software.amazon.awssdk.services.servicequotas.model.ListAwsDefaultServiceQuotasResponse;
import software.amazon.awssdk.services.servicequotas.model.ListServiceQuotasRequest;
import software.amazon.awssdk.services.servicequotas.model.ListServiceQuotasResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * What the inventory may ask of AWS: to list what there is, to clear away what is tagged as ours, and to tag what
 * is adopted. What only it asks is here.
 */
public final class InventoryOperations {

    static final AwsOperation<MediaPackageV2Client, ListOriginEndpointsRequest, ListOriginEndpointsResponse>
            LIST_ENDPOINTS = read(MEDIAPACKAGEV2, "ListOriginEndpoints", MediaPackageV2Client::listOriginEndpoints);
    static final AwsOperation<IvsClient, ListStreamsRequest, ListStreamsResponse> LIST_LIVE =
            read(IVS, "ListStreams", IvsClient::listStreams);
    static final AwsOperation<
                    KinesisVideoClient,
                    software.amazon.awssdk.services.kinesisvideo.model.ListStreamsRequest,
                    software.amazon.awssdk.services.kinesisvideo.model.ListStreamsResponse>
            LIST_STREAMS = read(KINESISVIDEO, "ListStreams", KinesisVideoClient::listStreams);
    static final AwsOperation<KinesisVideoClient, ListTagsForStreamRequest, ListTagsForStreamResponse> LIST_TAGS =
            read(KINESISVIDEO, "ListTagsForStream", KinesisVideoClient::listTagsForStream);
    static final AwsOperation<MediaPackageV2Client, ListChannelGroupsRequest, ListChannelGroupsResponse> LIST_GROUPS =
            read(MEDIAPACKAGEV2, "ListChannelGroups", MediaPackageV2Client::listChannelGroups);
    static final AwsOperation<ServiceQuotasClient, ListServiceQuotasRequest, ListServiceQuotasResponse> LIST_QUOTAS =
            read(SERVICEQUOTAS, "ListServiceQuotas", ServiceQuotasClient::listServiceQuotas);
    static final AwsOperation<
                    ServiceQuotasClient, ListAwsDefaultServiceQuotasRequest, ListAwsDefaultServiceQuotasResponse>
            LIST_USUAL_QUOTAS = read(
                    SERVICEQUOTAS, "ListAWSDefaultServiceQuotas", ServiceQuotasClient::listAWSDefaultServiceQuotas);
    static final AwsOperation<S3Client, GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResponse>
            LIFECYCLE = read(S3, "GetBucketLifecycleConfiguration", S3Client::getBucketLifecycleConfiguration);
    static final AwsOperation<S3Client, GetBucketReplicationRequest, GetBucketReplicationResponse> REPLICATION =
            read(S3, "GetBucketReplication", S3Client::getBucketReplication);
    static final AwsOperation<S3Client, ListObjectsV2Request, ListObjectsV2Response> LIST_OBJECTS =
            read(S3, "ListObjectsV2", S3Client::listObjectsV2);
    static final AwsOperation<CloudTrailClient, LookupEventsRequest, LookupEventsResponse> LOOKUP =
            read(CLOUDTRAIL, "LookupEvents", CloudTrailClient::lookupEvents);
    static final AwsOperation<StsClient, GetCallerIdentityRequest, GetCallerIdentityResponse> WHO =
            read(STS, "GetCallerIdentity", StsClient::getCallerIdentity);

    private InventoryOperations() {}

    /** All of them: its least policy is made from these. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return Stream.concat(reads().stream(), writes().stream()).toList();
    }

    private static List<AwsOperation<?, ?, ?>> reads() {
        return List.of(
                MediaLiveOperations.LIST_CHANNELS,
                MediaLiveOperations.LIST_INPUTS,
                MediaLiveOperations.LIST_SECURITY_GROUPS,
                MediaPackageOperations.GET_GROUP,
                MediaPackageOperations.LIST_CHANNELS,
                LIST_ENDPOINTS,
                LIST_GROUPS,
                IvsOperations.LIST_CHANNELS,
                LIST_LIVE,
                IvsOperations.LIST_CONFIGURATIONS,
                LIST_STREAMS,
                LIST_TAGS,
                CloudWatchOperations.DESCRIBE_ALARMS,
                LIST_QUOTAS,
                LIST_USUAL_QUOTAS,
                LIFECYCLE,
                REPLICATION,
                LIST_OBJECTS,
                S3Operations.HEAD,
                LOOKUP,
                WHO);
    }

    private static List<AwsOperation<?, ?, ?>> writes() {
        return List.of(
                MediaLiveOperations.CREATE_TAGS,
                MediaLiveOperations.STOP_CHANNEL,
                MediaLiveOperations.DELETE_CHANNEL,
                MediaLiveOperations.DELETE_INPUT,
                MediaLiveOperations.DELETE_SECURITY_GROUP,
                MediaPackageOperations.TAG,
                MediaPackageOperations.DELETE_ENDPOINT,
                MediaPackageOperations.DELETE_CHANNEL,
                MediaPackageOperations.DELETE_GROUP,
                IvsOperations.TAG,
                IvsOperations.STOP_STREAM,
                IvsOperations.DELETE_CHANNEL,
                IvsOperations.DELETE_CONFIGURATION,
                KvsOperations.TAG,
                KvsOperations.DELETE_STREAM,
                CloudWatchOperations.DELETE_ALARMS);
    }
}
