package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** IVS's channels and tags. */
final class IvsChannels extends Script {

    private final IvsShelf shelf;

    private static final String[] WRITTEN = {
        "name",
        "latencyMode",
        "type",
        "authorized",
        "recordingConfigurationArn",
        "insecureIngest",
        "preset",
        "playbackRestrictionPolicyArn",
        "multitrackInputConfiguration",
        "containerFormat"
    };

    IvsChannels(Ground ground, IvsShelf shelf) {
        super(ground);
        this.shelf = shelf;
        act("CreateChannel", this::create);
        act("GetChannel", input -> Json.object(Map.of("channel", channel(input).view())));
        act("BatchGetChannel", this::several);
        act("ListChannels", this::list);
        act("UpdateChannel", this::update);
        act("DeleteChannel", this::delete);
        TagActs tags = new TagActs("resourceArn", "tags", "tagKeys", this::taggable, IvsShelf.missing());
        act("TagResource", tags::put);
        act("UntagResource", tags::remove);
        act("ListTagsForResource", tags::list);
    }

    private Optional<Resource> taggable(String arn) {
        return List.of(shelf.channels, shelf.keys, shelf.recordings).stream()
                .flatMap(all -> all.alive(arn).stream())
                .findFirst();
    }

    private Resource channel(ObjectNode input) {
        return shelf.channel(input.path("arn").asText());
    }

    private ObjectNode create(ObjectNode input) {
        recorded(input);
        String id = ground.letters(12);
        String arn = Ground.arn("ivs", "channel/" + id);
        ObjectNode tree = Json.object(
                Map.of("arn", arn, "name", "", "latencyMode", "LOW", "type", "STANDARD", "authorized", false));
        tree.put("insecureIngest", false).put("recordingConfigurationArn", "").set("tags", Json.object());
        tree.put("ingestEndpoint", ground.host(12) + ".global-contribute.live-video.net");
        tree.put("playbackUrl", playback(id));
        copy(input, tree, WRITTEN);
        copy(input, tree, "tags");
        Resource channel = shelf.channels.add(new Resource(ground, arn, "none", tree));
        ObjectNode key = IvsKeys.make(shelf, ground, channel, Json.object()).view();
        return Json.object(Map.of("channel", channel.view(), "streamKey", key));
    }

    private String playback(String id) {
        String host = ground.host(12) + "." + Ground.REGION + ".playback.live-video.net";
        return "https://" + host + "/api/video/v1/" + Ground.REGION + "." + Ground.ACCOUNT + ".channel." + id + ".m3u8";
    }

    // IVS API, CreateChannel: ResourceNotFoundException; the configuration must be ACTIVE (IVS user guide, "Auto-record
    // to S3")
    private void recorded(ObjectNode input) {
        String arn = input.path("recordingConfigurationArn").asText();
        if (!arn.isEmpty()
                && !shelf.recordings.alive(arn).orElseThrow(IvsShelf::missing).is("ACTIVE")) {
            throw new Refused(
                    "ValidationException", 400, "recordingConfigurationArn: the recording configuration is not active");
        }
    }

    private ObjectNode several(ObjectNode input) {
        List<String> wanted = Json.texts(input.path("arns"));
        List<Object> errors = wanted.stream()
                .filter(arn -> shelf.channels.alive(arn).isEmpty())
                .map(arn -> (Object) Map.of("arn", arn, "code", "ResourceNotFoundException"))
                .toList();
        return Json.object(Map.of(
                "channels",
                wanted.stream()
                        .flatMap(arn -> shelf.channels.alive(arn).stream())
                        .map(Resource::view)
                        .toList(),
                "errors",
                errors));
    }

    // IVS API, ListChannels: "This filter and filterByName are mutually exclusive"
    private ObjectNode list(ObjectNode input) {
        if (input.has("filterByName") && input.has("filterByRecordingConfigurationArn")) {
            throw new Refused("ConflictException", 409, "Only one filter may be given");
        }
        List<ObjectNode> found = shelf.channels.alive().stream()
                .filter(channel -> same(input, "filterByName", channel, "name"))
                .filter(channel ->
                        same(input, "filterByRecordingConfigurationArn", channel, "recordingConfigurationArn"))
                .map(channel -> (ObjectNode) channel.view()
                        .without(List.of(
                                "ingestEndpoint", "playbackUrl", "multitrackInputConfiguration", "containerFormat")))
                .toList();
        return new Page("channels", "maxResults", "nextToken").of(found, input, ground);
    }

    private static boolean same(ObjectNode input, String filter, Resource channel, String member) {
        return !input.has(filter) || input.get(filter).equals(channel.tree.path(member));
    }

    // IVS API, UpdateChannel and DeleteChannel: ConflictException while the channel is live
    private void offline(Resource channel, String what) {
        if (shelf.stream(channel.id) != null) {
            throw new Refused(
                    "ConflictException", 409, "Unable to " + what + " channel: it is live. Stop the stream first");
        }
    }

    private ObjectNode update(ObjectNode input) {
        Resource channel = channel(input);
        offline(channel, "update");
        recorded(input);
        copy(input, channel.tree, WRITTEN);
        return Json.object(Map.of("channel", channel.view()));
    }

    private ObjectNode delete(ObjectNode input) {
        Resource channel = channel(input);
        offline(channel, "delete");
        shelf.keyOf(channel.id).ifPresent(key -> shelf.keys.remove(key.id));
        shelf.channels.remove(channel.id);
        return Json.object();
    }
}
