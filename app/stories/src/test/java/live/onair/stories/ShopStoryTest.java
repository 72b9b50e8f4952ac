package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A shop's 5,839 real listings over real HTTP, with the console killed while it reads them. */
@EnabledIfEnvironmentVariable(named = "ONAIR_SHARED_DATA", matches = ".+")
class ShopStoryTest {

    private static final int LISTINGS = 5_839;
    /** Their price is written as zero. */
    private static final int WITHOUT_PRICE = 15;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CURSOR = Pattern.compile("cursor=(\\d+)");

    private final List<ObjectNode> products = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private final CountDownLatch killed = new CountDownLatch(1);
    private final AtomicReference<CountDownLatch> holdsAt = new AtomicReference<>(new CountDownLatch(1));

    private static List<ObjectNode> listings() throws IOException {
        byte[] file =
                Files.readAllBytes(Path.of(System.getenv("ONAIR_SHARED_DATA"), "products", "k_beauty_listings.csv"));
        Sheet sheet = Sheets.read(file, 20_000).orThrow();
        List<ObjectNode> products = new ArrayList<>();
        for (Sheet.Line line : sheet.lines()) {
            ObjectNode product = JSON.createObjectNode()
                    .put("sku", line.cell(0))
                    .put("name", line.cell(4))
                    .put("category", line.cell(2))
                    .put("price", line.cell(5))
                    .put("currency", "USD")
                    .put("stock", line.number() % 500);
            product.putObject("seller").put("name", "큰 상사");
            products.add(product);
        }
        return products;
    }

    /** Waits at one page until the console was killed, as a page that never comes. */
    private void answer(HttpExchange exchange) throws IOException {
        Matcher cursor = CURSOR.matcher(exchange.getRequestURI().getRawQuery());
        int from = cursor.find() ? Integer.parseInt(cursor.group(1)) : 0;
        synchronized (asked) {
            asked.add(from);
        }
        if (from == 3_000 && killed.getCount() > 0) {
            holdsAt.get().countDown();
            await(killed);
        }
        int end = Math.min(products.size(), from + 200);
        ObjectNode page =
                JSON.createObjectNode().put("at", "2026-11-27T00:00:00Z").put("total", products.size());
        page.putArray("products").addAll(products.subList(from, end));
        if (end < products.size()) {
            page.put("next", String.valueOf(end));
        }
        byte[] body = JSON.writeValueAsBytes(page);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpServer open() throws IOException {
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.setExecutor(Executors.newCachedThreadPool());
        shop.createContext("/api/products", this::answer);
        shop.start();
        return shop;
    }

    private static JsonNode ended(Api planner, String id) {
        AtomicReference<JsonNode> pull = new AtomicReference<>();
        Waiting.forThat(Instant.now(), Duration.ofSeconds(120), () -> {
            JsonNode now = planner.get("/shop/pulls/" + id).ok();
            pull.set(now);
            assertThat(now.path("state").asText()).isIn("DONE", "FAILED");
        });
        assertThat(pull.get().path("state").asText()).as(pull.get().toString()).isEqualTo("DONE");
        return pull.get();
    }

    private static Duration took(JsonNode pull) {
        return Duration.between(
                Instant.parse(pull.path("begunAt").asText()),
                Instant.parse(pull.path("endedAt").asText()));
    }

    private static List<Integer> counts(JsonNode pull) {
        JsonNode counts = pull.path("counts");
        return List.of(
                counts.path("added").asInt(-1),
                counts.path("changed").asInt(-1),
                counts.path("same").asInt(-1),
                counts.path("refused").asInt(-1));
    }

    @Test
    void all_of_it_comes_in_once_though_the_console_dies_and_the_same_again_changes_nothing() throws IOException {
        products.addAll(listings());
        assertThat(products).hasSize(LISTINGS);
        HttpServer shop = open();
        String url = "http://127.0.0.1:" + shop.getAddress().getPort() + "/api";
        try (RunningOnair onair = RunningOnair.prepared("shop", "--no-show")
                .with(Map.of("ONAIR_SHOP_URL", url, "ONAIR_SHOP_TOKEN", "story"))) {
            onair.start();
            Api planner = onair.api("merchandiser");
            String first = planner.post("/shop/pulls", Map.of()).ok().path("id").asText();
            await(holdsAt.get());
            onair.killConsole();
            killed.countDown();
            onair.start();
            planner = onair.api("merchandiser");
            JsonNode resumed = ended(planner, first);
            assertThat(counts(resumed)).isEqualTo(List.of(LISTINGS - WITHOUT_PRICE, 0, 0, WITHOUT_PRICE));
            assertThat(asked.stream().filter(from -> from == 0))
                    .as("the first page was read once")
                    .hasSize(1);
            planner.post("/shop/pulls/" + first + "/undo", Map.of()).ok();
            timed(planner);
        } finally {
            shop.stop(0);
        }
    }

    private static void timed(Api planner) {
        Proof proof = Proof.of("shop-pull", LISTINGS);
        JsonNode whole = ended(
                planner, planner.post("/shop/pulls", Map.of()).ok().path("id").asText());
        // what was put away by the undo comes out again
        assertThat(counts(whole)).isEqualTo(List.of(0, LISTINGS - WITHOUT_PRICE, 0, WITHOUT_PRICE));
        JsonNode again = ended(
                planner, planner.post("/shop/pulls", Map.of()).ok().path("id").asText());
        assertThat(counts(again)).isEqualTo(List.of(0, 0, LISTINGS - WITHOUT_PRICE, WITHOUT_PRICE));
        assertThat(again.path("imported").isNull() || again.path("imported").isMissingNode())
                .isTrue();
        proof.figure(
                "a shop's %,d listings over HTTP: full pull in %,d ms (at most 20,000), the same again in %,d ms with 0 changes; killed at 3,000, gone on from there"
                        .formatted(LISTINGS, took(whole).toMillis(), took(again).toMillis()));
        assertThat(took(whole)).isLessThan(Leave.of(Duration.ofSeconds(20)));
    }
}
