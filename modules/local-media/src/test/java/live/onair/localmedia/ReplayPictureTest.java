package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture that was chosen for a replay is the one viewers get, also after the process was killed. */
class ReplayPictureTest {
    @TempDir
    Path folder;

    @Test
    void the_picture_of_a_chosen_second_stands_for_the_replay_and_outlives_the_process() throws Exception {
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"))) {
            record(media);
            assertThat(picture(media).statusCode()).as("not published").isEqualTo(404);
            publish(media, 1);
            byte[] first = picture(media).body();
            publish(media, 5);
            byte[] later = picture(media).body();
            assertThat(different(first, later))
                    .as("another second, another picture")
                    .isGreaterThan(0.01);
            publish(media, 1);
            assertThat(picture(media).body()).isEqualTo(first);
            assertThat(media.asks("recordings/SH-1").path("thumbnail").asInt()).isEqualTo(1);

            media.kill();
            media.startChild();
            assertThat(picture(media).body()).isEqualTo(first);

            publish(media, null);
            assertThat(picture(media).body()).as("the last picture of the show").isNotEqualTo(first);
            assertThat(image(picture(media).body()).getWidth()).isEqualTo(320);
            assertThat(media.asks("recordings/SH-1").path("thumbnail").isNull()).isTrue();
        }
    }

    @Test
    void a_second_outside_the_recording_is_refused_in_words() throws Exception {
        try (RunningMedia media = RunningMedia.inside(folder.resolve("state"))) {
            record(media);
            for (int second : new int[] {-1, 4000}) {
                HttpResponse<byte[]> refused =
                        media.call("POST", "recordings/SH-1/publish", Json.bytes(wanted(second)));
                assertThat(refused.statusCode()).isEqualTo(422);
                JsonNode words = RunningMedia.json(refused);
                assertThat(words.path("error").asText()).isEqualTo("outside-recording");
                assertThat(words.toString()).contains(String.valueOf(second));
            }
            assertThat(media.asks("recordings/SH-1").path("published").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void a_position_counts_what_was_shown_and_no_slate() {
        Instant at = Instant.parse("2026-11-23T10:00:00Z");
        List<Timeline.Segment> all = List.of(
                segment("slate-0", Timeline.Kind.SLATE, at),
                segment("a", Timeline.Kind.INPUT, at),
                segment("slate-1", Timeline.Kind.SLATE, at),
                segment("b", Timeline.Kind.INPUT, at));
        assertThat(at(all, 0)).isEqualTo("a+0");
        assertThat(at(all, 1)).isEqualTo("a+1");
        assertThat(at(all, 2)).isEqualTo("b+0");
        assertThat(at(all, 3)).isEqualTo("b+1");
        assertThat(Playlist.at(all, Duration.ofSeconds(4))).isNull();
        assertThat(Playlist.at(all, Duration.ofSeconds(-1))).isNull();
    }

    private static Timeline.Segment segment(String uri, Timeline.Kind kind, Instant at) {
        return new Timeline.Segment(0, uri, Duration.ofSeconds(2), at, false, kind, "SH-1:1", 1000);
    }

    private static String at(List<Timeline.Segment> all, int second) {
        Playlist.Moment moment = Playlist.at(all, Duration.ofSeconds(second));
        assertThat(moment).isNotNull();
        return moment.segment().uri() + "+" + moment.into().toSeconds();
    }

    /** A show of a little more than six seconds with a moving picture. */
    private static void record(RunningMedia media) {
        media.put("CH-1", aRun("SH-1:1", "SH-1", "test"));
        media.start("CH-1", "SH-1:1");
        until(
                40,
                () -> media.asks("channels/CH-1").path("state").asText().equals("RUNNING")
                        && recorded(media) > 6
                        && media.call("GET", "channels/CH-1/thumb.jpg", new byte[0])
                                        .statusCode()
                                == 200);
        media.stop("CH-1", "SH-1:1");
        until(10, () -> media.asks("recordings/SH-1").path("state").asText().equals("COMPLETE"));
    }

    private static double recorded(RunningMedia media) {
        return media.live("SH-1").isEmpty()
                ? 0
                : media.asks("recordings/SH-1").path("seconds").asDouble();
    }

    private static JsonNode wanted(Integer second) {
        return Json.object().put("on", true).put("thumbnailSeconds", second);
    }

    private static void publish(RunningMedia media, Integer second) {
        media.does("POST", "recordings/SH-1/publish", wanted(second));
    }

    private static HttpResponse<byte[]> picture(RunningMedia media) {
        return media.gets("domestic", "/replay/SH-1/thumb.jpg");
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** Which part of the picture's points differs clearly. */
    private static double different(byte[] one, byte[] other) throws IOException {
        BufferedImage a = image(one);
        BufferedImage b = image(other);
        assertThat(a.getWidth()).isEqualTo(640).isEqualTo(b.getWidth());
        assertThat(a.getHeight()).isEqualTo(360).isEqualTo(b.getHeight());
        int differs = 0;
        for (int x = 0; x < a.getWidth(); x++) {
            for (int y = 0; y < a.getHeight(); y++) {
                differs += Math.abs((a.getRGB(x, y) >> 8 & 255) - (b.getRGB(x, y) >> 8 & 255)) > 48 ? 1 : 0;
            }
        }
        return (double) differs / (a.getWidth() * a.getHeight());
    }
}
