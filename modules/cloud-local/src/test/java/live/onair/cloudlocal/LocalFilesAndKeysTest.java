package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.StreamKeyStore.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files reach viewers whole, keys reach the encoders' door; both stay. */
class LocalFilesAndKeysTest {

    private static final String PATH = "storefront/v1/shows/SH-1.json";

    @RegisterExtension
    static final RealMedia media = new RealMedia();

    private static LocalPublishedFiles files() {
        return new LocalPublishedFiles(media.control());
    }

    private static HttpResponse<String> seen(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + media.door("viewer") + "/" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_is_served_replaced_and_taken_away() throws Exception {
        assertThat(seen(PATH).statusCode()).isEqualTo(404);
        files().put(PATH, bytes("{\"title\":\"가을 특집\"}"));
        assertThat(seen(PATH).body()).isEqualTo("{\"title\":\"가을 특집\"}");
        files().put(PATH, bytes("{}"));
        assertThat(seen(PATH).body()).isEqualTo("{}");
        assertThat(seen(PATH).headers().firstValue("content-type").orElseThrow())
                .startsWith("application/json");
        files().remove(PATH);
        assertThat(seen(PATH).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_not_there_can_be_taken_away() {
        files().remove("storefront/v1/shows/never.json");
        files().remove("never/was/a/folder.json");
    }

    @Test
    void a_path_that_leads_out_is_refused() {
        assertThatThrownBy(() -> files().put("../token", bytes("x")))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
        assertThat(media.folder().resolve("media/token")).exists().isNotEmptyFile();
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_the_old_one_stays() throws Exception {
        files().put("assets/large.bin", bytes("small"));
        assertThatThrownBy(() -> files().put("assets/large.bin", new byte[(2 << 20) + 1]))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
        assertThat(seen("assets/large.bin").body()).isEqualTo("small");
    }

    @Test
    void keys_replace_each_other_and_are_kept_as_hashes() throws IOException {
        LocalStreamKeyStore keys = new LocalStreamKeyStore(media.control());
        String first = "a".repeat(64);
        String second = "b".repeat(64);
        keys.put("CH-07", List.of(new Key(first, null)));
        keys.put("CH-07", List.of(new Key(second, Instant.parse("2026-11-23T03:00:00Z"))));
        keys.put("CH-07", List.of(new Key(second, Instant.parse("2026-11-23T03:00:00Z"))));
        try (var kept = Files.walk(media.folder().resolve("media"))) {
            List<String> texts = kept.filter(
                            file -> file.getFileName().toString().equals("CH-07.json"))
                    .map(LocalFilesAndKeysTest::text)
                    .toList();
            assertThat(texts).hasSize(1);
            assertThat(texts.get(0)).contains(second, "2026-11-23T03:00:00Z").doesNotContain(first);
        }
    }

    @Test
    void a_channel_may_have_no_key_at_all() {
        new LocalStreamKeyStore(media.control()).put("CH-08", List.of());
        assertThat(media.control().get("/v1/channels/CH-08")).isPresent();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
