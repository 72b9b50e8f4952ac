package live.onair.cloudaws.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsStep;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The object that says that a show's replay may be played, and how: the playlists one after another, each with the position
 * at which the show begins in it. As long as it is there, the replay is published.
 */
final class IvsReplay {

    private IvsReplay() {}

    static String text(String show, List<IvsTape.Part> parts, @Nullable Duration thumbnail) {
        JsonArrayBuilder played = Json.createArrayBuilder();
        for (IvsTape.Part part : parts) {
            played.add(Json.createObjectBuilder()
                    .add("playlist", part.tape().playlist())
                    .add("fromMs", part.from().toMillis())
                    .add("lengthMs", part.length().toMillis()));
        }
        JsonObjectBuilder replay = Json.createObjectBuilder().add("show", show).add("parts", played);
        if (thumbnail != null) {
            replay.add("thumbnailMs", thumbnail.toMillis());
        }
        picture(parts, thumbnail).ifPresent(key -> replay.add("picture", key));
        return replay.build().toString();
    }

    static @Nullable Duration thumbnail(JsonObject replay) {
        return replay.containsKey("thumbnailMs")
                ? Duration.ofMillis(replay.getJsonNumber("thumbnailMs").longValue())
                : null;
    }

    /** The kept picture that is nearest before the position; the last one without a position. */
    private static Optional<String> picture(List<IvsTape.Part> parts, @Nullable Duration thumbnail) {
        Duration left = thumbnail;
        for (IvsTape.Part part : parts) {
            if (left != null && left.compareTo(part.length()) <= 0) {
                return picture(part, left);
            }
            left = left == null ? null : left.minus(part.length());
        }
        IvsTape.Part last = parts.get(parts.size() - 1);
        return picture(last, last.length());
    }

    private static Optional<String> picture(IvsTape.Part part, Duration position) {
        long number = part.from().plus(position).toSeconds() / IvsRequests.PICTURE_EVERY;
        String folder = part.tape().pictures();
        return folder == null ? Optional.empty() : Optional.of(folder + "/thumb" + number + ".jpg");
    }

    /** The way to this text, or to none. Pure. */
    static AwsCourse<Optional<String>> course(String bucket, String key, @Nullable String wanted) {
        return new AwsCourse<>(
                seen -> step(bucket, key, wanted, seen.orElse(null)),
                (seen, request, answer) ->
                        request instanceof PutObjectRequest ? Optional.ofNullable(wanted) : Optional.empty(),
                seen -> seen);
    }

    private static Optional<AwsStep> step(String bucket, String key, @Nullable String wanted, @Nullable String seen) {
        if (Objects.equals(wanted, seen)) {
            return Optional.empty();
        }
        return Optional.of(
                wanted != null
                        ? BucketTexts.write(bucket, key, wanted)
                        : new AwsStep.Send<>(
                                S3Operations.DELETE,
                                DeleteObjectRequest.builder()
                                        .bucket(bucket)
                                        .key(key)
                                        .build(),
                                key,
                                null));
    }
}
