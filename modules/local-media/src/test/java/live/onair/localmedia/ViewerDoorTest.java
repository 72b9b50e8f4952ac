package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewerDoorTest {
    @TempDir
    static Path state;

    private static RunningMedia media;
    private static HttpServer console;

    @BeforeAll
    static void open() throws IOException {
        console = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        console.createContext("/storefront/v1/orders", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        console.start();
        media = RunningMedia.inside(
                state,
                "playback.origins",
                "https://*.live.example.test, https://one.example.test; script-src *, http://127.0.0.1:9",
                "embed.origins",
                "https://shop.example.test, javascript:alert(1), https://*.example.kr; script-src *",
                "console.url",
                "http://localhost:9090",
                "console.writes.url",
                "http://127.0.0.1:" + console.getAddress().getPort());
    }

    @AfterAll
    static void close() {
        media.close();
        console.stop(0);
    }

    private static void publish(String path, String text) {
        media.call("PUT", "files/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void published_files_are_served_with_their_type_policy_and_age() {
        publish("storefront/v1/live.json", "{\"shows\":[]}");
        publish("shell/live.html", "<p>shell</p>");
        publish("live/SH-7/index.html", "<p>seven</p>");
        publish("assets/app-1.js", "1");

        HttpResponse<byte[]> live = media.gets("viewer", "/storefront/v1/live");
        assertThat(new String(live.body())).isEqualTo("{\"shows\":[]}");
        assertThat(live.headers().firstValue("Cache-Control")).contains("max-age=2");
        assertThat(live.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(live.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(live.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(live.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("media-src blob: data: http://localhost:" + media.port("domestic"))
                .containsPattern("connect-src 'self' [^;]* https://\\*.live.example.test http://127.0.0.1:9;")
                .doesNotContain("script-src *");
        assertThat(new String(media.gets("viewer", "/live/SH-7").body())).isEqualTo("<p>seven</p>");
        assertThat(new String(media.gets("viewer", "/live/SH-8").body())).isEqualTo("<p>shell</p>");
        assertThat(media.gets("viewer", "/live/SH-8").headers().firstValue("Cache-Control"))
                .contains("max-age=60");
        assertThat(media.gets("viewer", "/assets/app-1.js")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("immutable");
        media.call("DELETE", "files/live/SH-7/index.html", new byte[0]);
        assertThat(new String(media.gets("viewer", "/live/SH-7").body())).isEqualTo("<p>shell</p>");
        assertThat(media.gets("viewer", "/assets/").statusCode()).isEqualTo(404);
    }

    @Test
    void the_preview_reads_nothing_and_only_the_console_frames_it() {
        publish("shell/preview.html", "<p>preview</p>");
        HttpResponse<byte[]> preview = media.gets("viewer", "/preview");
        assertThat(new String(preview.body())).isEqualTo("<p>preview</p>");
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors http://localhost:9090")
                .doesNotContain("connect-src")
                .doesNotContain("media-src");
        assertThat(media.gets("viewer", "/live/SH-9")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void the_frame_for_other_sites_is_shown_by_those_that_are_named_and_reads_what_a_page_reads() {
        publish("shell/embed.html", "<p>frame</p>");
        HttpResponse<byte[]> frame = media.gets("viewer", "/embed/SH-9");
        assertThat(new String(frame.body())).isEqualTo("<p>frame</p>");
        assertThat(frame.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("; frame-ancestors https://shop.example.test; base-uri")
                .contains("connect-src 'self'")
                .doesNotContain("javascript:")
                .doesNotContain("script-src *");
    }

    @Test
    void what_is_published_of_shows_is_read_by_any_page_and_the_pages_are_not() {
        publish("storefront/v1/shows/SH-9.json", "{}");
        publish("shell/live.html", "<p>shell</p>");
        assertThat(media.gets("viewer", "/storefront/v1/shows/SH-9.json")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(media.gets("viewer", "/live/SH-9").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void a_reader_sees_a_whole_file_old_or_new() throws Exception {
        byte[] a = new byte[300_000];
        Arrays.fill(a, (byte) 'a');
        byte[] b = new byte[200_000];
        Arrays.fill(b, (byte) 'b');
        media.call("PUT", "files/big.txt", a);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 60; i++) {
                media.call("PUT", "files/big.txt", i % 2 == 0 ? b : a);
            }
            done.set(true);
        });
        writer.start();
        while (!done.get()) {
            byte[] read = media.gets("viewer", "/big.txt").body();
            assertThat(Arrays.equals(read, a) || Arrays.equals(read, b)).isTrue();
        }
        writer.join();
        assertThat(Files.list(state.resolve("published"))
                        .filter(file -> file.getFileName().toString().startsWith(".")))
                .isEmpty();
    }

    @Test
    void no_path_leads_out_of_the_folder() throws Exception {
        for (String path : new String[] {
            "/../token",
            "/..%2ftoken",
            "/%2e%2e/token",
            "/a/../../token",
            "/.part",
            "/shell/%00",
            "/a%5c..%5ctoken",
            "//etc/passwd"
        }) {
            for (String door : new String[] {"viewer", "domestic"}) {
                assertThat(raw(door, path)).as(door + path).matches("HTTP/1.1 40[04].*");
            }
        }
        assertThat(media.call("PUT", "files/%2e%2e/x", new byte[1]).statusCode())
                .isEqualTo(400);
        assertThat(media.call("PUT", "files/.hidden", new byte[1]).statusCode()).isEqualTo(400);
        assertThat(media.call("PUT", "files/x.bin", new byte[(2 << 20) + 1]).statusCode())
                .isEqualTo(413);
        assertThat(raw("domestic", "/live/../shows.json")).contains("404");
    }

    /** Java's client would tidy the path up. */
    private static String raw(String door, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", media.port(door))) {
            socket.setSoTimeout(3000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes());
            byte[] answer = new DataInputStream(socket.getInputStream()).readAllBytes();
            return new String(answer).lines().findFirst().orElse("");
        }
    }

    /** One event with an id of its own. */
    static String event(String kind, String product) {
        return "{\"viewer\":\"viewer-0001\",\"events\":[{\"id\":\"" + java.util.UUID.randomUUID() + "\",\"kind\":\""
                + kind + "\",\"show\":\"SH-9\",\"product\":\"" + product + "\",\"ago\":5}]}";
    }

    @Test
    void events_are_bounded_and_writes_go_to_the_console_or_get_a_sentence() {
        assertThat(post("/storefront/v1/events", event("click", "PR-1")).statusCode())
                .isEqualTo(202);
        String[] wrong = {
            event("order", "PR-1"),
            event("click", "<b>"),
            event("click", "PR-1").replace("viewer-0001", "me"),
            event("click", "PR-1").replaceFirst("-[0-9a-f]{4}-", "-"),
            "{\"viewer\":\"viewer-0001\",\"events\":[]}",
            "[]"
        };
        for (String one : wrong) {
            assertThat(post("/storefront/v1/events", one).statusCode()).as(one).isEqualTo(400);
        }
        assertThat(post("/storefront/v1/events", "not json").statusCode()).isEqualTo(400);
        assertThat(post("/storefront/v1/events", "{\"x\":\"" + "y".repeat(9000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        HttpResponse<byte[]> order = post("/storefront/v1/orders", "{\"n\":1}");
        assertThat(order.statusCode()).isEqualTo(201);
        assertThat(new String(order.body())).isEqualTo("{\"n\":1}");
        assertThat(post("/live/SH-1", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void one_address_cannot_flood_the_spool() {
        Viewer.RateLimit limit = new Viewer.RateLimit();
        int allowed = 0;
        for (int i = 0; i < 1000; i++) {
            allowed += limit.allows("203.0.113.1") ? 1 : 0;
        }
        assertThat(allowed).isBetween(200, 260);
        assertThat(limit.allows("203.0.113.2")).isTrue();
    }

    @Test
    void without_a_console_a_write_is_told_to_try_again() throws Exception {
        Viewer.Forward away = new Viewer.Forward(null);
        Reply reply = away.send(new HttpHandler.Request(
                        "POST",
                        "/storefront/v1/orders",
                        java.util.Map.of(),
                        new HttpHandler.Head(
                                "/storefront/v1/orders",
                                "127.0.0.1",
                                new io.netty.handler.codec.http.DefaultHttpHeaders()),
                        new byte[0]))
                .toCompletableFuture()
                .get();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "5");
        assertThat(Json.parse(reply.body()).path("ko").asText()).isNotBlank();
    }

    private static HttpResponse<byte[]> post(String path, String body) {
        return media.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + media.port("viewer") + path))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
