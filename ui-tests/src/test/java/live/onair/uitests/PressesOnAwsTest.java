package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** What is called in the account is read before it is pressed: a new stream key, a rehearsal. */
class PressesOnAwsTest {

    private static final Locator.WaitForOptions PATIENT = new Locator.WaitForOptions().setTimeout(Leave.of(180_000));

    private static String channel() {
        return channel("ivs", 60);
    }

    private static String channel(String backend, int warmUp) {
        return OnAws.app()
                .api("ops")
                .post(
                        "/channels",
                        Map.of("name", "클라우드 " + System.nanoTime(), "backend", backend, "warmUpSeconds", warmUp))
                .ok()
                .path("id")
                .asText();
    }

    /** An approved show an hour from now, with an encoder. */
    private static String show(String channel) {
        return show(channel, "INPUT", Duration.ofHours(1));
    }

    private static String show(String channel, String source, Duration ahead) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(ahead);
        Api planner = OnAws.app().api("merchandiser");
        String id = planner.post(
                        "/shows",
                        Map.of(
                                "title", "클라우드 방송",
                                "channel", channel,
                                "start", start.toString(),
                                "end", start.plusSeconds(1_800).toString(),
                                "feed", Map.of("source", source)))
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

    /** MediaLive changes no picture: the sheet says so before, and the slate is what viewers get. */
    @Test
    void where_a_picture_cannot_be_blurred_the_sheet_says_that_the_slate_comes_instead() {
        String channel = channel("medialive", 40);
        String show = show(channel, "TEST", Duration.ofSeconds(45));
        Page page = OnAws.at("moderator", "shows/" + show, true);
        page.locator(".on-show-head [data-state=ON_AIR]").waitFor(PATIENT);
        page.locator("#shows-blurOn").click();
        assertThat(page.locator("vaadin-dialog-overlay")).containsText("이 채널에서는 흐림 대신 슬레이트가 나갑니다");
        assertThat(page.locator("#plan-calls")).containsText("BatchUpdateSchedule");
        Ui.fill(page, "sheet-typed", show);
        Ui.fill(page, "sheet-reason", "운영 정책 위반");
        shot(page, "blur-dark");
        page.locator("#sheet-act").click();
        assertThat(page.locator(".on-show-head [data-cover=BLUR]")).containsText("흐림 · 슬레이트");
        sends(channel, "SLATE_EMERGENCY");
        page.locator("#shows-blurOff").click();
        page.locator("#reason textarea").fill("가렸습니다");
        page.locator("#reason-done").click();
        assertThat(page.locator(".on-show-head [data-cover=BLUR]")).hasCount(0);
        sends(channel, "INPUT", "TEST", "FILE");
        OnAws.app()
                .api("ops")
                .post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "시험이 끝났습니다"))
                .ok();
        page.context().close();
    }

    private static void sends(String channel, String... one) {
        await(String.join("/", one))
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> List.of(one)
                        .contains(OnAws.app()
                                .api("ops")
                                .get("/channels/" + channel)
                                .ok()
                                .path("signal")
                                .path("output")
                                .asText()));
    }

    @Test
    void rules_of_the_inputs_show_what_the_next_run_calls_because_of_them() {
        String channel = channel("medialive", 60);
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
