package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;

/** Products of a seller of whom all is told, and a show on air that sells them. */
final class SellingShow {

    private final RunningOnair onair;
    private final Api planner;

    SellingShow(RunningOnair onair) {
        this.onair = onair;
        this.planner = onair.api("merchandiser");
    }

    String product(String name, long won, int stock) {
        List<JsonNode> sellers = new ArrayList<>();
        planner.get("/sellers").ok().path("items").forEach(sellers::add);
        String seller = sellers.stream()
                .filter(one -> one.path("missing").isEmpty())
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElseGet(this::seller);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("seller", seller);
        wanted.put("sku", "STORY-" + System.nanoTime());
        wanted.put("name", name);
        wanted.put("price", Map.of("minor", won, "currency", "KRW"));
        wanted.put("stock", stock);
        return planner.post("/products", wanted).ok().path("id").asText();
    }

    private String seller() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("name", "데모 이야기 상사");
        wanted.put("representative", "홍데모");
        wanted.put("address", "서울시 중구 데모로 1");
        wanted.put("phone", "02-1234-5678");
        wanted.put("email", "cs@demo.example");
        wanted.put("businessNumber", "123-45-67891");
        wanted.put("mailOrder", "2026-서울중구-01234");
        return planner.post("/sellers", wanted).ok().path("id").asText();
    }

    /** For ten minutes, on a channel of its own. */
    String onAir(String title, String... products) {
        Map<String, Object> channel = Map.of("name", title + " 채널", "warmUpSeconds", 1, "graceSeconds", 0);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", title);
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
                () -> assertThat(
                                planner.get("/shows/" + show).ok().path("state").asText())
                        .isEqualTo("ON_AIR"));
        return show;
    }

    /** How a product sells in a show: pieces bought and held, and what is left. */
    JsonNode selling(String show, String product) {
        for (JsonNode one : planner.get("/orders/shows/" + show + "/sales").ok().path("products")) {
            if (one.path("product").asText().equals(product)) {
                return one;
            }
        }
        throw new AssertionError(product + " is not sold in " + show);
    }
}
