package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A merchandiser looks at what the demo's shop has, takes it over, and takes it back. */
class ShopTest {

    private static final Path FOLDER = Path.of("target/shop");

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    private static LocatorAssertions last(Page page) {
        return assertThat(page.locator("#shop-last"));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(Leave.of(60_000));
    }

    @Test
    void what_the_shop_has_is_looked_at_taken_over_and_taken_back() throws IOException {
        Page page = Ui.signedInAt("merchandiser", "products");
        page.locator("#products-shop").click();
        assertThat(page.locator("#shop-status")).containsText("데모 쇼핑몰");
        assertThat(page.locator("#shop-status")).containsText("저절로 가져오지 않습니다");
        page.locator("#shops-look").click();
        last(page).containsText("추가 48 · 변경", patiently());
        assertThat(page.locator("#shop-lines")).containsText("판매가는 0보다 커야 합니다");
        assertThat(page.locator("#shop-lines")).containsText("심사 또는 보고 번호");
        page.locator("#shop-only-changed").click();
        assertThat(page.locator("#shop-lines")).containsText("₩19,000 → ₩18,500");
        assertThat(Axe.serious(page)).isEmpty();
        shoot(page, "look-ko-light");
        file(page);

        page.locator("#shops-pull").click();
        last(page).containsText("가져오기", patiently());
        last(page).containsText("추가 48", patiently());
        Page products = Ui.signedInAt("merchandiser", "products?q=SHOP-001");
        assertThat(products.locator("#product-list")).containsText("데모 결 정돈 토너");
        Ui.leave(products);
        page.locator("#shop-only-all").click();
        assertThat(page.locator("#shop-lines")).containsText("방송에서 팔고 있어 재고와 옵션은 그대로 두었습니다");
        seen();

        page.locator("[id^='shops-undo-']").first().click();
        assertThat(page.locator("#shop-history")).containsText("되돌림", patiently());
        assertThat(page.locator("[id^='shops-undo-']")).hasCount(0);
        Ui.leave(page);
    }

    /** The refused ones go out as a file with their reasons. */
    private static void file(Page page) throws IOException {
        page.locator("#shop-refused").click();
        Download download =
                page.waitForDownload(() -> page.locator("#shop-refused-as-csv").click());
        assertThat(Files.readString(download.path())).contains("SHOP-900").contains("0보다 커야");
    }

    /** Who only looks sees all of it in both languages and themes, and no button. */
    private static void seen() {
        for (String locale : new String[] {"ko-KR", "en-US"}) {
            Page page = Ui.signedIn("auditor", locale, locale.startsWith("en"));
            Ui.language(page, locale);
            Ui.go(page, "products/shop");
            assertThat(page.locator("#shop-history vaadin-grid-cell-content").first())
                    .isVisible();
            assertThat(page.locator("#shop-result")).isVisible();
            assertThat(page.locator("#shops-pull")).isHidden();
            assertThat(page.locator("[id^='shops-undo-']").locator("visible=true"))
                    .hasCount(0);
            assertThat(Axe.serious(page)).isEmpty();
            shoot(page, locale.startsWith("en") ? "en-dark" : "ko-light");
            page.locator("#shop-history").scrollIntoViewIfNeeded();
            shoot(page, (locale.startsWith("en") ? "en-dark" : "ko-light") + "-history");
            Ui.language(page, "ko-KR");
            Ui.leave(page);
        }
    }
}
