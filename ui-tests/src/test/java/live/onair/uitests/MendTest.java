package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** What an operator does about a distribution of CloudFront that lacks something: sees it, plans, presses, and takes it back. */
class MendTest {

    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(Leave.of(Duration.ofSeconds(30)).toMillis());

    @Test
    void what_a_distribution_lacks_is_planned_pressed_and_taken_back() {
        Page page = OnAws.at("ops", "cdn", false);
        Locator account = page.locator("[data-account=global]");
        assertThat(account).containsText("WAF 없음", SOON);
        account.locator("[data-action='mends.mend']").click();
        Locator plan = page.locator("#mend-plan");
        assertThat(plan).containsText("WAF 웹 ACL: 없음 → " + OnAws.WEB_ACL);
        assertThat(plan).containsText("원본 그룹");
        assertThat(plan).containsText("원본 first은(는) 누구에게나 열려 있지만 버킷이 아닙니다");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/mend/plan.png")));
        Ui.fill(page, "mend-reason", "방화벽과 예비 원본");
        page.locator("#mend-act").click();
        Locator row = page.locator("#mend-1");
        assertThat(row).containsText("모든 엣지에 적용됨", SOON);
        assertThat(row).containsText("방화벽과 예비 원본");
        assertThat(account).containsText("demo-shield", SOON);
        page.locator("#cdn-security")
                .screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/mend/done.png")));

        row.locator("[data-action='mends.undo']").click();
        assertThat(plan).containsText("WAF 웹 ACL: " + OnAws.WEB_ACL + " → 없음");
        Ui.fill(page, "mend-reason", "규칙을 다시 본 뒤에");
        page.locator("#mend-act").click();
        assertThat(row).containsText("되돌림", SOON);
        assertThat(account).containsText("WAF 없음", SOON);
        assertThat(OnAws.stub().calls("cloudfront", "UpdateDistribution")).hasSize(2);
        page.context().close();

        Page moderator = OnAws.at("moderator", "cdn", true);
        assertThat(moderator.locator("[data-account=global]")).containsText("WAF 없음", SOON);
        assertThat(moderator.locator("[data-action='mends.mend']:not([disabled])"))
                .hasCount(0);
        moderator.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/mend/moderator.png"))
                .setFullPage(true));
        moderator.context().close();
    }
}
