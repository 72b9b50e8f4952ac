package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** IVS Chat's rooms, logging configurations and tokens, and what the account says in its rooms. */
final class IvsChatRooms extends Script {

    /** IVS Chat API, CreateChatToken: a token lets in for one minute. */
    private static final Duration TOKEN = Duration.ofMinutes(1);
    /** IVS Chat API, SendEvent and CreateChatToken, "attributes": 1 KB in all. */
    private static final int MOST_BYTES = 1_024;

    private static final String[] WRITTEN = {
        "name",
        "maximumMessageRatePerSecond",
        "maximumMessageLength",
        "messageReviewHandler",
        "loggingConfigurationIdentifiers"
    };

    /** Whom a token lets in. */
    record Ticket(String room, String user, ObjectNode attributes, Set<String> can, Instant until) {}

    final Resources rooms = new Resources();
    final Map<String, Ticket> tickets = new HashMap<>();
    final List<IvsChatWorld.Page> pages = new ArrayList<>();
    private final Resources logs = new Resources();

    IvsChatRooms(Ground ground) {
        super(ground);
        act("CreateRoom", this::create);
        act("GetRoom", input -> room(input, "identifier").view());
        act("UpdateRoom", this::update);
        act("DeleteRoom", this::delete);
        act("ListRooms", this::list);
        act("CreateChatToken", this::token);
        act("SendEvent", this::event);
        act("DeleteMessage", this::deleteMessage);
        act("DisconnectUser", this::disconnect);
        act("CreateLoggingConfiguration", this::createLog);
        act(
                "ListLoggingConfigurations",
                input -> new Page("loggingConfigurations", "maxResults", "nextToken")
                        .of(logs.alive().stream().map(Resource::view).toList(), input, ground));
        TagActs tags = new TagActs("resourceArn", "tags", "tagKeys", this::taggable, missing("ROOM"));
        act("TagResource", tags::put);
        act("UntagResource", tags::remove);
        act("ListTagsForResource", tags::list);
    }

    @Override
    List<Resources> keeps() {
        return List.of(rooms, logs);
    }

    static Refused missing(String type) {
        return new Refused(
                "ResourceNotFoundException",
                404,
                "Resource does not exist",
                Map.of("resourceId", "unknown", "resourceType", type));
    }

    private Optional<Resource> taggable(String arn) {
        return rooms.alive(arn).or(() -> logs.alive(arn));
    }

    private Resource room(ObjectNode input, String member) {
        return rooms.alive(input.path(member).asText()).orElseThrow(() -> missing("ROOM"));
    }

    private double now() {
        return ground.time.seconds();
    }

    private ObjectNode create(ObjectNode input) {
        logged(input);
        String id = ground.letters(12);
        String arn = Ground.arn("ivschat", "room/" + id);
        ObjectNode tree = Json.object(Map.of("arn", arn, "id", id, "name", "", "createTime", now()));
        tree.put("updateTime", now()).put("maximumMessageRatePerSecond", 10).put("maximumMessageLength", 500);
        tree.set("tags", Json.object());
        copy(input, tree, WRITTEN);
        copy(input, tree, "tags");
        return rooms.add(new Resource(ground, arn, "none", tree)).view();
    }

    // IVS Chat API, CreateRoom: ResourceNotFoundException; a configuration that is not ACTIVE cannot be attached
    private void logged(ObjectNode input) {
        for (String arn : Json.texts(input.path("loggingConfigurationIdentifiers"))) {
            if (!logs.alive(arn)
                    .orElseThrow(() -> missing("LOGGING_CONFIGURATION"))
                    .is("ACTIVE")) {
                throw new Refused(
                        "ConflictException",
                        409,
                        "The logging configuration is not active",
                        Map.of("resourceId", arn, "resourceType", "LOGGING_CONFIGURATION"));
            }
        }
    }

    private ObjectNode update(ObjectNode input) {
        logged(input);
        Resource room = room(input, "identifier");
        copy(input, room.tree, WRITTEN);
        room.tree.put("updateTime", now());
        return room.view();
    }

