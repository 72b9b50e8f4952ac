package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSourceTest {
    @TempDir
    static Path state;

    private static RunningMedia media;

    @BeforeAll
    static void open() throws IOException {
        media = RunningMedia.inside(state);
    }

    @AfterAll
    static void close() {
        media.close();
    }

    private static PlaylistChecks.Playlist polled(PlaylistChecks checks, String show) {
        String text = media.live(show);
        return text.isEmpty() ? new PlaylistChecks.Playlist(List.of(), 2, false, false) : checks.next(text);
    }

    @Test
    void a_run_is_started_and_stopped_once_although_called_twice_and_can_be_replayed() throws Exception {
        PlaylistChecks checks = new PlaylistChecks();
        media.put("CH-1", aRun("SH-1:1", "SH-1", "test"));
        assertThat(media.start("CH-1", "SH-1:1")).isEqualTo("started");
        assertThat(media.start("CH-1", "SH-1:1")).isEqualTo("already");
        until(8, () -> polled(checks, "SH-1").entries().size() >= 2);
        assertThat(media.output("CH-1")).isEqualTo("test");
        assertThat(media.asks("status").path("onAir").asInt()).isPositive();
        assertThat(media.asks("recordings/SH-1").path("state").asText()).isEqualTo("RECORDING");
        assertThat(media.call("DELETE", "recordings/SH-1", new byte[0]).statusCode())
                .isEqualTo(409);
        String first = polled(checks, "SH-1").uris().get(0);
        assertThat(media.probed("/live/SH-1/" + first))
                .contains("Video: h264")
                .contains("Audio: aac")
                .contains("640x360");
        until(4, () -> media.gets("domestic", "/live/SH-1/thumb.jpg").statusCode() == 200);

        assertThat(media.stop("CH-1", "SH-1:1")).isEqualTo("stopped");
        assertThat(media.stop("CH-1", "SH-1:1")).isEqualTo("already");
        assertThat(checks.next(media.live("SH-1")).ended()).isTrue();
        HttpResponse<byte[]> again = media.call("POST", "channels/CH-1/start", "{\"run\":\"SH-1:1\"}".getBytes());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(RunningMedia.json(again).path("error").asText()).isEqualTo("run-finished");
        assertThat(calls("SH-1:1")).containsExactly("start started", "stop stopped");
        replay(first);
    }

    private static void replay(String first) {
        assertThat(media.gets("domestic", "/replay/SH-1/index.m3u8").statusCode())
                .isEqualTo(404);
        assertThat(media.gets("domestic", "/replay/SH-1/" + first).statusCode()).isEqualTo(404);
        media.does("POST", "recordings/SH-1/publish", Json.object().put("on", true));
        PlaylistChecks.Playlist replay = PlaylistChecks.valid(media.playlist("/replay/SH-1/index.m3u8"));
        assertThat(replay.vod() && replay.ended()).isTrue();
        assertThat(replay.shows("slate-")).isFalse();
        assertThat(replay.uris().get(0)).isEqualTo(first);
        assertThat(media.gets("domestic", "/replay/SH-1/" + first, "Range", "bytes=0-187")
                        .statusCode())
                .isEqualTo(206);
        JsonNode recording = media.asks("recordings/SH-1");
        assertThat(recording.path("state").asText()).isEqualTo("COMPLETE");
        assertThat(recording.path("spans").get(0).path("kind").asText()).isEqualTo("test");
        assertThat(recording.path("published").asBoolean()).isTrue();
    }

    private static List<String> calls(String run) {
        List<String> calls = new ArrayList<>();
        for (JsonNode call : media.asks("calls").path("calls")) {
            if (call.path("run").asText().equals(run)) {
                calls.add(call.path("call").asText() + " " + call.path("effect").asText());
            }
        }
        return calls;
    }

    @Test
    void an_emergency_slate_covers_the_picture_and_goes_away() {
        PlaylistChecks checks = new PlaylistChecks();
        media.put("CH-2", aRun("SH-2:1", "SH-2", "test"));
        media.start("CH-2", "SH-2:1");
        until(8, () -> polled(checks, "SH-2").entries().size() >= 1);
        slate(true);
        until(10, () -> polled(checks, "SH-2").last().uri().startsWith("slate-"));
        assertThat(media.output("CH-2")).isEqualTo("slate-emergency");
        slate(false);
        until(10, () -> !polled(checks, "SH-2").last().uri().startsWith("slate-"));
        assertThat(media.channel("CH-2").path("ffmpegRestarts").asInt()).isZero();
        media.stop("CH-2", "SH-2:1");
    }

    private static void slate(boolean on) {
        media.does(
                "POST",
                "channels/CH-2/slate",
                Json.object().put("run", "SH-2:1").put("on", on));
    }

    @Test
    void a_rehearsal_is_seen_with_its_key_only() {
        ObjectNode run = aRun("SH-3:1", "SH-3", "input").put("private", "a-random-private-key");
        media.put("CH-3", run);
        media.start("CH-3", "SH-3:1");
        until(
                5,
                () -> !media.playlist("/private/a-random-private-key/SH-3/index.m3u8")
                        .isEmpty());
        PlaylistChecks.Playlist seen =
                PlaylistChecks.valid(media.playlist("/private/a-random-private-key/SH-3/index.m3u8"));
        assertThat(media.gets("domestic", "/live/SH-3/index.m3u8").statusCode()).isEqualTo(404);
        assertThat(media.gets("domestic", "/live/SH-3/" + seen.last().uri()).statusCode())
                .isEqualTo(404);
        assertThat(media.gets("domestic", "/private/another-private-key/SH-3/index.m3u8")
                        .statusCode())
                .isEqualTo(404);
        media.stop("CH-3", "SH-3:1");
    }

    @Test
    void another_run_waits_until_the_channel_is_free() {
        media.put("CH-4", aRun("SH-4:1", "SH-4", "input"));
        media.start("CH-4", "SH-4:1");
        HttpResponse<byte[]> refused =
                media.call("PUT", "channels/CH-4/run", Json.bytes(aRun("SH-5:1", "SH-5", "input")));
        assertThat(refused.statusCode()).isEqualTo(409);
        media.stop("CH-4", "SH-4:1");
        media.put("CH-4", aRun("SH-5:1", "SH-5", "input"));
        assertThat(media.channel("CH-4").path("state").asText()).isEqualTo("READY");
    }

    @Test
    void the_control_door_opens_with_the_token_only() {
        String url = "http://127.0.0.1:" + media.port("control") + "/v1/status";
        assertThat(media.send(HttpRequest.newBuilder(URI.create(url))).statusCode())
                .isEqualTo(401);
        assertThat(media.send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer x"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(media.call("GET", "status", new byte[0]).statusCode()).isEqualTo(200);
        assertThat(media.call("GET", "channels/NEVER", new byte[0]).statusCode())
                .isEqualTo(404);
    }
}
