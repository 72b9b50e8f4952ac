package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** What every machine that calls the API can rely on. */
class ApiContractTest {

    private static final Map<String, String> ENGLISH = Map.of("Accept-Language", "en");
    private static final Map<String, String> KOREAN = Map.of("Accept-Language", "ko");

    private final RunningOnair onair = SharedApp.get();
    private final Api ops = onair.api("ops");
    private final Api planner = onair.api("merchandiser");

    private static Map<String, Object> studio(String name) {
        return Map.of("name", name + " " + UUID.randomUUID());
    }

    private static void assertProblem(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("type").asText()).isEqualTo("about:blank");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().path("title").asText()).isNotBlank();
    }

    @Test
    void a_valid_token_is_needed_and_its_lack_is_told_in_both_languages() {
        Api stranger = new Api(ops.base(), "no-such-token");
        Api.Answer ko = stranger.call("GET", "/shows", null, KOREAN);
        Api.Answer en = stranger.call("GET", "/shows", null, ENGLISH);
        assertProblem(ko, 401, "UNAUTHORIZED");
        assertProblem(en, 401, "UNAUTHORIZED");
        assertThat(ko.body().path("title").asText()).matches(".*[가-힣].*");
        assertThat(en.body().path("title").asText()).matches("[\\x20-\\x7e]+");
        assertThat(en.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void an_unknown_field_and_a_broken_body_are_refused() {
        assertProblem(ops.post("/studios", Map.of("name", "x", "colour", "red")), 400, "BAD_BODY");
        assertProblem(ops.post("/studios", "{\"name\":"), 400, "BAD_BODY");
        assertProblem(ops.get("/shows?from=yesterday"), 400, "BAD_PARAMETER");
    }

    @Test
    void a_cursor_that_no_page_has_given_is_told_in_words() {
        for (String list : List.of("/shows?", "/audit/entries?", "/work?")) {
            for (String cursor : List.of("nonsense", "bm90IG9uZQ", "2026-11-27T20:00:00Z")) {
                Api.Answer answer = ops.call("GET", list + "cursor=" + cursor, null, ENGLISH);
                assertProblem(answer, 400, "BAD_PARAMETER");
                assertThat(answer.body().path("detail").asText()).isEqualTo("not a cursor of this list");
            }
        }
    }

    @Test
    void a_repeated_request_with_its_key_is_carried_out_once() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> body = studio("되풀이");
        Api.Answer first = ops.call("POST", "/studios", body, key);
        Api.Answer again = ops.call("POST", "/studios", body, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertProblem(ops.call("POST", "/studios", studio("다른 내용"), key), 422, "KEY_REUSED");
        assertProblem(ops.call("POST", "/studios", body, Map.of("Idempotency-Key", "two words")), 400, "KEY_WRONG");
    }

    @Test
    void a_secret_answer_is_kept_by_nobody_and_the_act_is_not_done_twice() throws SQLException {
        String channel = ops.post("/channels", studio("비밀 채널")).ok().path("id").asText();
        String path = "/channels/" + channel + "/stream-key";
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Api.Answer first = ops.call("POST", path, Map.of(), key);
        String secret = first.body().path("key").asText();
        assertThat(secret).isNotBlank();
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        Api.Answer again = ops.call("POST", path, Map.of(), key);
        assertProblem(again, 409, "SECRET_GIVEN");
        assertThat(again.body().toString()).doesNotContain(secret);
        assertThat(ops.get("/channels/" + channel).body().path("keys")).hasSize(1);
        assertProblem(ops.call("POST", path, Map.of("input", "B"), key), 422, "KEY_REUSED");
        assertThat(tablesWith(secret)).isEmpty();
    }

    /** Which tables hold the text, as text or as bytes. */
    private List<String> tablesWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = DriverManager.getConnection(onair.database());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("api.idempotency", "scheduling.stream_key");
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table
                        + " t where strpos(t::text, '" + text + "') > 0 or strpos(t::text, '" + hex + "') > 0")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void a_refusal_is_replayed_too() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Api.Answer first = ops.call("POST", "/studios", Map.of("name", ""), key);
        Api.Answer again = ops.call("POST", "/studios", Map.of("name", ""), key);
        assertThat(first.status()).isEqualTo(409);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void who_read_an_older_version_cannot_overwrite_a_newer_one() {
        String id = ops.post("/channels", studio("판 채널")).ok().path("id").asText();
        Api.Answer read = ops.get("/channels/" + id);
        Map<String, String> match = Map.of("If-Match", read.header("ETag"));
        assertThat(read.header("ETag")).matches("\"\\d+\"");
        assertThat(ops.call("PATCH", "/channels/" + id, studio("새 이름"), match).status())
                .isEqualTo(200);
        assertProblem(ops.call("PATCH", "/channels/" + id, studio("늦은 이름"), match), 412, "STALE");
        assertThat(ops.get("/channels/" + id).header("ETag")).isNotEqualTo(read.header("ETag"));
    }

    @Test
    void an_older_version_is_merged_where_nobody_else_changed_and_refused_by_field_where_somebody_did() {
        String channel = ops.post("/channels", studio("합침 채널")).ok().path("id").asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(61));
        Map<String, Object> show = Map.of(
                "title",
                "합침",
                "channel",
                channel,
                "start",
                start.toString(),
                "end",
                start.plusSeconds(600).toString());
        String path = "/shows/" + planner.post("/shows", show).ok().path("id").asText();
        Map<String, String> match = Map.of("If-Match", planner.get(path).header("ETag"));
        assertThat(planner.call("PATCH", path, Map.of("title", "먼저"), match).status())
                .isEqualTo(200);
        Api admin = onair.api("admin");
        Api.Answer merged = admin.call("PATCH", path, Map.of("description", "둘째"), match);
        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.body().path("title").asText()).isEqualTo("먼저");
        Api.Answer late = admin.call("PATCH", path, Map.of("title", "나중"), match);
        assertProblem(late, 412, "CHANGED_MEANWHILE");
        JsonNode facts = late.body().path("reasons").get(0).path("facts");
        assertThat(facts.path("field").asText()).isEqualTo("title");
        assertThat(facts.path("now").asText()).isEqualTo("먼저");
        assertThat(facts.path("yours").asText()).isEqualTo("나중");
        assertThat(facts.path("changedBy").asText()).isNotBlank();
    }

    @Test
    void a_batch_is_tried_foreseen_and_carried_out_as_a_whole() {
        String channel = ops.post("/channels", studio("묶음 채널")).ok().path("id").asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(62));
        Map<String, Object> show = Map.of(
                "title",
                "묶음",
                "channel",
                channel,
                "start",
                start.toString(),
                "end",
                start.plusSeconds(600).toString());
        Map<String, Object> batch = Map.of("items", List.of(Map.of("what", "ADD", "fields", show)));
        JsonNode tried = planner.post("/shows/batch/try", batch).ok();
        assertThat(tried.get(0).path("deed").asText()).isEqualTo("ADDED");
        assertThat(planner.get("/shows?channel=" + channel).ok().path("shows")).isEmpty();
        JsonNode done = planner.post("/shows/batch", batch).ok();
        String id = done.get(0).path("show").asText();
        assertProblem(planner.post("/shows/batch", batch), 409, "TAKEN");
        JsonNode foreseen = planner.post(
                        "/shows/foresee",
                        Map.of(
                                "wishes",
                                List.of(Map.of(
                                        "channel",
                                        channel,
                                        "start",
                                        start.plusSeconds(60).toString(),
                                        "end",
                                        start.plusSeconds(660).toString()))))
                .ok()
                .get(0);
        assertThat(foreseen.path("reasons").get(0).path("sentence").asText()).contains(id);
        assertThat(foreseen.path("nearest").asText()).isNotBlank();
        assertProblem(
                planner.post("/shows/batch", Map.of("items", List.of(Map.of("what", "ADD")))), 400, "BAD_PARAMETER");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        String channel = ops.post("/channels", studio("쪽 채널")).ok().path("id").asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(60));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            Instant at = start.plus(Duration.ofHours(2L * i));
            Map<String, Object> show = Map.of(
                    "title",
                    "쪽 " + i,
                    "channel",
                    channel,
                    "start",
                    at.toString(),
                    "end",
                    at.plusSeconds(600).toString());
            made.add(planner.post("/shows", show).ok().path("id").asText());
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 20; page++) {
            JsonNode found =
                    planner.get("/shows?limit=3&channel=" + channel + cursor).ok();
            assertThat(found.path("shows").size()).isBetween(1, 3);
            found.path("shows").forEach(show -> read.add(show.path("id").asText()));
            if (!found.has("next")) {
                break;
            }
            cursor = "&cursor=" + found.path("next").asText();
        }
        assertThat(read).isEqualTo(made);
    }

    @Test
    void unknown_addresses_and_methods_are_told_as_problems() {
        assertProblem(ops.get("/nothing-here"), 404, "NOT_FOUND");
        assertProblem(ops.get("/shows/SH-99999"), 404, "NOT_FOUND");
        assertProblem(ops.call("DELETE", "/shows", null, Map.of()), 405, "NOT_SUPPORTED");
        assertProblem(
                ops.call("POST", "/studios", "name=x", Map.of("Content-Type", "text/plain")), 415, "NOT_SUPPORTED");
    }

    @Test
    void a_refusal_gives_its_reasons_in_both_languages() {
        Api.Answer ko = ops.call("POST", "/studios", Map.of("name", ""), KOREAN);
        Api.Answer en = ops.call("POST", "/studios", Map.of("name", ""), ENGLISH);
        for (Api.Answer answer : List.of(ko, en)) {
            JsonNode reason = answer.body().path("reasons").path(0);
            assertProblem(answer, 409, reason.path("code").asText());
            assertThat(reason.path("sentence").asText())
                    .isEqualTo(answer.body().path("title").asText());
            assertThat(reason.path("facts").isObject()).isTrue();
        }
        assertThat(ko.body().path("title").asText()).matches(".*[가-힣].*");
        assertThat(en.body().path("title").asText()).doesNotContainPattern("[가-힣]");
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back() {
        Api busy = onair.api("moderator");
        Api.Answer last = busy.get("/me");
        assertThat(last.header("RateLimit-Limit")).isEqualTo("400");
        List<Api.Answer> refused = askedUntilRefused(busy);
        assertThat(refused).isNotEmpty();
        assertProblem(refused.get(0), 429, "TOO_MANY");
        assertThat(Integer.parseInt(refused.get(0).header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.get(0).header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(ops.get("/me").status()).as("others are not hurt").isEqualTo(200);
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(30),
                () -> assertThat(Integer.parseInt("0" + busy.get("/me").header("RateLimit-Remaining")))
                        .isGreaterThan(100));
    }

    /** Eight at once, for as long as they are let: what a slow machine asks is given back to it meanwhile. */
    private static List<Api.Answer> askedUntilRefused(Api busy) {
        List<Api.Answer> refused = new java.util.concurrent.CopyOnWriteArrayList<>();
        Instant limit = Instant.now().plusSeconds(120);
        List<java.util.concurrent.CompletableFuture<Void>> crowd = new ArrayList<>();
        java.util.concurrent.ExecutorService threads = java.util.concurrent.Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            crowd.add(java.util.concurrent.CompletableFuture.runAsync(
                    () -> {
                        while (refused.isEmpty() && Instant.now().isBefore(limit)) {
                            Api.Answer answer = busy.get("/me");
                            if (answer.status() == 429) {
                                refused.add(answer);
                            }
                        }
                    },
                    threads));
        }
        crowd.forEach(java.util.concurrent.CompletableFuture::join);
        threads.shutdown();
        return refused;
    }

    @Test
    void a_rehearsal_never_reaches_the_storefront() {
        Map<String, Object> lane = Map.of("name", "리허설 채널 " + UUID.randomUUID(), "warmUpSeconds", 5, "graceSeconds", 0);
        String channel = ops.post("/channels", lane).ok().path("id").asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(50));
        String show = ShortShows.approved(
                onair,
                Map.of(
                        "title",
                        "리허설 증명",
                        "channel",
                        channel,
                        "start",
                        start.toString(),
                        "end",
                        start.plusSeconds(600).toString(),
                        "feed",
                        Map.of("source", "TEST")));
        planner.post("/shows/" + show + "/transitions", Map.of("to", "REHEARSAL"))
                .ok();
        Waiting.forThat(Instant.now(), Duration.ofSeconds(25), () -> {
            JsonNode seen = onair.control().get("/channels/" + channel).ok();
            assertThat(seen.path("state").asText()).isEqualTo("RUNNING");
            assertThat(seen.path("segmentCount").asInt()).isGreaterThan(1);
        });
        for (String edge : List.of("domestic", "global")) {
            Api viewer = new Api(onair.media().path("urls").path(edge).asText(), "none");
            assertThat(viewer.get("/live/" + show + "/index.m3u8").status()).isEqualTo(404);
            assertThat(viewer.get("/live/" + show + "/thumb.jpg").status()).isEqualTo(404);
            assertThat(viewer.get("/replay/" + show + "/index.m3u8").status()).isEqualTo(404);
        }
        Api storefront = new Api(onair.viewerUrl(), "none");
        assertThat(storefront.get("/storefront/v1/live").ok().toString()).doesNotContain(show);
        planner.post("/shows/" + show + "/transitions", Map.of("to", "APPROVED"))
                .ok();
        planner.post("/shows/" + show + "/transitions", Map.of("to", "CANCELLED", "reason", "증명 끝"))
                .ok();
    }
}
