package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** A merchandiser pins a product while a show is on air: viewers have it at once, the stream and the replay at its second. */
class PinsStoryTest {

    private static final Pattern TEXT = Pattern.compile("X-ONAIR-MARK=\"([A-Za-z0-9_-]+)\"");

    private final RunningOnair onair = SharedApp.get();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Api planner = onair.api("merchandiser");

    private String text(String address) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode published(String path) {
        try {
            return new ObjectMapper().readTree(text(onair.viewerUrl() + "/storefront/v1/shows/" + path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode window(String show) {
        return published(show + "/window.json");
    }

    private String product(String name, long won) {
        String stamp = String.valueOf(System.nanoTime());
        List<JsonNode> sellers = new ArrayList<>();
        planner.get("/sellers").ok().path("items").forEach(sellers::add);
        String seller = sellers.stream()
                .filter(one -> one.path("missing").isEmpty())
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElseGet(this::seller);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("seller", seller);
        wanted.put("sku", "PIN-" + stamp);
        wanted.put("name", name);
        wanted.put("price", Map.of("minor", won, "currency", "KRW"));
        wanted.put("stock", 50);
        return planner.post("/products", wanted).ok().path("id").asText();
    }

    private String seller() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("name", "데모 고정 상사");
        wanted.put("representative", "홍데모");
        wanted.put("address", "서울시 중구 데모로 1");
        wanted.put("phone", "02-1234-5678");
        wanted.put("email", "cs@demo.example");
        wanted.put("businessNumber", "123-45-67891");
        wanted.put("mailOrder", "2026-서울중구-01234");
        return planner.post("/sellers", wanted).ok().path("id").asText();
    }

    private String onAir(String... products) {
        Map<String, Object> channel = Map.of("name", "고정 채널", "warmUpSeconds", 1, "graceSeconds", 0);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", "고정 방송");
        wanted.put(
                "channel",
                onair.api("ops").post("/channels", channel).ok().path("id").asText());
        wanted.put("start", start.toString());
        wanted.put("end", start.plusSeconds(600).toString());
        wanted.put("feed", Map.of("source", "TEST"));
        String show = planner.post("/shows", wanted).ok().path("id").asText();
        List<Map<String, String>> items = new ArrayList<>();
        for (String product : products) {
            items.add(Map.of("product", product));
        }
        planner.call("PUT", "/line-ups/shows/" + show, Map.of("items", items), Map.of())
                .ok();
        planner.post("/shows/" + show + "/transitions", Map.of("to", "IN_REVIEW"))
                .ok();
        onair.api("admin")
                .post("/shows/" + show + "/transitions", Map.of("to", "APPROVED"))
                .ok();
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(60),
                () -> assertThat(state(show)).isEqualTo("ON_AIR"));
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(60),
                () -> assertThat(text(
                                published(show + ".json").path("playbackUrl").asText()))
                        .contains("#EXTINF"));
        return show;
    }

    private String state(String show) {
        return planner.get("/shows/" + show).ok().path("state").asText();
    }

    private void press(String show, String product, String what) {
        planner.post("/pins/shows/" + show + "/products/" + product + "/" + what, Map.of())
                .ok();
    }

    /** From before the press until a viewer's file says so. */
    private Duration pressed(String show, String product, String what) {
        Instant before = Instant.now();
        press(show, product, what);
        boolean there = what.equals("pin");
        Waiting.forThat(
                before,
                Duration.ofSeconds(20),
                () -> assertThat(window(show)
                                .path("pins")
                                .findValuesAsText("product")
                                .contains(product))
                        .isEqualTo(there));
        return Duration.between(before, Instant.now());
    }

    /** What the marks in the playlist say, as far as it reaches. */
    private String marks(String show) {
        Matcher found =
                TEXT.matcher(text(published(show + ".json").path("playbackUrl").asText()));
        StringBuilder all = new StringBuilder();
        while (found.find()) {
            all.append(new String(Base64.getUrlDecoder().decode(found.group(1)), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    @Test
    void a_press_reaches_viewers_in_under_a_second_and_the_stream_and_the_replay_at_its_second() {
        Proof proof = Proof.of("pins", 1);
        String cream = product("데모 고정 크림", 12_000);
        String balm = product("데모 고정 밤", 8_000);
        String show = onAir(cream, balm);
        List<Duration> waits = new ArrayList<>();
        Instant from = Instant.now();
        waits.add(pressed(show, cream, "pin"));
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(30),
                () -> assertThat(marks(show))
                        .contains("\"pin\"")
                        .contains("{\"product\":\"" + cream + "\",\"price\":{\"minor\":12000,\"currency\":\"KRW\"}}"));
        for (int i = 0; i < 5; i++) {
            waits.add(pressed(show, balm, "pin"));
            waits.add(pressed(show, balm, "unpin"));
        }
        Instant to = Instant.now();
        waits.add(pressed(show, cream, "unpin"));
        Collections.sort(waits);
        assertThat(waits.get(waits.size() / 2)).as("all: " + waits).isLessThan(Duration.ofSeconds(1));
        proof.figure("from a press to the viewers' file: %d presses, median %d ms, most %d ms"
                .formatted(
                        waits.size(),
                        waits.get(waits.size() / 2).toMillis(),
                        waits.get(waits.size() - 1).toMillis()));
        onair.api("ops")
                .post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "고정 증명"))
                .ok();
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(60),
                () -> assertThat(state(show)).isEqualTo("REPLAY"));
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(30),
                () -> assertThat(published(show + ".json").path("pins")).isNotEmpty());
        JsonNode first = published(show + ".json").path("pins").get(0);
        assertThat(first.path("product").asText()).isEqualTo(cream);
        double wanted = Duration.between(from, to).toMillis() / 1000.0;
        assertThat(first.path("to").asDouble() - first.path("from").asDouble())
                .as("as long as between both presses")
                .isBetween(wanted - 2, wanted + 2);
        assertThat(window(show).path("pins")).isEmpty();
    }
}
