package live.onair.cloudaws.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/**
 * The object that says that a show's replay may be played, and how: the playlists one after another, each with the position
 * at which the show begins in it. As long as it is there, the replay is published; whichever backend has recorded it.
 */
final class BucketReplays {

    private final AwsCalls calls;
    private final BucketTexts bucket;

    BucketReplays(AwsCalls calls, BucketTexts bucket) {
        this.calls = calls;
        this.bucket = bucket;
    }

    /**
     * A part of what is played.
     *
     * @param playlist key of its playlist
     * @param from where in it the show begins
     * @param length how long it plays from there
     * @param pictures folder of the pictures that are kept of it, null if none are
     */
    record Part(
            String playlist,
            Duration from,
            Duration length,
            @Nullable String pictures) {}

    /**
     * What has been recorded of a show.
     *
     * @param complete whether nothing more will come
     */
    record Tape(List<Part> parts, boolean complete) {

        Duration length() {
            return parts.stream().map(Part::length).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** A replay that is published: the position of its picture, null if nobody has chosen one. */
    record Published(@Nullable Duration thumbnail) {}

    /** Where it lies while the replay is published. */
    String key(String show) {
        return "onair/" + calls.settings().env() + "/replays/" + show + ".json";
    }

    /** Empty while the show's replay is not published. */
    Optional<Published> of(String show) {
        return text(show).map(text -> {
            try (var reader = Json.createReader(new StringReader(text))) {
                JsonObject replay = reader.readObject();
                return new Published(
                        replay.containsKey("thumbnailMs")
                                ? Duration.ofMillis(
                                        replay.getJsonNumber("thumbnailMs").longValue())
                                : null);
            }
        });
    }

    /**
     * Publishes the replay; as {@link live.onair.scheduling.spi.ChannelProvisioner#publishRecording} says.
     *
     * @param tape empty if nothing has been recorded
     */
    void publish(String show, Optional<Tape> tape, @Nullable Duration thumbnail) {
        walk(key(show), wanted(show, tape, thumbnail));
    }

    /**
     * What lies there while the replay is published.
     *
     * @throws CloudException as {@link #publish}
     */
    static String wanted(String show, Optional<Tape> tape, @Nullable Duration thumbnail) {
        Tape played =
                tape.orElseThrow(() -> new CloudException(CloudFault.NOT_FOUND, "nothing of " + show + " is recorded"));
        if (!played.complete()) {
            throw new CloudException(CloudFault.CONFLICT, show + " is still being recorded");
        }
        if (thumbnail != null && (thumbnail.isNegative() || thumbnail.compareTo(played.length()) > 0)) {
            throw new CloudException(CloudFault.INVALID, show + " has no picture at " + thumbnail);
        }
        return text(show, played.parts(), thumbnail);
    }

    /** What lies there now. */
    Optional<String> text(String show) {
        return bucket.bucket().isEmpty() ? Optional.empty() : bucket.read(key(show));
    }

    /** The replay is not published any more. */
    void withdraw(String show) {
        if (!bucket.bucket().isEmpty()) {
            walk(key(show), null);
        }
    }

    private void walk(String key, @Nullable String wanted) {
        BucketTexts.course(bucket.bucket(), key, wanted).walk(bucket.read(key), calls);
    }

    private static String text(String show, List<Part> parts, @Nullable Duration thumbnail) {
        JsonArrayBuilder played = Json.createArrayBuilder();
        for (Part part : parts) {
            played.add(Json.createObjectBuilder()
                    .add("playlist", part.playlist())
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

    /** The kept picture that is nearest before the position; the last one without a position. */
    private static Optional<String> picture(List<Part> parts, @Nullable Duration thumbnail) {
        Duration left = thumbnail;
        for (Part part : parts) {
            if (left != null && left.compareTo(part.length()) <= 0) {
                return picture(part, left);
            }
            left = left == null ? null : left.minus(part.length());
        }
        Part last = parts.get(parts.size() - 1);
        return picture(last, last.length());
    }

    private static Optional<String> picture(Part part, Duration position) {
        long number = part.from().plus(position).toSeconds() / IvsRequests.PICTURE_EVERY;
        String folder = part.pictures();
        return folder == null ? Optional.empty() : Optional.of(folder + "/thumb" + number + ".jpg");
    }
}
