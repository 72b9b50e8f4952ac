package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.KEY;
import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.timeUntil;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderOnAirTest {
    @TempDir
    Path state;

    @Test
    void an_encoder_goes_on_air_is_replaced_by_a_slate_when_it_dies_and_comes_back() throws Exception {
        PlaylistChecks checks = new PlaylistChecks();
        try (RunningMedia media = RunningMedia.inside(state)) {
            media.key("CH-1", KEY);
            media.put("CH-1", aRun("SH-1:1", "SH-1", "input"));
            assertThat(media.start("CH-1", "SH-1:1")).isEqualTo("started");
            until(4, () -> media.output("CH-1").equals("slate-soon") && slateIsOn(media, checks));

            try (RtmpEncoder encoder = RtmpEncoder.push(media.rtmp(), KEY)) {
                assertThat(timeUntil(10, () -> pictureIsOn(media, checks))).isLessThan(Leave.of(Duration.ofSeconds(6)));
                int shown = checks.next(media.live("SH-1")).entries().size();
                until(8, () -> checks.next(media.live("SH-1")).entries().size() >= shown + 2);
                probeLast(media, checks);
                facts(media.channel("CH-1"));
                encoder.kill();
            }
            assertThat(timeUntil(8, () -> slateIsOn(media, checks))).isLessThan(Leave.of(Duration.ofSeconds(4)));
            assertThat(media.output("CH-1")).isEqualTo("slate-reconnect");
            assertThat(media.channel("CH-1").path("input").path("lostSince").isNull())
                    .isFalse();

            try (RtmpEncoder encoder = RtmpEncoder.push(media.rtmp(), KEY)) {
                assertThat(timeUntil(10, () -> pictureIsOn(media, checks))).isLessThan(Leave.of(Duration.ofSeconds(6)));
                assertThat(encoder.running()).isTrue();
                assertThat(media.channel("CH-1").path("input").path("lostSince").isNull())
                        .isTrue();
            }
            until(
                    3,
                    () -> !media.channel("CH-1").path("input").path("connected").asBoolean());
            assertThat(media.stop("CH-1", "SH-1:1")).isEqualTo("stopped");
            assertThat(checks.next(media.live("SH-1")).ended()).isTrue();
            assertThat(media.spooled())
                    .containsExactly(
                            "run-started",
                            "input-connected",
                            "input-lost",
                            "input-connected",
                            "input-lost",
                            "run-stopped");
        }
    }

    private static boolean slateIsOn(RunningMedia media, PlaylistChecks checks) {
        String text = media.live("SH-1");
        return !text.isEmpty() && checks.next(text).last().uri().startsWith("slate-");
    }

    private static boolean pictureIsOn(RunningMedia media, PlaylistChecks checks) {
        String text = media.live("SH-1");
        return !text.isEmpty() && !checks.next(text).last().uri().startsWith("slate-");
    }

    private static void probeLast(RunningMedia media, PlaylistChecks checks) throws Exception {
        String uri = checks.next(media.live("SH-1")).last().uri();
        assertThat(media.probed("/live/SH-1/" + uri)).contains("Video: h264").contains("Audio: aac");
    }

    private static void facts(JsonNode seen) {
        assertThat(seen.path("output").asText()).isEqualTo("input");
        JsonNode input = seen.path("input");
        assertThat(input.path("connected").asBoolean()).isTrue();
        assertThat(input.path("width").asInt()).isEqualTo(320);
        assertThat(input.path("height").asInt()).isEqualTo(180);
        assertThat(input.path("fps").asDouble()).isEqualTo(25);
        assertThat(input.path("audio").asBoolean()).isTrue();
        assertThat(input.path("frames").asLong()).isGreaterThan(50);
        assertThat(input.path("videoKbps").asInt()).isPositive();
    }
}
