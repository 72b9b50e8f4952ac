package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** M4, ★27: a rule is tried on what was said, counts in the chat once it is enabled, and is tested with its reason. */
class ChatRulesTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/" + name + ".png")));
    }

    private static void says(Page viewer, String words) {
        viewer.locator("#chat-words").fill(words);
        viewer.locator("#chat-words").press("Enter");
    }

    private static Locator heard(Page viewer, String words) {
        return viewer.locator("#chat li", new Page.LocatorOptions().setHasText(words));
    }

    @Test
    void a_word_is_tried_enabled_met_in_the_chat_and_disabled_again() {
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        assertThat(viewer.locator("#chat li").first()).isVisible();
        says(viewer, "멜론" + mark + " 향 나요");
        assertThat(heard(viewer, mark)).hasCount(1);

        Page page = Ui.signedInAt("moderator", "chat-rules");
        page.locator("#chatRules-add").click();
        page.locator("#rule-words textarea").fill("[멜");
        page.locator("#rule-add-on").click();
        assertThat(page.locator("vaadin-notification-card").last()).containsText("읽을 수 없습니다");
        page.locator("#rule-words textarea").fill("멜론" + mark);
        Ui.fill(page, "rule-note", "시험 규칙");
        page.locator("#chatRules-tryOut").click();
        assertThat(page.locator("#rule-tried")).containsText("1건이 걸립니다");
        assertThat(page.locator("#rule-tried")).containsText("멜론" + mark + " 향 나요");
        picture(page, "rule");
        page.locator("#rule-add-on").click();
        assertThat(page.locator("#rules-state")).containsText("모두 적용되어 있습니다");

        page.locator("#test-line input").fill("멜 론 " + mark + " 좋아요");
        assertThat(page.locator("#test-said")).containsText("보류");
        assertThat(page.locator("#test-said")).containsText("시험 규칙");
        picture(page, "rules");

        says(viewer, "멜론" + mark + " 또 나왔다");
        assertThat(viewer.locator("#chat-told")).containsText("검토 중");
        assertThat(heard(viewer, "또 나왔다")).hasCount(0);

        Locator row =
                page.locator("#rule-list vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("규칙 끄기"));
        row.first().getByText("규칙 끄기").click();
        assertThat(page.locator("vaadin-notification-card").last()).containsText("규칙을 껐습니다");
        assertThat(page.locator("#rules-state")).containsText("모두 적용되어 있습니다");
        says(viewer, "멜론" + mark + " 괜찮나요");
        assertThat(heard(viewer, "괜찮나요")).hasCount(1);
        Ui.leave(viewer);
        Ui.leave(page);
    }

    @Test
    void a_word_that_was_caught_wrongly_becomes_an_exception_and_the_rule_is_as_shipped_again() {
        Page page = Ui.signedInAt("moderator", "chat-rules");
        String line = "붉은지랄나무 화분";
        page.locator("#test-line input").fill(line);
        assertThat(page.locator("#test-said")).containsText("가림");
        picture(page, "shipped-before");
        inRow(page, "shippedRules-change-innocents").click();
        Locator words = page.locator("#shipped-words textarea");
        words.focus();
        words.press("Control+End");
        words.pressSequentially("\n붉은지랄나무");
        page.locator("#shipped-change").click();
        assertThat(page.locator("#shipped-tried")).containsText("한 번 더 누르세요");
        picture(page, "shipped-innocents");
        page.locator("#shipped-change").click();
        assertThat(page.locator("#shipped-tried")).hasCount(0);
        assertThat(page.locator("#shipped-list")).containsText("+붉은지랄나무");
        page.locator("#test-line input").fill(line + "!");
        assertThat(page.locator("#test-said")).containsText("걸리는 규칙이 없습니다");
        assertThat(page.locator("#rules-state")).containsText("모두 적용되어 있습니다");

        inRow(page, "shippedRules-change-sexual.slang").click();
        page.locator("#shipped-counts label").click();
        page.locator("#shipped-change").click();
        assertThat(page.locator("#shipped-tried")).containsText("최근");
        picture(page, "shipped-rule");
        page.locator("#shipped-change").click();
        assertThat(page.locator("#shipped-tried")).hasCount(0);
        assertThat(page.locator("#shipped-others")).containsText("2개를 여기서 바꿨습니다");
        picture(page, "shipped");
        for (String rule : new String[] {"sexual.slang", "innocents"}) {
            inRow(page, "shippedRules-restore-" + rule).click();
            page.locator("#shipped-restore").click();
            assertThat(inRow(page, "shippedRules-restore-" + rule)).isHidden();
        }
        assertThat(page.locator("#shipped-others")).containsText("모두 처음 그대로입니다");
        Ui.leave(page);
    }

    private static Locator inRow(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    @Test
    void who_only_reads_tests_a_line_and_changes_nothing() {
        Page page = Ui.signedInAt("auditor", "chat-rules");
        page.locator("#test-line input").fill("연락처는 010-1234-5678");
        assertThat(page.locator("#test-said")).containsText("가림");
        assertThat(page.locator("#test-said")).containsText("*************");
        assertThat(page.locator("#chatRules-add")).isHidden();
        Ui.leave(page);
    }
}
