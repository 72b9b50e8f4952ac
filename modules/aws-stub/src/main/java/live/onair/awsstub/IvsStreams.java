package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/** IVS's streams: what an encoder sends just now, and what it sent. */
final class IvsStreams extends Script {

    private static final int METADATA_BYTES = 1024;

    final IvsShelf shelf;

    IvsStreams(Ground ground, IvsTapes tapes) {
        super(ground);
        shelf = new IvsShelf(ground, tapes);
        act("GetStream", input -> Json.object(Map.of("stream", live(input).deepCopy())));
        act("ListStreams", this::list);
        act("StopStream", this::stop);
        act("GetStreamSession", this::session);
        act("ListStreamSessions", this::sessions);
        act("PutMetadata", this::metadata);
    }

    List<Script> all() {
        return List.of(this, new IvsChannels(ground, shelf), new IvsKeys(ground, shelf));
    }

    @Override
    List<Resources> keeps() {
        return List.of(shelf.channels, shelf.keys, shelf.recordings);
    }

    private ObjectNode live(ObjectNode input) {
        ObjectNode stream = shelf.stream(shelf.channel(input.path("channelArn").asText()).id);
        if (stream == null) {
            throw new Refused("ChannelNotBroadcasting", 404, "The channel is not broadcasting");
        }
        return stream;
    }

    private ObjectNode list(ObjectNode input) {
        String health = input.path("filterBy").path("health").asText();
        List<ObjectNode> streams = shelf.live.values().stream()
                .filter(stream ->
                        health.isEmpty() || stream.path("health").asText().equals(health))
                .map(stream -> (ObjectNode) stream.deepCopy().without("playbackUrl"))
                .toList();
        return new Page("streams", "maxResults", "nextToken").of(streams, input, ground);
    }

    private ObjectNode stop(ObjectNode input) {
        live(input);
        shelf.ends(input.path("channelArn").asText());
        return Json.object();
    }

    private ObjectNode session(ObjectNode input) {
        String channel = shelf.channel(input.path("channelArn").asText()).id;
        ObjectNode found = shelf.sessions(channel).stream()
                .filter(s -> !input.has("streamId") || s.path("streamId").equals(input.get("streamId")))
                .findFirst()
                .orElseThrow(IvsShelf::missing);
        return Json.object(Map.of("streamSession", found.deepCopy()));
    }

    private ObjectNode sessions(ObjectNode input) {
        String channel = shelf.channel(input.path("channelArn").asText()).id;
        List<ObjectNode> all = new ArrayList<>();
        for (ObjectNode session : shelf.sessions(channel)) {
            ObjectNode line = Json.object()
                    .put(
                            "hasErrorEvent",
                            session.path("truncatedEvents").toString().contains("Failure"));
            copy(session, line, "streamId", "startTime", "endTime");
            all.add(line);
        }
        return new Page("streamSessions", "maxResults", "nextToken").of(all, input, ground);
    }

    // IVS API, PutMetadata: "At most 1 KB"
    private ObjectNode metadata(ObjectNode input) {
        String arn = input.path("channelArn").asText();
        shelf.channel(arn);
        String text = input.path("metadata").asText();
        if (text.getBytes(StandardCharsets.UTF_8).length > METADATA_BYTES) {
            throw new Refused("ValidationException", 400, "metadata: at most 1 KB");
        }
        live(input);
        shelf.metadata.computeIfAbsent(arn, channel -> new ArrayList<>()).add(text);
        return Json.object();
    }
}
