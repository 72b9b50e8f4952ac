package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ops plan the records of a name, have them written and answered by the zone's server, and take them back, by mouse and by keyboard. */
class DnsPathTest {

    private final String name = "vod-" + UUID.randomUUID().toString().substring(0, 6) + ".onair.test";

    @AfterEach
    void nobody_looks_any_more() {
        Ui.app().api("ops").post("/dns/names/" + name + "/forget", Map.of());
    }

    private Locator row(Page page) {
        return page.locator("#cdn-dns [data-name='" + name + "']");
    }

    private Locator changes(Page page, String reason) {
        return page.locator("#cdn-dns [id^=dns-change-]", new Page.LocatorOptions().setHasText(reason));
    }

    private void plan(Page page, String domestic, String global) {
        page.locator("[id='dns-plan-" + name + "']").click();
        Ui.fill(page, "dns-percent-domestic", domestic);
        Ui.fill(page, "dns-target-domestic", "d1.cdn.test");
        Ui.fill(page, "dns-percent-global", global);
        Ui.fill(page, "dns-target-global", "g1.cdn.test");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/dns/" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    void records_are_planned_written_answered_and_taken_back() {
        Page page = Ui.signedInAt("ops", "cdn");
        page.locator("#dns-watch").click();
        Ui.fill(page, "text", name);
        page.locator("#text-done").click();
        assertThat(row(page)).containsText("레코드가 없습니다.");
        plan(page, "70", "20");
        assertThat(page.locator("#plan-calls")).containsText("비중의 합이 90입니다");
        Ui.fill(page, "dns-percent-global", "30");
        assertThat(page.locator("#dns-plan")).containsText("domestic: 없음 → 가중치 70 · CNAME d1.cdn.test · TTL 60초");
        Ui.fill(page, "dns-reason", "첫 레코드 " + name);
        page.locator("#dns-act").click();
        assertThat(changes(page, "첫 레코드 " + name)).containsText("확인됨");
        assertThat(changes(page, "첫 레코드 " + name)).containsText("서버의 답: d1.cdn.test ×");
        assertThat(row(page)).containsText("가중치 70 · CNAME d1.cdn.test · TTL 60초");
        plan(page, "0", "100");
        assertThat(page.locator("#dns-plan")).containsText("가중치 30 · CNAME g1.cdn.test · TTL 60초 → 가중치 100");
        assertThat(page.locator("#dns-plan")).containsText("길어도 60초 동안");
        Ui.fill(page, "dns-reason", "국내 느림 " + name);
        picture(page, "plan");
        page.locator("#dns-act").click();
        Locator drained = changes(page, "국내 느림 " + name);
        assertThat(drained).containsText("서버의 답: g1.cdn.test ×60 · TTL 60초");
        picture(page, "drained");
        drained.locator("[id^=dns-revert-]").click();
        assertThat(page.locator("#dns-back")).containsText("→");
        assertThat(page.locator("#dns-back")).containsText("CNAME d1.cdn.test");
        picture(page, "back");
        Ui.fill(page, "dns-back-reason", "다시 빨라짐 " + name);
        page.locator("#dns-back-act").click();
        assertThat(changes(page, "다시 빨라짐 " + name)).containsText("확인됨");
        assertThat(row(page)).containsText("가중치 70 · CNAME d1.cdn.test · TTL 60초");
        picture(page, "reverted");
        Ui.leave(page);
    }

    @Test
    void records_are_written_by_keyboard_alone() {
        Ui.app().api("ops").post("/dns/names/" + name, Map.of());
        Page page = Ui.signedInAt("ops", "cdn");
        assertThat(row(page)).containsText("레코드가 없습니다.");
        page.locator("[id='dns-plan-" + name + "']").focus();
        page.keyboard().press("Enter");
        page.locator("#dns-percent-global input").focus();
        page.keyboard().type("100");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("g2.cdn.test");
        page.keyboard().press("Tab");
        assertThat(page.locator("#dns-plan")).containsText("CNAME g2.cdn.test");
        page.locator("#dns-reason input").focus();
        page.keyboard().type("키보드 " + name);
        page.keyboard().press("Tab");
        page.locator("#dns-act").focus();
        page.keyboard().press("Enter");
        assertThat(changes(page, "키보드 " + name)).containsText("서버의 답: g2.cdn.test ×60");
        Ui.leave(page);
    }
}
