package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.awsstub.wire.AwsRules;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/**
 * Kinesis Video Streams. Scripted wholly: moto's streams know no retention change, no tags of streams and no version, and
 * two keepers of one state would disagree.
 */
final class VideoStreams extends Script {

    private static final int TEN_YEARS_IN_HOURS = 87_600;

    final Resources streams = new Resources();
    final Set<String> producing = new HashSet<>();
    String hlsUrl = "";
    private final Supplier<String> dataEndpoint;

    VideoStreams(Ground ground, Supplier<String> dataEndpoint) {
        super(ground);
        this.dataEndpoint = dataEndpoint;
        act("CreateStream", this::create);
        act("DescribeStream", input -> Json.object(Map.of("StreamInfo", view(stream(input)))));
        act("ListStreams", this::list);
        act("UpdateStream", this::update);
        act("UpdateDataRetention", this::retention);
        act("DeleteStream", this::delete);
        act("TagStream", this::tag);
        act("UntagStream", this::untag);
        act("ListTagsForStream", this::tags);
        act("GetDataEndpoint", this::endpoint);
        act("GetHLSStreamingSessionURL", input -> Json.object(Map.of("HLSStreamingSessionURL", session(input, "hls"))));
        act(
                "GetDASHStreamingSessionURL",
                input -> Json.object(Map.of("DASHStreamingSessionURL", session(input, "dash"))));
    }

    private static Refused invalid(String sentence) {
        return new Refused("InvalidArgumentException", 400, sentence);
    }

    private Resource stream(ObjectNode input) {
        // KVS API, DescribeStream: "You must specify either the StreamName or the StreamARN"
        if (!input.has("StreamName") && !input.has("StreamARN")) {
            throw invalid("Either StreamName or StreamARN should be specified");
        }
        return streams.alive().stream()
                .filter(s -> s.id.equals(input.path("StreamName").asText())
                        || s.tree.path("StreamARN").equals(input.path("StreamARN")))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "ResourceNotFoundException", 404, "The requested stream is not found or not active."));
    }

    private ObjectNode view(Resource stream) {
        return (ObjectNode) stream.view().without("Tags");
    }

    @Override
    List<Resources> keeps() {
        return List.of(streams);
    }

    private ObjectNode create(ObjectNode input) {
        String name = input.path("StreamName").asText();
        if (streams.alive(name).isPresent()) {
            throw new Refused("ResourceInUseException", 400, "The stream " + name + " already exists.");
        }
        retained(input.path("DataRetentionInHours").asInt());
        String arn = Ground.arn(
                "kinesisvideo", "stream/" + name + "/" + ground.time.now().toEpochMilli());
        ObjectNode tree = Json.object(Map.of(
                "StreamName",
                name,
                "StreamARN",
                arn,
                "DataRetentionInHours",
                0,
                "CreationTime",
                ground.time.seconds(),
                "Tags",
                Map.of()));
        copy(input, tree, "DeviceName", "MediaType", "KmsKeyId", "DataRetentionInHours", "Tags");
        streams.add(new Resource(ground, name, "Status", versioned(tree))).goes("CREATING", "ACTIVE");
        return Json.object(Map.of("StreamARN", arn));
    }

    private ObjectNode versioned(ObjectNode tree) {
        return tree.put("Version", ground.letters(20));
    }

    // KVS developer guide, "Service quotas": data retention period, at most 10 years
    private static void retained(int hours) {
        if (hours < 0 || hours > TEN_YEARS_IN_HOURS) {
            throw invalid("DataRetentionInHours must be between 0 and " + TEN_YEARS_IN_HOURS);
        }
    }

    private ObjectNode list(ObjectNode input) {
        String begins =
                input.path("StreamNameCondition").path("ComparisonValue").asText();
        List<ObjectNode> found = streams.alive().stream()
                .filter(s -> s.id.startsWith(begins))
                .map(this::view)
                .toList();
        return new Page("StreamInfoList", "MaxResults", "NextToken").of(found, input, ground);
    }

    // KVS API, UpdateStream and UpdateDataRetention: VersionMismatchException, ResourceInUseException
    private Resource changeable(ObjectNode input) {
        Resource stream = stream(input);
        if (!stream.is("ACTIVE")) {
            throw new Refused("ResourceInUseException", 400, "The stream " + stream.id + " is " + stream.state());
        }
        if (input.has("CurrentVersion") && !input.get("CurrentVersion").equals(stream.tree.get("Version"))) {
            throw new Refused("VersionMismatchException", 400, "The stream version is not the current version");
        }
        return stream;
    }

    private ObjectNode update(ObjectNode input) {
        Resource stream = changeable(input);
        copy(input, stream.tree, "DeviceName", "MediaType");
        versioned(stream.tree);
        stream.goes("UPDATING", "ACTIVE");
        return Json.object();
    }

    private ObjectNode retention(ObjectNode input) {
        Resource stream = changeable(input);
        int by = input.path("DataRetentionChangeInHours").asInt();
        boolean more = input.path("Operation").asText().equals("INCREASE_DATA_RETENTION");
        int hours = stream.tree.path("DataRetentionInHours").asInt() + (more ? by : -by);
        retained(hours);
        versioned(stream.tree.put("DataRetentionInHours", hours));
        stream.goes("UPDATING", "ACTIVE");
        return Json.object();
    }

    private ObjectNode delete(ObjectNode input) {
        Resource stream = changeable(input);
        producing.remove(stream.id);
        stream.goes("DELETING", "DELETED");
        return Json.object();
    }

    private ObjectNode tag(ObjectNode input) {
        ObjectNode tags = stream(input).tree.withObjectProperty("Tags");
        ObjectNode together = tags.deepCopy();
        together.setAll((ObjectNode) input.path("Tags"));
        AwsRules.tags(together, "InvalidArgumentException");
        tags.setAll(together);
        return Json.object();
    }

    // botocore's model: a map of tags has at least one
    private ObjectNode tags(ObjectNode input) {
        ObjectNode tags = stream(input).tree.withObjectProperty("Tags");
        return tags.isEmpty() ? Json.object() : Json.object(Map.of("Tags", tags));
    }

    private ObjectNode untag(ObjectNode input) {
        stream(input).tree.withObjectProperty("Tags").remove(Json.texts(input.path("TagKeyList")));
        return Json.object();
    }

    private ObjectNode endpoint(ObjectNode input) {
        stream(input);
        return Json.object(Map.of("DataEndpoint", dataEndpoint.get()));
    }

    // KVS API, GetHLSStreamingSessionURL: NoDataRetentionException; ResourceNotFoundException when there is no media
    private String session(ObjectNode input, String kind) {
        Resource stream = stream(input);
        if (stream.tree.path("DataRetentionInHours").asInt() == 0) {
            throw new Refused("NoDataRetentionException", 400, "The stream " + stream.id + " does not retain data");
        }
        if (!producing.contains(stream.id)) {
            throw new Refused(
                    "ResourceNotFoundException", 404, "No fragments found in the stream for the streaming request.");
        }
        String own = dataEndpoint.get() + "/" + kind + "/v1/getMasterPlaylist.m3u8?SessionToken=" + ground.letters(40);
        return hlsUrl.isEmpty() ? own : hlsUrl;
    }
}
