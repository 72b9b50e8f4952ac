package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** Signing in, and what the shell says. */
class SignInTest {

    @Test
    void a_deep_link_leads_through_sign_in() {
        Page page = Ui.context("ko-KR", false, 1440, 900).newPage();
        page.navigate(Ui.app().url() + "/work");
        page.locator("#enter").waitFor();
        assertThat(page.locator("h1").innerText()).isEqualTo("Onair 로그인");
        page.context().close();
    }

    @Test
    void wrong_and_unknown_get_the_same_answer() {
        Page page = Ui.context("ko-KR", false, 1440, 900).newPage();
        page.navigate(Ui.app().url() + "/sign-in");
        String wrong = answer(page, "auditor", "wrong-password-1");
        String unknown = answer(page, "nobody-here", "wrong-password-1");
        assertThat(wrong).isNotBlank().isEqualTo(unknown);
        page.context().close();
    }

    private static String answer(Page page, String login, String password) {
        Ui.fill(page, "login", login);
        Ui.fill(page, "password", password);
        page.locator("#enter").click();
        page.waitForCondition(() -> page.locator("[role=alert]").isVisible()
                && page.locator("#password input").inputValue().isEmpty());
        return page.locator("[role=alert]").innerText();
    }

    @Test
    void the_bar_says_where_we_are_and_language_and_theme_stay_with_the_person() {
        Page page = Ui.signedIn("moderator");
        assertThat(page.locator("#environment").innerText()).isEqualTo("데모 · 실제 AWS 아님");
        page.locator("#person").click();
        page.getByText("English로 보기").click();
        page.getByText("Demo · not real AWS").waitFor();
        page.locator("#person").click();
        page.getByText("Switch light/dark").click();
        page.waitForCondition(() -> "dark".equals(page.evaluate("document.documentElement.getAttribute('theme')")));
        page.context().close();

        Page later = Ui.signedIn("moderator");
        assertThat(later.locator("#environment").innerText()).isEqualTo("Demo · not real AWS");
        assertThat(later.evaluate("document.documentElement.getAttribute('theme')"))
                .isEqualTo("dark");
        later.locator("#person").click();
        later.getByText("한국어로 보기").click();
        later.getByText("데모 · 실제 AWS 아님").waitFor();
        later.context().close();
    }

    @Test
    void signing_out_ends_the_session() {
        Page page = Ui.signedIn("auditor");
        page.locator("#person").click();
        page.getByText("로그아웃").click();
        page.locator("#enter").waitFor();
        page.navigate(Ui.app().url() + "/audit");
        page.locator("#enter").waitFor();
        page.context().close();
    }

    @Test
    void a_moderator_does_not_get_into_the_event_log() {
        Page page = Ui.signedIn("moderator");
        page.navigate(Ui.app().url() + "/audit");
        page.waitForCondition(() -> page.locator("#audit-search").count() == 0);
        assertThat(page.locator("#audit-search").count()).isZero();
        page.context().close();
    }

    @Test
    void a_revoked_sign_in_is_out_within_seconds() {
        Page page = Ui.signedIn("auditor");
        Api admin = Ui.app().api("admin");
        for (JsonNode session : admin.get("/accounts/sessions").ok()) {
            if (session.path("name").asText().equals("데모 감사 담당")) {
                admin.call("DELETE", "/me/sessions/" + session.path("id").asText(), null, Map.of())
                        .ok();
            }
        }
        page.waitForURL("**/sign-in**");
        page.context().close();
    }
}
