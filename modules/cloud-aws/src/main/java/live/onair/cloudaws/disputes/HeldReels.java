package live.onair.cloudaws.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.cloudaws.HlsPlaylist;
import live.onair.cloudaws.RecordedPieces.Piece;
import live.onair.cloudaws.RecordedPieces.Reel;
import org.jspecify.annotations.Nullable;

/**
 * Copies of recordings that are held, each show's in a folder of its own: the pieces under the whole of their old keys, and a
 * playlist that any player plays. The playlist is written last and deleted first: as long as it is there, they are.
 */
@Singleton
class HeldReels {

    private static final String PLAYLIST = "recording.m3u8";
    /** A comment in the playlist: where the recording began, whether or not that piece was still there to be kept. */
    private static final String BEGAN = "# recorded from ";

    private final BucketObjects objects;

    @Inject
    HeldReels(BucketObjects objects) {
        this.objects = objects;
    }

    /** What is kept of the show's recording; empty if it is not held. */
    Optional<Reel> of(String show) {
        String folder = objects.held(show);
        Map<String, Long> there = objects.below(folder);
        if (!there.containsKey(folder + PLAYLIST)) {
            return Optional.empty();
        }
        String text = new String(objects.read(folder + PLAYLIST), StandardCharsets.UTF_8);
        HlsPlaylist told = HlsPlaylist.read(text);
        List<Piece> pieces = told.segments().stream()
                .filter(one -> there.containsKey(folder + one.uri()))
                .map(one -> piece(folder, one, there))
                .toList();
        return told.segments().stream()
                .findFirst()
                .map(first -> new Reel(pieces, began(text).orElse(first.from()), told.ended()));
    }

    private static Optional<Instant> began(String text) {
        return text.lines()
                .filter(line -> line.startsWith(BEGAN))
                .map(line -> Instant.parse(line.substring(BEGAN.length())))
                .findFirst();
    }

    private static Piece piece(String folder, HlsPlaylist.Segment one, Map<String, Long> there) {
        String key = folder + one.uri();
        String init = one.init() == null ? null : folder + one.init();
        return new Piece(key, init, one.from(), one.length(), Objects.requireNonNull(there.get(key)));
    }

    /** The key under which a kept piece was recorded; any other key as it is. */
    String recorded(String show, String key) {
        String folder = objects.held(show);
        return key.startsWith(folder) ? key.substring(folder.length()) : key;
    }

    /** Whether a rule of the bucket will delete the copies, too; a rule by size finds the largest and not the playlist. */
    boolean expires(String show, Reel copy) {
        return objects.expires(objects.held(show) + PLAYLIST)
                || copy.pieces().stream()
                        .max(Comparator.comparingLong(Piece::bytes))
                        .filter(piece -> objects.expires(piece.key()))
                        .isPresent();
    }

    /** Keeps these pieces, whether recorded or kept already; those that are kept are not copied again. */
    void keep(String show, Reel reel) {
        String folder = objects.held(show);
        Map<String, Long> there = objects.below(folder);
        List<String> wanted = reel.pieces().stream()
                .flatMap(piece -> Stream.of(Optional.of(piece.key()), Optional.ofNullable(piece.init())))
                .flatMap(Optional::stream)
                .distinct()
                .filter(key -> !key.startsWith(folder) && !there.containsKey(folder + key))
                .toList();
        objects.copy(wanted, folder);
        objects.write(folder + PLAYLIST, playlist(show, reel));
    }

    /** Lets all copies go, whether or not they are all; none is fine. */
    void release(String show) {
        String folder = objects.held(show);
        objects.remove(List.of(folder + PLAYLIST));
        objects.remove(new ArrayList<>(objects.below(folder).keySet()));
    }

    private String playlist(String show, Reel reel) {
        long longest = reel.pieces().stream()
                .mapToLong(piece -> piece.length().toMillis())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-PLAYLIST-TYPE:EVENT\n");
        text.append(BEGAN).append(reel.start()).append('\n');
        text.append("#EXT-X-TARGETDURATION:").append((longest + 999) / 1_000).append('\n');
        Piece before = null;
        for (Piece piece : reel.pieces()) {
            text.append(head(show, before, piece));
            text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n", seconds(piece.length())));
            text.append(recorded(show, piece.key())).append('\n');
            before = piece;
        }
        return text.append(reel.complete() ? "#EXT-X-ENDLIST\n" : "").toString();
    }

    /** What stands before a piece where it does not simply go on. */
    private String head(String show, @Nullable Piece before, Piece piece) {
        StringBuilder text = new StringBuilder();
        if (before == null || !before.to().equals(piece.from())) {
            text.append(before == null ? "" : "#EXT-X-DISCONTINUITY\n");
            text.append("#EXT-X-PROGRAM-DATE-TIME:").append(piece.from()).append('\n');
        }
        String init = piece.init();
        if (init != null && (before == null || !init.equals(before.init()))) {
            text.append("#EXT-X-MAP:URI=\"").append(recorded(show, init)).append("\"\n");
        }
        return text.toString();
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1_000.0;
    }
}
