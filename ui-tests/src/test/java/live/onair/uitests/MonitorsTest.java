package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import live.onair.awsstub.AwsStub;
import live.onair.testkit.RunningOnair;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A camera in the field is looked at by the crew: made, watched by a session that expires, taken away by its plan. */
class MonitorsTest {

    private static final RunningOnair ONAIR = OnAws.app();
    private static final AwsStub STUB = OnAws.stub();

    private static Page signedIn(String role) {
        Page page = OnAws.at(role, "monitors", false);
        page.locator("#monitors-label").waitFor();
        return page;
    }

    /** What a session's address plays here: a show that the media process really sends. */
    private static String playlist() {
        List<String> ids =
                ONAIR.api("ops").get("/shows?state=ON_AIR").ok().path("shows").findValuesAsText("id");
        String show =
                ids.stream().filter(id -> id.startsWith("SH-")).findFirst().orElseThrow();
        return ONAIR.media().path("urls").path("domestic").asText() + "/live/" + show + "/index.m3u8";
    }

    private static JsonNode only() {
        JsonNode items = ONAIR.api("auditor").get("/monitors").ok().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static String added(Page page) {
        page.locator("#monitors-create").click();
        page.locator("#monitor-name input").fill("현장 카메라 1");
        assertThat(page.locator("#plan-calls")).containsText("kinesisvideo CreateStream");
        page.locator("#monitor-done").click();
        Locator list = page.locator("#monitor-list");
        assertThat(list).containsText("현장 카메라 1");
        assertThat(list).containsText("준비됨");
        return only().path("id").asText();
    }

    private static void removed(Page page, String id) {
        page.locator("#monitors-remove-" + id).click();
        assertThat(page.locator("#plan-calls")).containsText("DeleteStream");
        page.locator("#sheet-typed input").fill("현장 카메라 1");
        page.locator("#sheet-reason textarea").fill("행사가 끝남");
        page.locator("#sheet-act").click();
        page.getByText("모니터가 없습니다").waitFor();
    }

    private static List<String> complaints(Page page) {
        List<String> heard = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                heard.add(message.text());
            }
        });
        return heard;
    }

    @Test
    void a_camera_in_the_field_is_watched_by_a_session_and_taken_away_by_its_plan() {
        Page page = signedIn("ops");
        List<String> complaints = complaints(page);
        assertThat(page.locator("#monitors-label")).containsText("대량 시청용 아님");
        assertThat(page.locator("#monitors-label")).containsText("만료되는 세션");
        String id = added(page);
        page.locator("#monitors-open-" + id).click();
        assertThat(page.locator("#monitor-said")).containsText("지금 보내는 것이 없습니다");

        STUB.video().plays(playlist());
        STUB.video().producerConnects("onair-ui-" + id);
        assertThat(page.locator("#monitor-said")).containsText("보는 중");
        page.waitForFunction("() => document.querySelector('#monitor-pane video').currentTime > 1");
        double before = Ui.currentTime(page);
        page.waitForFunction("t => document.querySelector('#monitor-pane video').currentTime > t + 2", before);
        assertThat(page.locator("#monitor-until")).containsText("세션");
        assertThat(complaints).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/monitors/watching.png")));
        assertThat(STUB.calls("kinesis-video-archived-media", "GetHLSStreamingSessionURL"))
                .isNotEmpty();

        page.locator("#monitor-close").click();
        assertThat(page.locator("#monitor-pane video")).hasCount(0);
        removed(page, id);
        Awaitility.await().until(() -> STUB.leftBehind().stream().noneMatch(arn -> arn.contains("kinesisvideo")));
        page.context().close();
    }

    @Test
    void without_aws_the_page_says_so_and_makes_nothing_up() {
        Page page = Ui.signedInAt("merchandiser", "monitors");
        assertThat(page.locator("#monitors-account")).containsText("AWS를 쓰지 않음");
        assertThat(page.locator(".on-page")).containsText("모니터가 없습니다");
        assertThat(page.locator("#monitors-create")).isHidden();
        Ui.leave(page);
    }
}
