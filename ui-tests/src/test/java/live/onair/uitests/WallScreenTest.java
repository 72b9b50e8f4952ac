package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R11: a wall nobody sits at says where it is, can do nothing, and comes back by itself after a restart. */
class WallScreenTest {

    @Test
    void a_wall_screen_has_no_bar_but_its_environment_and_no_commands_and_survives_a_lost_session() {
        Page page = Ui.signedIn("ops");
        BrowserContext browser = page.context();
        Ui.load(page, "wall");
        page.locator("#wall .tile").first().waitFor();
        page.locator("#sessions-wall").click();
        page.locator("#wall-screen-done").click();
        page.waitForURL("**/wall?kiosk=on");
        page.locator("html[data-kiosk]").waitFor();
        assertThat(page.locator(".on-kiosk-env")).containsText("실제 AWS 아님");
        assertThat(page.locator(".on-kiosk-env")).isVisible();
        assertThat(page.locator("#person")).not().isInViewport();
        assertThat(page.locator("#sessions-wall")).isHidden();

        forgetTheServersSession(browser);
        page.reload();
        page.locator("#wall .tile").first().waitFor();
        assertThat(page.locator(".on-kiosk-env")).isVisible();

        for (String path : List.of("channels", "account", "windows", "templates", "schedule")) {
            Ui.load(page, path);
            page.locator(".on-page").waitFor();
            assertThat(page.locator("[data-action]").filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(0);
        }
        page.locator("#person").click();
        assertThat(page.getByText("상황판 (보기 전용)")).isVisible();
        page.getByText("로그아웃").click();
        page.waitForURL("**/sign-in");
        page.navigate(Ui.app().url() + "/wall");
        page.waitForURL("**/sign-in");
        browser.close();
    }

    @Test
    void a_person_stays_signed_in_when_the_server_has_forgotten_their_session() {
        Page page = Ui.signedIn("merchandiser");
        forgetTheServersSession(page.context());
        Ui.load(page, "shows");
        assertThat(page.locator("#person")).containsText("데모 편성 담당");
        page.context().close();
    }

    /** As after a restart: the HTTP session is gone, the browser has the rest. */
    private static void forgetTheServersSession(BrowserContext browser) {
        List<Cookie> rest = Ui.withoutServersSession(browser);
        browser.clearCookies();
        browser.addCookies(rest);
    }
}
