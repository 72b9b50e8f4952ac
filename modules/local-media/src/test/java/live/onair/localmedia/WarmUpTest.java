package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.timeUntil;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpTest {
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

    @Test
    void in_warm_up_the_encoder_is_watched_but_viewers_see_the_slate_until_it_goes_on_air() {
        PlaylistChecks checks = new PlaylistChecks();
        media.key("CH-1", "warm-key");
        ObjectNode run = aRun("SH-1:1", "SH-1", "input").put("warmup", true);
        media.put("CH-1", run);
        media.start("CH-1", "SH-1:1");
        try (RtmpEncoder encoder = RtmpEncoder.push(media.rtmp(), "warm-key")) {
            until(8, () -> media.channel("CH-1").path("input").path("width").asInt() == 320);
            until(
                    8,
                    () -> media.call("GET", "channels/CH-1/thumb.jpg", new byte[0])
                                    .statusCode()
                            == 200);
            until(8, () -> !media.live("SH-1").isEmpty());
            int before = checks.next(media.live("SH-1")).entries().size();
            until(8, () -> checks.next(media.live("SH-1")).entries().size() >= before + 2);
            assertThat(checks.next(media.live("SH-1")).uris()).allMatch(uri -> uri.startsWith("slate-"));
            assertThat(media.output("CH-1")).isEqualTo("slate-soon");
            assertThat(media.channel("CH-1").path("warmup").asBoolean()).isTrue();

            media.put("CH-1", run.put("warmup", false));
            Duration onAir = timeUntil(
                    8, () -> !checks.next(media.live("SH-1")).last().uri().startsWith("slate-"));
            assertThat(onAir).isLessThan(Leave.of(Duration.ofMillis(2500)));
            until(1, () -> media.output("CH-1").equals("input"));
            assertThat(encoder.running()).isTrue();
        }
        media.stop("CH-1", "SH-1:1");
    }

    @Test
    void a_silent_encoder_gets_a_silent_track_and_a_black_picture_is_told() throws Exception {
        media.key("CH-2", "mute-key");
        media.put("CH-2", aRun("SH-2:1", "SH-2", "input"));
        media.start("CH-2", "SH-2:1");
        try (RtmpEncoder encoder = RtmpEncoder.pushWithoutAudio(media.rtmp(), "mute-key")) {
            until(10, () -> media.output("CH-2").equals("input"));
            until(8, () -> !media.live("SH-2").isEmpty());
            String uri = PlaylistChecks.valid(media.live("SH-2")).last().uri();
            assertThat(media.probed("/live/SH-2/" + uri))
                    .contains("Video: h264")
                    .contains("Audio: aac");
            assertThat(media.channel("CH-2").path("input").path("audio").asBoolean())
                    .isFalse();
            assertThat(encoder.running()).isTrue();
        }
        until(5, () -> !media.channel("CH-2").path("input").path("connected").asBoolean());
        try (RtmpEncoder encoder = RtmpEncoder.pushBlack(media.rtmp(), "mute-key")) {
            until(12, () -> has(media.channel("CH-2"), "blackSince") && has(media.channel("CH-2"), "silenceSince"));
            assertThat(encoder.running()).isTrue();
        }
        until(4, () -> !has(media.channel("CH-2"), "blackSince"));
        assertThat(media.spooled()).contains("black", "silence");
        media.stop("CH-2", "SH-2:1");
    }

    @Test
    void a_sound_that_is_too_loud_is_told_and_a_usual_one_is_not() throws Exception {
        media.key("CH-3", "loud-key");
        media.put("CH-3", aRun("SH-3:1", "SH-3", "input"));
        media.start("CH-3", "SH-3:1");
        try (RtmpEncoder encoder = RtmpEncoder.pushLoud(media.rtmp(), "loud-key")) {
            until(20, () -> has(media.channel("CH-3"), "loudSince"));
            assertThat(encoder.running()).isTrue();
        }
        until(5, () -> !media.channel("CH-3").path("input").path("connected").asBoolean());
        until(4, () -> !has(media.channel("CH-3"), "loudSince"));
        assertThat(media.spooled()).contains("loud");
        try (RtmpEncoder encoder = RtmpEncoder.push(media.rtmp(), "loud-key")) {
            until(12, () -> media.channel("CH-3").path("input").path("audio").asBoolean());
            assertThat(has(media.channel("CH-3"), "loudSince")).isFalse();
            assertThat(encoder.running()).isTrue();
        }
        media.stop("CH-3", "SH-3:1");
    }

    private static boolean has(JsonNode seen, String field) {
        return !seen.path(field).isNull();
    }
}
