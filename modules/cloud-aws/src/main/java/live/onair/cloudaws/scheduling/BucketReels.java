package live.onair.cloudaws.scheduling;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.cloudaws.HlsPlaylist;
import live.onair.cloudaws.HlsPlaylist.Segment;
import live.onair.cloudaws.RecordedPieces.Piece;
import live.onair.cloudaws.RecordedPieces.Reel;
import org.jspecify.annotations.Nullable;

/** Which objects the best rendition of a recording is made of, read from its playlists (RFC 8216) and from what lies beside them. */
final class BucketReels {

    private static final Pattern BANDWIDTH = Pattern.compile("[:,]BANDWIDTH=(\\d+)");

    private final BucketTexts bucket;

    BucketReels(BucketTexts bucket) {
        this.bucket = bucket;
    }

    /**
     * What was recorded without a change of folder.
     *
     * @param master key of its master playlist
     * @param start instant of its first picture; null where its playlists say it themselves
     * @param from from where it belongs to the show
     * @param to up to where
     */
    record Take(String master, @Nullable Instant start, Instant from, Instant to) {

        /** All of it, dated by itself. */
        static Take whole(String master) {
            return new Take(master, null, Instant.MIN, Instant.MAX);
        }
    }

    /** A rendition, with bits a second. */
    private record Rendition(String key, long bandwidth) {}

    /** These in their order; empty if no playlist tells of a picture. */
    Optional<Reel> of(List<Take> takes, boolean complete) {
        List<Piece> pieces = new ArrayList<>();
        List<Instant> starts = new ArrayList<>();
        for (Take take : takes) {
            best(take.master()).ifPresent(key -> {
                List<Segment> told = segments(key, take);
                told.stream().findFirst().ifPresent(first -> starts.add(first.from()));
                pieces.addAll(there(key, told));
            });
        }
        return starts.stream().min(Comparator.naturalOrder()).map(start -> new Reel(pieces, start, complete));
    }

    private Optional<String> best(String master) {
        List<Rendition> all = new ArrayList<>();
        long bandwidth = 0;
        for (String line : bucket.read(master).orElse("").lines().toList()) {
            Matcher told = BANDWIDTH.matcher(line);
            if (line.startsWith("#EXT-X-STREAM-INF:")) {
                bandwidth = told.find() ? Long.parseLong(told.group(1)) : 0;
            } else if (!line.startsWith("#") && !line.isBlank()) {
                all.add(new Rendition(beside(master, line.strip()), bandwidth));
            }
        }
        return all.stream().max(Comparator.comparingLong(Rendition::bandwidth)).map(Rendition::key);
    }

    private List<Segment> segments(String key, Take take) {
        return bucket.read(key)
                .map(text -> HlsPlaylist.read(text, take.start()).segments().stream()
                        .filter(one ->
                                one.to().isAfter(take.from()) && one.from().isBefore(take.to()))
                        .toList())
                .orElse(List.of());
    }

    /** What a rule or a hand has taken away is left out. */
    private List<Piece> there(String key, List<Segment> told) {
        Map<String, Long> objects = new HashMap<>();
        bucket.below(key.substring(0, key.lastIndexOf('/') + 1))
                .forEach(entry -> objects.put(entry.key(), entry.bytes()));
        List<Piece> pieces = new ArrayList<>();
        for (Segment one : told) {
            String object = beside(key, one.uri());
            String init = one.init() == null ? null : beside(key, one.init());
            Long bytes = objects.get(object);
            if (bytes != null && (init == null || objects.containsKey(init))) {
                pieces.add(new Piece(object, init, one.from(), one.length(), bytes));
            }
        }
        return pieces;
    }

    private static String beside(String key, String uri) {
        return URI.create("/" + key).resolve(uri).getPath().substring(1);
    }
}
