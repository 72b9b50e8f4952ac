package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;
import org.jspecify.annotations.Nullable;

/** What IVS has: channels, keys, recording configurations, streams that are live and sessions that were. */
final class IvsShelf {

    private static final Map<String, Object> VIDEO = Map.of(
            "codec",
            "avc1.64001F",
            "targetBitrate",
            4_500_000,
            "targetFramerate",
            30,
            "videoHeight",
            1080,
            "videoWidth",
            1920);
    private static final Map<String, Object> AUDIO =
            Map.of("codec", "mp4a.40.2", "targetBitrate", 128_000, "sampleRate", 48_000, "channels", 2);

    final Resources channels = new Resources();
    final Resources keys = new Resources();
    final Resources recordings = new Resources();
    /** By channel; the last one may be live. */
    final Map<String, List<ObjectNode>> sessions = new HashMap<>();

    final Map<String, ObjectNode> live = new HashMap<>();
    final Map<String, List<String>> metadata = new HashMap<>();
    private final Ground ground;
    private final IvsTapes tapes;

    IvsShelf(Ground ground, IvsTapes tapes) {
        this.ground = ground;
        this.tapes = tapes;
    }

    static Refused missing() {
        return new Refused("ResourceNotFoundException", 404, "The requested resource does not exist");
    }

    Resource channel(String arn) {
        return channels.alive(arn).orElseThrow(IvsShelf::missing);
    }

    Optional<Resource> keyOf(String channelArn) {
        return keys.alive().stream()
                .filter(key -> key.tree.path("channelArn").asText().equals(channelArn))
                .findFirst();
    }

    List<ObjectNode> sessions(String channelArn) {
        return sessions.computeIfAbsent(channelArn, arn -> new ArrayList<>());
    }

    void goesLive(Resource channel) {
        String id = "st-" + ground.letters(23);
        double now = ground.time.seconds();
        ObjectNode stream = Json.object(Map.of("channelArn", channel.id, "streamId", id, "state", "LIVE"));
        stream.put("health", "HEALTHY").put("viewerCount", 0).put("startTime", now);
        stream.set("playbackUrl", channel.tree.get("playbackUrl"));
        live.put(channel.id, stream);
        ObjectNode session = Json.object(Map.of("streamId", id, "startTime", now, "channel", channel.view()));
        session.set("ingestConfiguration", Json.of(Map.of("video", VIDEO, "audio", AUDIO)));
        recordings
                .alive(channel.tree.path("recordingConfigurationArn").asText())
                .ifPresent(recording -> session.set("recordingConfiguration", recording.view()));
        session.set("truncatedEvents", Json.array(List.of()));
        sessions(channel.id).add(0, session);
        event(channel.id, "Session Created", "IVS Stream State Change");
        event(channel.id, "Stream Start", "IVS Stream State Change");
        tapes.started(session);
    }

    void ends(String channelArn) {
        if (live.remove(channelArn) != null) {
            event(channelArn, "Session Ended", "IVS Stream State Change");
            event(channelArn, "Stream End", "IVS Stream State Change");
            tapes.ended(sessions(channelArn).get(0).put("endTime", ground.time.seconds()));
        }
    }

    /** Written into the running or last session, newest first, as GetStreamSession shows it. */
    void event(String channelArn, String name, String type) {
        ObjectNode session = sessions(channelArn).get(0);
        List<Object> events =
                new ArrayList<>(Json.each(session.path("truncatedEvents")).toList());
        events.add(0, Map.of("name", name, "type", type, "eventTime", ground.time.seconds()));
        session.set("truncatedEvents", Json.array(events));
        String channel = session.path("channel").path("name").asText();
        Map<String, Object> detail =
                Map.of("event_name", name, "channel_name", channel, "stream_id", session.path("streamId"));
        ground.bus.put("aws.ivs", type, channelArn, detail);
    }

    @Nullable
    ObjectNode stream(String channelArn) {
        return live.get(channelArn);
    }
}
