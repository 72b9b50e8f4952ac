package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import live.onair.cdn.spi.CdnProbe;
import live.onair.cdn.spi.CdnProbe.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looks at the real edges of the media process, in each of the faults they can be told to have. */
class HttpCdnProbeTest {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    private final CdnProbe probe = new HttpCdnProbe(Clock.systemUTC());

    private static String playlist(String show) {
        return "http://" + media.door("domestic") + "/replay/" + show + "/index.m3u8";
    }

    private static void dial(String mode, int millis) {
        media.control()
                .put(
                        "/v1/edges/domestic",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("mode", mode)
                                .put("millis", millis)
                                .put("bytesPerSecond", 20_000));
    }

    @AfterEach
    void all_is_well() {
        dial("OK", 0);
    }

    @Test
    void a_picture_is_as_old_as_where_it_came_from_says() {
        String show = media.tape().show();
        media.control()
                .post(
                        "/v1/recordings/" + show + "/publish",
                        JsonNodeFactory.instance.objectNode().put("on", true));
        CdnProbe wrong = new HttpCdnProbe(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        assertThat(wrong.look(playlist(show), Duration.ofSeconds(2)).age())
                .as("looked at from where the clock is an hour ahead")
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void a_health_address_answers_or_does_not() {
        String address = "http://" + media.door("domestic") + "/live/SH-nobody/index.m3u8";
        CdnProbe.Answered answered = probe.health(address, Duration.ofSeconds(2));
        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.millis()).isBetween(0, 2_000);
        dial("DOWN", 0);
        assertThat(probe.health(address, Duration.ofSeconds(2))).isEqualTo(new CdnProbe.Answered(0, null));
        assertThat(probe.health("not an address", Duration.ofSeconds(2)).status())
                .isZero();
    }

    @Test
    void who_begins_to_answer_and_falls_silent_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> begun = CompletableFuture.supplyAsync(() -> begins(silent));
            String address = "http://127.0.0.1:" + silent.getLocalPort() + "/live/SH-1/index.m3u8";
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThat(probe.look(address, Duration.ofMillis(500)).status())
                            .isZero());
            begun.join().close();
        }
    }

    /** The head of an answer, and nothing more. */
    private static Socket begins(ServerSocket door) {
        try {
            Socket asked = door.accept();
            asked.getInputStream().read();
            asked.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n#EXTM3U".getBytes(StandardCharsets.US_ASCII));
            return asked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_lay_in_a_cache_is_older_by_that() {
        Instant here = Instant.parse("2026-11-29T12:00:00Z");
        String date = "Sun, 29 Nov 2026 11:00:00 GMT";
        assertThat(now(here, Map.of("Date", List.of(date)))).isEqualTo("2026-11-29T11:00:00Z");
        assertThat(now(here, Map.of("Date", List.of(date), "Age", List.of("90"))))
                .isEqualTo("2026-11-29T11:01:30Z");
        assertThat(now(here, Map.of())).isEqualTo(here);
        assertThat(now(here, Map.of("Date", List.of("yesterday")))).isEqualTo(here);
        assertThat(now(here, Map.of("Date", List.of(date), "Age", List.of("old"))))
                .isEqualTo(here);
        assertThat(now(here, Map.of("Date", List.of(date), "Age", List.of("9223372036854775807"))))
                .isEqualTo(here);
    }

    @Test
    void a_cache_that_gives_the_same_answer_for_long_is_not_believed() {
        Instant here = Instant.parse("2026-11-29T12:00:00Z");
        HttpCdnProbe looks = new HttpCdnProbe(Clock.fixed(here, ZoneOffset.UTC));
        HttpHeaders first =
                HttpHeaders.of(Map.of("Date", List.of("Sun, 29 Nov 2026 11:00:00 GMT")), (name, value) -> true);
        HttpHeaders next =
                HttpHeaders.of(Map.of("Date", List.of("Sun, 29 Nov 2026 11:00:12 GMT")), (name, value) -> true);
        Instant told = Instant.parse("2026-11-29T11:00:00Z");
        assertThat(looks.now("https://a.test/1.m3u8?token=1", first, 0)).isEqualTo(told);
        assertThat(looks.now("https://a.test/1.m3u8?token=2", first, 4_000_000_000L))
                .isEqualTo(told);
        assertThat(looks.now("https://a.test/1.m3u8?token=2", first, 9_000_000_000L))
                .as("eight seconds on the date is the same")
                .isEqualTo(here);
        assertThat(looks.now("https://b.test/1.m3u8", first, 9_000_000_000L)).isEqualTo(told);
        assertThat(looks.now("https://a.test/1.m3u8", next, 11_000_000_000L)).isEqualTo(told.plusSeconds(12));
    }

    private static Instant now(Instant here, Map<String, List<String>> headers) {
        return HttpCdnProbe.now(HttpHeaders.of(headers, (name, value) -> true), Clock.fixed(here, ZoneOffset.UTC));
    }

    @Test
    void it_sees_what_a_player_would() {
        String show = media.tape().show();
        media.control()
                .post(
                        "/v1/recordings/" + show + "/publish",
                        JsonNodeFactory.instance.objectNode().put("on", true));
        Look well = probe.look(playlist(show), Duration.ofSeconds(2));
        assertThat(well.status()).isEqualTo(200);
        assertThat(well.playlistMillis()).isBetween(0, 1_500);
        assertThat(well.segmentMillis()).isBetween(0, 1_500);
        assertThat(well.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        dial("SLOW", 600);
        assertThat(probe.look(playlist(show), Duration.ofSeconds(2)).segmentMillis())
                .isGreaterThanOrEqualTo(590);
        assertThat(probe.look(playlist(show), Duration.ofMillis(200)).status())
                .as("out of patience")
                .isZero();
        dial("THROTTLED", 0);
        Look thin = probe.look(playlist(show), Duration.ofSeconds(1));
        assertThat(thin.status()).as("the picture does not come").isZero();
        assertThat(thin.playlistMillis()).as("it answers: it is slow, not dead").isBetween(0, 990);
        dial("ERROR", 0);
        assertThat(probe.look(playlist(show), Duration.ofSeconds(2)).status()).isEqualTo(503);
        dial("DOWN", 0);
        assertThat(probe.look(playlist(show), Duration.ofSeconds(2)).status()).isZero();
        dial("OK", 0);
        assertThat(probe.look(playlist("SH-nobody"), Duration.ofSeconds(2)).status())
                .isEqualTo(404);
        assertThat(probe.look("not an address", Duration.ofSeconds(2)).status()).isZero();
    }
}
