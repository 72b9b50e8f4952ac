package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edge has the fault it is told to have, and the other edge has not. */
class DialTest {
    private static final String PLAYLIST = "/live/SH-1/index.m3u8";

    @TempDir
    static Path state;

    private static RunningMedia media;

    @BeforeAll
    static void a_show_is_on() throws IOException {
        media = RunningMedia.inside(state);
        media.put("CH-1", RunningMedia.aRun("SH-1:1", "SH-1", "TEST"));
        media.start("CH-1", "SH-1:1");
        RunningMedia.until(20, () -> media.gets("global", PLAYLIST).statusCode() == 200);
    }

    @AfterAll
    static void close() {
        media.close();
    }

    @AfterEach
    void all_is_well() {
        turn("OK", 0, 0);
    }

    private static void turn(String mode, int millis, int bytes) {
        ObjectNode body = Json.object().put("mode", mode).put("millis", millis).put("bytesPerSecond", bytes);
        assertThat(media.does("PUT", "edges/domestic", body).path("mode").asText())
                .isEqualTo(mode);
    }

    private static Duration taken(String edge) {
        Instant from = Instant.now();
        assertThat(media.gets(edge, PLAYLIST).statusCode()).isEqualTo(200);
        return Duration.between(from, Instant.now());
    }

    @Test
    void one_that_is_down_closes_connections_and_one_with_errors_answers_503() {
        turn("DOWN", 0, 0);
        assertThatThrownBy(() -> media.gets("domestic", PLAYLIST)).isInstanceOf(RuntimeException.class);
        assertThat(media.gets("global", PLAYLIST).statusCode()).isEqualTo(200);
        turn("ERROR", 0, 0);
        HttpResponse<byte[]> answer = media.gets("domestic", PLAYLIST);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void one_that_is_silent_takes_connections_and_says_nothing() throws IOException {
        turn("SILENT", 0, 0);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", media.port("domestic")), 2_000);
            socket.setSoTimeout(1_500);
            socket.getOutputStream()
                    .write(("GET " + PLAYLIST + " HTTP/1.1\r\nHost: edge\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(media.gets("global", PLAYLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void one_that_is_slow_takes_its_time() {
        turn("SLOW", 700, 0);
        assertThat(taken("domestic")).isGreaterThan(Duration.ofMillis(690));
        assertThat(taken("global")).isLessThan(Duration.ofMillis(690));
    }

    @Test
    void one_that_is_throttled_begins_at_once_and_then_gives_a_little_at_a_time() throws IOException {
        String segment = media.playlist(PLAYLIST)
                .lines()
                .filter(line -> line.endsWith(".ts"))
                .reduce((first, last) -> last)
                .orElseThrow();
        byte[] whole = media.gets("global", "/live/SH-1/" + segment).body();
        turn("THROTTLED", 0, whole.length);
        try (Socket socket = new Socket("127.0.0.1", media.port("domestic"))) {
            String asks = "GET /live/SH-1/" + segment + " HTTP/1.1\r\nHost: edge\r\nRange: bytes=0-" + whole.length / 2
                    + "\r\nConnection: close\r\n\r\n";
            Instant from = Instant.now();
            socket.getOutputStream().write(asks.getBytes(StandardCharsets.US_ASCII));
            int first = socket.getInputStream().read();
            Duration begun = Duration.between(from, Instant.now());
            byte[] rest = socket.getInputStream().readAllBytes();
            Duration taken = Duration.between(from, Instant.now());
            assertThat(first).isEqualTo('H');
            assertThat(begun).isLessThan(Duration.ofMillis(400));
            assertThat(taken).isBetween(Duration.ofMillis(450), Duration.ofMillis(1_500));
            assertThat(Arrays.copyOfRange(rest, rest.length - whole.length / 2 - 1, rest.length))
                    .isEqualTo(Arrays.copyOf(whole, whole.length / 2 + 1));
        }
    }

    @Test
    void one_that_is_well_again_gives_the_rest_of_an_answer_at_once() throws IOException {
        turn("THROTTLED", 0, 200);
        try (Socket socket = new Socket("127.0.0.1", media.port("domestic"))) {
            String asks = "GET " + PLAYLIST + " HTTP/1.1\r\nHost: edge\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asks.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            turn("OK", 0, 0);
            Instant from = Instant.now();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith(".ts\n");
            assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void one_that_is_stale_tells_the_same_while_the_show_goes_on() {
        turn("STALE", 0, 0);
        String first = media.playlist(PLAYLIST);
        String other = new String(media.gets("global", PLAYLIST).body(), StandardCharsets.UTF_8);
        RunningMedia.until(
                15, () -> !new String(media.gets("global", PLAYLIST).body(), StandardCharsets.UTF_8).equals(other));
        assertThat(media.playlist(PLAYLIST)).isEqualTo(first);
        assertThat(media.does("DELETE", "edges/domestic/SH-1", Json.object())
                        .path("objects")
                        .asInt())
                .as("a purge takes away what was kept")
                .isEqualTo(1);
        assertThat(media.playlist(PLAYLIST)).isNotEqualTo(first);
        assertThat(media.does("DELETE", "edges/domestic/SH-2", Json.object())
                        .path("objects")
                        .asInt())
                .isZero();
    }

    @Test
    void nonsense_is_refused_in_words() {
        for (ObjectNode wrong : new ObjectNode[] {
            Json.object().put("mode", "LAZY"),
            Json.object().put("mode", "SLOW"),
            Json.object().put("mode", "THROTTLED")
        }) {
            assertThat(media.call("PUT", "edges/domestic", Json.bytes(wrong)).statusCode())
                    .isEqualTo(400);
        }
        assertThat(media.call("PUT", "edges/nowhere", Json.bytes(Json.object().put("mode", "OK")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(media.asks("edges").path("domestic").path("mode").asText()).isEqualTo("OK");
    }
}
