package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** The demo's viewers come from somewhere, by both CDNs, and yesterday is known; a CDN that says nothing is left, and they tell of it. */
class DemoViewersTest {

    private static final Duration PROMISED = Duration.ofSeconds(15);

    private static final Map<String, Object> RULE = Map.of(
            "enabled",
            true,
            "lateMillis",
            1_500,
            "staleSeconds",
            20,
            "looks",
            3,
            "stepPercent",
            50,
            "healthyMinutes",
            5);

    /** Fields of the grid with somebody in them: place and CDN. */
    private static Set<String> fields(Api ops) {
        Set<String> fields = new TreeSet<>();
        ops.get("/cdn-quality?minutes=5")
                .ok()
                .path("items")
                .forEach(field -> fields.add(field.path("country").asText() + "/"
                        + field.path("isp").asText() + " " + field.path("cdn").asText()));
        return fields;
    }

    private static long failed(Api ops) {
        return ops.get("/cdn-quality?minutes=5").ok().findValues("failed").stream()
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    private static void places_and_yesterday(Api ops) {
        List<String> all = new ArrayList<>();
        for (String place : List.of("KR/KT", "KR/SKT", "KR/LG U+", "KR/", "JP/", "US/")) {
            all.add(place + " domestic");
            all.add(place + " global");
        }
        await("seen from everywhere by both")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .untilAsserted(() -> assertThat(fields(ops)).containsAll(all));
        JsonNode replayed = ops.get("/cdn-quality/replay?daysAgo=1&weight=domestic:50&weight=global:50")
                .ok();
        assertThat(replayed.path("won").asDouble()).isPositive();
        assertThat(replayed.path("stalledPercentThen").asDouble()).isPositive();
        assertThat(replayed.path("wonThen").asDouble())
                .as("more by the dearer one costs more")
                .isGreaterThan(replayed.path("won").asDouble());
    }

    @Test
    void viewers_come_from_everywhere_and_a_silent_cdn_is_left_within_fifteen_seconds() {
        try (RunningOnair onair = RunningOnair.fresh("demo-viewers", "--viewers")) {
            Api ops = onair.api("ops");
            places_and_yesterday(ops);
            ops.call("PUT", "/steering/rule", RULE, Map.of()).ok();
            onair.control()
                    .call("PUT", "/edges/domestic", Map.of("mode", "SILENT"), Map.of())
                    .ok();
            long from = System.nanoTime();
            await("left")
                    .atMost(Leave.of(PROMISED.multipliedBy(2)))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> ops.get("/steering/moves").ok().path("items").size() > 0);
            Duration left = Duration.ofNanos(System.nanoTime() - from);
            JsonNode move = ops.get("/steering/moves").ok().path("items").path(0);
            assertThat(move.path("from").asText()).isEqualTo("domestic");
            assertThat(move.path("reason").asText()).isEqualTo("auto:DEAD");
            assertThat(move.path("percent").asInt()).isEqualTo(100);
            System.out.println("a CDN that says nothing was left after " + left.toMillis() / 1_000.0 + " s");
            assertThat(left).isLessThan(Leave.of(PROMISED));
            await("its viewers told of it")
                    .atMost(Leave.of(Duration.ofSeconds(30)))
                    .until(() -> failed(ops) > 0);
        }
    }
}
