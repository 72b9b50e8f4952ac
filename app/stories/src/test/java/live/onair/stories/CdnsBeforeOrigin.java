package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;

/** Two CDNs of a shop that have a channel's pictures from its packager: two variants, the newest part of each a moment old. */
final class CdnsBeforeOrigin implements AutoCloseable {

    private static final List<String> IDS = List.of("kr-cdn", "world-cdn");
    private static final String MULTIVARIANT = """
            #EXTM3U
            #EXT-X-VERSION:6
            #EXT-X-STREAM-INF:BANDWIDTH=5605600,RESOLUTION=1280x720,CODECS="avc1.640020,mp4a.40.2"
            hls_1.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=1205600,RESOLUTION=640x360,CODECS="avc1.4D401E,mp4a.40.2"
            hls_2.m3u8
            """;

    private final HttpServer server;
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    CdnsBeforeOrigin() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String body(String path) {
        if (path.endsWith("/hls.m3u8")) {
            return MULTIVARIANT;
        }
        if (path.endsWith("/hls_1.m3u8") || path.endsWith("/hls_2.m3u8")) {
            return "#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:2\n#EXT-X-PROGRAM-DATE-TIME:"
                    + Instant.now().minusSeconds(3) + "\n#EXTINF:2.0,\npart.mp4\n";
        }
        return path.endsWith("/part.mp4") ? "a part of the picture" : "";
    }

    private String base(String cdn) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + cdn;
    }

    /** A show that MediaLive sends is played through both of them, steered from one to the other, all of its variants. */
    void play(RunningOnair onair, String show, String path) {
        for (String cdn : IDS) {
            onair.api("ops")
                    .post("/cdns/" + cdn, Map.of("name", cdn, "audience", "GLOBAL", "baseUrl", base(cdn)))
                    .ok();
        }
        Map<String, Object> everybody = Map.of("weights", Map.of(IDS.get(0), 70, IDS.get(1), 30));
        onair.api("ops")
                .post("/cdn-policies", Map.of("branches", List.of(everybody), "note", "패키저 앞의 CDN 둘"))
                .ok();
        Api viewer = new Api(onair.viewerUrl(), "none");
        Waiting.calmly(Duration.ofSeconds(30), () -> {
            JsonNode published =
                    viewer.get("/storefront/v1/shows/" + show + ".json").ok();
            assertThat(published.path("steeredUrl").asText()).endsWith("/steering/v1/" + show + "/play.m3u8");
            assertThat(published.path("playbackUrl").asText())
                    .isEqualTo(published.path("steeredUrl").asText());
        });
        assertThat(read(onair.viewerUrl() + "/steering/v1/" + show + "/play.m3u8?v=1")
                        .lines()
                        .filter(line -> line.startsWith("http"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(IDS.stream()
                        .flatMap(cdn -> List.of("hls_1.m3u8", "hls_2.m3u8").stream()
                                .map(name -> base(cdn) + path.replace("hls.m3u8", name)))
                        .toList());
        Waiting.calmly(Duration.ofSeconds(30), () -> {
            Set<String> good = onair.api("ops").get("/cdns/health").ok().findParents("show").stream()
                    .filter(look -> look.path("show").asText().equals(show)
                            && look.path("state").asText().equals("GOOD"))
                    .map(look -> look.path("cdn").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(good).containsExactlyElementsOf(IDS);
            assertThat(asked)
                    .as("each variant is looked at through each CDN")
                    .contains(
                            "/kr-cdn" + path.replace("hls.m3u8", "hls_1.m3u8"),
                            "/kr-cdn" + path.replace("hls.m3u8", "hls_2.m3u8"),
                            "/world-cdn" + path.replace("hls.m3u8", "hls_1.m3u8"),
                            "/world-cdn" + path.replace("hls.m3u8", "hls_2.m3u8"));
        });
    }

    private static String read(String address) {
        try {
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
