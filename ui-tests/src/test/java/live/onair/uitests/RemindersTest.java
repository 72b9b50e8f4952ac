package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A viewer asks to be told before a show and turns it off again; the show's page tells how many do, and what goes out. */
class RemindersTest {

    /** A show of the demo that is approved and still to come. */
    private static String coming() {
        return Ui.app().api("auditor").get("/shows?state=APPROVED").ok().path("shows").findValuesAsText("id").stream()
                .filter(id -> id.startsWith("SH-"))
                .findFirst()
                .orElseThrow();
    }

    private static Page signedUp(String show) {
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        viewer.locator("#remind").click();
        viewer.locator("#remind-ads").check();
        viewer.locator("#remind-night").check();
        viewer.locator("#remind-yes").click();
        assertThat(viewer.locator("#remind")).hasText("알림 끄기");
        return viewer;
    }

    @Test
    void what_is_sent_stands_on_the_page_of_who_asked_and_on_nobody_elses() {
        Api planner = Ui.app().api("merchandiser");
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "알림 시험 채널", "warmUpSeconds", 5, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1_800);
        String show = planner.post(
                        "/shows",
                        Map.of(
                                "title",
                                "데모 브랜드 곧 시작",
                                "channel",
                                channel,
                                "start",
                                start.toString(),
                                "end",
                                start.plusSeconds(1_800).toString()))
                .ok()
                .path("id")
                .asText();
        OnBoard.approve(show);
        Page asked = signedUp(show);
        Page other = Ui.visitor();
        other.navigate(Ui.app().viewerUrl() + "/live/" + show);
        // the last message goes out five minutes before the start, also where that was moved after they had signed up
        Instant sooner = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(320);
        planner.patch(
                        "/shows/" + show,
                        Map.of(
                                "start", sooner.toString(),
                                "end", sooner.plusSeconds(1_800).toString()))
                .ok();
        Ui.app()
                .api("admin")
                .post("/shows/" + show + "/transitions", Map.of("to", "APPROVED"))
                .ok();
        assertThat(asked.locator("#pushed"))
                .containsText(
                        "‘데모 브랜드 곧 시작’ 곧 시작합니다.",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(Leave.of(240_000)));
        asked.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/reminders/pushed.png")));
        assertThat(other.locator("#pushed")).isHidden();
        planner.post("/shows/" + show + "/transitions", Map.of("to", "DRAFT", "reason", "시험 끝"));
        Ui.leave(asked);
        Ui.leave(other);
    }

    @Test
    void a_viewer_signs_up_with_their_consent_and_takes_it_back_and_a_message_is_taken_out() {
        String show = coming();
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        viewer.locator("#remind").click();
        assertThat(viewer.locator("#remind-night")).isDisabled();
        viewer.locator("#remind-ads").check();
        viewer.locator("#remind-night").check();
        viewer.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/reminders/sheet.png")));
        viewer.locator("#remind-yes").click();
        assertThat(viewer.locator("#remind")).hasText("알림 끄기");
        assertThat(viewer.locator("#remind-say")).hasText("알림을 신청했습니다.");

        Page page = Ui.signedInAt("merchandiser", "shows/" + show + "/products");
        Locator pane = page.locator("#reminders");
        assertThat(pane.locator("h2")).hasText("알림신청 1명");
        assertThat(pane).containsText("광고 동의 1명 · 야간 동의 1명");
        Locator hour = pane.locator("[data-push=HOUR]");
        assertThat(hour).containsText("올영라이브");
        hour.locator("#reminder-press-HOUR").click();
        assertThat(hour).hasAttribute("data-state", "SKIPPED");
        page.keyboard().press("u");
        assertThat(hour).hasAttribute("data-state", "PLANNED");
        pane.scrollIntoViewIfNeeded();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/reminders/pane.png")));
        page.locator("#reminders-export").click();
        page.locator("#reminders-export-done").click();
        page.getByText("사유를 5자 이상").first().waitFor();
        Ui.fill(page, "reminders-reason", "데모 문자 발송");
        page.locator("#reminders-export-done").click();
        assertThat(page.locator("#reminders-file")).containsText("1명");

        viewer.locator("#remind").click();
        assertThat(viewer.locator("#remind")).hasText("알림 받기");
        assertThat(pane.locator("h2")).hasText("알림신청 0명");
        Ui.leave(viewer);
        Ui.leave(page);
    }
}
