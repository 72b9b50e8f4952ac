package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A fault that an edge is told to have, for training and tests: it stays until another is told, and no restart keeps it. */
final class Dial {

    /** What is wrong with the edge. */
    enum Mode {
        /** Nothing. */
        OK,
        /** Connections are closed without a word. */
        DOWN,
        /** Connections are taken, and nothing is ever said. */
        SILENT,
        /** Every answer is 503. */
        ERROR,
        /** Every answer comes later, by so many milliseconds. */
        SLOW,
        /** Every answer begins in time, and comes at so many bytes a second on each connection. */
        THROTTLED,
        /** Playlists stay as they were when first asked for. */
        STALE
    }

    private static final int MOST_MILLIS = 60_000;
    private static final int MOST_KEPT = 200;

    /** What is set. */
    private record Setting(Mode mode, int millis, int bytesPerSecond) {}

    private final Map<String, Reply> kept = new ConcurrentHashMap<>();
    private volatile Setting now = new Setting(Mode.OK, 0, 0);

    /** Sets it as the body has it. */
    void set(JsonNode body) {
        String word = Json.text(body, "mode", "").toUpperCase(Locale.ROOT);
        Mode mode = Arrays.stream(Mode.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new Reply.Refused(400, "bad-dial", "mode is one of " + Arrays.toString(Mode.values())));
        int millis = body.path("millis").asInt();
        int bytes = body.path("bytesPerSecond").asInt();
        boolean fits = switch (mode) {
            case SLOW -> millis > 0 && millis <= MOST_MILLIS;
            case THROTTLED -> bytes > 0;
            case OK, DOWN, SILENT, ERROR, STALE -> true;
        };
        if (!fits) {
            throw new Reply.Refused(
                    400, "bad-dial", "SLOW needs millis from 1 to 60000, THROTTLED bytesPerSecond above 0");
        }
        kept.clear();
        now = new Setting(mode, millis, bytes);
    }

    /** How much comes in a second on each connection; 0 for all that there is. */
    int bytesPerSecond() {
        Setting set = now;
        return set.mode() == Mode.THROTTLED ? set.bytesPerSecond() : 0;
    }

    /** Forgets what it keeps of a show; says of how many. An edge keeps nothing but what it is told to be stale with. */
    int purge(String show) {
        int before = kept.size();
        kept.keySet().removeIf(path -> path.contains("/" + show + "/"));
        return before - kept.size();
    }

    ObjectNode describe() {
        Setting set = now;
        return Json.object()
                .put("mode", set.mode().name())
                .put("millis", set.millis())
                .put("bytesPerSecond", set.bytesPerSecond());
    }

    /** The answer as the fault lets it through. */
    CompletionStage<Reply> through(String path, Supplier<Reply> answer) {
        Setting set = now;
        return switch (set.mode()) {
            case OK, THROTTLED -> CompletableFuture.completedFuture(answer.get());
            case DOWN -> CompletableFuture.completedFuture(Reply.NOTHING);
            case SILENT -> later(() -> Reply.NOTHING, MOST_MILLIS);
            case ERROR -> CompletableFuture.completedFuture(Reply.text(503, "Unavailable"));
            case SLOW -> later(answer, set.millis());
            case STALE -> CompletableFuture.completedFuture(stale(path, answer));
        };
    }

    private static CompletionStage<Reply> later(Supplier<Reply> answer, long millis) {
        return CompletableFuture.supplyAsync(answer, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private Reply stale(String path, Supplier<Reply> answer) {
        return path.endsWith(".m3u8") && kept.size() < MOST_KEPT
                ? kept.computeIfAbsent(path, first -> answer.get())
                : answer.get();
    }
}
