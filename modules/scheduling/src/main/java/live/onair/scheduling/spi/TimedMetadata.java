package live.onair.scheduling.spi;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts marks into the stream of a run, so that every player meets one with its picture, live and in the replay. Outgoing
 * port: called by scheduling's work handlers only, never inside a transaction; one adapter per {@link Backend}.
 */
public interface TimedMetadata {

    /** A mark as it travels is never longer than this, in bytes of UTF-8: the least that any backend carries. */
    int MOST_BYTES = 1024;

    /**
     * Puts the mark at the picture that is being sent when the backend gets the call. Idempotent for viewers: a mark is
     * known by its id, and one that is put again is met once. It may be called again after a lost answer
     * ({@code UNKNOWN_OUTCOME}). Durable when it returns, as far as the backend can be: viewers meet it when the picture
     * reaches them, seconds later. Takes at most a few seconds.
     *
     * @return the instant of the mark in the stream, by the same clock as {@link Recording.Span#start}; for one that was
     *     put before, where it lies if the backend can tell, else now
     * @throws live.onair.kernel.CloudException {@code CONFLICT} if this run is not running (never prepared, stopped,
     *     interrupted, or not the channel's run); {@code NOT_FOUND} for a channel or run the backend has never seen;
     *     {@code INVALID} if the backend cannot carry it
     */
    Instant put(Run run, Mark mark);

    /**
     * A mark.
     *
     * @param id unique for ever: letters, digits and {@code -}, at most 64
     * @param kind a word of small letters, digits and {@code -}, at most 16: {@code pin}, {@code notice}, {@code mark}
     * @param payload a JSON object
     * @param length how long it stands for, null when that is not known
     */
    record Mark(
            String id,
            String kind,
            String payload,
            @Nullable Duration length) {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
        private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,15}");

        /** Refuses what could not travel. */
        public Mark {
            if (!ID.matcher(id).matches() || !isKind(kind)) {
                throw new IllegalArgumentException("a mark has an id and a kind of small letters");
            }
            payload = object(payload).toString();
            if (length != null && (length.isNegative() || length.isZero())) {
                throw new IllegalArgumentException("a mark lasts, or its length is not known");
            }
        }

        /** Whether it is a word that a kind may be. */
        public static boolean isKind(String word) {
            return KIND.matcher(word).matches();
        }

        /**
         * The JSON object of this text.
         *
         * @throws IllegalArgumentException if it is none
         */
        public static JsonObject object(String text) {
            try (var reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            } catch (JsonException e) {
                throw new IllegalArgumentException("the payload is no JSON object", e);
            }
        }

        /** The mark in one text, for backends that carry nothing else: {@code id}, {@code kind}, {@code data}. */
        public String text() {
            return Json.createObjectBuilder()
                    .add("id", id)
                    .add("kind", kind)
                    .add("data", object(payload))
                    .build()
                    .toString();
        }

        /** How many bytes {@link #text} has. */
        public int bytes() {
            return text().getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
