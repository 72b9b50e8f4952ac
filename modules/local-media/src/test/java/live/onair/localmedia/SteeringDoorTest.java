package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever begins to watch is shown the way to his own playlist, and always to the same. */
class SteeringDoorTest {
    @TempDir
    static Path folder;

    private static RunningMedia media;

    @BeforeAll
    static void open() throws IOException {
        Path places = folder.resolve("places.csv");
        Files.writeString(places, """
                # demo networks of the documentation ranges
                203.0.113.0/24,KR,KT
                203.0.113.128/25,KR,SKT
                2001:db8::/32,US,
                AS64500,KR,LG U+
                """);
        media = RunningMedia.inside(
                folder.resolve("media"), "places.file", places.toString(), "trusted.proxies", "127.0.0.1");
        put("SH-1", "branches.json", """
                {"branches":[{"id":"kr-nkt-mobile","country":"KR","isp":"KT","device":"MOBILE"},
                 {"id":"kr-nkt","country":"KR","isp":"KT"},{"id":"kr-nlgu","country":"KR","isp":"LG U+"},
                 {"id":"kr","country":"KR"},{"id":"default"}]}""");
        put("SH-1", "default/7.json", "{\"VERSION\":1}");
    }

    @AfterAll
    static void close() {
        media.close();
    }

    private static void put(String show, String path, String content) {
        ObjectNode body = Json.object();
        body.putObject("objects").put(path, content);
        media.does("PUT", "steering/" + show, body);
    }

    private static String way(String viewer, String... headers) {
        HttpResponse<byte[]> answer = media.gets("viewer", "/steering/v1/SH-1/play.m3u8?v=" + viewer, headers);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void the_same_viewer_always_finds_the_same_bucket() {
        assertThat(way("viewer-1")).matches("default/\\d{1,2}\\.m3u8").isEqualTo(way("viewer-1"));
        assertThat(way("viewer-1")).endsWith("/" + SteeringDoor.bucket("viewer-1") + ".m3u8");
    }

    @Test
    void a_hundred_thousand_viewers_are_spread_as_the_weights_want_it() {
        int[] counts = new int[100];
        for (int i = 0; i < 100_000; i++) {
            counts[
                    SteeringDoor.bucket(UUID.nameUUIDFromBytes(("viewer " + i).getBytes(StandardCharsets.UTF_8))
                            .toString())]++;
        }
        assertThat(java.util.Arrays.stream(counts).max().orElseThrow())
                .as("a percent more moves one bucket: of a hundred thousand at most 1.2 %")
                .isLessThanOrEqualTo(1_200);
        int sum = 0;
        for (int weight = 1; weight < 100; weight++) {
            sum += counts[weight - 1];
            assertThat(sum / 1_000.0).as("weight " + weight).isBetween(weight - 0.5, weight + 0.5);
        }
    }

    @Test
    void the_branch_is_the_first_that_fits_by_network_and_device() {
        assertThat(way("v", "X-Forwarded-For", "203.0.113.5")).startsWith("kr-nkt/");
        assertThat(way("v", "X-Forwarded-For", "203.0.113.5", "User-Agent", "Mozilla/5.0 (iPhone) Mobile/15E148"))
                .startsWith("kr-nkt-mobile/");
        assertThat(way("v", "X-Forwarded-For", "203.0.113.200")).startsWith("kr/");
        assertThat(way("v", "X-Forwarded-For", "2001:db8::7")).startsWith("default/");
        assertThat(way("v", "CloudFront-Viewer-Country", "KR", "CloudFront-Viewer-ASN", "64500"))
                .startsWith("kr-nlgu/");
        assertThat(way("v", "CloudFront-Viewer-Country", "KR")).startsWith("kr/");
        assertThat(way("v", "X-Forwarded-For", "not an address")).startsWith("default/");
    }

    @Test
    void headers_of_whoever_is_not_trusted_are_not_believed() {
        Places places = new Places(null, Set.of("192.0.2.1"));
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.set("CloudFront-Viewer-Country", "KR");
        assertThat(places.of(new HttpHandler.Head("/", "127.0.0.1", headers)).country())
                .isNull();
        assertThat(places.of(new HttpHandler.Head("/", "192.0.2.1", headers)).country())
                .isEqualTo("KR");
    }

    @Test
    void what_lies_there_is_read_from_any_page_and_nothing_else_is() {
        HttpResponse<byte[]> there = media.gets("viewer", "/steering/v1/SH-1/default/7.json?_HLS_pathway=domestic");
        assertThat(new String(there.body(), StandardCharsets.UTF_8)).isEqualTo("{\"VERSION\":1}");
        assertThat(there.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(there.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(media.gets("viewer", "/steering/v1/SH-1/default/8.json").statusCode())
                .isEqualTo(404);
        assertThat(media.gets("viewer", "/steering/v1/SH-2/play.m3u8").statusCode())
                .isEqualTo(404);
        put("SH-3", "branches.json", "{\"branches\":[]}");
        assertThat(media.gets("viewer", "/steering/v1/SH-3/play.m3u8").statusCode())
                .isEqualTo(302);
        media.does("DELETE", "steering/SH-3", Json.object());
        assertThat(media.gets("viewer", "/steering/v1/SH-3/play.m3u8").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_line_that_cannot_be_read_is_named() {
        Path wrong = folder.resolve("wrong.csv");
        for (String line : new String[] {"203.0.113.0/33,KR,KT", "here,KR,KT", "203.0.113.0/24,Korea,KT", "1.2.3.4"}) {
            assertThatThrownBy(() -> {
                        Files.writeString(wrong, "# one\n" + line);
                        new Places(wrong, Set.of());
                    })
                    .isInstanceOf(Media.StartFailure.class)
                    .hasMessageContaining("line 2");
        }
    }

    @Test
    void device_follows_from_what_the_browser_says() {
        assertThat(SteeringDoor.device(null)).isEqualTo("DESKTOP");
        assertThat(SteeringDoor.device("Mozilla/5.0 (Windows NT 10.0)")).isEqualTo("DESKTOP");
        assertThat(SteeringDoor.device("Mozilla/5.0 (Linux; Android 14) Mobile"))
                .isEqualTo("MOBILE");
        assertThat(SteeringDoor.device("Mozilla/5.0 (SMART-TV; LINUX; Tizen 7.0)"))
                .isEqualTo("TV");
    }
}
