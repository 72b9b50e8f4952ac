package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edge with a key gives live pictures to signed addresses only; one without gives them to everybody. */
class EdgeKeyTest {
    /** The first half of HMAC-SHA-256 with the key, over {@code SH-1}, a line feed and the end of its time. */
    private static final String SIGNED = "4102444800-7504c8b26c4580a6833be922725e742c";

    private static final String KEY = "demo-key-of-the-domestic-edge";

    @TempDir
    static Path state;

    private static RunningMedia media;

    @BeforeAll
    static void a_show_is_on() throws IOException {
        media = RunningMedia.inside(state, "edge.keys", "domestic=" + KEY);
        media.put("CH-1", RunningMedia.aRun("SH-1:1", "SH-1", "TEST"));
        media.start("CH-1", "SH-1:1");
        RunningMedia.until(20, () -> live("global", "").statusCode() == 200);
    }

    @AfterAll
    static void close() {
        media.close();
    }

    private static HttpResponse<byte[]> live(String edge, String query) {
        return media.gets(edge, "/live/SH-1/index.m3u8" + query);
    }

    @Test
    void what_a_signed_playlist_names_is_given_and_nothing_without_its_token() {
        HttpResponse<byte[]> playlist = live("domestic", "?token=" + SIGNED);
        assertThat(playlist.statusCode()).isEqualTo(200);
        String piece = new String(playlist.body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .findFirst()
                .orElseThrow();
        assertThat(piece).endsWith("?token=" + SIGNED);
        assertThat(media.gets("domestic", "/live/SH-1/" + piece).statusCode()).isEqualTo(200);
        String bare = piece.substring(0, piece.indexOf('?'));
        assertThat(media.gets("domestic", "/live/SH-1/" + bare).statusCode()).isEqualTo(403);
        assertThat(media.gets("global", "/live/SH-1/" + bare).statusCode()).isEqualTo(200);
    }

    @Test
    void none_a_wrong_one_that_of_another_show_and_one_that_is_over_are_refused() {
        assertThat(live("domestic", "").statusCode()).isEqualTo(403);
        assertThat(live("domestic", "?token=4102444800-00000000000000000000000000000000")
                        .statusCode())
                .isEqualTo(403);
        assertThat(live("domestic", "?token=" + SIGNED.replace("4102444800", "4102444801"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(live("domestic", "?token=x").statusCode()).isEqualTo(403);
        assertThat(media.gets("domestic", "/live/SH-2/index.m3u8?token=" + SIGNED)
                        .statusCode())
                .as("a show that nobody knows is not told by the answer")
                .isEqualTo(403);
        EdgeKey key = new EdgeKey(KEY);
        assertThat(key.admits("SH-1", SIGNED, Instant.ofEpochSecond(4102444799L)))
                .isTrue();
        assertThat(key.admits("SH-1", SIGNED, Instant.ofEpochSecond(4102444800L)))
                .isFalse();
    }

    @Test
    void the_small_picture_is_for_everybody() {
        RunningMedia.until(
                20, () -> media.gets("domestic", "/live/SH-1/thumb.jpg").statusCode() == 200);
    }
}
