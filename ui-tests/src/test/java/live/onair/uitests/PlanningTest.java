package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A merchandiser plans on the board, a second person approves. */
class PlanningTest {

    private static final LocalDate DAY = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(12);

    @Test
    void a_show_is_planned_moved_refused_submitted_and_approved() {
        Page planner = Ui.signedInAt("merchandiser", "schedule/" + DAY);
        String first = plan(planner, "데모 브랜드 편성 시험");
        assertThat(planner.locator("[data-show=" + first + "]").getAttribute("class"))
                .contains("scheduled");

        refusedOnATakenSlot(planner);
        move(planner, first);

        planner.locator("#open-show").click();
        planner.locator("#shows-submit").click();
        planner.locator("[data-state=IN_REVIEW]").waitFor();
        planner.locator("#shows-approve").click();
        planner.locator("#reason-done").click();
        planner.getByText("마지막으로 고친 사람은 승인할 수 없습니다").first().waitFor();

        Page second = Ui.signedInAt("admin", "shows/" + first);
        second.locator("#shows-approve").click();
        second.locator("#reason-done").click();
        second.locator("[data-state=APPROVED]").waitFor();
        planner.locator("[data-state=APPROVED]").waitFor();
        Ui.leave(second);
        Ui.leave(planner);
    }

    private static String plan(Page page, String title) {
        page.locator("#shows-schedule").click();
        Ui.fill(page, "show-title", title);
        chooseChannel(page, "show-channel", "데모 채널 3 · CH-03");
        page.locator("#dialog-save").click();
        Locator event = page.locator(".ev.selv");
        event.waitFor();
        return event.getAttribute("data-show");
    }

    /** By keyboard: the whole label, then Enter. */
    private static void chooseChannel(Page page, String id, String label) {
        Locator input = page.locator("#" + id + " input");
        Locator item = page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
        await("the dialog has its rows")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> {
                    input.fill("");
                    input.fill(label);
                    return item.isVisible();
                });
        input.press("Enter");
        page.waitForCondition(() -> input.inputValue().equals(label));
        input.press("Tab");
    }

    /** The dialog opens at the same hour: the slot is taken, and the refusal names who has it. */
    private static void refusedOnATakenSlot(Page page) {
        page.locator("#shows-schedule").click();
        Ui.fill(page, "show-title", "겹치는 방송");
        chooseChannel(page, "show-channel", "데모 채널 3 · CH-03");
        page.locator("#dialog-save").click();
        page.getByText("이미 잡혀 있습니다").first().waitFor();
        page.locator("vaadin-dialog-overlay vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("취소"))
                .first()
                .click();
    }

    private static void move(Page page, String show) {
        page.locator("[data-show=" + show + "]").click();
        page.locator("#shows-move").click();
        chooseChannel(page, "move-channel", "데모 채널 4 · CH-04");
        page.locator("#dialog-save").click();
        page.locator("[data-channel=CH-04][data-show=" + show + "]").waitFor();
        page.locator("#undo").click();
        page.locator("[data-channel=CH-03][data-show=" + show + "]").waitFor();
    }
}
