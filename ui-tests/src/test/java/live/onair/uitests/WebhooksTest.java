package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin lets news go to another server, sees what became of them, and sends one again; a shop tells of its stock. */
class WebhooksTest {

    /** What the other server has got. */
    private record Got(String id, String timestamp, String signature, String body) {}

    private final Api admin = Ui.app().api("admin");
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int answer = 204;

    @BeforeEach
    void somebody_listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            got.add(new Got(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void nobody_listens() {
        server.stop(0);
        admin.get("/webhooks")
                .ok()
                .path("items")
                .findValuesAsText("id")
                .forEach(id ->
                        admin.post("/webhooks/" + id + "/remove", Map.of()).ok());
    }

    private static String signed(String secret, String id, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            byte[] sum = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(sum);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private static void check(Page page, String words) {
        page.locator("#endpoint-kinds vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(words))
                .locator("input")
                .check();
    }

    /** Adds an endpoint by the dialog, after one that is refused; gives its secret. */
    private String added(Page page) {
        page.locator("#webhooks-add").click();
        Ui.fill(page, "endpoint-name", "주문 시스템");
        Ui.fill(page, "endpoint-url", "https://169.254.169.254/latest/meta-data");
        page.locator("#endpoint-done").click();
        assertThat(page.getByText("내부 주소로는 보내지 않습니다: 169.254.169.254").first()).isVisible();
        assertThat(page.getByText("보낼 소식을 하나 이상 골라 주세요.").first()).isVisible();
        Ui.fill(page, "endpoint-url", url());
        check(page, "order.placed");
        check(page, "product.pinned");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/webhooks/dialog.png")));
        page.locator("#endpoint-done").click();
        String secret = page.locator("#secret input").inputValue();
        page.keyboard().press("Escape");
        assertThat(page.locator("#secret")).hasCount(0);
        return secret;
    }

    private static Locator row(Page page, String id) {
        return page.locator("[data-delivery='" + id + "']");
    }

    @Test
    void news_arrive_signed_the_log_tells_and_one_is_sent_again_under_its_id() {
        Page page = Ui.signedInAt("admin", "webhooks");
        assertThat(page.getByText("수신처가 없습니다")).isVisible();
        String secret = added(page);
        assertThat(secret).startsWith("whsec_");
        assertThat(page.locator("#endpoint-list")).containsText(secret.substring(0, 10) + "…");
        assertThat(page.locator("body")).not().containsText(secret);

        page.locator("[id^='webhooks-ping-']").click();
        await("the test arrives").atMost(Leave.of(Duration.ofSeconds(20))).until(() -> got.size() == 1);
        Got ping = got.get(0);
        assertThat(ping.signature()).isEqualTo(signed(secret, ping.id(), ping.timestamp(), ping.body()));
        assertThat(row(page, ping.id())).hasAttribute("data-state", "DELIVERED");

        answer = 500;
        String show = Ui.onAir();
        Api planner = Ui.app().api("merchandiser");
        String product = planner.get("/line-ups/shows/" + show)
                .ok()
                .at("/items/0/product/id")
                .asText();
        planner.post("/pins/shows/" + show + "/products/" + product + "/unpin", Map.of());
        planner.post("/pins/shows/" + show + "/products/" + product + "/pin", Map.of())
                .ok();
        await("it is tried").atMost(Leave.of(Duration.ofSeconds(20))).until(() -> got.size() >= 2);
        Got pinned = got.get(1);
        assertThat(pinned.body()).contains("\"type\":\"product.pinned\"", product);
        assertThat(row(page, pinned.id())).hasAttribute("data-state", "WAITING");
        assertThat(page.locator("#delivery-list")).containsText("HTTP 500");
        assertThat(page.locator("#endpoint-list")).containsText("받지 못함");
        assertThat(Axe.serious(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/webhooks/failing.png")));
        answer = 200;
        page.locator("[id='webhooks-resend-" + pinned.id() + "']").click();
        assertThat(row(page, pinned.id())).hasAttribute("data-state", "DELIVERED");
        assertThat(got.stream().filter(one -> one.id().equals(pinned.id())).map(Got::body))
                .hasSizeGreaterThan(1)
                .containsOnly(pinned.body());
        page.locator("[id='delivery-look-" + pinned.id() + "']").click();
        assertThat(page.locator("#delivery-body")).containsText("product.pinned");
        assertThat(page.locator("#delivery-attempts")).containsText("HTTP 500");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/webhooks/delivery.png")));
        Ui.leave(page);
    }

    private int told(String door, String id, String secret, String body) {
        return told(door, id, signed(secret, id, now(), body), now(), body);
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private int told(String door, String id, String signature, String timestamp, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Ui.app().url() + "/hooks/shops/" + door))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode product() {
        Api planner = Ui.app().api("merchandiser");
        String seller =
                planner.get("/products").ok().at("/products/0/seller/id").asText();
        Map<String, Object> terms = new HashMap<>(
                Map.of("seller", seller, "sku", "HOOK-1", "name", "바깥 재고 크림", "brand", "데모 브랜드", "stock", 50));
        terms.put("price", Map.of("minor", 32_000, "currency", "KRW"));
        return planner.post("/products", terms).ok();
    }

    private int stock(JsonNode product) {
        return Ui.app()
                .api("merchandiser")
                .get("/products/" + product.path("id").asText())
                .ok()
                .path("stock")
                .asInt();
    }

    @Test
    void a_shop_tells_of_its_stock_once_and_nobody_else_does() {
        JsonNode product = product();
        Page page = Ui.signedInAt("admin", "webhooks");
        page.locator("#shopDoors-add").click();
        Ui.fill(page, "shop-name", "바깥 상점");
        page.locator("#shop-seller").click();
        page.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions()
                        .setHasText(product.path("seller").path("name").asText()))
                .first()
                .click();
        page.locator("#shop-done").click();
        String secret = page.locator("#secret input").inputValue();
        page.keyboard().press("Escape");
        String door = admin.get("/shop-doors").ok().at("/items/0/id").asText();
        assertThat(page.locator("#shop-list")).containsText("/hooks/shops/" + door);

        String body = "{\"type\":\"stock.changed\",\"data\":{\"sku\":\"HOOK-1\",\"stock\":7}}";
        String id = "msg_" + UUID.randomUUID();
        assertThat(told(door, id, secret, body)).isEqualTo(200);
        assertThat(stock(product)).isEqualTo(7);
        assertThat(told(door, id, secret, body)).as("once more").isEqualTo(200);
        assertThat(told(door, id, secret, body.replace("7", "8")))
                .as("another body")
                .isEqualTo(409);
        String late = Long.toString(Instant.now().getEpochSecond() - 400);
        assertThat(told(door, "msg_late", signed(secret, "msg_late", late, body), late, body))
                .isEqualTo(400);
        assertThat(told(door, "msg_forged", "v1,AAAA", now(), body)).isEqualTo(401);
        assertThat(told("WS-NONE", id, secret, body)).isEqualTo(401);
        assertThat(told(door, "msg_large", secret, "{\"type\":\"" + "x".repeat(70_000) + "\"}"))
                .isEqualTo(413);
        assertThat(stock(product)).isEqualTo(7);
        assertThat(page.locator("#shop-list")).containsText("1건");
        page.locator("[id='shopDoors-remove-" + door + "']").click();
        page.locator("#certain-done").click();
        assertThat(page.locator("#shop-list")).isHidden();
        assertThat(told(door, "msg_after", secret, body)).isEqualTo(401);
        Ui.leave(page);
    }

    @Test
    void who_only_looks_has_no_buttons_and_reads_it_in_english() {
        admin.post("/webhooks", Map.of("name", "ERP", "url", url(), "kinds", List.of("SHOW_ENDED")))
                .ok();
        Page page = Ui.signedIn("auditor", "en", true);
        Ui.language(page, "en");
        Ui.go(page, "webhooks");
        assertThat(page.locator("h1")).hasText("Webhooks");
        assertThat(page.locator("#endpoint-list")).containsText("Shows ended");
        assertThat(page.locator("#webhooks-add")).isHidden();
        assertThat(page.locator("[id^='webhooks-ping-']")).isHidden();
        assertThat(Axe.serious(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/webhooks/english.png")));
        Ui.language(page, "ko-KR");
        Ui.leave(page);
    }
}
