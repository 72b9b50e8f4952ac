package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import live.onair.awsstub.wire.Json;

/**
 * What IVS writes into a bucket of a channel that records (IVS user guide, "Auto-Record to Amazon S3"): a folder for each
 * stream session, with an event file when it starts and one when it ends, and the media between them.
 */
final class IvsTapes {

    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=ivs/20260101/" + Ground.REGION
            + "/s3/aws4_request, SignedHeaders=host, Signature=0";

    private final PythonParts parts;

    IvsTapes(PythonParts parts) {
        this.parts = parts;
    }

    void started(ObjectNode session) {
        if (session.has("recordingConfiguration")) {
            ObjectNode event = event(session);
            event.put("recording_status", "RECORDING_STARTED");
            put(session, "events/recording-started.json", Json.write(event));
        }
    }

    void ended(ObjectNode session) {
        if (!session.has("recordingConfiguration")) {
            return;
        }
        long length = Math.round(
                (session.path("endTime").asDouble() - session.path("startTime").asDouble()) * 1000);
        ObjectNode event = event(session);
        event.put("recording_status", "RECORDING_ENDED")
                .put("recording_ended_at", at(session, "endTime").toString());
        event.withObject("/media/hls").put("duration_ms", length);
        text(session, "media/hls/master.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=3422999\n720p30/playlist.m3u8\n");
        text(
                session,
                "media/hls/720p30/playlist.m3u8",
                "#EXTM3U\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:%.3f,\n0.ts\n#EXT-X-ENDLIST\n".formatted(length / 1_000.0));
        put(session, "media/hls/720p30/0.ts", new byte[Math.toIntExact(Math.min(length, 1 << 20))]);
        put(session, "media/thumbnails/thumb0.jpg", new byte[100]);
        put(session, "events/recording-ended.json", Json.write(event));
    }

    private void text(ObjectNode session, String name, String text) {
        put(session, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode event(ObjectNode session) {
        return Json.object(Map.of(
                "version",
                "v1",
                "channel_arn",
                session.path("channel").path("arn").asText(),
                "recording_started_at",
                at(session, "startTime").toString(),
                "media",
                Map.of(
                        "hls",
                        Map.of(
                                "path",
                                "media/hls",
                                "playlist",
                                "master.m3u8",
                                "renditions",
                                List.of(Map.of("path", "720p30", "playlist", "playlist.m3u8"))),
                        "thumbnails",
                        Map.of("path", "media/thumbnails"))));
    }

    private static Instant at(ObjectNode session, String member) {
        return Instant.ofEpochMilli(Math.round(session.path(member).asDouble() * 1000));
    }

    private void put(ObjectNode session, String name, byte[] content) {
        ZonedDateTime at = at(session, "startTime").atZone(ZoneOffset.UTC);
        String channel = session.path("channel").path("arn").asText();
        String folder = "ivs/v1/" + Ground.ACCOUNT + "/" + channel.substring(channel.lastIndexOf('/') + 1) + "/"
                + at.getYear() + "/" + at.getMonthValue() + "/" + at.getDayOfMonth() + "/" + at.getHour() + "/"
                + at.getMinute() + "/" + session.path("streamId").asText().substring(3, 15) + "/";
        String bucket = session.at("/recordingConfiguration/destinationConfiguration/s3/bucketName")
                .asText();
        MotoProcess moto = MotoProcess.running(parts);
        URI to = URI.create(moto.uri + "/" + bucket + "/" + folder + name);
        moto.send(HttpRequest.newBuilder(to)
                .header("Authorization", SIGNED)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }
}
