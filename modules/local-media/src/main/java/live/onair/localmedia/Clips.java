package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Clips: files of their own, cut from recordings one at a time, which stay when the recording goes. Asked for once more, a clip is
 * the same one.
 */
final class Clips implements AutoCloseable {
    /**
     * What is wanted.
     *
     * @param slates whether what was sent between pictures is a part of it
     * @param attempt one that failed is tried again by a higher number
     */
    record Wish(String show, Instant from, Instant to, boolean slates, int attempt) {
        static Wish read(JsonNode body) {
            Instant from = Json.instant(body, "from");
            Instant to = Json.instant(body, "to");
            if (from == null || to == null || !to.isAfter(from)) {
                throw new Reply.Refused(400, "bad-clip", "A clip goes from an instant to a later one");
            }
            return new Wish(
                    Json.text(body, "show", ""),
                    from,
                    to,
                    body.path("slates").asBoolean(),
                    body.path("attempt").asInt());
        }
    }

    private record Trouble(int attempt, String problem, String message) {}

    /** Recordings come first: so much of their room is for clips. */
    private static final int SHARE = 4;

    private final Shows shows;
    private final Packs packs;
    private final Ffmpeg ffmpeg;
    private final Children children;
    private final ClipShelf shelf;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final Map<String, Boolean> cutting = new ConcurrentHashMap<>();
    private final ExecutorService cutter = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "clips");
        thread.setDaemon(true);
        return thread;
    });

    Clips(Channels.Kit kit, Path folder) throws IOException {
        this.shows = kit.shows();
        this.packs = kit.packs();
        this.ffmpeg = kit.ffmpeg();
        this.children = kit.children();
        this.shelf = new ClipShelf(folder);
    }

    ClipShelf shelf() {
        return shelf;
    }

    /** Begins to cut it, unless that is done or under way; how far it is. */
    ObjectNode cut(String id, Wish wish) {
        if (!id.matches("[0-9a-f-]{36}")) {
            throw new Reply.Refused(400, "bad-clip", "A clip has a UUID");
        }
        Trouble trouble = troubles.get(id);
        if (shelf.find(id) != null || trouble != null && trouble.attempt() >= wish.attempt()) {
            return describe(id);
        }
        MediaShow show = shows.get(wish.show());
        if (show == null || show.live().state().segments().isEmpty()) {
            return failed(id, wish, "gone", "There is no recording of this show");
        }
        Timeline.State recorded = show.live().state();
        Timeline.Segment last = recorded.last();
        if (!recorded.closed() && last != null && last.end().isBefore(wish.to())) {
            return Json.object().put("clip", id).put("state", "WAITING");
        }
        if (cutting.putIfAbsent(id, true) == null) {
            troubles.remove(id);
            cutter.execute(() -> make(id, wish, show));
        }
        return describe(id);
    }

    private ObjectNode failed(String id, Wish wish, String problem, String message) {
        troubles.put(id, new Trouble(wish.attempt(), problem, message));
        return describe(id);
    }

    private void make(String id, Wish wish, MediaShow show) {
        Path part = shelf.part(id);
        try {
            List<Timeline.Segment> pieces =
                    ClipCut.pieces(show.live().state().segments(), wish.from(), wish.to(), wish.slates());
            room(pieces);
            Files.createDirectories(part);
            Path made = new ClipCut(ffmpeg, children, part).make(pieces, piece -> place(show.live(), piece));
            shelf.keep(id, said(id, wish, pieces), made);
            Log.info("clip-cut", "clip", id, "show", wish.show());
        } catch (ClipCut.Failure e) {
            failed(id, wish, e.problem, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            Log.warn("clip-not-cut", e, "clip", id);
            failed(id, wish, "broken", e.toString());
        } finally {
            cutting.remove(id);
            clear(part);
        }
    }

    private static ObjectNode said(String id, Wish wish, List<Timeline.Segment> pieces) {
        ObjectNode clip = Json.object().put("clip", id).put("state", "READY").put("show", wish.show());
        return clip.put("from", Json.at(pieces.get(0).at()))
                .put("to", Json.at(pieces.get(pieces.size() - 1).end()))
                .put("seconds", Playlist.seconds(pieces));
    }

    private static void clear(Path part) {
        try {
            Durable.deleteTree(part);
        } catch (IOException e) {
            Log.warn("clip-parts-left", e);
        }
    }

    private Path place(Timeline line, Timeline.Segment piece) {
        Path slate = packs.slateFile(piece.uri());
        return slate != null ? slate : line.folder().resolve(piece.uri());
    }

    private void room(List<Timeline.Segment> pieces) throws ClipCut.Failure, IOException {
        if (pieces.isEmpty()) {
            throw new ClipCut.Failure("outside", "nothing was recorded in this time");
        }
        long wanted = pieces.stream().mapToLong(Timeline.Segment::bytes).sum();
        if (shelf.bytes() + wanted > shows.quotaBytes() / SHARE || shelf.usable() < 3 * wanted) {
            throw new ClipCut.Failure("full", "there is no room for more clips");
        }
    }

    /** How far it is. Whether it is being cut is asked first: what came of it is written down before that ends. */
    ObjectNode describe(String id) {
        boolean cut = cutting.containsKey(id);
        ObjectNode clip = shelf.find(id);
        if (clip != null) {
            return clip;
        }
        Trouble trouble = troubles.get(id);
        if (trouble != null) {
            return Json.object()
                    .put("clip", id)
                    .put("state", "FAILED")
                    .put("problem", trouble.problem())
                    .put("message", trouble.message());
        }
        if (cut) {
            return Json.object().put("clip", id).put("state", "CUTTING");
        }
        throw ClipShelf.unknown();
    }

    /** The calls of the console about clips. */
    Reply answer(String call, String rest, JsonNode body) throws IOException {
        String[] parts = rest.split("/", -1);
        String id = parts[0];
        switch (call + " " + (parts.length == 2 ? parts[1] : rest.isEmpty() ? "" : "one")) {
            case "GET " -> {
                return Reply.json(200, Json.object().set("clips", shelf.list()));
            }
            case "PUT one" -> {
                return Reply.json(200, cut(id, Wish.read(body)));
            }
            case "GET one" -> {
                return Reply.json(200, describe(id));
            }
            case "GET file" -> {
                return Reply.file(shelf.file(id)).with("Cache-Control", "no-store");
            }
            case "POST show" -> {
                return Reply.json(200, shelf.show(id, body.path("on").asBoolean()));
            }
            case "DELETE one" -> {
                troubles.remove(id);
                shelf.delete(id);
                return Reply.empty(204);
            }
            default -> throw new Reply.Refused(404, "unknown-call", "There is no such call");
        }
    }

    @Override
    public void close() {
        cutter.shutdownNow();
    }
}
