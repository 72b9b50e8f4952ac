package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A merchandiser runs games beside the picture; viewers vote, answer, win and leave word; the winners are proven and saved. */
class GamesTest {

    private static Page stall(String role) {
        return Ui.signedInAt(role, "shows/" + Ui.onAir() + "/products");
    }

    private static Page viewer() {
        Page page = Ui.visitor();
        page.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        page.locator("#lineup > li").first().waitFor();
        return page;
    }

    private static Locator line(Page page, String name) {
        return page.locator("#games [data-game]").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void press(Page page, String name, String word) {
        line(page, name).locator("[id^='game-" + word + "-']").click();
    }

    private static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/games/" + name + ".png")));
    }

    private static void write(Page page, String kind, String question, String choices) {
        page.locator("#games-add").click();
        page.locator("#game-done").waitFor();
        page.locator("#game-kind").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(kind))
                .click();
        Ui.fill(page, "game-question", question);
        if (!choices.isEmpty()) {
            page.locator("#game-choices textarea").fill(choices);
        }
    }

    @Test
    void viewers_vote_and_both_sides_see_the_votes() {
        Page page = stall("merchandiser");
        write(page, "투표", "", "");
        page.locator("#game-done").click();
        page.getByText("1자에서 120자").first().waitFor();
        Ui.fill(page, "game-question", "검사 투표");
        page.locator("#game-choices textarea").fill("크림\n쿠션");
        page.locator("#game-done").click();
        assertThat(line(page, "검사 투표")).hasAttribute("data-state", "READY");
        Page viewer = viewer();
        Locator poll = line(viewer, "검사 투표");
        assertThat(poll).hasCount(0);
        press(page, "검사 투표", "press");
        assertThat(line(page, "검사 투표")).hasAttribute("data-state", "OPEN");
        poll.locator("[data-choice='2']").click();
        assertThat(poll.locator("[data-choice='2']")).hasAttribute("aria-pressed", "true");
        assertThat(poll.locator("[data-choice='2'] .count")).hasText("1표 · 100%");
        assertThat(poll.locator("[data-choice='1']")).isDisabled();
        assertThat(line(page, "검사 투표")).containsText("1표 · 100%");
        shot(viewer, "vote");
        press(page, "검사 투표", "press");
        assertThat(poll).hasAttribute("data-state", "CLOSED");
        assertThat(poll).containsText("투표가 끝났습니다");
        press(page, "검사 투표", "remove");
        assertThat(line(page, "검사 투표")).hasCount(0);
        assertThat(poll).hasCount(0);
        Ui.leave(viewer);
        Ui.leave(page);
    }

    @Test
    void a_quiz_is_answered_won_proven_and_the_winner_leaves_word() {
        Page page = stall("merchandiser");
        write(page, "퀴즈", "검사 퀴즈", "하나\n둘");
        page.locator("#game-right vaadin-checkbox").nth(1).click();
        Ui.fill(page, "game-prize", "데모 경품");
        Ui.fill(page, "game-winners", "1");
        shot(page, "dialog");
        page.locator("#game-done").click();
        press(page, "검사 퀴즈", "press");
        assertThat(line(page, "검사 퀴즈")).hasAttribute("data-state", "OPEN");
        Page viewer = viewer();
        Locator quiz = line(viewer, "검사 퀴즈");
        quiz.locator("[data-choice='2']").click();
        assertThat(viewer.locator("#games-say")).containsText("참여했습니다. 참여 번호");
        press(page, "검사 퀴즈", "press");
        assertThat(line(page, "검사 퀴즈")).hasAttribute("data-state", "CLOSED");
        press(page, "검사 퀴즈", "press");
        page.getByText("발표하면 되돌릴 수 없습니다").waitFor();
        page.locator("#game-settle").click();
        assertThat(line(page, "검사 퀴즈")).hasAttribute("data-state", "SETTLED");
        assertThat(quiz).containsText("당첨되었습니다: 데모 경품");
        left(viewer, quiz);
        press(page, "검사 퀴즈", "winners");
        assertThat(page.locator("[data-winner]")).containsText("김*모 · ***-****-5678");
        page.locator("#winners-verify").click();
        assertThat(page.locator("#winners-said")).containsText("다시 뽑아도 같은 당첨자입니다");
        page.locator("#winners-export").click();
        page.getByText("5자").first().waitFor();
        page.locator("#winners-reason input").fill("경품을 보내려고");
        page.locator("#winners-export").click();
        assertThat(page.locator("#winners-file")).containsText("당첨자 1명 받기");
        shot(page, "winners");
        Ui.leave(viewer);
        Ui.leave(page);
    }

    private static void left(Page viewer, Locator quiz) {
        quiz.locator("[data-reach]").click();
        viewer.locator("#reach-name").fill("김데모");
        viewer.locator("#reach-phone").fill("010-1234-5678");
        viewer.locator("#reach-done").click();
        assertThat(viewer.locator("#reach-say")).hasText(Pattern.compile(".+"));
        viewer.locator("#reach-agree").check();
        shot(viewer, "reach");
        viewer.locator("#reach-done").click();
        assertThat(viewer.locator("#reach")).isHidden();
        assertThat(viewer.locator("#games-say")).hasText("연락처를 남겼습니다");
        shot(viewer, "won");
    }

    @Test
    void who_only_looks_sees_games_in_english_and_dark_and_has_no_hand() {
        Page page = Ui.signedIn("auditor", "en-US", true);
        Ui.language(page, "en");
        Ui.go(page, "shows/" + Ui.onAir() + "/products");
        assertThat(page.locator("#games [data-game]").first()).isVisible();
        assertThat(page.locator("#games [data-game] [id^='game-press-']")).hasCount(0);
        assertThat(page.locator("#games-add")).isHidden();
        page.locator("#games").scrollIntoViewIfNeeded();
        shot(page, "dark");
        Ui.language(page, "ko-KR");
        Ui.leave(page);
    }
}
