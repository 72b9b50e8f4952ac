package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.awsstub.wire.Json;

/**
 * What AWS would have put on its event bus, in order. Shapes: MediaLive user guide, "JSON for a state change event" and
 * "JSON for an alert event"; IVS user guide, "Using Amazon EventBridge".
 */
final class Bus {

    private final StubTime time;
    private final List<ObjectNode> events = new ArrayList<>();

    Bus(StubTime time) {
        this.time = time;
    }

    void put(String source, String type, String resource, Map<String, ?> detail) {
        ObjectNode event = Json.object(Map.of(
                "version",
                "0",
                "id",
                UUID.randomUUID().toString(),
                "detail-type",
                type,
                "source",
                source,
                "account",
                Ground.ACCOUNT,
                "time",
                time.now().toString(),
                "region",
                Ground.REGION,
                "resources",
                List.of(resource)));
        event.set("detail", Json.object(detail));
        events.add(event);
    }

    List<ObjectNode> all() {
        return events.stream().map(ObjectNode::deepCopy).toList();
    }
}
