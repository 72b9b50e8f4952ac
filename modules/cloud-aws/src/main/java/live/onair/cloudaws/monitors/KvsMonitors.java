package live.onair.cloudaws.monitors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsService;
import live.onair.cloudaws.AwsTime;
import live.onair.cloudaws.KvsOperations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.monitors.spi.MonitorStreams;
import live.onair.scheduling.spi.Backend;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesisvideo.model.APIName;
import software.amazon.awssdk.services.kinesisvideo.model.DescribeStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.DescribeStreamResponse;
import software.amazon.awssdk.services.kinesisvideo.model.GetDataEndpointRequest;
import software.amazon.awssdk.services.kinesisvideo.model.StreamInfo;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.GetHlsStreamingSessionUrlRequest;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.GetHlsStreamingSessionUrlResponse;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.HLSFragmentSelectorType;
import software.amazon.awssdk.services.kinesisvideoarchivedmedia.model.HLSPlaybackMode;

/** Monitors on Kinesis Video Streams. */
@Singleton
@Backend("kinesis")
class KvsMonitors implements MonitorStreams {

    private final AwsCalls calls;
    private final Clock clock;

    @Inject
    KvsMonitors(AwsCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Optional<Monitor> describe(String id) {
        return find(id).map(found -> new Monitor(
                id,
                switch (found.statusAsString()) {
                    case "CREATING" -> State.CREATING;
                    case "UPDATING" -> State.UPDATING;
                    case "DELETING" -> State.REMOVING;
                    default -> State.ACTIVE;
                },
                Duration.ofHours(found.dataRetentionInHours()),
                found.creationTime(),
                found.streamARN(),
                found.version()));
    }

    private Optional<StreamInfo> find(String id) {
        String name = KvsCourse.name(calls.settings(), id);
        return calls.find(
                        KvsOperations.DESCRIBE_STREAM,
                        DescribeStreamRequest.builder().streamName(name).build())
                .map(DescribeStreamResponse::streamInfo);
    }

    private Optional<KvsCourse.Seen> see(String id) {
        return find(id).map(found -> new KvsCourse.Seen(
                found.streamARN(), found.statusAsString(), found.version(), found.dataRetentionInHours()));
    }

    @Override
    public void keep(String id, Duration retention) {
        boolean whole = retention.equals(Duration.ofHours(retention.toHours()));
        if (!whole || retention.compareTo(LEAST_RETENTION) < 0 || retention.compareTo(MOST_RETENTION) > 0) {
            throw new CloudException(
                    CloudFault.INVALID, "a monitor keeps its pictures for whole hours, 1 h to 10 years: " + retention);
        }
        walk(id, KvsCourse.keep(calls.settings(), id, Math.toIntExact(retention.toHours())));
    }

    @Override
    public void remove(String id) {
        walk(id, KvsCourse.remove());
    }

    private void walk(String id, AwsCourse<Optional<KvsCourse.Seen>> course) {
        course.walk(see(id), calls).ifPresent(busy -> {
            throw new CloudException(CloudFault.CONFLICT, id + ": " + busy);
        });
    }

    @Override
    public Session open(String id, @Nullable Window window, Duration lasting) {
        if (lasting.compareTo(SHORTEST_SESSION) < 0 || lasting.compareTo(LONGEST_SESSION) > 0) {
            throw new CloudException(CloudFault.INVALID, "a session lasts 5 minutes to 12 hours: " + lasting);
        }
        String name = KvsCourse.name(calls.settings(), id);
        URI endpoint = URI.create(calls.send(
                        KvsOperations.GET_ENDPOINT,
                        GetDataEndpointRequest.builder()
                                .streamName(name)
                                .apiName(APIName.GET_HLS_STREAMING_SESSION_URL)
                                .build())
                .dataEndpoint());
        GetHlsStreamingSessionUrlResponse answer =
                calls.send(KvsOperations.OPEN_SESSION, request(name, endpoint, window, lasting));
        Instant until = AwsTime.of(answer, clock).plus(lasting);
        return new Session(URI.create(answer.hlsStreamingSessionURL()), until);
    }

    private GetHlsStreamingSessionUrlRequest request(
            String name, URI endpoint, @Nullable Window window, Duration lasting) {
        GetHlsStreamingSessionUrlRequest.Builder request = GetHlsStreamingSessionUrlRequest.builder()
                .streamName(name)
                .playbackMode(window == null ? HLSPlaybackMode.LIVE : HLSPlaybackMode.ON_DEMAND)
                .expires(Math.toIntExact(lasting.toSeconds()));
        if (window != null) {
            request.hlsFragmentSelector(fragments -> fragments
                    .fragmentSelectorType(HLSFragmentSelectorType.SERVER_TIMESTAMP)
                    .timestampRange(
                            range -> range.startTimestamp(window.start()).endTimestamp(window.end())));
        }
        // Each stream has an address of its own for this, unless configuration says where the service is.
        if (!calls.settings().endpoints().containsKey(AwsService.KINESISVIDEOARCHIVEDMEDIA)) {
            request.overrideConfiguration(one -> one.addPlugin(client -> client.endpointOverride(endpoint)));
        }
        return request.build();
    }
}
