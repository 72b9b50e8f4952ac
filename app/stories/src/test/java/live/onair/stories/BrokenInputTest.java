package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** The demo whose primary input is cut off, and whose global CDN answers late: red within seconds, and the picture goes on. */
class BrokenInputTest {

    @Test
    void the_demo_breaks_input_a_and_goes_on_with_b() throws Exception {
        try (RunningOnair onair = RunningOnair.fresh("broken-input", "--break", "input-a,global-slow")) {
            Api ops = onair.api("ops");
            JsonNode show = ops.get("/shows?state=ON_AIR").ok().path("shows").path(0);
            String channel = show.path("channel").path("id").asText();
            assertThat(active(ops, channel)).isEqualTo("A");
            String edge = onair.media().path("urls").path("domestic").asText();
            try (HlsViewer viewer =
                    HlsViewer.of(edge + "/live/" + show.path("id").asText() + "/index.m3u8")) {
                await("broken")
                        .atMost(Leave.of(Duration.ofSeconds(40)))
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> Files.readString(onair.log()).contains("BROKEN input-a"));
                Instant cut = Instant.now();
                await("red")
                        .atMost(Leave.of(Duration.ofSeconds(5)))
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> ops.get("/interruptions")
                                .ok()
                                .findValuesAsText("kind")
                                .contains("INPUT_A_LOST"));
                assertThat(Duration.between(cut, Instant.now())).isLessThan(Leave.of(Duration.ofSeconds(5)));
                assertThat(active(ops, channel)).isEqualTo("B");
                int shown = viewer.segments();
                await("goes on").atMost(Leave.of(Duration.ofSeconds(20))).until(() -> viewer.segments() >= shown + 3);
                assertThat(viewer.longestWait()).isLessThan(Leave.of(Duration.ofSeconds(6)));
                assertThat(viewer.faults()).isEmpty();
                assertThat(ops.get("/channels/" + channel)
                                .ok()
                                .path("signal")
                                .path("output")
                                .asText())
                        .isEqualTo("INPUT");
            }
            await("the slow CDN is found out, and left")
                    .atMost(Leave.of(Duration.ofSeconds(30)))
                    .until(() -> ops.get("/interruptions")
                                    .ok()
                                    .findValuesAsText("kind")
                                    .contains("CDN_BAD")
                            && ops.get("/steering/moves")
                                    .ok()
                                    .findValuesAsText("from")
                                    .contains("global"));
            JsonNode move = ops.get("/steering/moves").ok().path("items").path(0);
            assertThat(move.path("automatic").asBoolean()).isTrue();
            assertThat(move.path("show").asText()).isEqualTo(show.path("id").asText());
        }
    }

    private static String active(Api ops, String channel) {
        return ops.get("/channels/" + channel)
                .ok()
                .path("signal")
                .path("active")
                .asText();
    }
}
