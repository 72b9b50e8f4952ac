package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** A merchandiser opens offers beside the picture; a viewer takes a coupon and buys; the page of the show tells what sells. */
class OffersTest {

    private static Page stall(String role) {
        return Ui.signedInAt(role, "shows/" + Ui.onAir() + "/products");
    }

    private static Page viewer() {
        Page page = Ui.visitor();
        page.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        page.locator("#lineup > li").first().waitFor();
        return page;
    }

    private static Locator line(Page page, String pane, String name) {
        return page.locator("#" + pane + " [data-offer]").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void a_coupon_is_written_opened_taken_used_and_leaves() {
        Page page = stall("merchandiser");
        page.locator("#coupons-add").click();
        page.locator("#coupon-done").waitFor();
        Ui.fill(page, "coupon-name", "");
        page.locator("#coupon-done").click();
        page.getByText("이름은 1자에서 40자까지의 글입니다.").first().waitFor();
        Ui.fill(page, "coupon-name", "검사 쿠폰");
        Ui.fill(page, "coupon-amount", "2000");
        Ui.fill(page, "coupon-minimum", "9000");
        page.locator("#coupon-done").click();
        assertThat(line(page, "coupons", "검사 쿠폰")).hasAttribute("data-state", "READY");
        line(page, "coupons", "검사 쿠폰").locator("[id^='offer-press-']").click();
        assertThat(line(page, "coupons", "검사 쿠폰")).hasAttribute("data-state", "OPEN");

        Page viewer = viewer();
        Locator coupon = viewer.locator("#coupons > li").filter(new Locator.FilterOptions().setHasText("검사 쿠폰"));
        assertThat(coupon).containsText("2,000원 할인");
        coupon.locator("button").click();
        assertThat(coupon.locator("button")).hasText("받음");
        assertThat(viewer.locator("#coupons-say")).containsText("받았습니다");
        bought(viewer);
        viewer.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/offers/viewer.png")));

        assertThat(page.locator("#sales [data-order]").first()).containsText("OR-");
        assertThat(page.locator("#sales-total")).containsText("쿠폰 할인");
        assertThat(line(page, "coupons", "검사 쿠폰")).containsText("1명 받음");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/offers/stall.png")));
        line(page, "coupons", "검사 쿠폰").locator("[id^='offer-press-']").click();
        assertThat(line(page, "coupons", "검사 쿠폰")).hasAttribute("data-state", "CLOSED");
        assertThat(coupon).hasCount(0);
        line(page, "coupons", "검사 쿠폰").locator("[id^='offer-remove-']").click();
        assertThat(line(page, "coupons", "검사 쿠폰")).hasCount(0);
        Ui.leave(viewer);
        Ui.leave(page);
    }

    /** The first product that can be bought, with the coupon. */
    private static void bought(Page viewer) {
        viewer.locator("#lineup [data-buy]").first().click();
        assertThat(viewer.locator("#buy-coupon-name")).containsText("쿠폰 쓰기");
        viewer.locator("#buy-next").click();
        assertThat(viewer.locator("#buy-total")).containsText("쿠폰 할인");
        assertThat(viewer.locator("#buy-rest")).containsText("안에 주문해 주세요");
        viewer.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/offers/buy.png")));
        viewer.locator("#buy-next").click();
        assertThat(viewer.locator("#buy-say")).hasText(Pattern.compile("주문했습니다. 주문 번호 OR-\\d+"));
        viewer.locator("#buy-close").click();
        assertThat(viewer.locator("#buy")).isHidden();
    }

    @Test
    void a_coupon_that_waits_for_late_viewers_opens_for_all_of_them_at_once() {
        Page viewer = viewer();
        Api planner = Ui.app().api("merchandiser");
        String latency = "/cdn-quality/latency?show=" + Ui.onAir();
        await("a player told how late it is")
                .atMost(Duration.ofSeconds(60))
                .until(() -> planner.get(latency).ok().path("all").path("late").asInt() > 0);
        String title = "모두 함께";
        planner.post(
                        "/coupons/shows/" + Ui.onAir(),
                        Map.of(
                                "name",
                                title,
                                "amount",
                                Map.of("minor", 1_000, "currency", "KRW"),
                                "quantity",
                                5,
                                "fairStart",
                                true))
                .ok();
        Page page = stall("merchandiser");
        Locator line = line(page, "coupons", title);
        assertThat(line).containsText("늦은 시청자에 맞춤");
        line.locator("[id^='offer-press-']").click();
        assertThat(line).hasAttribute("data-state", "COUNTDOWN");
        assertThat(page.getByText(Pattern.compile(title + ": \\d+초 뒤 모두에게 열립니다")))
                .isVisible();
        Locator coupon = viewer.locator("#coupons > li").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(coupon).containsText("뒤 모두에게 열림");
        assertThat(coupon.locator("button")).isDisabled();
        viewer.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/offers/waits.png")));
        assertThat(coupon.locator("button")).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(40_000));
        coupon.locator("button").click();
        assertThat(coupon.locator("button")).hasText("받음");
        assertThat(line).hasAttribute("data-state", "OPEN");
        line.locator("[id^='offer-press-']").click();
        assertThat(line).hasAttribute("data-state", "CLOSED");
        Page cdn = Ui.signedInAt("ops", "cdn");
        assertThat(cdn.locator("#cdn-latency .on-field").first()).containsText("초");
        assertThat(cdn.locator("#cdn-latency [data-show='" + Ui.onAir() + "']")).containsText("초 뒤 모두에게 열립니다");
        cdn.locator("#cdn-latency")
                .screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/offers/latency.png")));
        Ui.leave(cdn);
        Ui.leave(viewer);
        Ui.leave(page);
    }

