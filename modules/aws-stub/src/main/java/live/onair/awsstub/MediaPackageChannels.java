package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import live.onair.awsstub.wire.Json;

/** MediaPackage v2's channels: two places to push to, alive as long as they exist. */
final class MediaPackageChannels extends Script {

    private final MediaPackages room;

    MediaPackageChannels(MediaPackages room) {
        super(room.ground);
        this.room = room;
        act("CreateChannel", this::create);
        act("GetChannel", input -> channel(input).view());
        act("ListChannels", this::list);
        act(
                "UpdateChannel",
                input -> room.update(
                        channel(input), input, "Description", "InputSwitchConfiguration", "OutputHeaderConfiguration"));
        act("DeleteChannel", this::delete);
        act("ResetChannelState", this::reset);
    }

    private Resource channel(ObjectNode input) {
        room.group(input);
        return room.channels.alive(MediaPackages.key(input)).orElseThrow(() -> MediaPackages.missing("CHANNEL"));
    }

    private ObjectNode create(ObjectNode input) {
        room.group(input);
        return room.once(room.channels, input, "CreateChannel", () -> {
            String group = input.path("ChannelGroupName").asText();
            String name = input.path("ChannelName").asText();
            ObjectNode tree = Json.object(Map.of(
                    "Arn", Ground.arn("mediapackagev2", "channelGroup/" + group + "/channel/" + name),
                    "InputType", "HLS",
                    "IngestEndpoints", List.of(ingest(group, name, 1), ingest(group, name, 2))));
            copy(input, tree, "InputType", "InputSwitchConfiguration", "OutputHeaderConfiguration");
            return tree;
        });
    }

    private Map<String, String> ingest(String group, String name, int number) {
        String host = ground.host(6) + "-" + number + ".ingest." + ground.host(6) + ".mediapackagev2." + Ground.REGION
                + ".amazonaws.com";
        return Map.of(
                "Id",
                String.valueOf(number),
                "Url",
                "https://" + host + "/in/v1/" + group + "/" + number + "/" + name + "/index");
    }

    private ObjectNode list(ObjectNode input) {
        String group = room.group(input).id;
        return room.list(
                room.channels,
                group,
                input,
                "Tags",
                "ETag",
                "IngestEndpoints",
                "InputSwitchConfiguration",
                "OutputHeaderConfiguration");
    }

    // MediaPackage v2 API, DeleteChannel: "You must delete the channel's origin endpoints before"
    private ObjectNode delete(ObjectNode input) {
        String key = MediaPackages.key(input);
        if (room.holds(room.endpoints, key)) {
            throw MediaPackages.conflict("RESOURCE_IN_USE", "The channel still has origin endpoints");
        }
        room.channels.remove(key);
        room.forgetPolicy(key);
        return Json.object();
    }

    private ObjectNode reset(ObjectNode input) {
        ObjectNode answer = Json.object(Map.of("ResetAt", ground.time.seconds()));
        copy(channel(input).tree, answer, "ChannelGroupName", "ChannelName", "Arn");
        return answer;
    }
}
