package live.onair.localmedia;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The few JSON words this process needs. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode parse(byte[] bytes) throws IOException {
        JsonNode node = MAPPER.readTree(bytes);
        return node == null ? MAPPER.missingNode() : node;
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command brings: an object, or it is refused. */
    static JsonNode body(HttpHandler.Request request) {
        try {
            JsonNode body = parse(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            Log.info("control-body-unreadable", "path", request.path());
        }
        throw new Reply.Refused(400, "bad-body", "The body is a JSON object");
    }

    /** A parameter of the address that is a number, not below 0. */
    static long number(HttpHandler.Request request, String name, long otherwise) {
        String text = request.parameter(name);
        try {
            return text == null ? otherwise : Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new Reply.Refused(400, "bad-number", name + " is a number");
        }
    }

    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    static String text(JsonNode node, String field, String otherwise) {
        String value = text(node, field);
        return value == null ? otherwise : value;
    }

    static @Nullable Instant instant(JsonNode node, String field) {
        String value = text(node, field);
        return value == null ? null : Instant.parse(value);
    }

    /** An instant as text with milliseconds at most; null stays null. */
    static @Nullable String at(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1_000_000 / 1000.0;
    }

    static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1_000_000_000d));
    }
}
