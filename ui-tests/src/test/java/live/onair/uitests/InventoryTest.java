package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** W4, W8, S20: the page of the account says in words that AWS is not used, and makes nothing up. */
class InventoryTest {

    @Test
    void without_aws_the_page_says_so_and_shows_no_number() {
        Page page = Ui.signedInAt("ops", "inventory");
        page.locator("#account-head").getByText("AWS를 쓰지 않음").waitFor();
        String words = page.locator(".on-page").innerText();
        assertThat(words).contains("onair.aws.enabled", "보여 드릴 AWS 자원이 없습니다", "아무것도 조회하지 않았습니다");
        assertThat(words).doesNotContainPattern("\\d{12}").doesNotContain("ap-northeast-2", "₩");
        assertThat(page.locator("#account-chip").isVisible()).isFalse();
        assertThat(page.locator("#inventory-refresh").isVisible()).isFalse();
        Ui.leave(page);
    }

    @Test
    void what_is_looked_for_is_in_the_address() {
        Page page = Ui.signedInAt("auditor", "inventory?verdict=ORPHAN&q=CH-1");
        page.locator("#inventory-search input").waitFor();
        assertThat(page.locator("#inventory-search input").inputValue()).isEqualTo("CH-1");
        assertThat(page.locator("vaadin-radio-button[checked]").innerText()).contains("주인 없음");
        page.locator("vaadin-radio-button", new Page.LocatorOptions().setHasText("어긋남"))
                .click();
        page.waitForURL("**/inventory?q=CH-1&verdict=DRIFTED");
        Ui.leave(page);
    }

    @Test
    void the_page_is_found_in_the_navigation_by_everyone() {
        for (String role : new String[] {"merchandiser", "moderator", "auditor"}) {
            Page page = Ui.signedIn(role);
            page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText("AWS 자원"))
                    .click();
            page.locator("#account-head").waitFor();
            Ui.leave(page);
        }
    }

    @Test
    void without_aws_the_quotas_are_unknown_and_no_limit_is_made_up() {
        Page page = Ui.signedInAt("ops", "inventory");
        page.locator(".on-inventory-tabs a", new Page.LocatorOptions().setHasText("쿼터"))
                .click();
        page.waitForURL("**/inventory/quotas");
        page.getByText("쿼터를 알 수 없습니다").waitFor();
        String words = page.locator(".on-page").innerText();
        assertThat(words).contains("AWS에 연결하지 않아 한도와 사용량을 읽지 않았습니다");
        assertThat(words).doesNotContain("한도 0", "여유 있음", "L-D1AFAF75");
        assertThat(page.locator("#quota-list").isVisible()).isFalse();
        page.locator(".on-inventory-tabs a", new Page.LocatorOptions().setHasText("자원"))
                .click();
        page.locator("#inventory-search").waitFor();
        Ui.leave(page);
    }

    @Test
    void without_aws_no_call_was_sent_and_none_is_missing() {
        Page page = Ui.signedInAt("ops", "inventory");
        page.locator(".on-inventory-tabs a", new Page.LocatorOptions().setHasText("호출과 추적"))
                .click();
        page.waitForURL("**/inventory/calls");
        page.getByText("보여 드릴 AWS 호출이 없습니다").waitFor();
        String words = page.locator(".on-page").innerText();
        assertThat(words).contains("AWS에 연결하지 않아 아무것도 호출하지 않았습니다");
        assertThat(words).doesNotContain("기록에 없습니다");
        assertThat(page.locator("#trail-said").isVisible()).isFalse();
        assertThat(page.locator("#foreign-acts").isVisible()).isFalse();
        assertThat(page.locator("#calls-list").isVisible()).isFalse();
        Ui.leave(page);
    }

    @Test
    void a_machine_is_told_the_same() {
        Api ops = Ui.app().api("ops");
        JsonNode account = ops.get("/inventory/account").ok();
        assertThat(account.path("enabled").asBoolean()).isFalse();
        assertThat(account.path("account").isTextual()).isFalse();
        assertThat(ops.get("/inventory").ok().path("items")).isEmpty();
        JsonNode quotas = ops.get("/inventory/quotas").ok();
        assertThat(quotas.path("items")).isEmpty();
        assertThat(quotas.path("readAt").isTextual()).isFalse();
        assertThat(ops.post("/inventory/refresh", Map.of()).body().path("code").asText())
                .isEqualTo("CLOUD_OFF");
    }
}
