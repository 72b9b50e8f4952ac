package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A merchandiser announces a gift on air; the next viewer earns it, and the warehouse's list has it. */
class GiftsTest {

    private static Page stall(Page page) {
        Ui.go(page, "shows/" + Ui.onAir() + "/products");
        return page;
    }

    private static Locator line(Page page, String name) {
        return page.locator("#gifts [data-gift]").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/gifts/" + name + ".png")));
    }

    @Test
    void a_gift_announced_on_air_is_earned_and_reaches_the_warehouse() throws IOException {
        Page page = stall(Ui.signedIn("merchandiser"));
        page.locator("#gifts-add").click();
        page.locator("#gift-done").click();
        page.getByText("이름은 1자에서 60자까지의 글입니다.").first().waitFor();
        page.locator("#gift-kind").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("금액 사은품"))
                .click();
        Ui.fill(page, "gift-name", "검사 거울");
        Ui.fill(page, "gift-spend", "1000");
        page.locator("#gift-items textarea").fill("DEMO-MIRROR, 검사 거울, 두 개");
        page.locator("#gift-done").click();
        page.getByText("1번째: 창고 코드").first().waitFor();
        page.locator("#gift-items textarea").fill("DEMO-MIRROR, 검사 거울, 2");
        shot(page, "dialog");
        page.locator("#gift-done").click();
        assertThat(line(page, "검사 거울")).hasAttribute("data-gives", "true");

        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        assertThat(viewer.locator("#gifts")).containsText("검사 거울");
        assertThat(viewer.locator("#gifts")).containsText("1,000원 이상 주문");
        viewer.locator("#lineup [data-buy]").first().click();
        viewer.locator("#buy-next").click();
        assertThat(viewer.locator("#buy-rest")).containsText("안에 주문해 주세요");
        viewer.locator("#buy-next").click();
        assertThat(viewer.locator("#buy-say")).containsText("사은품: 검사 거울");
        shot(viewer, "bought");

        assertThat(line(page, "검사 거울")).containsText("1번 나감");
        assertThat(line(page, "검사 거울").locator("[id^='gift-change-']")).hasCount(0);
        shot(page, "stall");
        assertThat(warehouse(page)).contains("사은품,DEMO-MIRROR,검사 거울,,2,검사 거울");
        line(page, "검사 거울").locator("[id^='gift-stop-']").click();
        assertThat(line(page, "검사 거울")).hasAttribute("data-gives", "false");
        assertThat(viewer.locator("#gifts")).not().containsText("검사 거울");
        Ui.leave(viewer);
        Ui.leave(page);
    }

    private static String warehouse(Page page) throws IOException {
        page.locator("#gifts-warehouse").click();
        Download file = page.waitForDownload(
                () -> page.locator("#gifts-warehouse-as-csv").click());
        return Files.readString(file.path());
    }

    @Test
    void who_only_looks_sees_gifts_in_english_and_dark_and_has_no_hand() {
        Page page = Ui.signedIn("auditor", "en-US", true);
        Ui.language(page, "en");
        stall(page);
        assertThat(line(page, "데모 파우치")).containsText("orders from");
        assertThat(page.locator("#gifts [data-gift] [id^='gift-']")).hasCount(0);
        assertThat(page.locator("#gifts-add")).isHidden();
        shot(page, "dark");
        Ui.language(page, "ko-KR");
        Ui.leave(page);
    }
}
