package live.onair.cloudaws.monitors;

import java.util.Objects;
import java.util.Optional;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.KvsOperations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.kinesisvideo.model.CreateStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.CreateStreamResponse;
import software.amazon.awssdk.services.kinesisvideo.model.DeleteStreamRequest;
import software.amazon.awssdk.services.kinesisvideo.model.UpdateDataRetentionOperation;
import software.amazon.awssdk.services.kinesisvideo.model.UpdateDataRetentionRequest;

/** The ways of a monitor on Kinesis Video Streams: to be there with its retention, to be gone. Pure. */
final class KvsCourse {

    private KvsCourse() {}

    /**
     * What the account holds for one monitor.
     *
     * @param status the service's word
     * @param version that a change must name, so that of two at once one fails
     * @param hours how long pictures are kept
     */
    record Seen(String arn, String status, String version, int hours) {}

    /** It is there and keeps its pictures for so many hours. */
    static AwsCourse<Optional<Seen>> keep(AwsSettings settings, String channel, int hours) {
        return new AwsCourse<>(
                seen -> keep(settings, channel, hours, seen.orElse(null)), KvsCourse::after, KvsCourse::settled);
    }

    /**
     * Name of the stream.
     *
     * @throws CloudException {@code INVALID} if the service cannot take it
     */
    static String name(AwsSettings settings, String channel) {
        String name = settings.nameOf(channel);
        if (!name.matches("[a-zA-Z0-9_.-]{1,256}")) {
            throw new CloudException(
                    CloudFault.INVALID, "a monitor is named with letters, digits, - . and _ only: " + channel);
        }
        return name;
    }

    private static Optional<AwsStep> keep(AwsSettings settings, String channel, int hours, @Nullable Seen seen) {
        if (seen == null) {
            return Optional.of(new AwsStep.Send<>(
                    KvsOperations.CREATE_STREAM,
                    CreateStreamRequest.builder()
                            .streamName(name(settings, channel))
                            .dataRetentionInHours(hours)
                            .mediaType("video/h264,audio/aac")
                            .tags(AwsTags.ofChannel(settings, channel))
                            .build(),
                    "stream " + name(settings, channel),
                    "kinesisvideo DeleteStream"));
        }
        if (seen.hours() == hours) {
            return Optional.empty();
        }
        return Optional.of(
                seen.status().equals("ACTIVE")
                        ? retention(seen, hours)
                        : new AwsStep.Await("stream: " + seen.status()));
    }

    /** The service takes the difference and not the goal. */
    private static AwsStep retention(Seen seen, int hours) {
        int more = hours - seen.hours();
        return new AwsStep.Send<>(
                KvsOperations.UPDATE_RETENTION,
                UpdateDataRetentionRequest.builder()
                        .streamARN(seen.arn())
                        .currentVersion(seen.version())
                        .operation(
                                more > 0
                                        ? UpdateDataRetentionOperation.INCREASE_DATA_RETENTION
                                        : UpdateDataRetentionOperation.DECREASE_DATA_RETENTION)
                        .dataRetentionChangeInHours(Math.abs(more))
                        .build(),
                "retention of " + seen.arn() + ": " + seen.hours() + " h -> " + hours + " h",
                // What a shorter retention has thrown away does not come back.
                more > 0 ? "kinesisvideo UpdateDataRetention" : null);
    }

    /** It is gone. */
    static AwsCourse<Optional<Seen>> remove() {
        return new AwsCourse<>(
                seen -> seen.filter(stream -> !stream.status().equals("DELETING"))
                        .map(stream -> new AwsStep.Send<>(
                                KvsOperations.DELETE_STREAM,
                                DeleteStreamRequest.builder()
                                        .streamARN(stream.arn())
                                        .currentVersion(stream.version())
                                        .build(),
                                "stream " + stream.arn(),
                                null)),
                KvsCourse::after,
                KvsCourse::settled);
    }

    private static Optional<Seen> after(Optional<Seen> seen, AwsRequest request, @Nullable AwsResponse answer) {
        if (request instanceof CreateStreamRequest made) {
            String arn =
                    answer == null ? "<arn of " + made.streamName() + ">" : ((CreateStreamResponse) answer).streamARN();
            return Optional.of(new Seen(arn, "CREATING", "<version>", made.dataRetentionInHours()));
        }
        if (request instanceof UpdateDataRetentionRequest changed) {
            Seen before = seen.orElseThrow();
            int by = Objects.requireNonNull(changed.dataRetentionChangeInHours());
            boolean more = changed.operation() == UpdateDataRetentionOperation.INCREASE_DATA_RETENTION;
            int hours = before.hours() + (more ? by : -by);
            return Optional.of(new Seen(before.arn(), "UPDATING", "<version>", hours));
        }
        return Optional.empty();
    }

    private static Optional<Seen> settled(Optional<Seen> seen) {
        return seen.map(stream -> new Seen(stream.arn(), "ACTIVE", stream.version(), stream.hours()));
    }
}
