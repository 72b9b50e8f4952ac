package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** What a viewer sees, clicks, puts into the cart and buys stands on the show's page once, however often it is told. */
class NumbersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api planner = Ui.app().api("merchandiser");
    private final String show = Ui.onAir();

    /** How often, in the order of a way to an order. */
    private record Told(long impressions, long clicks, long carts, long orders, long revenue) {}

    private Told told(String product) {
        for (JsonNode one : planner.get("/analytics/shows/" + show).ok().path("products")) {
            if (one.path("product").asText().equals(product)) {
                JsonNode of = one.path("numbers");
                return new Told(
                        of.path("impressions").asLong(),
                        of.path("clicks").asLong(),
                        of.path("carts").asLong(),
                        of.path("orders").asLong(),
                        of.at("/revenue/minor").asLong());
            }
        }
        throw new AssertionError(product + " is not in the numbers");
    }

    private static void send(Page page, String body) {
        Object status = page.evaluate(
                "body => fetch('/storefront/v1/events', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }).then(r => r.status)",
                body);
        assertThat(status).isEqualTo(202);
    }

    /** An event that is told last is counted last: when it is there, all before it was read. */
    private void allIsRead(Page viewer, String product) {
        long before = told(product).clicks();
        send(viewer, event(product));
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> told(product).clicks() == before + 1);
    }

    /** The ids of the clicks on it that were told. */
    private static Set<String> clicks(List<String> sent, String product) throws IOException {
        Set<String> ids = new HashSet<>();
        for (String body : sent) {
            for (JsonNode event : JSON.readTree(body).path("events")) {
                if (event.path("kind").asText().equals("click")
                        && event.path("product").asText().equals(product)) {
                    ids.add(event.path("id").asText());
                }
            }
        }
        return ids;
    }

    private String event(String product) {
        return "{\"viewer\":\"proof-viewer\",\"events\":[{\"id\":\"" + UUID.randomUUID()
                + "\",\"kind\":\"click\",\"show\":\"" + show + "\",\"product\":\"" + product + "\"}]}";
    }

    /** The last that can be bought: what other tests press is nearer to the top. */
    private String sold(Page viewer) {
        Locator buys = viewer.locator("#lineup > li:has([data-buy])").last();
        buys.waitFor();
        return buys.getAttribute("data-product");
    }

    /** Pins it and waits until the page has told that it was in sight: what it tells later belongs to the next look. */
    private void pinned(Page viewer, String product) {
        long seen = told(product).impressions();
        planner.post("/pins/shows/" + show + "/products/" + product + "/pin", Map.of());
        viewer.locator("#pins [data-product='" + product + "']").waitFor();
        await("it was in sight")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> told(product).impressions() == seen + 1);
    }

    @Test
    void a_viewer_sees_clicks_and_buys_and_each_counts_once_though_it_is_told_three_times() throws IOException {
        Page viewer = Ui.visitor();
        List<String> sent = new ArrayList<>();
        viewer.onRequest(request -> {
            if (request.url().endsWith("/storefront/v1/events") && request.postData() != null) {
                sent.add(request.postData());
            }
        });
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        String product = sold(viewer);
        pinned(viewer, product);
        allIsRead(viewer, product);
        Told before = told(product);
        Set<String> clickedBefore = clicks(sent, product);

        viewer.reload();
        Locator pin = viewer.locator("#pins [data-product='" + product + "'] a.card");
        pin.waitFor();
        await("it was in sight")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> told(product).impressions() == before.impressions() + 1);
        pin.click();
        Locator line = viewer.locator("#lineup > li[data-product='" + product + "']");
        line.locator("[data-buy]").click();
        viewer.locator("#buy-next").click();
        assertThat(viewer.locator("#buy-rest")).containsText("안에 주문해 주세요");
        viewer.locator("#buy-next").click();
        assertThat(viewer.locator("#buy-say")).hasText(Pattern.compile("주문했습니다. 주문 번호 OR-\\d+"));
        await("it was put into the cart")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> told(product).carts() == before.carts() + 1);

        List<String> again = List.copyOf(sent);
        assertThat(again).as("the page told of it").isNotEmpty();
        for (int times = 0; times < 2; times++) {
            again.forEach(body -> send(viewer, body));
        }
        allIsRead(viewer, product);
        Told after = told(product);
        assertThat(after.impressions()).isEqualTo(before.impressions() + 1);
        Set<String> clicked = clicks(sent, product);
        clicked.removeAll(clickedBefore);
        assertThat(clicked).as("the pin, the button, and the proof's own").hasSizeGreaterThanOrEqualTo(3);
        assertThat(after.clicks()).as("each once").isEqualTo(before.clicks() + clicked.size());
        assertThat(after.carts()).isEqualTo(before.carts() + 1);
        assertThat(after.orders()).isEqualTo(before.orders() + 1);
        assertThat(after.revenue()).isGreaterThan(before.revenue());
        viewer.context().close();
        seenInTheConsole(product, after);
    }

    private void seenInTheConsole(String product, Told of) throws IOException {
        Page page = Ui.signedInAt("auditor", "shows/" + show + "/numbers");
        JsonNode all = planner.get("/analytics/shows/" + show).ok().path("all");
        assertThat(page.locator("#numbers-orders"))
                .containsText(all.path("orders").asText());
        assertThat(page.locator("#numbers-revenue"))
                .containsText(String.format("₩%,d", all.at("/revenue/minor").asLong()));
        assertThat(page.locator("#numbers-products [data-numbers='" + product + "']"))
                .isVisible();
        assertThat(page.locator("#numbers-products")).containsText(String.format("₩%,d", of.revenue()));
        assertThat(page.locator("#numbers-bars")).hasAttribute("aria-label", Pattern.compile("클릭, .*가장 많은 때는.*"));
        page.locator("#numbers-export").click();
        Download file = page.waitForDownload(
                () -> page.locator("#numbers-export-as-csv").click());
        assertThat(Files.readString(file.path()))
                .contains("product,name,impressions")
                .contains(product);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/numbers/korean.png")));
        Ui.leave(page);
    }

    @Test
    void a_show_that_was_not_on_air_says_that_nothing_is_counted() {
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "성과 채널", "warmUpSeconds", 10, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().plusSeconds(86_400L * 3).truncatedTo(ChronoUnit.SECONDS);
        String planned = planner.post(
                        "/shows",
                        Map.of(
                                "title",
                                "성과가 없는 방송",
                                "channel",
                                channel,
                                "feed",
                                Map.of("source", "TEST"),
                                "start",
                                start.toString(),
                                "end",
                                start.plusSeconds(1_800).toString()))
                .ok()
                .path("id")
                .asText();
        Page page = Ui.signedIn("auditor", "en", true);
        Ui.language(page, "en");
        Ui.go(page, "shows/" + planned + "/numbers");
        assertThat(page.locator("#numbers-empty")).containsText("Nothing counted yet");
        assertThat(page.locator("#numbers-products")).isHidden();
        Ui.go(page, "shows/" + show + "/numbers");
        assertThat(page.locator("#numbers h2")).hasText("How products did");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/numbers/english.png")));
        Ui.language(page, "ko-KR");
        Ui.leave(page);
    }
}
