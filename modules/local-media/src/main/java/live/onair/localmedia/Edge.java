package live.onair.localmedia;

import io.netty.handler.codec.DateFormatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A content edge: playlists, segments and thumbnails, and nothing that is not in a timeline. */
final class Edge implements HttpHandler.Route {
    private static final Duration ALL = Duration.ofDays(3650);
    private static final Reply NOT_FOUND = Reply.text(404, "Not found").with("Cache-Control", "max-age=1");
    private final Shows shows;
    private final Packs packs;
    private final ClipShelf clips;
    private final Dial dial;
    private final @Nullable EdgeKey key;
    private final Clock clock;
    private final Map<String, Composed> composed = new ConcurrentHashMap<>();

    /** Who may read what is live. */
    record Guard(@Nullable EdgeKey key, Clock clock) {}

    private record Composed(long revision, byte[] playlist) {}

    /** An edge; without a key it gives live pictures to whoever asks. */
    Edge(Shows shows, Packs packs, ClipShelf clips, Dial dial, Guard guard) {
        this.dial = dial;
        this.key = guard.key();
        this.clock = guard.clock();
        this.clips = clips;
        this.shows = shows;
        this.packs = packs;
    }

    @Override
    public CompletionStage<Reply> answer(HttpHandler.Request request) {
        return dial.through(request.path(), () -> plain(request))
                .thenApply(reply -> reply.with("Access-Control-Allow-Origin", "*")
                        .with("Access-Control-Expose-Headers", "Content-Length, Content-Range")
                        .with("Date", DateFormatter.format(Date.from(clock.instant())))
                        .with("Cross-Origin-Resource-Policy", "cross-origin"));
    }

    /** How much of its answers comes in a second, in bytes; 0 for all that there is. */
    int bytesPerSecond() {
        return dial.bytesPerSecond();
    }

    private Reply plain(HttpHandler.Request request) {
        if (request.method().equals("OPTIONS")) {
            return Reply.empty(204)
                    .with("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                    .with("Access-Control-Allow-Headers", "Range")
                    .with("Access-Control-Max-Age", "86400");
        }
        return request.reads() ? read(request) : Reply.text(405, "Read only").with("Allow", "GET, HEAD, OPTIONS");
    }

    private Reply read(HttpHandler.Request request) {
        String[] parts = request.path().split("/", -1);
        boolean all = "all".equals(request.parameter("dvr"));
        if (parts.length == 4 && parts[1].equals("live")) {
            return guarded(parts[2], parts[3], request);
        }
        if (parts.length == 3 && parts[1].equals("clips")) {
            return clip(parts[2], null, request);
        }
        if (parts.length == 5 && parts[1].equals("private") && parts[3].equals("clips")) {
            return clip(parts[4], parts[2], request);
        }
        if (parts.length == 5 && parts[1].equals("private")) {
            MediaShow show = shows.get(parts[3]);
            Timeline line = show == null ? null : show.rehearsal(parts[2]);
            return line == null ? NOT_FOUND : live(line, parts[4], all);
        }
        if (parts.length == 4 && parts[1].equals("replay")) {
            MediaShow show = shows.get(parts[2]);
            return show == null || !show.published() ? NOT_FOUND : replay(show, parts[3]);
        }
        return NOT_FOUND;
    }

    /** What is live is for those whose address was signed, where a key is told; the small picture is for everybody. */
    private Reply guarded(String id, String name, HttpHandler.Request request) {
        String token = request.parameter(EdgeKey.PARAMETER);
        EdgeKey asks = name.equals("thumb.jpg") ? null : key;
        if (asks != null && !asks.admits(id, token, clock.instant())) {
            return Reply.text(403, "Not signed, or no longer").with("Cache-Control", "no-store");
        }
        MediaShow show = shows.get(id);
        if (show == null) {
            return NOT_FOUND;
        }
        Reply reply = live(show.live(), name, "all".equals(request.parameter("dvr")));
        return asks == null || token == null || !name.equals("index.m3u8") || reply.status() != 200
                ? reply
                : playlist(EdgeKey.passedOn(reply.body(), token), "max-age=1");
    }

    /** A clip that viewers may play is the same as long as it is there; it may be gone the next minute. */
    private Reply clip(String name, @Nullable String key, HttpHandler.Request request) {
        Path file = name.endsWith(".mp4") ? clips.file(name.substring(0, name.length() - 4), key) : null;
        if (file == null) {
            return NOT_FOUND;
        }
        Reply reply = Reply.file(file).with("Cache-Control", key == null ? "max-age=10" : "no-store");
        return request.parameter("download") == null
                ? reply
                : reply.with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private Reply live(Timeline line, String name, boolean all) {
        Timeline.State state = line.state();
        if (!name.equals("index.m3u8")) {
            return piece(line, state, name);
        }
        if (!state.opened() || state.segments().isEmpty()) {
            return NOT_FOUND;
        }
        byte[] playlist = composed(
                line.folder() + (all ? "?all" : ""), state, () -> Playlist.live(state, all ? ALL : Shows.WINDOW));
        return playlist(playlist, "max-age=1");
    }

    private Reply replay(MediaShow show, String name) {
        Timeline line = show.live();
        Timeline.State state = line.state();
        Path chosen = name.equals("thumb.jpg") ? show.picture() : null;
        if (chosen != null) {
            return Reply.file(chosen).with("Cache-Control", "max-age=2");
        }
        if (!name.equals("index.m3u8")) {
            return piece(line, state, name);
        }
        var cut = Playlist.withoutOuterSlate(state.segments());
        if (cut.isEmpty()) {
            return NOT_FOUND;
        }
        return playlist(
                composed(line.folder() + "?replay", state, () -> Playlist.replay(cut, state.marks())), "max-age=10");
    }

    private interface Composer {
        byte[] compose();
    }

    private byte[] composed(String key, Timeline.State state, Composer composer) {
        Composed before = composed.get(key);
        if (before != null && before.revision() == state.revision()) {
            return before.playlist();
        }
        byte[] playlist = composer.compose();
        composed.put(key, new Composed(state.revision(), playlist));
        return playlist;
    }

    private static Reply playlist(byte[] playlist, String cache) {
        return Reply.of(200, Reply.type("index.m3u8"), playlist).with("Cache-Control", cache);
    }

    private Reply piece(Timeline line, Timeline.State state, String name) {
        if (name.equals("thumb.jpg")) {
            Path picture = thumbnail(line, state);
            return picture == null || !Files.exists(picture)
                    ? NOT_FOUND
                    : Reply.file(picture).with("Cache-Control", "max-age=2");
        }
        if (!line.has(name)) {
            return NOT_FOUND;
        }
        Path slate = packs.slateFile(name);
        return Reply.file(slate != null ? slate : line.folder().resolve(name))
                .with("Cache-Control", "public, max-age=31536000, immutable");
    }

    /** What viewers see: never the input while a slate covers it. */
    private @Nullable Path thumbnail(Timeline line, Timeline.State state) {
        Timeline.Segment last = state.last();
        if (last == null) {
            return null;
        }
        Path slate = state.closed() ? null : packs.slateFile(last.uri());
        return slate != null ? slate.resolveSibling("thumb.jpg") : line.folder().resolve("thumb.jpg");
    }
}
