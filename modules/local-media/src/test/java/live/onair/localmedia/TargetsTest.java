package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.KEY;
import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second media process stands for somebody else's server. */
class TargetsTest {
    @TempDir
    Path folder;

    private RunningMedia sender() throws IOException {
        RunningMedia media = RunningMedia.inside(folder.resolve("sender"));
        media.put("CH-1", aRun("SH-1:1", "SH-1", "test"));
        return media;
    }

    private RunningMedia other() throws IOException {
        RunningMedia media = RunningMedia.inside(folder.resolve("other"));
        media.key("CH-9", KEY);
        media.put("CH-9", aRun("SH-9:1", "SH-9", "input"));
        media.start("CH-9", "SH-9:1");
        return media;
    }

    private static JsonNode sends(RunningMedia media, String url, String key, boolean own) {
        ObjectNode wanted = Json.object().put("show", "SH-1");
        wanted.putArray("targets")
                .addObject()
                .put("id", "TG-1")
                .put("version", 1)
                .put("url", url)
                .put("key", key)
                .put("own", own);
        return media.does("PUT", "channels/CH-1/targets", wanted);
    }

    private static JsonNode target(RunningMedia media) {
        return media.asks("channels/CH-1/targets").path("targets").path(0);
    }

    private static String state(RunningMedia media) {
        return target(media).path("state").asText();
    }

    @Test
    void the_programme_arrives_elsewhere_and_ends_with_the_show() throws Exception {
        try (RunningMedia media = sender();
                RunningMedia other = other()) {
            sends(media, other.rtmp(), KEY, true);
            assertThat(state(media)).isEqualTo("WAITING");
            media.start("CH-1", "SH-1:1");
            until(15, () -> state(media).equals("SENDING"));
            until(15, () -> other.output("CH-9").equals("input"));
            until(10, () -> target(media).path("kbps").asInt() > 100);
            assertThat(target(media).path("fps").asDouble()).isBetween(12.0, 45.0);
            JsonNode input = other.channel("CH-9").path("input");
            assertThat(input.path("width").asInt()).isEqualTo(FfmpegArgs.WIDTH);
            assertThat(input.path("audio").asBoolean()).isTrue();
            media.stop("CH-1", "SH-1:1");
            until(10, () -> state(media).equals("WAITING"));
            until(
                    10,
                    () -> !other.channel("CH-9").path("input").path("connected").asBoolean());
        }
    }

    @Test
    void a_change_of_the_picture_goes_out_on_the_same_connection() throws Exception {
        try (RunningMedia media = sender();
                RunningMedia other = other()) {
            media.start("CH-1", "SH-1:1");
            sends(media, other.rtmp(), KEY, true);
            until(20, () -> other.output("CH-9").equals("input"));
            media.does("POST", "channels/CH-1/slate", Json.object().put("run", "SH-1:1").put("on", true));
            until(10, () -> media.output("CH-1").equals("slate-emergency"));
            long before = target(media).path("bytes").asLong();
            until(15, () -> target(media).path("bytes").asLong() > before + 50_000);
            media.does("POST", "channels/CH-1/slate", Json.object().put("run", "SH-1:1").put("on", false));
            until(10, () -> media.output("CH-1").equals("test"));
            long slated = target(media).path("bytes").asLong();
            until(15, () -> target(media).path("bytes").asLong() > slated + 300_000);
            assertThat(target(media).path("failures").asInt()).isZero();
            assertThat(other.spooled()).containsOnlyOnce("input-connected").doesNotContain("input-lost");
        }
    }

    @Test
    void a_wrong_key_is_told_in_the_words_of_the_other_side_and_disturbs_nobody() throws Exception {
        try (RunningMedia media = sender();
                RunningMedia other = other()) {
            media.start("CH-1", "SH-1:1");
            sends(media, other.rtmp(), "a-wrong-key-of-ours", true);
            until(15, () -> state(media).equals("FAILED"));
            JsonNode failed = target(media);
            assertThat(failed.path("code").asText()).isEqualTo("REFUSED");
            assertThat(failed.path("words").asText()).contains("NetStream").doesNotContain("a-wrong-key");
            assertThat(failed.path("retryAt").isNull()).isFalse();
            until(10, () -> target(media).path("failures").asInt() > 1);
            until(10, () -> media.output("CH-1").equals("test"));
            sends(media, other.rtmp(), KEY, true);
            until(15, () -> state(media).equals("SENDING"));
        }
    }

    @Test
    void one_that_dies_fails_and_is_sent_to_again_when_it_is_back() throws Exception {
        try (RunningMedia media = sender()) {
            RunningMedia other = other();
            String there = other.rtmp();
            media.start("CH-1", "SH-1:1");
            sends(media, there, KEY, true);
            until(20, () -> state(media).equals("SENDING"));
            other.close();
            until(15, () -> state(media).equals("FAILED"));
            until(20, () -> target(media).path("code").asText().equals("UNREACHABLE"));
            assertThat(media.output("CH-1")).isEqualTo("test");
            try (RunningMedia back = RunningMedia.inside(folder.resolve("other"))) {
                assertThat(back.rtmp()).isEqualTo(there);
                until(40, () -> state(media).equals("SENDING"));
                assertThat(media.spooled()).doesNotContain("ffmpeg-restarted");
            }
        }
    }

    @Test
    void an_address_of_the_house_is_refused_unless_it_is_allowed() throws Exception {
        try (RunningMedia media = sender();
                ServerSocket listening = new ServerSocket(0)) {
            media.start("CH-1", "SH-1:1");
            sends(media, "rtmp://localhost:" + listening.getLocalPort() + "/live", KEY, false);
            until(10, () -> state(media).equals("FAILED"));
            assertThat(target(media).path("code").asText()).isEqualTo("PRIVATE_ADDRESS");
        }
    }

    @Test
    void a_rehearsal_and_the_time_before_the_show_go_nowhere_else() throws Exception {
        try (RunningMedia media = RunningMedia.inside(folder.resolve("sender"));
                ServerSocket listening = new ServerSocket(0)) {
            ObjectNode rehearsal = aRun("SH-1:1", "SH-1", "test").put("private", "a-private-key");
            media.put("CH-1", rehearsal);
            media.start("CH-1", "SH-1:1");
            sends(media, "rtmp://127.0.0.1:" + listening.getLocalPort() + "/live", KEY, true);
            until(10, () -> media.output("CH-1").equals("test"));
            assertThat(state(media)).isEqualTo("WAITING");
        }
    }
}
