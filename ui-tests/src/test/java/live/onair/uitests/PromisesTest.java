package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** A price that was promised in one show is lower in the next: whoever approves that one is told, and says why. */
class PromisesTest {

    private static final Map<String, Object> LESS = Map.of("minor", 26_000, "currency", "KRW");

    private final Api planner = Ui.app().api("merchandiser");

    private String product() {
        String seller = planner.get("/products")
                .ok()
                .path("products")
                .get(0)
                .path("seller")
                .path("id")
                .asText();
        Map<String, Object> terms = new HashMap<>(
                Map.of("seller", seller, "sku", "PROMISE-1", "name", "약속 크림", "brand", "데모 브랜드", "stock", 50));
        terms.put("price", Map.of("minor", 32_000, "currency", "KRW"));
        return planner.post("/products", terms).ok().path("id").asText();
    }

    private String show(String title, int days, Map<String, Object> item) {
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", title + " 채널", "warmUpSeconds", 10, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().plusSeconds(86_400L * days).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> plan =
                new HashMap<>(Map.of("title", title, "channel", channel, "feed", Map.of("source", "TEST")));
        plan.putAll(Map.of(
                "start", start.toString(), "end", start.plusSeconds(1_800).toString()));
        String show = planner.post("/shows", plan).ok().path("id").asText();
        planner.call("PUT", "/line-ups/shows/" + show, Map.of("items", List.of(item)), Map.of())
                .ok();
        return show;
    }

    @Test
    void who_approves_a_lower_price_is_told_and_says_why() {
        String product = product();
        String first = show("약속한 방송", 2, Map.of("product", product));
        String later = show("더 싼 방송", 5, Map.of("product", product, "price", LESS));

        Page ledger = Ui.signedInAt("merchandiser", "promises?show=" + first);
        assertThat(ledger.getByText("약속이 없습니다")).isVisible();
        ledger.locator("#promises-make").click();
        ledger.locator("#promise-save").click();
        assertThat(ledger.getByText("이 방송의 상품을 골라 주세요").first()).isVisible();
        ledger.locator("#promise-product input").click();
        ledger.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("약속 크림"))
                .click();
        Ui.fill(ledger, "promise-words", "방송 중에만 이 가격");
        ledger.locator("#promise-save").click();
        assertThat(ledger.locator("#promise-list")).containsText("더 싼 판매");
        assertThat(ledger.locator("#promise-list")).containsText(later + " ₩26,000");
        ledger.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/promises/ledger.png")));
        Ui.leave(ledger);

        planner.post("/shows/" + later + "/transitions", Map.of("to", "IN_REVIEW"))
                .ok();
        Page second = Ui.signedInAt("admin", "shows/" + later);
        assertThat(second.locator("[data-check=promises]")).containsText("이유 필요");
        assertThat(second.locator("[data-check=promises] a")).hasAttribute("href", "promises?show=" + later);
        second.locator("#shows-approve").click();
        assertThat(second.locator("#review-asks")).containsText("약속한 ₩32,000보다 싼 ₩26,000");
        assertThat(second.locator("#reason-done")).isDisabled();
        second.waitForFunction(
                "() => document.querySelector('#review-asks').getBoundingClientRect().height > 0 && document.getAnimations().length === 0");
        second.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/promises/review.png")));
        Ui.fill(second, "reason", "재고 정리로 합의함");
        second.locator("#reason-done").click();
        assertThat(second.locator("#shows-rehearse")).isVisible();
        Ui.leave(second);
    }

    @Test
    void the_ledger_speaks_english_and_is_dark() {
        Page page = Ui.signedIn("auditor", "en", true);
        Ui.language(page, "en");
        Ui.go(page, "promises");
        assertThat(page.locator("h1")).hasText("Promises");
        assertThat(page.locator("#promises-make")).isHidden();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/promises/english.png")));
        Ui.language(page, "ko-KR");
        Ui.leave(page);
    }
}
