package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second media process stands for somebody else's server. */
class TargetsTest {
    @TempDir
    static Path folder;

    private static RunningMedia media;
    private static RunningMedia other;
    private static int number;

    private final String id = String.valueOf(++number);
    private final String channel = "CH-" + id;
    private final String run = "SH-" + id + ":1";
    private final String theirs = "CH-9" + id;
    private final String key = "key-that-opens-" + id;

    @BeforeAll
    static void start() throws Exception {
        media = RunningMedia.inside(folder.resolve("sender"));
        other = RunningMedia.inside(folder.resolve("other"));
    }

    @AfterAll
    static void stop() {
        media.close();
        other.close();
    }

    @AfterEach
    void nothing_runs_on() {
        sends("");
        media.stop(channel, run);
    }

    /** Our run is ready; so is a channel over there, which the key opens. */
    private void ready(ObjectNode wanted) {
        media.put(channel, wanted);
        other.key(theirs, key);
    }

    private void onAir() {
        ready(aRun(run, "SH-" + id, "test"));
        media.start(channel, run);
    }

    private void sends(String url, String with, boolean own) {
        ObjectNode wanted = Json.object().put("show", "SH-" + id);
        wanted.putArray("targets")
                .addObject()
                .put("id", "TG-1")
                .put("version", 1)
                .put("url", url)
                .put("key", with)
                .put("own", own);
        media.does("PUT", "channels/" + channel + "/targets", wanted);
    }

    private void sends(String with) {
        if (with.isEmpty()) {
            ObjectNode none = Json.object().put("show", "SH-" + id);
            none.putArray("targets");
            media.does("PUT", "channels/" + channel + "/targets", none);
        } else {
            sends(other.rtmp(), with, true);
        }
    }

    private JsonNode target() {
        return media.asks("channels/" + channel + "/targets").path("targets").path(0);
    }

    private boolean is(String state) {
        return target().path("state").asText().equals(state);
    }

    private JsonNode input() {
        return other.channel(theirs).path("input");
    }

    private long bytes() {
        return target().path("bytes").asLong();
    }

    @Test
    void the_programme_arrives_elsewhere_and_ends_with_the_show() {
        ready(aRun(run, "SH-" + id, "test"));
        sends(key);
        assertThat(is("WAITING")).isTrue();
        media.start(channel, run);
        until(20, () -> is("SENDING"));
        until(20, () -> input().path("width").asInt() == FfmpegArgs.WIDTH);
        assertThat(input().path("audio").asBoolean()).isTrue();
        until(10, () -> target().path("kbps").asInt() > 100);
        assertThat(target().path("fps").asDouble()).isBetween(10.0, 50.0);
        media.stop(channel, run);
        until(15, () -> is("WAITING"));
        until(10, () -> !input().path("connected").asBoolean());
    }

    @Test
    void a_change_of_the_picture_goes_out_on_the_same_connection() {
        onAir();
        sends(key);
        until(20, () -> input().path("connected").asBoolean() && bytes() > 0);
        JsonNode since = input().path("since");
        slate(true);
        until(10, () -> media.output(channel).equals("slate-emergency"));
        long before = bytes();
        until(20, () -> bytes() > before + 10_000);
        slate(false);
        until(10, () -> media.output(channel).equals("test"));
        long slated = bytes();
        until(20, () -> bytes() > slated + 300_000);
        assertThat(target().path("failures").asInt()).isZero();
        assertThat(input().path("since")).isEqualTo(since);
    }

    private void slate(boolean on) {
        media.does(
                "POST",
                "channels/" + channel + "/slate",
                Json.object().put("run", run).put("on", on));
    }

    private static List<PlaylistChecks.Entry> pictures(RunningMedia of, String show) {
        String text = of.live(show);
        return text.isEmpty()
                ? List.of()
                : PlaylistChecks.valid(text).entries().stream()
                        .filter(entry -> !entry.uri().startsWith("slate-"))
                        .toList();
    }

