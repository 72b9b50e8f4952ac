package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** B7: what viewers will see on a phone is seen before it is public. */
class PreviewTest {

    @Test
    void the_preview_of_a_draft_is_what_viewers_get_once_it_is_approved() {
        // a channel of its own: whatever the hour, nobody else holds it
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "미리보기 시험"))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.DAYS);
        String id = Ui.app()
                .api("merchandiser")
                .post(
                        "/shows",
                        Map.of(
                                "title",
                                "데모 브랜드 미리보기 <b>시험</b>",
                                "description",
                                "첫 줄\n둘째 줄",
                                "channel",
                                channel,
                                "start",
                                start.toString(),
                                "end",
                                start.plus(30, ChronoUnit.MINUTES).toString()))
                .ok()
                .path("id")
                .asText();
        Page page = Ui.signedInAt("merchandiser", "shows/" + id);
        page.locator("#preview").waitFor();
        page.keyboard().press("p");
        FrameLocator phone = page.frameLocator("#preview-frame");
        assertThat(phone.locator("#title")).hasText("데모 브랜드 미리보기 <b>시험</b>");
        assertThat(phone.locator("#preview")).containsText("미리보기");
        List<String> told = seen(phone.locator("#title").innerText(), phone);
        page.locator("#preview-moment vaadin-radio-button").nth(1).click();
        assertThat(phone.locator("#cover-what")).hasText("여기에 방송이 나옵니다");
        assertThat(phone.locator("#state-word")).hasText("ON AIR");
        page.keyboard().press("Escape");
        assertThat(page.locator("#preview-frame")).hasCount(0);

        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + id);
        assertThat(viewer.locator("#cover-what")).hasText("방송을 찾을 수 없습니다");
        Ui.app()
                .api("merchandiser")
                .post("/shows/" + id + "/transitions", Map.of("to", "IN_REVIEW"))
                .ok();
        Page second = Ui.signedInAt("admin", "shows/" + id);
        second.locator("#shows-approve").click();
        second.locator("#review-preview").click();
        assertThat(second.frameLocator("#preview-frame").locator("#title")).hasText("데모 브랜드 미리보기 <b>시험</b>");
        second.keyboard().press("Escape");
        second.locator("#reason-done").click();
        assertThat(viewer.locator("#title")).hasText("데모 브랜드 미리보기 <b>시험</b>");
        org.assertj.core.api.Assertions.assertThat(List.of(
                        viewer.locator("#title").innerText(),
                        viewer.locator("#when").innerText(),
                        viewer.locator("#description").innerText(),
                        viewer.locator("#state-word").innerText()))
                .isEqualTo(told);
        List.of(page, viewer, second).forEach(Ui::leave);
    }

    private static List<String> seen(String title, FrameLocator phone) {
        return List.of(
                title,
                phone.locator("#when").innerText(),
                phone.locator("#description").innerText(),
                phone.locator("#state-word").innerText());
    }
}
