package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A viewer's order of a real broadcast becomes a sealed pack in seconds, also when the console is killed meanwhile. */
class DisputePackStoryTest {

    private static final Duration PROMISED = Duration.ofSeconds(30);

    /** Seconds of the broadcast around the order. */
    private static final int SMALL = 16;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void an_order_number_is_a_sealed_pack_within_the_promised_time_and_a_kill_makes_it_once() throws Exception {
        Proof proof = Proof.of("dispute-pack", SMALL);
        try (RunningOnair onair = RunningOnair.fresh("dispute-pack")) {
            Api planner = onair.api("merchandiser");
            SellingShow selling = new SellingShow(onair);
            String product = selling.product("데모 분쟁 크림", 12_000, 50);
            String show = selling.onAir("분쟁이 생길 방송", product);
            Waiting.until(Instant.now().plusSeconds(proof.size() / 2));
            String order = bought(onair, show, product);
            Waiting.until(Instant.now().plusSeconds(proof.size() / 2));
            planner.post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "증명"))
                    .ok();
            Waiting.forThat(
                    Instant.now(),
                    Duration.ofSeconds(90),
                    () -> assertThat(planner.get("/clips/shows/" + show)
                                    .ok()
                                    .path("length")
                                    .isTextual())
                            .isTrue());

            Instant began = Instant.now();
            String pack = asked(planner, order, false);
            JsonNode ready = ready(planner, pack);
            Path zip = downloaded(planner, pack);
            Duration took = Duration.between(began, Instant.now());
            assertThat(took).isLessThan(Leave.of(PROMISED));
            assertWhole(planner, zip, ready);
            proof.figure("order number to sealed ZIP in hand in %s: %d bytes, clip of %s"
                    .formatted(Waiting.seconds(took), Files.size(zip), clip(zip)));

            String again = asked(planner, order, true);
            onair.killConsole();
            onair.start();
            JsonNode second = ready(onair.api("merchandiser"), again);
            assertWhole(onair.api("merchandiser"), downloaded(onair.api("merchandiser"), again), second);
            assertHeld(onair, show);
        }
    }

    private static String asked(Api planner, String order, boolean again) {
        return planner.post("/disputes", Map.of("order", order, "again", again))
                .ok()
                .path("id")
                .asText();
    }

    private static JsonNode ready(Api planner, String pack) {
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(60),
                () -> assertThat(planner.get("/disputes/" + pack)
                                .ok()
                                .path("state")
                                .asText())
                        .isEqualTo("READY"));
        return planner.get("/disputes/" + pack).ok();
    }

    private String bought(RunningOnair onair, String show, String product) throws Exception {
        UUID id = UUID.randomUUID();
        String viewer = "viewer-" + id;
        String door = onair.viewerUrl() + "/storefront/v1/";
        written(
                door + "shows/" + show + "/holds",
                Map.of("id", id, "viewer", viewer, "lines", List.of(Map.of("product", product, "pieces", 2))));
        return written(door + "holds/" + id + "/buy", Map.of("viewer", viewer))
                .path("order")
                .asText();
    }

    private JsonNode written(String address, Map<String, Object> body) throws Exception {
        ObjectMapper json = new ObjectMapper();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private Path downloaded(Api who, String pack) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(who.base() + "/disputes/" + pack + "/file"))
                .header("Authorization", "Bearer " + who.token())
                .build();
        HttpResponse<Path> answer = http.send(request, HttpResponse.BodyHandlers.ofFile(folder.resolve(pack + ".zip")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains(pack);
        return answer.body();
    }

    private void assertWhole(Api who, Path zip, JsonNode pack) throws Exception {
        assertThat(Files.size(zip)).isEqualTo(pack.path("bytes").asLong());
        JsonNode verdict = verified(who, Files.readAllBytes(zip));
        assertThat(verdict.path("state").asText()).isEqualTo("INTACT");
        assertThat(verdict.path("sha256").asText())
                .isEqualTo(pack.path("sha256").asText());
        byte[] broken = Files.readAllBytes(zip);
        broken[broken.length / 2]++;
        assertThat(verified(who, broken).path("state").asText()).isNotIn("INTACT", "SAME_CONTENT");
    }

    private JsonNode verified(Api who, byte[] zip) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(who.base() + "/disputes/verify"))
                .header("Authorization", "Bearer " + who.token())
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String clip(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.getEntry("clip.mp4").getSize()).isGreaterThan(100_000);
            JsonNode clip = new ObjectMapper()
                    .readTree(file.getInputStream(file.getEntry("manifest.json")))
                    .path("clip");
            return Waiting.seconds(Duration.between(
                    Instant.from(
                            java.time.OffsetDateTime.parse(clip.path("from").asText())),
                    Instant.from(java.time.OffsetDateTime.parse(clip.path("to").asText()))));
        }
    }

    /** Neither the console's death nor a second pack takes the hold away, or doubles it. */
    private static void assertHeld(RunningOnair onair, String show) {
        JsonNode holds =
                onair.api("auditor").get("/disputes/holds?show=" + show).ok().path("items");
        assertThat(holds).hasSize(1);
        assertThat(holds.get(0).at("/tape/state").asText()).isEqualTo("HELD");
    }
}
