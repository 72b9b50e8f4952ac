package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same asked twice is one question; a moderator answers it once, in the chat and as a card, and all read both. */
class QuestionsTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    private static void says(Page page, String words) {
        page.locator("#chat-words").fill(words);
        page.locator("#chat-words").press("Enter");
        assertThat(page.locator("#chat li", new Page.LocatorOptions().setHasText(words)))
                .hasCount(1);
    }

    @Test
    void a_question_asked_again_and_again_is_answered_once_for_all() {
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        assertThat(viewer.locator("#chat li").first()).isVisible();
        says(viewer, "향료 " + mark + " 들어 있나요?");
        says(viewer, "혹시 향료가 " + mark + " 들어있어요??");

        Page page = Ui.signedInAt("moderator", "moderation");
        Locator question = page.locator("#questions .hold", new Page.LocatorOptions().setHasText(mark));
        assertThat(question).containsText("1명이 2번 물음");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/questions.png")));
        question.locator("[id^=questions-answer-]").click();
        page.locator("#answer-words input").fill("무향이라 향료는 없습니다 " + mark);
        page.locator("#answer-card label").click();
        assertThat(page.locator("#answer-card input")).isChecked();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/answer.png")));
        page.locator("#answer-done").click();
        assertThat(question).hasCount(0);
        // others talk on: it need not be the last
        assertThat(viewer.locator("#chat li", new Page.LocatorOptions().setHasText("A. 무향이라 향료는 없습니다 " + mark)))
                .hasCount(1);
        assertThat(viewer.locator("#faq")).containsText("무향이라 향료는 없습니다 " + mark);

        page.locator("#question-others").click();
        assertThat(question).containsText("답변: 무향이라 향료는 없습니다 " + mark);
        question.locator("[id^=questions-reopen-]").click();
        page.locator("#question-others").click();
        question.locator("[id^=questions-setAside-]").click();
        assertThat(question).hasCount(0);
        Ui.leave(viewer);
        Ui.leave(page);
    }
}
