package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Takes what viewers' pages tell of products: a few at once, each with an id that the page chose. Acknowledged means spooled. */
final class EventIntake {
    private static final int LARGEST = 8 << 10;
    private static final int MOST = 50;
    /** A page that could not send for longer than this is late by this. */
    private static final long OLDEST_MILLIS = 600_000;

    private static final Set<String> KINDS = Set.of("impression", "click", "cart");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final Pattern VIEWER = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern SHOW = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Spool spool;
    private final Clock clock;
    private final Viewer.RateLimit limit = new Viewer.RateLimit();

    EventIntake(Spool spool, Clock clock) {
        this.spool = spool;
        this.clock = clock;
    }

    CompletionStage<Reply> take(HttpHandler.Request request) {
        if (request.body().length > LARGEST) {
            throw new Reply.Refused(413, "too-large", "이벤트가 너무 큽니다 / The events are too large");
        }
        if (!limit.allows(request.head().remote())) {
            return CompletableFuture.completedFuture(
                    Reply.error(429, "too-many", "잠시 후 다시 보내 주십시오 / Too many events, send later")
                            .with("Retry-After", "1"));
        }
        return spool.put("viewer", checked(request.body()))
                .thenApply(offset -> Reply.empty(202))
                .exceptionally(failure -> Reply.error(503, "spool-full", "지금은 받을 수 없습니다 / Cannot take it now")
                        .with("Retry-After", "5"));
    }

    /** All of it, or nothing: our own page tells nothing else. */
    private ObjectNode checked(byte[] body) {
        JsonNode told;
        try {
            told = Json.parse(body);
        } catch (IOException e) {
            throw new Reply.Refused(400, "not-json", "이벤트는 JSON이어야 합니다 / Events are JSON");
        }
        JsonNode events = told.path("events");
        if (!events.isArray() || events.isEmpty() || events.size() > MOST) {
            throw wrong("events: 1-" + MOST);
        }
        ObjectNode kept = Json.object().put("viewer", text(told, "viewer", VIEWER));
        ArrayNode list = kept.putArray("events");
        events.forEach(event -> list.add(event(event)));
        return kept;
    }

    /** When it was, by our clock: the page says only how long ago. */
    private ObjectNode event(JsonNode event) {
        String kind = Json.text(event, "kind", "");
        if (!KINDS.contains(kind)) {
            throw wrong("kind: " + String.join(", ", KINDS.stream().sorted().toList()));
        }
        long ago = Math.max(0, Math.min(OLDEST_MILLIS, event.path("ago").asLong()));
        Instant at = clock.instant().minusMillis(ago);
        return Json.object()
                .put("id", text(event, "id", ID))
                .put("kind", kind)
                .put("show", text(event, "show", SHOW))
                .put("product", text(event, "product", PRODUCT))
                .put("at", Json.at(at));
    }

    private static String text(JsonNode node, String field, Pattern allowed) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || !allowed.matcher(value.asText()).matches()) {
            throw wrong(field + ": " + allowed);
        }
        return value.asText();
    }

    private static Reply.Refused wrong(String what) {
        return new Reply.Refused(400, "wrong-event", "이벤트가 맞지 않습니다 / An event is wrong: " + what);
    }
}
