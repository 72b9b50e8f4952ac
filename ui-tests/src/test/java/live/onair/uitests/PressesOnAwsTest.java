package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** What is called in the account is read before it is pressed: a new stream key, a rehearsal. */
class PressesOnAwsTest {

    private static String channel() {
        return channel("ivs");
    }

    private static String channel(String backend) {
        return OnAws.app()
                .api("ops")
                .post("/channels", Map.of("name", "클라우드 " + System.nanoTime(), "backend", backend, "warmUpSeconds", 60))
                .ok()
                .path("id")
                .asText();
    }

    /** An approved show an hour from now, with an encoder. */
    private static String show(String channel) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.HOURS);
        Api planner = OnAws.app().api("merchandiser");
        String id = planner.post(
                        "/shows",
                        Map.of(
                                "title", "클라우드 방송",
                                "channel", channel,
                                "start", start.toString(),
                                "end", start.plusSeconds(1_800).toString(),
                                "feed", Map.of("source", "INPUT")))
                .ok()
                .path("id")
                .asText();
        planner.post("/shows/" + id + "/transitions", Map.of("to", "IN_REVIEW")).ok();
        OnAws.app()
                .api("admin")
                .post("/shows/" + id + "/transitions", Map.of("to", "APPROVED"))
                .ok();
        return id;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/presses/" + name + ".png")));
    }

    @Test
    void a_new_key_shows_its_calls_first_and_is_handed_over_when_it_is_made() {
        String channel = channel();
        String show = show(channel);
        Page page = OnAws.at("ops", "channels", false);
        page.locator("#connection-" + channel).click();
        page.locator("#channels-rotateKey").click();
        Locator calls = page.locator("#plan-calls");
        assertThat(calls).containsText("CreateChannel");
        assertThat(calls).containsText("CreateStreamKey");
        assertThat(calls).containsText("ivs:CreateStreamKey");
        assertThat(calls).containsText(show);
        assertThat(calls).containsText("비용 변화: 알 수 없음");
        shot(page, "key-light");
        page.locator("#certain-done").click();
        assertThat(page.locator("#connection-keys input")).hasCount(1);
        page.locator("#channels-rotateKey").click();
        assertThat(calls).containsText("DeleteStreamKey");
        assertThat(calls).not().containsText("CreateChannel");
        page.context().close();
    }

    @Test
    void a_rehearsal_shows_its_calls_first_and_begins_with_them() {
        String show = show(channel());
        Page page = OnAws.at("ops", "shows/" + show, true);
        page.locator("#shows-rehearse").click();
        Locator calls = page.locator("#plan-calls");
        assertThat(calls).containsText("CreateChannel");
        assertThat(calls).containsText("ivs");
        shot(page, "rehearsal-dark");
        page.locator("#plan-act").click();
        page.locator(".on-show-head [data-state=REHEARSAL]").waitFor();
        page.locator("#shows-endRehearsal").click();
        page.locator(".on-show-head [data-state=APPROVED]").waitFor();
        String heard = OnAws.app()
                .api("auditor")
                .get("/audit/entries?show=" + show)
                .ok()
                .toString();
        assertThat(heard).contains("show.PlanKept");
        page.context().close();
    }

    @Test
    void rules_of_the_inputs_show_what_the_next_run_calls_because_of_them() {
        String channel = channel("medialive");
        Page page = OnAws.at("ops", "channels", true);
        page.locator("#connection-" + channel)
                .locator("xpath=..")
                .locator("#channels-inputRules")
                .click();
        Locator later = page.locator("#plan-later");
        assertThat(later).containsText("다음 송출을 준비할 때");
        page.locator("#input-second label").click();
        assertThat(page.locator("#plan-calls")).containsText("지금 보낼 호출은 없습니다");
        assertThat(later).containsText("CreateInput");
        assertThat(later).containsText("CreateChannel");
        shot(page, "rules-dark");
        page.locator("#input-rules-done").click();
        assertThat(page.locator("#plan-later")).hasCount(0);
        String heard = OnAws.app()
                .api("auditor")
                .get("/audit/entries?subject=" + channel)
                .ok()
                .toString();
        assertThat(heard).contains("resource.PlanApproved");
        page.context().close();
    }
}
