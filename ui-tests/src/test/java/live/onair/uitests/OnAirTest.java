package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** The wall, the emergency slate, the work board and the event log, on the demo's show that is on air. */
class OnAirTest {

    @Test
    void the_wall_plays_every_show_on_air_and_says_its_health() {
        Page page = Ui.signedInAt("ops", "wall");
        page.locator(".tile[data-show=" + Ui.onAir() + "] [data-health=OK]").waitFor();
        await("moving picture").atMost(Leave.of(Duration.ofSeconds(20))).until(() -> Ui.currentTime(page) > 1);
        Ui.leave(page);
    }

    @Test
    void the_emergency_slate_wants_the_name_typed_and_viewers_see_it_in_10_seconds() {
        String id = Ui.onAir();
        Page page = Ui.signedInAt("ops", "shows/" + id);
        page.locator("#shows-plan").click();
        PlaywrightAssertions.assertThat(page.locator("#plan-calls")).containsText("1. media POST slate");
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator("#plan-calls")).hasCount(0);
        page.locator("#shows-slateOn").click();
        PlaywrightAssertions.assertThat(page.locator("#plan-calls"))
                .containsText("{\"run\":\"" + id + ":1\",\"on\":true}");
        assertThat(page.locator("#sheet-act").isDisabled()).isTrue();
        page.locator("#sheet-typed input").fill("SH-0");
        page.locator("#sheet-reason textarea").fill("시험");
        assertThat(page.locator("#sheet-act").isDisabled()).isTrue();
        page.locator("#sheet-typed input").fill(id);
        page.waitForCondition(() -> page.locator("#sheet-act").isEnabled());
        page.locator("#sheet-act").click();
        await("slate")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> output(id).equals("SLATE_EMERGENCY"));
        page.getByText("계획대로 실행").first().waitFor();
        page.locator("#shows-slateOff").click();
        page.locator("#reason-done").click();
        await("picture")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> output(id).equals("TEST"));
        Ui.leave(page);
    }

    private static String output(String id) {
        String channel = Ui.app()
                .api("ops")
                .get("/shows/" + id)
                .ok()
                .path("channel")
                .path("id")
                .asText();
        return Ui.app()
                .api("ops")
                .get("/channels/" + channel)
                .ok()
                .path("signal")
                .path("output")
                .asText();
    }

    @Test
    void ops_see_the_work_and_verify_the_event_log() {
        Page page = Ui.signedInAt("ops", "work");
        page.getByText("채널을 계획에 맞추기").first().waitFor();
        Ui.go(page, "audit?q=WentOnAir");
        page.locator("vaadin-grid-cell-content")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("방송 시작"))
                .first()
                .waitFor();
        page.locator("#audit-verify").click();
        page.locator("#verdict[data-good=true]").waitFor();
        Ui.leave(page);
    }

    @Test
    void a_new_stream_key_is_shown_once() {
        Page page = Ui.signedInAt("ops", "channels");
        page.locator("#connection-CH-01").click();
        page.locator("#connection-servers input").first().waitFor();
        page.locator("#channels-rotateKey").click();
        page.locator("#key-make").click();
        page.locator("#key-value input").waitFor();
        assertThat(page.locator("#key-value input").inputValue()).hasSizeGreaterThan(15);
        Ui.leave(page);
    }
}
