package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import live.onair.awsstub.wire.Json;

/**
 * Viewers' pages in rooms of IVS Chat, without their sockets: what a page sends and hears are the messages of the IVS Chat
 * messaging API. A room's review handler is asked as its user guide says.
 */
public final class IvsChatWorld {

    private static final int NOT_ACCEPTABLE = 406;
    private static final int FORBIDDEN = 403;
    private static final int BAD = 400;

    private final Ground ground;
    private final IvsChatRooms script;
    private final Map<String, UnaryOperator<JsonNode>> functions = new HashMap<>();

    IvsChatWorld(Ground ground, IvsChatRooms script) {
        this.ground = ground;
        this.script = script;
    }

    /** There is a function of AWS Lambda by this ARN. */
    public void function(String arn, UnaryOperator<JsonNode> function) {
        synchronized (ground) {
            functions.put(arn, function);
        }
    }

    /** A page opens a socket with this token; empty for one that is unknown, or too old. */
    public Optional<Page> joins(String token, Consumer<JsonNode> hears) {
        synchronized (ground) {
            IvsChatRooms.Ticket ticket = script.tickets.get(token);
            if (ticket == null
                    || !ground.time.now().isBefore(ticket.until())
                    || script.rooms.alive(ticket.room()).isEmpty()) {
                return Optional.empty();
            }
            Page page = new Page(this, ticket, hears);
            script.pages.add(page);
            return Optional.of(page);
        }
    }

    /** A socket of a page. */
    public static final class Page {

        private final IvsChatWorld world;
        private final IvsChatRooms.Ticket ticket;
        private final Consumer<JsonNode> hears;
        private volatile boolean open = true;

        private Page(IvsChatWorld world, IvsChatRooms.Ticket ticket, Consumer<JsonNode> hears) {
            this.world = world;
            this.ticket = ticket;
            this.hears = hears;
        }

        /** Whether IVS Chat has not closed it. */
        public boolean isOpen() {
            return open;
        }

        /** The page sends this: {@code Action} and what belongs to it. */
        public void sends(JsonNode request) {
            if (open) {
                world.received(this, request);
            }
        }

        /** The page goes away. */
        public void leaves() {
            synchronized (world.ground) {
                cut();
            }
        }

        boolean isIn(String room) {
            return ticket.room().equals(room);
        }

        boolean isOf(String user) {
            return ticket.user().equals(user);
        }

        void hear(JsonNode told) {
            hears.accept(told.deepCopy());
        }

        void cut() {
            open = false;
            world.script.pages.remove(this);
        }

        // IVS Chat messaging API, "Error messages"
        private void refuse(int code, String message, JsonNode request, String id) {
            ObjectNode error = Json.object(Map.of("Type", "ERROR", "ErrorCode", code, "ErrorMessage", message));
            error.put("Id", id).put("RequestId", request.path("RequestId").asText());
            hear(error);
        }
    }

    private void received(Page page, JsonNode request) {
        String id;
        ObjectNode room;
        UnaryOperator<JsonNode> function;
        synchronized (ground) {
            id = ground.letters(12);
            room = script.rooms.alive(page.ticket.room()).orElseThrow().view();
            function = functions.getOrDefault(
                    room.path("messageReviewHandler").path("uri").asText(), asked -> Json.object());
        }
        String content = request.path("Content").asText();
        if (!request.path("Action").asText().equals("SEND_MESSAGE")) {
            page.refuse(BAD, "Unknown action", request, id);
        } else if (!page.ticket.can().contains("SEND_MESSAGE")) {
            page.refuse(FORBIDDEN, "Missing capability", request, id);
        } else if (content.codePointCount(0, content.length())
                > room.path("maximumMessageLength").asInt()) {
            page.refuse(BAD, "Message too long", request, id);
        } else {
            deliver(page, request, reviewed(page, request, room, id, function), id);
        }
    }

    /** What the handler answers; without a valid answer what the room says for that case. */
    private static JsonNode reviewed(
            Page page, JsonNode request, ObjectNode room, String id, UnaryOperator<JsonNode> function) {
        JsonNode handler = room.path("messageReviewHandler");
        ObjectNode asked = Json.object(Map.of("Content", request.path("Content"), "MessageId", id));
        asked.set("RoomArn", room.get("arn"));
        asked.set("Attributes", request.path("Attributes").deepCopy());
        asked.set("Sender", Json.object(Map.of("UserId", page.ticket.user(), "Ip", "192.0.2.1")));
        asked.withObjectProperty("Sender").set("Attributes", page.ticket.attributes());
        ObjectNode fallback = asked.deepCopy()
                .put("ReviewResult", handler.path("fallbackResult").asText("ALLOW"));
        if (handler.path("uri").asText().isEmpty()) {
            return fallback.put("ReviewResult", "ALLOW");
        }
        try {
            JsonNode answer = function.apply(asked);
            boolean valid = answer.path("ReviewResult").asText().matches("ALLOW|DENY")
                    && !answer.path("Content").asText().isEmpty();
            return valid ? answer : fallback;
        } catch (RuntimeException broken) {
            return fallback;
        }
    }

    // IVS Chat messaging API, "Message (Subscribe)"
    private void deliver(Page from, JsonNode request, JsonNode reviewed, String id) {
        synchronized (ground) {
            if (reviewed.path("ReviewResult").asText().equals("DENY")) {
                from.refuse(NOT_ACCEPTABLE, "Message rejected by review", request, id);
                return;
            }
            ObjectNode message = Json.object(Map.of("Type", "MESSAGE", "Id", id));
            message.put("RequestId", request.path("RequestId").asText());
            message.put("SendTime", ground.time.now().toString());
            message.put("Content", reviewed.path("Content").asText());
            message.set("Attributes", reviewed.path("Attributes").deepCopy());
            message.set("Sender", Json.object(Map.of("UserId", from.ticket.user())));
            message.withObjectProperty("Sender").set("Attributes", from.ticket.attributes());
            script.pages.stream().filter(page -> page.isIn(from.ticket.room())).forEach(page -> page.hear(message));
        }
    }
}
