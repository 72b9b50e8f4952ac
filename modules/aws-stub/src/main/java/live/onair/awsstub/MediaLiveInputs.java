package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.awsstub.wire.Json;

/** MediaLive's inputs: pushed to by an encoder, or a file that is pulled. */
final class MediaLiveInputs extends Script {

    private static final Set<String> PUSHED = Set.of("RTMP_PUSH", "RTP_PUSH", "UDP_PUSH");

    private final MediaLiveShelf shelf;

    MediaLiveInputs(Ground ground, MediaLiveShelf shelf) {
        super(ground);
        this.shelf = shelf;
        act("CreateInput", this::create);
        act("DescribeInput", input -> shelf.inputView(find(input)));
        act("ListInputs", this::list);
        act("UpdateInput", this::update);
        act("DeleteInput", this::delete);
    }

    private Resource find(ObjectNode input) {
        String id = input.path("InputId").asText();
        return shelf.inputs.find(id).orElseThrow(() -> MediaLiveShelf.refused(404, "Input " + id + " not found"));
    }

    private ObjectNode create(ObjectNode input) {
        String token = input.path("RequestId").asText();
        if (shelf.requests.containsKey(token)) {
            return Json.object(Map.of(
                    "Input",
                    shelf.inputView(shelf.inputs.find(shelf.requests.get(token)).orElseThrow())));
        }
        check(input);
        within(input.path("Type").asText());
        String id = ground.number();
        Resource made = shelf.inputs.add(new Resource(ground, id, "State", tree(id, input)));
        made.goes("CREATING", "DETACHED");
        if (!token.isEmpty()) {
            shelf.requests.put(token, id);
        }
        return Json.object(Map.of("Input", shelf.inputView(made)));
    }

    private void within(String type) {
        boolean pushed = type.endsWith("_PUSH");
        long used = shelf.inputs.alive().stream()
                .filter(other -> other.tree.path("Type").asText().endsWith("_PUSH") == pushed)
                .count();
        shelf.quotas.mediaLive(pushed ? Quotas.PUSH_INPUTS : Quotas.PULL_INPUTS, used);
    }

    // MediaLive user guide, "Creating an RTMP push input": one or two destinations, each with application name and
    // instance, and an input security group; "Creating an MP4 input": one or two sources
    private void check(ObjectNode input) {
        String type = input.path("Type").asText();
        if (type.isEmpty()) {
            throw MediaLiveShelf.refused(400, "type: must not be null");
        }
        if (type.equals("RTMP_PUSH")) {
            count(input, "Destinations", "destinations");
            for (JsonNode destination : input.path("Destinations")) {
                if (!destination.path("StreamName").asText().matches("[^/\\s]+/[^/\\s]+")) {
                    throw MediaLiveShelf.refused(
                            400, "destinations.streamName: must be of the form applicationName/applicationInstance");
                }
            }
        }
        if (PUSHED.contains(type)
                && !input.has("Vpc")
                && input.path("InputSecurityGroups").isEmpty()) {
            throw MediaLiveShelf.refused(400, "inputSecurityGroups: required for inputs of type " + type);
        }
        if (type.equals("MP4_FILE") || type.equals("URL_PULL") || type.equals("RTMP_PULL")) {
            count(input, "Sources", "sources");
        }
        groups(input);
    }

    private static void count(ObjectNode input, String member, String wire) {
        int count = input.path(member).size();
        if (count < 1 || count > 2) {
            throw MediaLiveShelf.refused(400, wire + ": one or two are needed, not " + count);
        }
    }

    private void groups(ObjectNode input) {
        for (String group : Json.texts(input.path("InputSecurityGroups"))) {
            if (shelf.groups.alive(group).isEmpty()) {
                throw MediaLiveShelf.refused(400, "inputSecurityGroups: " + group + " does not exist");
            }
        }
    }

    private ObjectNode tree(String id, ObjectNode input) {
        ObjectNode tree = Json.object(Map.of(
                "Arn",
                Ground.arn("medialive", "input:" + id),
                "Id",
                id,
                "Tags",
                Map.of(),
                "Sources",
                List.of(),
                "InputPartnerIds",
                List.of(),
                "InputDevices",
                List.of(),
                "MediaConnectFlows",
                List.of()));
        copy(input, tree, "Name", "Type", "Tags", "Sources", "RoleArn");
        tree.set("SecurityGroups", Json.array(Json.texts(input.path("InputSecurityGroups"))));
        boolean file = input.path("Type").asText().equals("MP4_FILE");
        tree.put("InputSourceType", file && input.toString().contains("$urlPath$") ? "DYNAMIC" : "STATIC");
        places(input, tree);
        return tree;
    }

    private void places(ObjectNode input, ObjectNode tree) {
        List<ObjectNode> places = new ArrayList<>();
        JsonNode before = tree.path("Destinations");
        for (JsonNode destination : input.path("Destinations")) {
            // MediaLive user guide, "Result of this procedure": the endpoints are fixed for the lifetime of the input
            String ip = before.path(places.size())
                    .path("Ip")
                    .asText("198.51.100." + (1 + shelf.inputs.alive().size() * 2 + places.size()) % 255);
            String url =
                    "rtmp://" + ip + ":1935/" + destination.path("StreamName").asText();
            places.add(Json.object(Map.of("Ip", ip, "Port", "1935", "Url", url)));
        }
        tree.set("Destinations", Json.array(places));
        int ways = Math.max(places.size(), input.path("Sources").size());
        tree.put("InputClass", ways == 2 ? "STANDARD" : "SINGLE_PIPELINE");
    }

    private ObjectNode list(ObjectNode input) {
        return new Page("Inputs", "MaxResults", "NextToken")
                .of(shelf.inputs.alive().stream().map(shelf::inputView).toList(), input, ground);
    }

    // MediaLive user guide, "Editing an input": the class cannot change while the input is attached, and there are
    // rules
    // for the state of the channel: taken here as idle, the stricter reading
    private ObjectNode update(ObjectNode input) {
        Resource found = find(input);
        for (Resource channel : shelf.attachedTo(found.id)) {
            if (!channel.is("IDLE")) {
                throw MediaLiveShelf.refused(
                        409, "Input " + found.id + " is attached to channel " + channel.id + ", which is not idle");
            }
        }
        groups(input);
        copy(input, found.tree, "Name", "Sources", "RoleArn");
        if (input.has("InputSecurityGroups")) {
            found.tree.set("SecurityGroups", Json.array(Json.texts(input.path("InputSecurityGroups"))));
        }
        if (input.has("Destinations")) {
            boolean attached = !shelf.attachedTo(found.id).isEmpty();
            if (attached
                    && input.path("Destinations").size()
                            != found.tree.path("Destinations").size()) {
                throw MediaLiveShelf.refused(409, "The class of an attached input cannot be changed");
            }
            places(input, found.tree);
        }
        return Json.object(Map.of("Input", shelf.inputView(found)));
    }

    // MediaLive user guide, "Deleting an input": only when no channel is attached to it
    private ObjectNode delete(ObjectNode input) {
        Resource found = find(input);
        String state = shelf.inputView(found).path("State").asText();
        if (!state.equals("DETACHED")) {
            throw MediaLiveShelf.refused(
                    409, "Input " + found.id + " is in state " + state + "; detach it from all channels first");
        }
        found.goes("DELETING", "DELETED");
        return Json.object();
    }
}
