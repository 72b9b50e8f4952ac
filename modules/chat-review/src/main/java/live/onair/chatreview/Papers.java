package live.onair.chatreview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import live.onair.filter.ShowFilters;
import org.jspecify.annotations.Nullable;

/** What the console wrote down, read again when it is older than a second. Used by one thread, as Lambda calls it. */
final class Papers {

    static final Duration FRESH = Duration.ofSeconds(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULES = "rules.json";
    private static final int MOST = 200;

    /** A paper as it was then; null for none. */
    private record Read(
            Instant at, @Nullable String text, @Nullable JsonNode tree) {}

    private final Shelf shelf;
    private final Clock clock;
    private final Map<String, Read> read = ChatReview.bounded(MOST);
    private @Nullable String pack;
    private ShowFilters filters = ShowFilters.shipped();

    Papers(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** How the chat of this show is held; empty where it is not. */
    Optional<JsonNode> room(String show) {
        return Optional.ofNullable(read("rooms/" + show + ".json").tree());
    }

    /** By which lines are judged: those before where the console's cannot be read, and before it told any those that come along. */
    ShowFilters filters() {
        String now = rules();
        if (now != null && !now.equals(pack)) {
            pack = now;
            try {
                filters = ShowFilters.of(now);
            } catch (IllegalArgumentException unreadable) {
                System.err.println("rules.json: " + unreadable.getMessage());
            }
        }
        return filters;
    }

    /** Those that are known, where the folder does not answer: a line is judged by old rules rather than by none. */
    private @Nullable String rules() {
        try {
            return read(RULES).text();
        } catch (RuntimeException away) {
            if (pack == null) {
                throw away;
            }
            return pack;
        }
    }

    private Read read(String name) {
        Read known = read.get(name);
        if (known == null || !clock.instant().isBefore(known.at().plus(FRESH))) {
            String text = shelf.read(name)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse(null);
            known = new Read(clock.instant(), text, text == null || name.equals(RULES) ? null : tree(text));
            read.put(name, known);
        }
        return known;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
