package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A merchandiser fills the catalogue, finds a product by its first consonants, changes it and puts it away. */
class ProductsTest {

    private static final String NAME = "시험 판매 장벽 크림";

    private static void fill(Page page, String id, String value) {
        Locator field = page.locator("#" + id + " input");
        field.fill(value);
        field.press("Tab");
    }

    private static void seller(Page page) {
        Ui.go(page, "sellers");
        page.locator("#sellers-add").click();
        fill(page, "seller-name", "시험 판매 상사");
        fill(page, "seller-businessNumber", "123-45-67890");
        page.locator("#seller-save").click();
        page.getByText("사업자등록번호가 맞지 않습니다").waitFor();
        fill(page, "seller-businessNumber", "");
        page.locator("#seller-save").click();
        assertThat(page.locator("#seller-list")).containsText("시험 판매 상사");
        assertThat(page.locator("#seller-list")).containsText("없는 것: 대표자");
    }

    private static void product(Page page) {
        Ui.go(page, "products");
        page.locator("#products-add").waitFor();
        // keys are the dialog's as long as one is open, also while it closes
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        page.keyboard().press("n");
        fill(page, "product-name", NAME);
        fill(page, "product-seller", "시험 판매 상사");
        fill(page, "product-sku", "SIHEOM-1");
        fill(page, "product-price", "0");
        page.locator("#product-save").click();
        page.getByText("0보다 커야 합니다").waitFor();
        fill(page, "product-price", "28000");
        page.locator("#product-save").click();
        assertThat(page.locator(".on-product-facts")).containsText("₩28,000");
        assertThat(page.locator(".on-product-facts")).containsText("재고 모름");
    }

    @Test
    void a_product_is_added_found_by_first_consonants_changed_put_away_and_taken_out() {
        Page page = Ui.signedIn("merchandiser");
        seller(page);
        product(page);
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        page.keyboard().press("e");
        assertThat(page.locator("#product-name input")).hasValue(NAME);
        fill(page, "product-stock", "12");
        page.locator("#product-save").click();
        assertThat(page.locator(".on-product-facts")).containsText("12개");
        assertThat(page.locator(".on-history")).containsText("상품 고침");

        Ui.go(page, "products?q=ㅅㅎㅍㅁㅈㅂㅋㄹ");
        assertThat(page.locator("#product-list")).containsText(NAME);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/products/list.png")));
        page.getByText(NAME).first().click();
        page.locator("#products-archive").click();
        assertThat(page.locator("#products-restore")).isVisible();
        page.locator("#undo").click();
        assertThat(page.locator("#products-archive")).isVisible();
        Ui.leave(page);
    }

    private static String show() {
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "상품 채널", "warmUpSeconds", 10, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().plus(Duration.ofDays(2));
        Map<String, Object> wanted = Map.of(
                "title",
                "상품 방송",
                "channel",
                channel,
                "start",
                start.toString(),
                "end",
                start.plusSeconds(3600).toString(),
                "feed",
                Map.of("source", "TEST"));
        return Ui.app()
                .api("merchandiser")
                .post("/shows", wanted)
                .ok()
                .path("id")
                .asText();
    }

    private static void product(String seller, String sku, String name) {
        Ui.app()
                .api("merchandiser")
                .post(
                        "/products",
                        Map.of(
                                "seller",
                                seller,
                                "sku",
                                sku,
                                "name",
                                name,
                                "price",
                                Map.of("minor", 19_000, "currency", "KRW")))
                .ok();
    }

    private static void add(Page page, String letters, String name) {
        Locator field = page.locator("#line-up-add input");
        field.fill(letters);
        page.locator("vaadin-combo-box-item").getByText(name).click();
        assertThat(page.locator("#line-up-list")).containsText(name);
    }

    private static String first(String show) {
        return Ui.app()
                .api("auditor")
                .get("/line-ups/shows/" + show)
                .ok()
                .at("/items/0/product/name")
                .asText();
    }

    @Test
    void products_are_put_into_a_show_ordered_by_key_priced_and_hold_the_approval_back_without_seller_information() {
        String show = show();
        String seller = Ui.app()
                .api("merchandiser")
                .post("/sellers", Map.of("name", "덜 적은 상사"))
                .ok()
                .path("id")
                .asText();
        product(seller, "LU-1", "하나 앰플");
        product(seller, "LU-2", "두울 토너");
        Page page = Ui.signedInAt("merchandiser", "shows/" + show + "/products");
        page.getByText("이 방송에 상품이 없습니다").waitFor();
        add(page, "ㅎㄴㅇㅍ", "하나 앰플");
        add(page, "LU-2", "두울 토너");
        Locator gate = page.locator("[data-check=seller]");
        assertThat(gate.locator("a")).hasAttribute("href", "shows/" + show + "/products");
        assertThat(page.locator("#line-up [data-seller]")).containsText("없는 것: 대표자");

        page.locator("#line-up-list").getByText("재고 모름").nth(1).click();
        page.keyboard().press("Alt+ArrowUp");
        await().atMost(Leave.of(Duration.ofSeconds(20))).until(() -> first(show).equals("두울 토너"));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/products/line-up.png")));
        Ui.leave(page);
    }

    @Test
    void who_only_reads_finds_products_and_changes_none() {
        Page page = Ui.signedInAt("auditor", "products?q=없는+상품");
        page.getByText("찾는 상품이 없습니다").waitFor();
        assertThat(page.locator("#products-add")).isHidden();
        Ui.go(page, "sellers");
        assertThat(page.locator("#sellers-add")).isHidden();
        Ui.leave(page);
    }
}