    @Test
    void a_flash_sale_counts_down_on_the_viewers_page_and_is_ended_by_hand() {
        Page page = stall("merchandiser");
        Locator line = page.locator("#flashSales [data-offer]").first();
        line.locator("[id^='offer-press-']").click();
        assertThat(line).hasAttribute("data-state", Pattern.compile("COUNTDOWN|OPEN"));
        Page viewer = viewer();
        assertThat(viewer.locator("#lineup .flash").first()).containsText("깜짝 특가");
        assertThat(viewer.locator("#lineup .flash .time-left").first())
                .hasText(Pattern.compile("0:\\d\\d 뒤 시작|\\d:\\d\\d 남음"));
        line.locator("[id^='offer-press-']").click();
        assertThat(line).hasAttribute("data-state", "CLOSED");
        assertThat(viewer.locator("#lineup .flash")).hasCount(0);
        assertThat(page.locator("#flashSales-add")).isDisabled();
        assertThat(page.locator("#flashSales-shut")).containsText("방송 중에는 특가를 새로 만들거나 고칠 수 없습니다");
        Ui.leave(viewer);
        Ui.leave(page);
    }

    @Test
    void who_only_looks_sees_offers_and_sales_and_has_no_buttons() {
        Page page = stall("auditor");
        assertThat(page.locator("#coupons [data-offer]").first()).isVisible();
        assertThat(page.locator("#coupons [data-offer] vaadin-button")).hasCount(0);
        assertThat(page.locator("#coupons-add")).isHidden();
        assertThat(page.locator("#sales").isVisible()).isTrue();
        Ui.leave(page);
    }

    @Test
    void to_a_show_that_is_called_off_nothing_is_added() {
        Api planner = Ui.app().api("merchandiser");
        Instant start = Instant.now().plus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String show = planner.post(
                        "/shows",
                        Map.of(
                                "title",
                                "혜택 없는 방송",
                                "channel",
                                "CH-03",
                                "start",
                                start.toString(),
                                "end",
                                start.plusSeconds(1_800).toString()))
                .ok()
                .path("id")
                .asText();
        Page page = Ui.signedInAt("merchandiser", "shows/" + show + "/products");
        assertThat(page.locator("#coupons-add")).isVisible();
        assertThat(page.locator("#flashSales-add")).isVisible();
        assertThat(page.locator("#games [data-action='games.add']")).isVisible();
        planner.post("/shows/" + show + "/transitions", Map.of("to", "CANCELLED", "reason", "시험을 마침"))
                .ok();
        assertThat(page.locator("#coupons-add")).isHidden();
        assertThat(page.locator("#flashSales-add")).isHidden();
        assertThat(page.locator("#games [data-action='games.add']")).isHidden();
        Ui.leave(page);
    }
}
