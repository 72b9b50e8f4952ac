package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer: bytes, or a file sent without copying it through our memory.
 *
 * @param taken gets the connection after the head, and it is no longer one of HTTP; null for an ordinary answer
 */
record Reply(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable Path file,
        @Nullable Consumer<Channel> taken) {
    /** No answer at all: the connection is closed. */
    static final Reply NOTHING = new Reply(0, Map.of(), new byte[0], null, null);

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("m3u8", "application/vnd.apple.mpegurl"),
            Map.entry("ts", "video/mp2t"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("vtt", "text/vtt; charset=utf-8"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("ttf", "font/ttf"));

    Reply(int status, Map<String, String> headers, byte[] body, @Nullable Path file) {
        this(status, headers, body, file, null);
    }

    /** A request that cannot be granted: the HTTP status, a code for machines and a sentence. */
    static final class Refused extends RuntimeException {
        final int status;
        final String error;

        Refused(int status, String error, String message) {
            super(message);
            this.status = status;
            this.error = error;
        }
    }

    static Reply of(int status, String type, byte[] body) {
        return new Reply(status, Map.of("Content-Type", type), body, null);
    }

    static Reply json(int status, JsonNode node) {
        return of(status, "application/json", Json.bytes(node)).with("Cache-Control", "no-store");
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0], null);
    }

    static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply file(Path file) {
        return new Reply(200, Map.of("Content-Type", type(file.getFileName().toString())), new byte[0], file);
    }

    static Reply error(int status, String error, String message) {
        return json(status, Json.object().put("error", error).put("message", message));
    }

    static Reply error(Refused refused) {
        return error(refused.status, refused.error, String.valueOf(refused.getMessage()));
    }

    /** The same head, and then the connection is somebody's who writes on it as long as it stays. */
    Reply followed(Consumer<Channel> by) {
        return new Reply(status, headers, body, file, by);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, file, taken);
    }

    static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
