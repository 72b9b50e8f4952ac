package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A show's page: review with what changed, history in words, who else is here, and the wall. */
class ShowPageTest {

    private static String approved(String title, int days) {
        Instant start = OnBoard.at(OnBoard.TODAY.plusDays(340 + days), "15:00");
        String id = Ui.app()
                .api("merchandiser")
                .post(
                        "/shows",
                        Map.of(
                                "title",
                                title,
                                "channel",
                                "CH-05",
                                "start",
                                start.toString(),
                                "end",
                                start.plus(1, ChronoUnit.HOURS).toString()))
                .ok()
                .path("id")
                .asText();
        pass(id, "merchandiser", "IN_REVIEW");
        pass(id, "admin", "APPROVED");
        return id;
    }

    private static void pass(String id, String role, String to) {
        Ui.app()
                .api(role)
                .post("/shows/" + id + "/transitions", Map.of("to", to))
                .ok();
    }

    @Test
    void s3_the_second_person_sees_what_changed_since_the_last_approval_and_sends_it_back_with_words() {
        String id = approved("데모 브랜드 검토 시험", 1);
        Ui.app()
                .api("merchandiser")
                .patch("/shows/" + id, Map.of("title", "데모 브랜드 검토 시험 2"))
                .ok();

        Page second = Ui.signedInAt("admin", "shows/" + id);
        second.locator("[data-state=IN_REVIEW]").first().waitFor();
        second.locator("#shows-approve").click();
        second.locator("vaadin-dialog-overlay [data-field=title]").waitFor();
        assertThat(second.locator("vaadin-dialog-overlay [data-field=title]").innerText())
                .contains("데모 브랜드 검토 시험", "데모 브랜드 검토 시험 2", "다시 승인 필요");
        assertThat(second.locator("#review-back").getAttribute("disabled")).isNotNull();
        Ui.fill(second, "reason", "제목을 줄여 주세요");
        second.locator("#review-back").click();
        second.locator("[data-state=DRAFT]").first().waitFor();
        second.getByText("돌려보낸 이유: 제목을 줄여 주세요").waitFor();
        Ui.leave(second);
    }

    @Test
    void u5_a_plan_of_a_dangerous_act_counts_for_two_minutes() {
        Page page = Ui.signedIn("ops");
        page.clock().install();
        String show = Ui.onAir();
        Ui.go(page, "shows/" + show);
        page.locator("#shows-stop").click();
        Ui.fill(page, "sheet-typed", "SH-0");
        Ui.fill(page, "sheet-reason", "시험");
        PlaywrightAssertions.assertThat(page.locator("#sheet-act")).isDisabled();
        Ui.fill(page, "sheet-typed", show);
        PlaywrightAssertions.assertThat(page.locator("#sheet-act")).isEnabled();
        page.clock().fastForward("02:01");
        PlaywrightAssertions.assertThat(page.locator("#sheet-act")).hasText("2분이 지났습니다. 닫고 다시 여세요");
        PlaywrightAssertions.assertThat(page.locator("#sheet-act")).isDisabled();
        page.context().close();
    }

    @Test
    void u7_the_history_tells_who_when_what_and_why_and_follows_a_change_by_the_api_within_two_seconds() {
        String id = approved("데모 브랜드 이력 시험", 2);
        Page page = Ui.signedInAt("moderator", "shows/" + id + "/history");
        page.locator("[data-history='" + id + "'] li[data-kind='show.Approved']")
                .waitFor();
        Ui.app()
                .api("merchandiser")
                .patch("/shows/" + id, Map.of("title", "데모 브랜드 이력 시험 2"))
                .ok();
        page.locator("li[data-kind='show.Changed']")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(Leave.of(2_500)));
        assertThat(page.locator("li[data-kind='show.Changed']").first().innerText())
                .contains("데모 편성 담당", "API", "제목", "데모 브랜드 이력 시험", "데모 브랜드 이력 시험 2", "내용 고침");
        Ui.leave(page);
    }

    @Test
    void what_happened_last_is_beside_the_show_though_nothing_else_of_it_is_another() {
        String id = approved("데모 브랜드 최근 일 시험", 4);
        Page page = Ui.signedInAt("moderator", "shows/" + id);
        page.locator("[data-state=APPROVED]").first().waitFor();
        Ui.app()
                .api("merchandiser")
                .post("/cues/shows/" + id + "/prompter", Map.of("text", "곧 시작합니다"))
                .ok();
        page.locator(".on-side").getByText("곧 시작합니다").first().waitFor();
        Ui.leave(page);
    }

    @Test
    void u17_two_people_on_one_show_see_each_other() {
        String id = approved("데모 브랜드 함께 보기", 3);
        Page one = Ui.signedInAt("merchandiser", "shows/" + id);
        Page other = Ui.signedInAt("admin", "shows/" + id);
        one.getByText("데모 관리자 보는 중").waitFor();
        other.getByText("데모 편성 담당 보는 중").waitFor();
        // who goes elsewhere is gone at once; a window that dies is only missed later
        other.locator("a[href^='work'], a[href='/work']").first().click();
        other.waitForURL("**/work**");
        one.waitForCondition(() -> one.getByText("데모 관리자 보는 중").isHidden());
        other.navigate(Ui.app().url() + "/shows/" + id);
        one.getByText("데모 관리자 보는 중").waitFor();
        Ui.leave(other);
        one.waitForCondition(() -> one.getByText("데모 관리자 보는 중").isHidden());
        Ui.leave(one);
    }

    @Test
    void o1_the_wall_puts_a_show_alone_by_its_number_and_gives_it_sound_by_m() {
        Page page = Ui.signedInAt("moderator", "wall");
        page.locator("#wall .tile").first().waitFor();
        assertThat(page.evaluate("() => [...document.querySelectorAll('#wall video')].every(v => v.muted)"))
                .as("silent by itself")
                .isEqualTo(true);
        page.keyboard().press("1");
        page.waitForURL("**/wall?solo=SH-*");
        page.keyboard().press("m");
        page.waitForCondition(() -> page.evaluate("() => !document.querySelector('#wall video').muted")
                .equals(true));
        page.keyboard().press("0");
        page.waitForURL(Ui.app().url() + "/wall");
        Ui.leave(page);
    }
}
