package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every show this process keeps, their recordings, and the room they may take on the disk. */
final class Shows {
    /** How far back viewers can go without asking for everything. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    /** What a player that holds an older playlist may still fetch. */
    private static final Duration KEPT = WINDOW.plusSeconds(30);

    /** How full the disk's share is. */
    enum Level {
        OK,
        NEAR,
        FULL
    }

    private final Path folder;
    private final long quotaBytes;
    private final Spool spool;
    private final Map<String, MediaShow> shows = new ConcurrentSkipListMap<>();
    private volatile Level level = Level.OK;

    Shows(Path folder, long quotaBytes, Spool spool) throws IOException {
        this.folder = folder;
        this.quotaBytes = quotaBytes;
        this.spool = spool;
        Files.createDirectories(folder);
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path show : kept.filter(Files::isDirectory).toList()) {
                String id = show.getFileName().toString();
                shows.put(id, new MediaShow(id, show));
            }
        }
    }

    @Nullable
    MediaShow get(String id) {
        return shows.get(id);
    }

    Collection<MediaShow> all() {
        return shows.values();
    }

    MediaShow open(String id) throws IOException {
        MediaShow known = shows.get(id);
        if (known == null) {
            known = new MediaShow(id, folder.resolve(id));
            shows.put(id, known);
        }
        return known;
    }

    ArrayNode recordings() {
        ArrayNode list = Json.array();
        shows.values().stream().filter(show -> !show.empty()).forEach(show -> list.add(show.describe()));
        return list;
    }

    MediaShow recording(String id) {
        MediaShow show = shows.get(id);
        if (show == null || show.empty()) {
            throw new Reply.Refused(404, "unknown-recording", "There is no recording of this show");
        }
        return show;
    }

    void delete(String id) throws IOException {
        MediaShow show = recording(id);
        if (show.recording()) {
            throw new Reply.Refused(409, "recording", "The recording is still being made");
        }
        if (show.protectedFromQuota()) {
            throw new Reply.Refused(409, "protected", "The recording is protected");
        }
        remove(show);
    }

    private void remove(MediaShow show) throws IOException {
        shows.remove(show.id);
        show.delete();
        Log.info("recording-deleted", "show", show.id);
    }

    long quotaBytes() {
        return quotaBytes;
    }

    long usedBytes() {
        return shows.values().stream().mapToLong(MediaShow::bytes).sum();
    }

    ObjectNode disk() {
        return Json.object()
                .put("usedBytes", usedBytes())
                .put("quotaBytes", quotaBytes)
                .put("level", level.name());
    }

    /** Keeps the quota, and forgets what was not to be recorded once its viewers have gone. */
    void tick(Instant now) throws IOException {
        for (MediaShow show : shows.values()) {
            if (!show.recorded() && show.recording()) {
                show.dropBefore(now.minus(KEPT));
            } else if (!show.recorded() && show.lastAt().plus(WINDOW).isBefore(now)) {
                remove(show);
            }
        }
        Level before = level;
        level = measured();
        if (level != before) {
            news("level", null);
        }
        if (level == Level.FULL) {
            makeRoom(now);
            level = measured();
        }
    }

    private Level measured() {
        long used = usedBytes();
        if (used >= quotaBytes) {
            return Level.FULL;
        }
        return used >= quotaBytes - quotaBytes / 10 ? Level.NEAR : Level.OK;
    }

    /** The oldest finished recording goes first; what runs loses only what lies behind its viewers' window. */
    private void makeRoom(Instant now) throws IOException {
        for (MediaShow show : shows.values().stream()
                .filter(show -> !show.recording() && !show.protectedFromQuota() && show.bytes() > 0)
                .sorted(Comparator.comparing(MediaShow::firstAt))
                .toList()) {
            if (measured() != Level.FULL) {
                return;
            }
            remove(show);
            news("evicted", show.id);
        }
        for (MediaShow show : shows.values()) {
            if (measured() == Level.FULL && show.recording()) {
                long before = show.bytes();
                show.dropBefore(now.minus(KEPT));
                if (show.bytes() < before) {
                    show.dropped();
                    news("beginning-dropped", show.id);
                }
            }
        }
    }

    private void news(String what, @Nullable String show) {
        spool.put("quota", disk().put("what", what).put("show", show));
    }

    void close() {
        for (MediaShow show : shows.values()) {
            try {
                show.close();
            } catch (IOException e) {
                Log.warn("show-not-closed", e, "show", show.id);
            }
        }
    }
}
