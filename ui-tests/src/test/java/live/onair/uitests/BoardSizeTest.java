package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/**
 * A week with many shows: how long the board takes to draw it, and how long the server's answer to a drag takes, as the
 * browser sees both. Small here, of full size by {@code ./onair prove board}.
 */
class BoardSizeTest {

    private static final int SIZE = Integer.getInteger("onair.proof.size", 120);
    private static final long SEED = Long.getLong("onair.proof.seed", 1L);
    private static final LocalDate MONDAY = OnBoard.TODAY.plusDays(120).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private static final int STEPS = 200;

    @Test
    void a_full_week_is_drawn_within_a_second_and_a_drag_is_answered_within_100_ms() {
        System.out.println("proof board size=" + SIZE + " seed=" + SEED);
        fill();
        OnBoard board = OnBoard.of("merchandiser", MONDAY);
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            board.go("?view=week");
            drawn.add(number(board.page(), "document.querySelector('onair-board').took"));
        }
        assertThat(number(board.page(), "document.querySelector('onair-board').shows.size"))
                .isEqualTo(SIZE);
        List<Double> served = new ArrayList<>();
        List<Double> said = drag(board, served);
        System.out.printf(
                "PROOF|board|%d|%d|week drawn in %.0f ms (median of %d, worst %.0f); drag answered by the server %s,"
                        + " said on the screen %s (%d answers)%n",
                SIZE,
                SEED,
                percentile(drawn, 50),
                drawn.size(),
                percentile(drawn, 100),
                words(served),
                words(said),
                said.size());
        assertThat(said.size()).isGreaterThan(STEPS / 2);
        assertThat(served.size()).isGreaterThanOrEqualTo(said.size());
        assertThat(percentile(drawn, 50)).as("drawn").isLessThanOrEqualTo(Leave.of(1_000));
        assertThat(percentile(served, 95)).as("answered").isLessThanOrEqualTo(Leave.of(100));
        board.page().context().close();
    }

    private static String words(List<Double> values) {
        return "p50 %.0f ms, p95 %.0f ms".formatted(percentile(values, 50), percentile(values, 95));
    }

    /** Moves a show here and there; gives how long it took until the board knew, and notes how long the server took. */
    private static List<Double> drag(OnBoard board, List<Double> served) {
        String show = (String) board.page().evaluate("document.querySelector('onair-board').blocks()[0].dataset.show");
        board.page().locator("onair-board [data-show=" + show + "]").focus();
        warmUp(board);
        board.page().onRequestFinished(request -> {
            if (request.url().contains("v-r=uidl")) {
                served.add(request.timing().responseStart - request.timing().requestStart);
            }
        });
        Random random = new Random(SEED);
        board.page().evaluate("document.querySelector('onair-board').answers = []");
        for (int i = 0; i < STEPS; i++) {
            board.press(List.of("Alt+ArrowRight", "Alt+Shift+ArrowRight", "Alt+ArrowDown", "Alt+ArrowUp")
                    .get(random.nextInt(4)));
            board.answered();
        }
        List<Double> said = answers(board.page());
        board.press("Escape");
        return said;
    }

    private static void warmUp(OnBoard board) {
        for (int i = 0; i < 40; i++) {
            board.press("Alt+ArrowRight");
            board.answered();
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static List<Double> answers(Page page) {
        return ((List<Object>) page.evaluate("document.querySelector('onair-board').answers"))
                .stream().map(a -> ((Number) a).doubleValue()).toList();
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    /** The week's shows in one batch: every hour on every channel until there are enough. */
    private static void fill() {
        List<String> channels = new ArrayList<>();
        Ui.app()
                .api("merchandiser")
                .get("/channels")
                .ok()
                .forEach(c -> channels.add(c.path("id").asText()));
        while (channels.size() < 8) {
            channels.add(Ui.app()
                    .api("ops")
                    .post("/channels", Map.of("name", "시험 채널 " + channels.size()))
                    .ok()
                    .path("id")
                    .asText());
        }
        Instant first = MONDAY.atStartOfDay(OnBoard.SEOUL).toInstant();
        List<Map<String, Object>> items = IntStream.range(0, SIZE)
                .mapToObj(i ->
                        item(channels.get(i % 8), first.plus(Duration.ofHours(i / 8 * 168L / ((SIZE + 7) / 8))), i))
                .toList();
        Api planner = Ui.app().api("merchandiser");
        List<String> shows = planner.post("/shows/batch", Map.of("items", items)).ok().findValuesAsText("show").stream()
                .filter(id -> id.startsWith("SH-"))
                .distinct()
                .toList();
        assertThat(shows).hasSize(SIZE);
        sell(planner, shows);
    }

    /** Each show sells three of twelve products, one of them exclusive, and every fourth has planned what it will sell. */
    private static void sell(Api planner, List<String> shows) {
        List<String> products = IntStream.range(0, 12)
                .mapToObj(i -> BoardGoodsTest.product("SIZE-" + i, "시험 상품 " + i))
                .toList();
        put(planner, "/allotments/products/" + products.get(0), Map.of("hours", 1));
        for (int i = 0; i < shows.size(); i++) {
            List<Map<String, String>> sold = IntStream.of(i, i + 5, i + 7)
                    .mapToObj(n -> Map.of("product", products.get(n % 12)))
                    .toList();
            put(planner, "/line-ups/shows/" + shows.get(i), Map.of("items", sold));
            if (i % 4 == 0) {
                String plan = "/allotments/shows/" + shows.get(i) + "/products/" + products.get(i % 12);
                put(planner, plan, Map.of("pieces", 2));
            }
        }
    }

    /** The door lets one person in so many times a minute: waits its turn. */
    private static void put(Api planner, String path, Map<String, ?> body) {
        await().atMost(Leave.of(Duration.ofMinutes(2)))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> planner.call("PUT", path, body, Map.of()), answer -> answer.status() != 429)
                .ok();
    }

    private static Map<String, Object> item(String channel, Instant start, int i) {
        return Map.of(
                "what",
                "ADD",
                "fields",
                Map.of(
                        "title", "시험 방송 " + i,
                        "channel", channel,
                        "start", start.toString(),
                        "end", start.plus(Duration.ofMinutes(50)).toString(),
                        "feed", Map.of("source", "TEST")));
    }
}
