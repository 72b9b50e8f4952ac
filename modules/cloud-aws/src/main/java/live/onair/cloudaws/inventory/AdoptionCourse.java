package live.onair.cloudaws.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.IvsOperations;
import live.onair.cloudaws.KvsOperations;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.MediaPackageOperations;
import live.onair.inventory.spi.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.kinesisvideo.model.TagStreamRequest;
import software.amazon.awssdk.services.medialive.model.CreateTagsRequest;
import software.amazon.awssdk.services.mediapackagev2.model.TagResourceRequest;

/**
 * The way in which a thing with a name of ours becomes ours: it gets our tags, beside those it has. The adapters find what
 * belongs to a channel by name and tag; with both it is the channel's. Pure.
 */
final class AdoptionCourse {

    private final Resource target;
    private final Map<String, String> tags;

    AdoptionCourse(AwsSettings settings, Resource target) {
        this.target = target;
        this.tags = target.channel() == null ? AwsTags.shared(settings) : AwsTags.ofChannel(settings, target.channel());
    }

    AwsCourse<List<Resource>> course() {
        return new AwsCourse<>(this::next, this::after, seen -> seen);
    }

    private Optional<AwsStep> next(List<Resource> seen) {
        return seen.stream()
                .filter(thing -> thing.arn().equals(target.arn()) && !thing.ours())
                .findFirst()
                .map(thing -> tag());
    }

    private AwsStep tag() {
        return switch (target.service()) {
            case "medialive" -> send(MediaLiveOperations.CREATE_TAGS, onMediaLive());
            case "mediapackagev2" -> send(MediaPackageOperations.TAG, onMediaPackage());
            case "ivs" -> send(IvsOperations.TAG, onIvs());
            default -> send(KvsOperations.TAG, onVideoStreams());
        };
    }

    private CreateTagsRequest onMediaLive() {
        return CreateTagsRequest.builder().resourceArn(target.arn()).tags(tags).build();
    }

    private TagResourceRequest onMediaPackage() {
        return TagResourceRequest.builder().resourceArn(target.arn()).tags(tags).build();
    }

    private software.amazon.awssdk.services.ivs.model.TagResourceRequest onIvs() {
        return software.amazon.awssdk.services.ivs.model.TagResourceRequest.builder()
                .resourceArn(target.arn())
                .tags(tags)
                .build();
    }

    private TagStreamRequest onVideoStreams() {
        return TagStreamRequest.builder().streamARN(target.arn()).tags(tags).build();
    }

    private <C, Q extends AwsRequest, R extends AwsResponse> AwsStep send(AwsOperation<C, Q, R> operation, Q request) {
        String keys = String.join(", ", new TreeSet<>(tags.keySet()));
        return new AwsStep.Send<>(
                operation,
                request,
                "tags of " + target.kind() + " " + target.name(),
                target.service() + " " + undoing() + " " + keys);
    }

    private String undoing() {
        return switch (target.service()) {
            case "medialive" -> "DeleteTags";
            case "kinesisvideo" -> "UntagStream";
            default -> "UntagResource";
        };
    }

    private List<Resource> after(List<Resource> seen, AwsRequest request, @Nullable AwsResponse answer) {
        return seen.stream()
                .map(thing -> thing.arn().equals(target.arn()) ? thing.adopted(AwsTags.and(thing.tags(), tags)) : thing)
                .toList();
    }
}
