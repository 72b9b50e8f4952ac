package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import live.onair.cdn.spi.CdnProbe;
import live.onair.cdn.spi.ManifestStore;
import live.onair.cdn.spi.ManifestStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The port's contract, kept with the real media process; a player reads at the viewers' port. */
class LocalManifestStoreTest extends ManifestStoreContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    protected ManifestStore port() {
        return new LocalManifestStore(media.control(), Optional.of("http://" + media.door("viewer")));
    }

    @Override
    protected String read(String show, String path) {
        URI address = URI.create(port().readAt(show, path).orElseThrow());
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 404 ? null : answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_a_hand_takes_away_or_changes_there_is_seen_by_who_reads_as_viewers_do_and_right_once_it_is_written()
            throws IOException {
        CdnProbe probe = new HttpCdnProbe(Clock.systemUTC());
        String address = port().readAt("SH-9", "default/7.json").orElseThrow();
        port().put("SH-9", Map.of("default/7.json", "{\"TTL\":10}"));
        await().until(() -> probe.read(address, PATIENCE).equals(new CdnProbe.Text(200, "{\"TTL\":10}")));
        Path file = media.folder().resolve("media/published/steering/v1/SH-9/default/7.json");
        Files.writeString(file, "{\"TTL\":86400}");
        await().until(() -> probe.read(address, PATIENCE).text().equals("{\"TTL\":86400}"));
        Files.delete(file);
        await().until(() -> probe.read(address, PATIENCE).status() == 404);
        port().put("SH-9", Map.of("default/7.json", "{\"TTL\":10}"));
        await().until(() -> probe.read(address, PATIENCE).text().equals("{\"TTL\":10}"));
        String nowhere = address.replaceFirst(":\\d+", ":1");
        assertThat(probe.read(nowhere, PATIENCE)).isEqualTo(new CdnProbe.Text(0, ""));
        assertThat(new LocalManifestStore(media.control(), Optional.empty()).readAt("SH-9", "default/7.json"))
                .isEmpty();
    }
}
