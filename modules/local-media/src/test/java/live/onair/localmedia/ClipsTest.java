package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips are cut from what was recorded, also across a gap, and are files of their own. */
class ClipsTest {
    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_clip_is_a_file_of_its_own_that_plays_by_ranges_and_outlives_the_recording() throws Exception {
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"))) {
            Instant begin = recorded(media, "SH-1:1", 6);
            String id = UUID.randomUUID().toString();
            JsonNode clip = cut(media, id, begin.plusSeconds(1), begin.plusSeconds(5), 1);
            assertThat(clip.path("seconds").asDouble()).isBetween(3.9, 8.1);
            assertThat(Instant.parse(clip.path("from").asText())).isBeforeOrEqualTo(begin.plusSeconds(1));
            assertThat(Instant.parse(clip.path("to").asText())).isAfterOrEqualTo(begin.plusSeconds(5));
            byte[] bytes =
                    media.call("GET", "clips/" + id + "/file", new byte[0]).body();
            assertThat(bytes).hasSize(clip.path("bytes").asInt());
            assertThat(sha256(bytes)).isEqualTo(clip.path("sha256").asText());
            String seen = described(bytes);
            assertThat(seen).contains("Video: h264", "Audio: aac");
            assertThat(position(bytes, "moov")).as("begins to play at once").isLessThan(position(bytes, "mdat"));

            assertThat(cut(media, id, begin, begin.plusSeconds(2), 1)
                            .path("sha256")
                            .asText())
                    .as("the same id is the same clip")
                    .isEqualTo(clip.path("sha256").asText());

            assertThat(media.gets("domestic", "/clips/" + id + ".mp4").statusCode())
                    .isEqualTo(404);
            String key = clip.path("key").asText();
            assertThat(media.gets("domestic", "/private/" + key + "/clips/" + id + ".mp4")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(media.gets("domestic", "/private/nokey/clips/" + id + ".mp4")
                            .statusCode())
                    .isEqualTo(404);
            media.does("POST", "clips/" + id + "/show", Json.object().put("on", true));
            HttpResponse<byte[]> part = media.gets("global", "/clips/" + id + ".mp4", "Range", "bytes=0-99");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).hasSize(100);

            media.stop("CH-1", "SH-1:1");
            until(10, () -> media.asks("recordings/SH-1").path("state").asText().equals("COMPLETE"));
            media.does("DELETE", "recordings/SH-1", null);
            media.kill();
            media.startChild();
            assertThat(media.gets("global", "/clips/" + id + ".mp4").body()).isEqualTo(bytes);
            media.does("DELETE", "clips/" + id, null);
            assertThat(media.gets("global", "/clips/" + id + ".mp4").statusCode())
                    .isEqualTo(404);
            assertThat(media.asks("clips").path("clips")).isEmpty();
        }
    }

    @Test
    void across_a_gap_the_picture_goes_on_with_what_comes_after_it() throws Exception {
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"))) {
            Instant begin = recorded(media, "SH-1:1", 4);
            media.stop("CH-1", "SH-1:1");
            until(10, () -> media.asks("recordings/SH-1").path("state").asText().equals("COMPLETE"));
            double before = media.asks("recordings/SH-1").path("seconds").asDouble();
            recorded(media, "SH-1:2", before + 4);
            media.stop("CH-1", "SH-1:2");
            until(10, () -> media.asks("recordings/SH-1").path("state").asText().equals("COMPLETE"));
            JsonNode recording = media.asks("recordings/SH-1");
            assertThat(recording.path("spans").size()).isGreaterThan(1);
            JsonNode clip = cut(media, UUID.randomUUID().toString(), begin, Instant.now(), 1);
            byte[] bytes = media.call("GET", "clips/" + clip.path("clip").asText() + "/file", new byte[0])
                    .body();
            double seconds = clip.path("seconds").asDouble();
            assertThat(length(described(bytes))).isBetween(seconds - 1, seconds + 1);
        }
    }

    @Test
    void what_cannot_be_cut_is_said_and_can_be_tried_again() throws Exception {
        try (RunningMedia media = RunningMedia.inside(folder.resolve("state"), "quota.bytes", "1000")) {
            ObjectNode wish = wish(AT, AT.plusSeconds(5), 1).put("show", "SH-9");
            String id = UUID.randomUUID().toString();
            assertThat(media.does("PUT", "clips/" + id, wish).path("problem").asText())
                    .isEqualTo("gone");
            Instant begin = recorded(media, "SH-1:1", 2);
            assertThat(ended(media, id, wish(begin, begin.plusSeconds(1), 1))
                            .path("problem")
                            .asText())
                    .as("the same attempt is not made again")
                    .isEqualTo("gone");
            assertThat(ended(media, id, wish(begin, begin.plusSeconds(1), 2))
                            .path("problem")
                            .asText())
                    .isEqualTo("full");
            assertThat(media.does(
                                    "PUT",
                                    "clips/" + UUID.randomUUID(),
                                    wish(begin, Instant.now().plusSeconds(3600), 1))
                            .path("state")
                            .asText())
                    .isEqualTo("WAITING");
            assertThat(media.call("PUT", "clips/x", Json.bytes(wish)).statusCode())
                    .isEqualTo(400);
            assertThat(media.call("PUT", "clips/" + id, Json.bytes(wish(AT, AT, 3)))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void pieces_of_one_encoder_without_a_gap_are_one_stretch() {
        Timeline.Segment one = piece("a-000001.ts", 0, false);
        Timeline.Segment two = piece("a-000002.ts", 2, false);
        Timeline.Segment other = piece("b-000001.ts", 4, true);
        Timeline.Segment later = piece("b-000002.ts", 9, false);
        assertThat(ClipCut.stretches(List.of(one, two, other, later)))
                .containsExactly(List.of(one, two), List.of(other), List.of(later));
        assertThat(ClipCut.pieces(List.of(one, two, other), AT.plusSeconds(2), AT.plusSeconds(4), false))
                .containsExactly(two);
    }

    private static Timeline.Segment piece(String uri, int second, boolean discontinuity) {
        return new Timeline.Segment(
                second,
                uri,
                Duration.ofSeconds(2),
                AT.plusSeconds(second),
                discontinuity,
                Timeline.Kind.INPUT,
                "SH-1:1",
                1000);
    }

    private static ObjectNode wish(Instant from, Instant to, int attempt) {
        return Json.object()
                .put("show", "SH-1")
                .put("from", from.toString())
                .put("to", to.toString())
                .put("slates", false)
                .put("attempt", attempt);
    }

    private static JsonNode ended(RunningMedia media, String id, ObjectNode wish) {
        until(
                60,
                () -> !List.of("CUTTING", "WAITING")
                        .contains(media.does("PUT", "clips/" + id, wish)
                                .path("state")
                                .asText()));
        return media.does("PUT", "clips/" + id, wish);
    }

    private static JsonNode cut(RunningMedia media, String id, Instant from, Instant to, int attempt) {
        JsonNode clip = ended(media, id, wish(from, to, attempt));
        assertThat(clip.path("state").asText()).as(clip.toString()).isEqualTo("READY");
        return clip;
    }

    /** A moving picture is recorded until there are so many seconds of it; when it began. */
    private static Instant recorded(RunningMedia media, String run, double seconds) {
        media.put("CH-1", aRun(run, "SH-1", "test"));
        media.start("CH-1", run);
        until(
                60,
                () -> !media.live("SH-1").isEmpty()
                        && media.asks("recordings/SH-1").path("seconds").asDouble() > seconds);
        for (JsonNode span : media.asks("recordings/SH-1").path("spans")) {
            if (!span.path("kind").asText().equals("slate")) {
                return Instant.parse(span.path("start").asText());
            }
        }
        throw new IllegalStateException("no picture");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static int position(byte[] bytes, String word) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(word);
    }

    private static String described(byte[] bytes) throws Exception {
        Path file = Files.createTempFile("clip", ".mp4");
        try {
            Files.write(file, bytes);
            Process probe = RtmpEncoder.ffmpeg()
                    .command(FfmpegArgs.describe(file))
                    .redirectErrorStream(true)
                    .start();
            return new String(probe.getInputStream().readAllBytes());
        } finally {
            Files.delete(file);
        }
    }

    private static double length(String described) {
        String[] parts = described
                .replaceAll("(?s).*Duration: (\\d+):(\\d+):([\\d.]+),.*", "$1:$2:$3")
                .split(":");
        return Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60 + Double.parseDouble(parts[2]);
    }
}