    private static SegmentLook look(RunningMedia at, String show, PlaylistChecks.Entry entry) {
        try {
            return SegmentLook.at(
                    at.gets("domestic", "/live/" + show + "/" + entry.uri()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What waits for a slow line is not sent any more once it was hidden; the blurred picture goes out on the same connection. */
    @Test
    void what_had_not_left_when_the_picture_was_blurred_never_does() throws Exception {
        String show = "SH-" + id;
        String there = "SH-9" + id;
        onAir();
        other.put(theirs, aRun(there + ":1", there, "input"));
        other.start(theirs, there + ":1");
        try (SlowDoor door = new SlowDoor(other.rtmp())) {
            sends(door.rtmp(), key, true);
            until(30, () -> !pictures(other, there).isEmpty());
            door.halt();
            int stood = pictures(media, show).size();
            until(20, () -> pictures(media, show).size() >= stood + 4);
            assertThat(is("SENDING")).isTrue();
            media.does(
                    "POST",
                    "channels/" + channel + "/blur",
                    Json.object().put("run", run).put("on", true));
            List<PlaylistChecks.Entry> arrived = pictures(other, there);
            door.go();
            until(
                    30,
                    () -> pictures(other, there).stream()
                            .anyMatch(entry -> look(other, there, entry).hidden()));
            List<PlaylistChecks.Entry> since = pictures(other, there).stream()
                    .filter(entry ->
                            entry.sequence() > arrived.get(arrived.size() - 1).sequence())
                    .toList();
            double plain = since.stream()
                    .filter(entry -> !look(other, there, entry).hidden())
                    .mapToDouble(PlaylistChecks.Entry::seconds)
                    .sum();
            assertThat(plain)
                    .as("what lay on the line, of eight seconds and more")
                    .isLessThan(5);
            assertThat(target().path("failures").asInt()).isZero();
        } finally {
            other.stop(theirs, there + ":1");
        }
    }

    @Test
    void a_wrong_key_is_told_in_the_words_of_the_other_side_and_disturbs_nobody() {
        onAir();
        sends("a-wrong-key-of-ours");
        until(15, () -> is("FAILED"));
        JsonNode failed = target();
        assertThat(failed.path("code").asText()).isEqualTo("REFUSED");
        assertThat(failed.path("words").asText()).contains("NetStream").doesNotContain("a-wrong-key");
        assertThat(failed.path("retryAt").isNull()).isFalse();
        until(10, () -> target().path("failures").asInt() > 1);
        until(10, () -> media.output(channel).equals("test"));
        sends(key);
        until(20, () -> is("SENDING"));
    }

    @Test
    void one_that_dies_fails_and_is_sent_to_again_when_it_is_back() throws Exception {
        RunningMedia mortal = RunningMedia.inside(folder.resolve("mortal"));
        mortal.key(theirs, key);
        String there = mortal.rtmp();
        onAir();
        sends(there, key, true);
        until(20, () -> is("SENDING"));
        mortal.close();
        until(15, () -> is("FAILED"));
        until(20, () -> target().path("code").asText().equals("UNREACHABLE"));
        assertThat(media.output(channel)).isEqualTo("test");
        try (RunningMedia back = RunningMedia.inside(folder.resolve("mortal"))) {
            assertThat(back.rtmp()).isEqualTo(there);
            until(40, () -> is("SENDING"));
            assertThat(media.channel(channel).path("ffmpegRestarts").asInt()).isZero();
            sends("");
        }
    }

    @Test
    void a_server_without_tls_is_told_apart_from_one_that_refuses() {
        onAir();
        sends(other.rtmp().replace("rtmp:", "rtmps:"), key, true);
        until(20, () -> is("FAILED"));
        assertThat(target().path("code").asText()).isEqualTo("TLS");
    }

    @Test
    void the_programme_arrives_over_tls_and_goes_on() throws Exception {
        SSLContext usual = SSLContext.getDefault();
        try (TlsDoor door = new TlsDoor(folder.resolve("tls"), "ip:127.0.0.1", other.rtmp())) {
            SSLContext.setDefault(door.trusting());
            onAir();
            sends(door.rtmps(), key, true);
            until(20, () -> is("SENDING"));
            until(20, () -> input().path("width").asInt() == FfmpegArgs.WIDTH);
            long before = bytes();
            until(20, () -> bytes() > before + 300_000);
            assertThat(target().path("failures").asInt()).isZero();
            door.close();
            until(15, () -> is("FAILED"));
            assertThat(media.output(channel)).isEqualTo("test");
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_gets_nothing() throws Exception {
        try (TlsDoor door = new TlsDoor(folder.resolve("unknown"), "ip:127.0.0.1", other.rtmp())) {
            onAir();
            sends(door.rtmps(), key, true);
            until(20, () -> is("FAILED"));
            assertThat(target().path("code").asText()).isEqualTo("TLS");
            assertThat(input().path("connected").asBoolean()).isFalse();
        }
    }

    @Test
    void a_certificate_for_another_name_gets_nothing() throws Exception {
        SSLContext usual = SSLContext.getDefault();
        try (TlsDoor door = new TlsDoor(folder.resolve("other-name"), "dns:elsewhere.example", other.rtmp())) {
            SSLContext.setDefault(door.trusting());
            onAir();
            sends(door.rtmps(), key, true);
            until(20, () -> is("FAILED"));
            assertThat(target().path("code").asText()).isEqualTo("TLS");
            assertThat(input().path("connected").asBoolean()).isFalse();
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    @Test
    void an_address_of_the_house_is_refused_unless_it_is_allowed() {
        onAir();
        sends(other.rtmp().replace("127.0.0.1", "localhost"), key, false);
        until(10, () -> is("FAILED"));
        assertThat(target().path("code").asText()).isEqualTo("PRIVATE_ADDRESS");
    }

    @Test
    void a_rehearsal_and_the_time_before_the_show_go_nowhere_else() {
        ready(aRun(run, "SH-" + id, "test").put("private", "a-private-key"));
        media.start(channel, run);
        sends(key);
        until(15, () -> media.output(channel).equals("test"));
        assertThat(is("WAITING")).isTrue();
    }
}
