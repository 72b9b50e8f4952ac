package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Recording;
import org.jspecify.annotations.Nullable;

/**
 * What MediaLive has recorded of a show: each run in a folder of its own, each pipeline below that, each rendition a
 * playlist. One rendition of the pipeline that has more tells of all.
 */
@Singleton
class MediaLiveRecordings {

    private final AwsCalls calls;
    private final BucketTexts bucket;

    @Inject
    MediaLiveRecordings(AwsCalls calls, BucketTexts bucket) {
        this.calls = calls;
        this.bucket = bucket;
    }

    /** A run's recording: where its master playlist lies, and what its renditions tell. */
    private record Part(String master, HlsPlaylist playlist) {}

    private String folder(String show) {
        return "onair/" + calls.settings().env() + "/shows/" + show + "/";
    }

    /** The recording as it is; empty if nothing has been recorded. */
    Optional<Recording> of(String show) {
        if (bucket.bucket().isEmpty()) {
            return Optional.empty();
        }
        List<BucketTexts.Entry> entries = bucket.below(folder(show));
        List<Part> parts = parts(entries);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonObject> replay = replay(show);
        return Optional.of(new Recording(
                show,
                parts.stream().allMatch(part -> part.playlist().ended()),
                entries.stream().mapToLong(BucketTexts.Entry::bytes).sum(),
                parts.stream().flatMap(part -> part.playlist().spans().stream()).toList(),
                replay.isPresent(),
                replay.filter(text -> text.containsKey("thumbnailMs"))
                        .map(text -> Duration.ofMillis(
                                text.getJsonNumber("thumbnailMs").longValue()))
                        .orElse(null)));
    }

    private Optional<JsonObject> replay(String show) {
        return bucket.read(IvsNames.replay(calls.settings(), show)).map(text -> {
            try (var reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        });
    }

    /** By run, in the order of their numbers. */
    private List<Part> parts(List<BucketTexts.Entry> entries) {
        List<Part> parts = new ArrayList<>();
        entries.stream()
                .map(BucketTexts.Entry::key)
                .filter(key -> key.endsWith("/live.m3u8"))
                .map(key -> key.substring(0, key.length() - "0/live.m3u8".length()))
                .distinct()
                .sorted(java.util.Comparator.comparingInt(MediaLiveRecordings::number))
                .forEach(run -> part(run, entries).ifPresent(parts::add));
        return parts;
    }

    private static int number(String run) {
        String[] path = run.split("/");
        return Integer.parseInt(path[path.length - 1]);
    }

    /** The pipeline that has more of the run. */
    private Optional<Part> part(String run, List<BucketTexts.Entry> entries) {
        Part best = null;
        for (String pipeline : List.of("0", "1")) {
            String folder = run + pipeline + "/";
            Optional<HlsPlaylist> playlist = entries.stream()
                    .map(BucketTexts.Entry::key)
                    .filter(key -> key.startsWith(folder + "live_") && key.endsWith(".m3u8"))
                    .sorted()
                    .findFirst()
                    .flatMap(bucket::read)
                    .map(HlsPlaylist::read)
                    .filter(read -> !read.spans().isEmpty());
            if (playlist.isPresent()
                    && (best == null
                            || playlist.get().length().compareTo(best.playlist().length()) > 0)) {
                best = new Part(folder + "live.m3u8", playlist.get());
            }
        }
        return Optional.ofNullable(best);
    }

    /** As {@link live.onair.scheduling.spi.ChannelProvisioner#publishRecording} says. */
    void publish(String show, boolean on, @Nullable Duration thumbnail) {
        if (bucket.bucket().isEmpty() && !on) {
            return;
        }
        String key = IvsNames.replay(calls.settings(), show);
        String wanted = on ? playable(show, thumbnail) : null;
        IvsReplay.course(bucket.bucket(), key, wanted).walk(bucket.read(key), calls);
    }

    private String playable(String show, @Nullable Duration thumbnail) {
        List<Part> parts = parts(bucket.below(folder(show)));
        if (parts.isEmpty()) {
            throw new CloudException(CloudFault.NOT_FOUND, "nothing of " + show + " is recorded");
        }
        if (!parts.stream().allMatch(part -> part.playlist().ended())) {
            throw new CloudException(CloudFault.CONFLICT, show + " is still being recorded");
        }
        Duration length = parts.stream().map(part -> part.playlist().length()).reduce(Duration.ZERO, Duration::plus);
        if (thumbnail != null && (thumbnail.isNegative() || thumbnail.compareTo(length) > 0)) {
            throw new CloudException(CloudFault.INVALID, show + " has no picture at " + thumbnail);
        }
        return text(show, parts, thumbnail);
    }

    private static String text(String show, List<Part> parts, @Nullable Duration thumbnail) {
        JsonArrayBuilder played = Json.createArrayBuilder();
        parts.forEach(part -> played.add(Json.createObjectBuilder()
                .add("playlist", part.master())
                .add("fromMs", 0)
                .add("lengthMs", part.playlist().length().toMillis())));
        JsonObjectBuilder replay = Json.createObjectBuilder().add("show", show).add("parts", played);
        if (thumbnail != null) {
            replay.add("thumbnailMs", thumbnail.toMillis());
        }
        return replay.build().toString();
    }
}
