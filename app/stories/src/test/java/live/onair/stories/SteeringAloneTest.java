package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/**
 * Viewers depend on neither the console nor its database: with the database gone, then with the console gone, manifests, playlists and
 * pictures are given as before. And they are given to signed addresses only, where the CDNs have keys.
 */
class SteeringAloneTest {

    private static final Map<String, String> KEYS = Map.of(
            "ONAIR_MEDIA_EDGE_KEYS", "domestic=demo-key-of-the-domestic-edge, global=demo-key-of-the-global-edge");
    private static final int READS = 200 * Integer.getInteger("onair.proof.size", 1);

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private HttpResponse<String> read(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address.toString(), e);
        }
    }

    private static List<String> addresses(String playlist) {
        return playlist.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void viewers_watch_on_without_database_and_console_by_signed_addresses_only() throws Exception {
        RunningOnair prepared = RunningOnair.prepared("steering-alone").with(KEYS);
        try (RunningOnair onair = prepared) {
            onair.start();
            String show = onair.api("ops")
                    .get("/shows?state=ON_AIR")
                    .ok()
                    .path("shows")
                    .path(0)
                    .path("id")
                    .asText();
            URI play = URI.create(onair.viewerUrl() + "/steering/v1/" + show + "/play.m3u8?v=demo-viewer");
            await("steered")
                    .atMost(Leave.of(Duration.ofSeconds(20)))
                    .until(() -> read(play).statusCode() == 200);
            await("looked at through both, by signed addresses")
                    .atMost(Leave.of(Duration.ofSeconds(30)))
                    .until(() -> onair.api("ops").get("/cdns/health").ok().findValuesAsText("state").stream()
                                    .filter("GOOD"::equals)
                                    .count()
                            == 2);
            await("both are seen to refuse who has no token")
                    .atMost(Leave.of(Duration.ofSeconds(20)))
                    .until(
                            () -> onair.api("ops").get("/cdns/doors").ok().findValuesAsText("bareStatus"),
                            List.of("403", "403")::equals);
            HttpResponse<String> playlist = read(play);
            List<String> pathways = addresses(playlist.body());
            assertThat(pathways).hasSize(2).allMatch(address -> address.contains("?token="));
            pathways.forEach(address -> onlySigned(URI.create(address)));
            URI manifest = playlist.uri().resolve(manifestOf(playlist.body()));
            try (HlsViewer viewer = HlsViewer.of(pathways.get(0))) {
                await("watching").atMost(Leave.of(Duration.ofSeconds(20))).until(() -> viewer.segments() >= 2);
                long postmaster =
                        Long.parseLong(Files.readAllLines(onair.data().resolve("postgres/data/postmaster.pid"))
                                .get(0)
                                .strip());
                ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
                await("no database")
                        .atMost(Leave.of(Duration.ofSeconds(20)))
                        .until(() -> ProcessHandle.of(postmaster).isEmpty());
                goesOn(viewer, play, manifest);
                onair.killConsole();
                goesOn(viewer, play, manifest);
                int meanwhile = beside(onair, play, manifest);
                goesOn(viewer, play, manifest);
                assertThat(viewer.faults()).isEmpty();
                System.out.println("PROOF|steering-alone|" + READS / 200 + "|0|" + 2 * READS
                        + " orders each read without the database and without the console, and "
                        + meanwhile + " while it started: none was not given, the picture went on");
            }
        }
    }

    /** The console starts again and publishes, and orders are read all the while. */
    private int beside(RunningOnair onair, URI play, URI manifest) {
        CompletableFuture<Void> starts = CompletableFuture.runAsync(onair::start);
        int reads = 0;
        boolean looksAgain = false;
        while (!looksAgain) {
            order(play, manifest);
            reads++;
            looksAgain = starts.isDone()
                    && reads % 50 == 0
                    && onair.api("ops").get("/cdns/health").ok().findValuesAsText("state").stream()
                                    .filter("GOOD"::equals)
                                    .count()
                            == 2;
        }
        starts.join();
        return reads;
    }

    private static String manifestOf(String playlist) {
        return playlist.lines()
                .filter(line -> line.startsWith("#EXT-X-CONTENT-STEERING"))
                .map(line -> line.replaceAll(".*SERVER-URI=\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /** The playlist and what it names are given with the token, and refused without it and with another. */
    private void onlySigned(URI address) {
        HttpResponse<String> live = read(address);
        assertThat(live.statusCode()).isEqualTo(200);
        URI piece = address.resolve(addresses(live.body()).get(0));
        assertThat(read(piece).statusCode()).isEqualTo(200);
        for (URI signed : List.of(address, piece)) {
            String bare = signed.toString().substring(0, signed.toString().indexOf('?'));
            assertThat(read(URI.create(bare)).statusCode()).isEqualTo(403);
            String other = signed.toString().replaceAll("-[0-9a-f]{4}", "-0000");
            assertThat(read(URI.create(other)).statusCode()).isEqualTo(403);
        }
    }

    private void order(URI play, URI manifest) {
        assertThat(read(play).statusCode()).isEqualTo(200);
        assertThat(read(manifest).body()).contains("PATHWAY-PRIORITY");
    }

    private void goesOn(HlsViewer viewer, URI play, URI manifest) {
        for (int i = 0; i < READS; i++) {
            order(play, manifest);
        }
        int shown = viewer.segments();
        await("the picture goes on")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> viewer.segments() >= shown + 3);
    }
}
