package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** IVS's stream keys and recording configurations. */
final class IvsKeys extends Script {

    private final IvsShelf shelf;

    IvsKeys(Ground ground, IvsShelf shelf) {
        super(ground);
        this.shelf = shelf;
        act("CreateStreamKey", this::createKey);
        act("GetStreamKey", input -> Json.object(Map.of("streamKey", key(input).view())));
        act("ListStreamKeys", this::listKeys);
        act("DeleteStreamKey", this::deleteKey);
        act("CreateRecordingConfiguration", this::record);
        act(
                "GetRecordingConfiguration",
                input -> Json.object(
                        Map.of("recordingConfiguration", recording(input).view())));
        act("ListRecordingConfigurations", this::listRecordings);
        act("DeleteRecordingConfiguration", this::deleteRecording);
    }

    static Resource make(IvsShelf shelf, Ground ground, Resource channel, ObjectNode input) {
        String arn = Ground.arn("ivs", "stream-key/" + ground.letters(12));
        ObjectNode tree = Json.object(Map.of(
                "arn",
                arn,
                "channelArn",
                channel.id,
                "value",
                "sk_" + Ground.REGION + "_" + ground.letters(12) + "_" + ground.letters(30),
                "tags",
                Map.of()));
        copy(input, tree, "tags");
        return shelf.keys.add(new Resource(ground, arn, "none", tree));
    }

    private Resource key(ObjectNode input) {
        return shelf.keys.alive(input.path("arn").asText()).orElseThrow(IvsShelf::missing);
    }

    // IVS service quotas, "Other quotas": stream keys, 1 per channel, not adjustable
    private ObjectNode createKey(ObjectNode input) {
        Resource channel = shelf.channel(input.path("channelArn").asText());
        if (shelf.keyOf(channel.id).isPresent()) {
            throw new Refused("ServiceQuotaExceededException", 402, "Number of stream keys per channel: at most 1");
        }
        return Json.object(
                Map.of("streamKey", make(shelf, ground, channel, input).view()));
    }

    private ObjectNode listKeys(ObjectNode input) {
        Resource channel = shelf.channel(input.path("channelArn").asText());
        List<ObjectNode> keys = shelf.keyOf(channel.id).stream()
                .map(key -> (ObjectNode) key.view().without("value"))
                .toList();
        return new Page("streamKeys", "maxResults", "nextToken").of(keys, input, ground);
    }

    private ObjectNode deleteKey(ObjectNode input) {
        shelf.keys.remove(key(input).id);
        return Json.object();
    }

    private ObjectNode record(ObjectNode input) {
        String arn = Ground.arn("ivs", "recording-configuration/" + ground.letters(12));
        ObjectNode tree = Json.object(Map.of("arn", arn, "name", "", "tags", Map.of()));
        copy(
                input,
                tree,
                "name",
                "destinationConfiguration",
                "tags",
                "thumbnailConfiguration",
                "recordingReconnectWindowSeconds",
                "renditionConfiguration");
        Resource made = shelf.recordings.add(new Resource(ground, arn, "state", tree));
        return Json.object(
                Map.of("recordingConfiguration", made.goes("CREATING", "ACTIVE").view()));
    }

    private Resource recording(ObjectNode input) {
        return shelf.recordings.alive(input.path("arn").asText()).orElseThrow(IvsShelf::missing);
    }

    private ObjectNode listRecordings(ObjectNode input) {
        List<ObjectNode> all = shelf.recordings.alive().stream()
                .map(r -> (ObjectNode) r.view()
                        .without(List.of(
                                "thumbnailConfiguration", "recordingReconnectWindowSeconds", "renditionConfiguration")))
                .toList();
        return new Page("recordingConfigurations", "maxResults", "nextToken").of(all, input, ground);
    }

    // IVS API, DeleteRecordingConfiguration: "If you try to delete a configuration that is associated with a channel,
    // an
    // error will be returned"
    private ObjectNode deleteRecording(ObjectNode input) {
        Resource recording = recording(input);
        boolean used = shelf.channels.alive().stream()
                .anyMatch(channel ->
                        channel.tree.path("recordingConfigurationArn").asText().equals(recording.id));
        if (used) {
            throw new Refused("ConflictException", 409, "The recording configuration is associated with a channel");
        }
        shelf.recordings.remove(recording.id);
        return Json.object();
    }
}
