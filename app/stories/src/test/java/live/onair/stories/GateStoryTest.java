package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** All checks are red at once: who approves is told all of them, each is put right where it says, and the show goes on air. */
class GateStoryTest {

    private final RunningOnair onair = SharedApp.get();
    private final Api planner = onair.api("merchandiser");
    private final Api admin = onair.api("admin");

    private String draft(String title, Instant start) {
        Map<String, Object> channel = Map.of("name", title + " 채널", "warmUpSeconds", 1, "graceSeconds", 0);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", title);
        wanted.put(
                "channel",
                onair.api("ops").post("/channels", channel).ok().path("id").asText());
        wanted.put("start", start.toString());
        wanted.put("end", start.plusSeconds(600).toString());
        wanted.put("feed", Map.of("source", "TEST"));
        return planner.post("/shows", wanted).ok().path("id").asText();
    }

    private static Map<String, Object> seller(String phone) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("name", "데모 점검 상사");
        wanted.put("representative", "홍데모");
        wanted.put("address", "서울시 중구 데모로 2");
        wanted.put("phone", phone);
        wanted.put("email", "gate@demo.example");
        wanted.put("businessNumber", "220-81-62517");
        wanted.put("mailOrder", "2026-서울중구-04321");
        return wanted;
    }

    private static Map<String, Object> cream(String seller, int stock) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("seller", seller);
        wanted.put("sku", "GATE-1");
        wanted.put("name", "데모 점검 크림");
        wanted.put("price", Map.of("minor", 10_000, "currency", "KRW"));
        wanted.put("stock", stock);
        wanted.put("cosmetic", "GENERAL");
        return wanted;
    }

    private void put(String path, Object body) {
        planner.call("PUT", path, body, Map.of()).ok();
    }

    private void says(String show, String lines) {
        put("/cues/shows/" + show, Map.of("items", List.of(Map.of("title", "소개", "seconds", 60, "lines", lines))));
    }

    /** Verdicts by check. */
    private Map<String, String> gate(String show) {
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode row : planner.get("/shows/" + show + "/gate").ok()) {
            verdicts.put(row.path("code").asText(), row.path("verdict").asText());
        }
        return verdicts;
    }

    private Api.Answer approve(String show, String reason) {
        return admin.post("/shows/" + show + "/transitions", Map.of("to", "APPROVED", "reason", reason));
    }

    private void refused(String show, String code, String checks) {
        Api.Answer answer = approve(show, "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().at("/reasons/0/facts/checksKo").asText().split(", "))
                .containsExactlyInAnyOrder(checks.split(", "));
    }

    private String state(String show) {
        return planner.get("/shows/" + show).ok().path("state").asText();
    }

    @Test
    void all_that_is_red_is_named_at_once_and_each_is_put_right_by_itself() {
        String seller = planner.post("/sellers", seller("")).ok().path("id").asText();
        String cream =
                planner.post("/products", cream(seller, 0)).ok().path("id").asText();
        Map<String, Object> sold = Map.of("items", List.of(Map.of("product", cream)));
        String other = draft("약속한 방송", Instant.now().plusSeconds(86_400 * 3).truncatedTo(ChronoUnit.SECONDS));
        put("/line-ups/shows/" + other, sold);
        Map<String, Object> promise = Map.of(
                "product", cream, "price", Map.of("minor", 12_000, "currency", "KRW"), "words", "방송 최저가", "days", 30);
        planner.post("/promises/shows/" + other, promise).ok();
        Instant start = Instant.now().plusSeconds(45).truncatedTo(ChronoUnit.SECONDS);
        String show = draft("점검할 방송", start);
        put("/line-ups/shows/" + show, sold);
        put("/allotments/shows/" + show + "/products/" + cream, Map.of("pieces", 5));
        says(show, "여드름 치료에 좋은 크림이에요");
        assertThat(gate(show))
                .containsEntry("seller", "RED")
                .containsEntry("claims", "RED")
                .containsEntry("clashes", "RED")
                .containsEntry("stock", "RED")
                .containsEntry("notice", "RED")
                .containsEntry("promises", "RED");
        planner.post("/shows/" + show + "/transitions", Map.of("to", "IN_REVIEW"))
                .ok();
        refused(show, "GATE_RED", "판매자 정보, 표시·광고 점검, 독점·재고 배정");
        put("/sellers/" + seller, seller("02-1234-5678"));
        refused(show, "GATE_RED", "표시·광고 점검, 독점·재고 배정");
        says(show, "건조한 피부에 보습을 더해 줘요");
        refused(show, "GATE_RED", "독점·재고 배정");
        put("/allotments/shows/" + show + "/products/" + cream, new LinkedHashMap<>());
        refused(show, "GATE_ASKS", "지난 약속");
        approve(show, "재고 정리 방송").ok();
        startsWhenStockIsThere(show, seller, cream);
    }

    /** The approval is not held by the stock; the start is. */
    private void startsWhenStockIsThere(String show, String seller, String cream) {
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(90),
                () -> assertThat(planner.get("/shows/" + show).ok().toString()).contains("\"STANDBY\""));
        assertThat(gate(show)).containsEntry("stock", "RED");
        put("/products/" + cream, cream(seller, 50));
        Map<String, Object> notice = Map.of("kind", "NOTICE", "show", show, "text", "데모 공지: 배송은 이틀 걸립니다");
        planner.post("/cards", notice).ok();
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(90),
                () -> assertThat(state(show)).isEqualTo("ON_AIR"));
        assertThat(gate(show).entrySet().stream()
                        .filter(check -> check.getValue().equals("RED"))
                        .map(Map.Entry::getKey))
                .as("what was approved with a reason")
                .containsExactly("promises");
    }
}
