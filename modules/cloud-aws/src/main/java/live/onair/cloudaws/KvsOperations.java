package live.onair.cloudaws;

import static live.onair.cloudaws.AwsOperation.read;
import static live.onair.cloudaws.AwsOperation.write;
import static live.onair.cloudaws.AwsService.KINESISVIDEO;
import static live.onair.cloudaws.AwsService.KINESISVIDEOARCHIVEDMEDIA;

import java.util.List;
import software.amazon.awssdk.services.kinesisvideo.KinesisVideoClient;
import software.amazon.awssdk.services.kinesisvideo.model.CreateStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.CreateStreamResponse;
import software.amazon.awssdk.services.kinesisvideo.model.DeleteStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.DeleteStreamResponse;
import software.amazon.awssdk.services.kinesisvideo.model.DescribeStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.DescribeStreamResponse;
import software.amazon.awssdk.services.kinesisvideo.model.GetDataEndpointRequest;
import software.amazon.awssdk.services.kinesisvideo.model.GetDataEndpointResponse;
import software.amazon.awssdk.services.kinesisvideo.model.TagStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.TagStreamResponse;
import software.amazon.awssdk.services.kinesisvideo.model.UpdateDataRetentionRequest;
import software.amazon.awssdk.services.kinesisvideo.model.UpdateDataRetentionResponse;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.KinesisVideoArchivedMediaClient;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.GetHlsStreamingSessionUrlRequest;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.GetHlsStreamingSessionUrlResponse;

/** What Onair may ask of Kinesis Video Streams. */
public final class KvsOperations {

    public static final AwsOperation<KinesisVideoClient, DescribeStreamRequest, DescribeStreamResponse>
            DESCRIBE_STREAM = read(KINESISVIDEO, "DescribeStream", KinesisVideoClient::describeStream);
    public static final AwsOperation<KinesisVideoClient, TagStreamRequest, TagStreamResponse> TAG =
            write(KINESISVIDEO, "TagStream", KinesisVideoClient::tagStream);
    public static final AwsOperation<KinesisVideoClient, CreateStreamRequest, CreateStreamResponse> CREATE_STREAM =
            write(KINESISVIDEO, "CreateStream", KinesisVideoClient::createStream, "kinesisvideo:TagStream");
    public static final AwsOperation<KinesisVideoClient, UpdateDataRetentionRequest, UpdateDataRetentionResponse>
            UPDATE_RETENTION = write(KINESISVIDEO, "UpdateDataRetention", KinesisVideoClient::updateDataRetention);
    public static final AwsOperation<KinesisVideoClient, DeleteStreamRequest, DeleteStreamResponse> DELETE_STREAM =
            write(KINESISVIDEO, "DeleteStream", KinesisVideoClient::deleteStream);
    public static final AwsOperation<KinesisVideoClient, GetDataEndpointRequest, GetDataEndpointResponse> GET_ENDPOINT =
            read(KINESISVIDEO, "GetDataEndpoint", KinesisVideoClient::getDataEndpoint);
    public static final AwsOperation<
                    KinesisVideoArchivedMediaClient,
                    GetHlsStreamingSessionUrlRequest,
                    GetHlsStreamingSessionUrlResponse>
            OPEN_SESSION = read(
                    KINESISVIDEOARCHIVEDMEDIA,
                    "GetHLSStreamingSessionURL",
                    KinesisVideoArchivedMediaClient::getHLSStreamingSessionURL);

    private KvsOperations() {}

    /** Those that the adapters of scheduling's ports call: their least policy is made from these. */
    public static List<AwsOperation<?, ?, ?>> all() {
        return List.of(DESCRIBE_STREAM, CREATE_STREAM, UPDATE_RETENTION, DELETE_STREAM, GET_ENDPOINT, OPEN_SESSION);
    }
}