    private ObjectNode delete(ObjectNode input) {
        Resource room = room(input, "identifier");
        rooms.remove(room.id);
        List.copyOf(pages).stream().filter(page -> page.isIn(room.id)).forEach(IvsChatWorld.Page::cut);
        return Json.object();
    }

    private ObjectNode list(ObjectNode input) {
        List<ObjectNode> found = rooms.alive().stream()
                .filter(room -> !input.has("name") || room.tree.path("name").equals(input.get("name")))
                .map(room -> (ObjectNode)
                        room.view().without(List.of("maximumMessageRatePerSecond", "maximumMessageLength")))
                .toList();
        return new Page("rooms", "maxResults", "nextToken").of(found, input, ground);
    }

    private static void bounded(ObjectNode input) {
        int bytes = 0;
        for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> one : Json.fields(input.path("attributes"))) {
            bytes += (one.getKey() + one.getValue().asText()).getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_BYTES) {
            throw new Refused("ValidationException", 400, "attributes: at most 1 KB", Map.of("reason", "OTHER"));
        }
    }

    private ObjectNode token(ObjectNode input) {
        bounded(input);
        Resource room = room(input, "roomIdentifier");
        String token = ground.letters(64);
        Instant until = ground.time.now().plus(TOKEN);
        int minutes = input.path("sessionDurationInMinutes").asInt(60);
        tickets.put(
                token,
                new Ticket(
                        room.id,
                        input.path("userId").asText(),
                        input.withObjectProperty("attributes").deepCopy(),
                        Set.copyOf(Json.texts(input.path("capabilities"))),
                        until));
        return Json.object(Map.of(
                "token",
                token,
                "tokenExpirationTime",
                until.getEpochSecond(),
                "sessionExpirationTime",
                ground.time.now().plus(Duration.ofMinutes(minutes)).getEpochSecond()));
    }

    private ObjectNode event(ObjectNode input) {
        bounded(input);
        Resource room = room(input, "roomIdentifier");
        return Json.object(
                Map.of("id", tell(room.id, input.path("eventName").asText(), input.withObjectProperty("attributes"))));
    }

    private ObjectNode deleteMessage(ObjectNode input) {
        Resource room = room(input, "roomIdentifier");
        ObjectNode attributes = Json.object(Map.of("MessageId", input.path("id").asText()));
        attributes.put("Reason", input.path("reason").asText(""));
        return Json.object(Map.of("id", tell(room.id, "aws:DELETE_MESSAGE", attributes)));
    }

    // IVS Chat messaging API, "Event (Subscribe)"
    private String tell(String room, String name, ObjectNode attributes) {
        String id = ground.letters(12);
        ObjectNode event = Json.object(Map.of(
                "Type",
                "EVENT",
                "Id",
                id,
                "EventName",
                name,
                "SendTime",
                ground.time.now().toString()));
        event.set("Attributes", attributes.deepCopy());
        pages.stream().filter(page -> page.isIn(room)).forEach(page -> page.hear(event));
        return id;
    }

    private ObjectNode disconnect(ObjectNode input) {
        Resource room = room(input, "roomIdentifier");
        String user = input.path("userId").asText();
        List.copyOf(pages).stream()
                .filter(page -> page.isIn(room.id) && page.isOf(user))
                .forEach(IvsChatWorld.Page::cut);
        return Json.object();
    }

    private ObjectNode createLog(ObjectNode input) {
        String id = ground.letters(12);
        String arn = Ground.arn("ivschat", "logging-configuration/" + id);
        ObjectNode tree = Json.object(Map.of("arn", arn, "id", id, "createTime", now(), "updateTime", now()));
        tree.set("tags", Json.object());
        copy(input, tree, "name", "destinationConfiguration", "tags");
        Resource log = logs.add(new Resource(ground, arn, "state", tree)).goes("CREATING", "ACTIVE");
        ObjectNode answer = log.view();
        return answer.put("state", "ACTIVE");
    }
}
