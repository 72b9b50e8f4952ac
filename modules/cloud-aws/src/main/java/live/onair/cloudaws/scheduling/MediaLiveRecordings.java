package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.HlsPlaylist;
import live.onair.cloudaws.RecordedPieces;
import live.onair.cloudaws.RecordingFolders;
import live.onair.scheduling.spi.Recording;
import org.jspecify.annotations.Nullable;

/**
 * What MediaLive has recorded of a show: each run in a folder of its own, each pipeline below that, each rendition a
 * playlist. One rendition of the pipeline that has more tells of all.
 */
@Singleton
class MediaLiveRecordings implements RecordingFolders, RecordedPieces {

    /** One pipeline's playlist may be written so much later than the other's. */
    private static final Duration BEHIND = Duration.ofSeconds(30);

    private final AwsCalls calls;
    private final BucketTexts bucket;
    private final BucketReplays replays;

    @Inject
    MediaLiveRecordings(AwsCalls calls, BucketTexts bucket) {
        this.calls = calls;
        this.bucket = bucket;
        this.replays = new BucketReplays(calls, bucket);
    }

    /** A run's recording: where its master playlist lies, and what its renditions tell. */
    private record Part(String master, HlsPlaylist playlist) {

        String folder() {
            return master.substring(0, master.length() - "live.m3u8".length());
        }

        boolean keepsUpWith(Part other) {
            boolean stopped = other.playlist().ended() && !playlist.ended();
            return !stopped
                    && other.playlist().length().minus(playlist.length()).compareTo(BEHIND) <= 0;
        }

        BucketReplays.Part played() {
            return new BucketReplays.Part(master, Duration.ZERO, playlist.length(), null);
        }
    }

    private String folder(String show) {
        return "onair/" + calls.settings().env() + "/shows/" + show + "/";
    }

    @Override
    public String backend() {
        return "medialive";
    }

    @Override
    public List<String> folders(String show) {
        return List.of(folder(show), replays.key(show));
    }

    @Override
    public Optional<Reel> reel(String show, List<String> kept) {
        if (bucket.bucket().isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = parts(bucket.below(folder(show)), kept);
        return new BucketReels(bucket)
                .of(
                        parts.stream()
                                .map(part -> BucketReels.Take.whole(part.master()))
                                .toList(),
                        isComplete(parts));
    }

    /** The recording as it is; empty if nothing has been recorded. */
    Optional<Recording> of(String show) {
        if (bucket.bucket().isEmpty()) {
            return Optional.empty();
        }
        List<BucketTexts.Entry> entries = bucket.below(folder(show));
        List<Part> parts = parts(entries, List.of());
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<BucketReplays.Published> replay = replays.of(show);
        return Optional.of(new Recording(
                show,
                isComplete(parts),
                entries.stream().mapToLong(BucketTexts.Entry::bytes).sum(),
                parts.stream().flatMap(part -> part.playlist().spans().stream()).toList(),
                replay.isPresent(),
                replay.map(BucketReplays.Published::thumbnail).orElse(null)));
    }

    /** By run, in the order of their numbers. */
    private List<Part> parts(List<BucketTexts.Entry> entries, List<String> kept) {
        List<Part> parts = new ArrayList<>();
        entries.stream()
                .map(BucketTexts.Entry::key)
                .filter(key -> key.endsWith("/live.m3u8"))
                .map(key -> key.substring(0, key.length() - "0/live.m3u8".length()))
                .distinct()
                .sorted(Comparator.comparingInt(MediaLiveRecordings::number))
                .forEach(run -> part(run, entries, kept).ifPresent(parts::add));
        return parts;
    }

    private static int number(String run) {
        String[] path = run.split("/");
        return Integer.parseInt(path[path.length - 1]);
    }

    /** The pipeline that has more of the run, or the one that is kept as long as it keeps up. */
    private Optional<Part> part(String run, List<BucketTexts.Entry> entries, List<String> kept) {
        List<Part> pipelines = Stream.of("0/", "1/")
                .flatMap(pipeline -> pipeline(run + pipeline, entries).stream())
                .toList();
        Part more = pipelines.stream()
                .max(Comparator.comparing(one -> one.playlist().length()))
                .orElse(null);
        if (more == null) {
            return Optional.empty();
        }
        String last = kept.stream()
                .filter(key -> key.startsWith(run))
                .reduce((one, next) -> next)
                .orElse("");
        return pipelines.stream()
                .filter(one -> last.startsWith(one.folder()) && one.keepsUpWith(more))
                .findFirst()
                .or(() -> Optional.of(more));
    }

    private Optional<Part> pipeline(String folder, List<BucketTexts.Entry> entries) {
        return entries.stream()
                .map(BucketTexts.Entry::key)
                .filter(key -> key.startsWith(folder + "live_") && key.endsWith(".m3u8"))
                .sorted()
                .findFirst()
                .map(bucket::text)
                .map(HlsPlaylist::read)
                .filter(read -> !read.spans().isEmpty())
                .map(read -> new Part(folder + "live.m3u8", read));
    }

    /** As {@link live.onair.scheduling.spi.ChannelProvisioner#publishRecording} says. */
    void publish(String show, boolean on, @Nullable Duration thumbnail) {
        if (on) {
            replays.publish(show, tape(show), thumbnail);
        } else {
            replays.withdraw(show);
        }
    }

    /** What would be played as its replay. */
    Optional<BucketReplays.Tape> tape(String show) {
        List<Part> parts = parts(bucket.below(folder(show)), List.of());
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new BucketReplays.Tape(parts.stream().map(Part::played).toList(), isComplete(parts)));
    }

    private static boolean isComplete(List<Part> parts) {
        return parts.stream().allMatch(part -> part.playlist().ended());
    }
}
