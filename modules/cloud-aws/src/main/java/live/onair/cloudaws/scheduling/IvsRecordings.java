package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RecordedPieces;
import live.onair.cloudaws.RecordingFolders;
import live.onair.scheduling.spi.Recording;
import org.jspecify.annotations.Nullable;

/**
 * What IVS has recorded of a show. IVS knows no shows: it writes each connection of an encoder into a folder of its own,
 * by channel and minute. The marks in the bucket say from when to when the show was on air; they and the recordings are
 * dated by AWS's clock alone.
 */
@Singleton
class IvsRecordings implements RecordingFolders, RecordedPieces {

    /** An encoder may be connected for this long before its show is on air. */
    private static final Duration WARM_UP = Duration.ofHours(24);
    /** Of the two that may stand beside each other, the one that says how it ended counts. */
    private static final List<String> EVENTS = List.of("recording-ended", "recording-failed", "recording-started");

    private final AwsCalls calls;
    private final BucketTexts bucket;
    private final BucketReplays replays;
    private final Clock clock;

    @Inject
    IvsRecordings(AwsCalls calls, BucketTexts bucket, Clock clock) {
        this.calls = calls;
        this.bucket = bucket;
        this.replays = new BucketReplays(calls, bucket);
        this.clock = clock;
    }

    /** When a run of the show was on air, on which channel. */
    private record Aired(
            String folder, Instant begin, @Nullable Instant end) {}

    @Override
    public String backend() {
        return "ivs";
    }

    @Override
    public List<String> folders(String show) {
        List<String> all = new ArrayList<>(List.of(replays.key(show)));
        taped(show)
                .ifPresent(taped ->
                        taped.parts().forEach(part -> all.add(part.tape().folder())));
        return all;
    }

    @Override
    public Optional<Reel> reel(String show, List<String> kept) {
        return taped(show)
                .flatMap(taped -> new BucketReels(bucket)
                        .of(taped.parts().stream().map(IvsTape.Part::take).toList(), taped.complete()));
    }

    /** The recording as it is; empty if nothing has been recorded. */
    Optional<Recording> of(String show) {
        return taped(show).map(taped -> {
            Optional<BucketReplays.Published> replay = replays.of(show);
            return new Recording(
                    show,
                    taped.complete(),
                    taped.parts().stream()
                            .flatMap(part -> bucket.below(part.tape().folder()).stream())
                            .mapToLong(BucketTexts.Entry::bytes)
                            .sum(),
                    taped.parts().stream().map(IvsTape.Part::span).toList(),
                    replay.isPresent(),
                    replay.map(BucketReplays.Published::thumbnail).orElse(null));
        });
    }

    private record Taped(List<IvsTape.Part> parts, boolean complete) {

        BucketReplays.Tape tape() {
            return new BucketReplays.Tape(
                    parts.stream().map(IvsTape.Part::played).toList(), complete);
        }
    }

    private Optional<Taped> taped(String show) {
        if (bucket.bucket().isEmpty()) {
            return Optional.empty();
        }
        List<IvsTape.Part> parts = new ArrayList<>();
        boolean complete = true;
        for (Aired aired : aired(show)) {
            complete &= aired.end() != null;
            for (IvsTape tape : tapes(aired)) {
                Optional<IvsTape.Part> part = tape.between(aired.begin(), aired.end());
                part.ifPresent(parts::add);
                complete &= part.isEmpty() || tape.over();
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Taped(parts, complete));
    }

    private List<Aired> aired(String show) {
        String folder = IvsNames.runs(calls.settings(), show);
        Map<String, Map<String, Instant>> marks = new TreeMap<>();
        for (BucketTexts.Entry entry : bucket.below(folder)) {
            int cut = entry.key().lastIndexOf('/');
            marks.computeIfAbsent(entry.key().substring(0, cut), key -> new TreeMap<>())
                    .put(entry.key().substring(cut + 1), entry.writtenAt());
        }
        List<Aired> aired = new ArrayList<>();
        marks.forEach((run, told) -> {
            Instant begin = told.get(IvsCourse.ON_AIR);
            if (begin != null) {
                String[] parts = run.substring(folder.length()).split("/");
                Instant stopped = told.get(IvsCourse.STOPPED);
                // The bucket dates to the whole second below, and the mark is written after the last picture.
                Instant end = stopped == null ? null : stopped.plusSeconds(1);
                aired.add(new Aired("ivs/v1/" + parts[1] + "/" + parts[2] + "/", begin, end));
            }
        });
        aired.sort(Comparator.comparing(Aired::begin));
        return aired;
    }

    private List<IvsTape> tapes(Aired aired) {
        List<IvsTape> found = new ArrayList<>();
        for (String folder : folders(aired)) {
            event(folder)
                    .flatMap(event -> IvsTape.read(folder, event, clock.instant()))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparing(IvsTape::start));
        return found;
    }

    private Optional<String> event(String folder) {
        List<String> there = bucket.below(folder + "events/").stream()
                .map(BucketTexts.Entry::key)
                .toList();
        return EVENTS.stream()
                .map(event -> folder + "events/" + event + ".json")
                .filter(there::contains)
                .findFirst()
                .map(bucket::text);
    }

    /** The folders of recordings that were begun on the days in question: year/month/day/hours/minutes/recording. */
    private List<String> folders(Aired aired) {
        LocalDate first = day(aired.begin().minus(WARM_UP));
        LocalDate last = day(aired.end() == null ? clock.instant() : aired.end());
        List<String> days = new ArrayList<>();
        for (String year : bucket.folders(aired.folder())) {
            for (String month : bucket.folders(year)) {
                days.addAll(bucket.folders(month));
            }
        }
        return days.stream()
                .filter(folder -> isWithin(folder.substring(aired.folder().length()), first, last))
                .flatMap(day -> bucket.folders(day).stream())
                .flatMap(hour -> bucket.folders(hour).stream())
                .flatMap(minute -> bucket.folders(minute).stream())
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static boolean isWithin(String path, LocalDate first, LocalDate last) {
        String[] parts = path.split("/");
        LocalDate day =
                LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** What would be played as its replay. */
    Optional<BucketReplays.Tape> tape(String show) {
        return taped(show).map(Taped::tape);
    }

    /** As {@link live.onair.scheduling.spi.ChannelProvisioner#publishRecording} says. */
    void publish(String show, boolean on, @Nullable Duration thumbnail) {
        if (on) {
            replays.publish(show, tape(show), thumbnail);
        } else {
            replays.withdraw(show);
        }
    }
}
