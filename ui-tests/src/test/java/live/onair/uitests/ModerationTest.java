package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Viewers talk in their pages; a moderator reads along, takes away, lets out and puts out; all of it is seen at once. */
class ModerationTest {

    private static final String HELD = "니까짓게 뭘 알아";

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final Page one = viewer("하나" + mark);
    private final Page two = viewer("둘" + mark);

    private static Page viewer(String name) {
        Page page = Ui.visitor();
        page.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        page.locator("#chat-box").waitFor();
        page.locator("#chat-name").fill(name);
        page.locator("#chat-name").press("Tab");
        return page;
    }

    @AfterEach
    void all_go() {
        Ui.leave(one);
        Ui.leave(two);
    }

    private static void says(Page page, String words) {
        page.locator("#chat-words").fill(words);
        page.locator("#chat-words").press("Enter");
    }

    private static Locator heard(Page page, String words) {
        return page.locator("#chat li", new Page.LocatorOptions().setHasText(words));
    }

    /** Says it until it is heard: a page that has just joined may still be on its way. */
    private static void saysAndIsHeard(Page from, Page by, String words) {
        assertThat(from.locator("#chat li").first()).isVisible();
        says(from, words);
        assertThat(heard(by, words)).hasCount(1);
    }

    /** The chat hears of it a moment after the moderator's press; a page that was refused before that stays so. */
    private static void comesBack(Page viewer) {
        await("let in again").atMost(Leave.of(Duration.ofSeconds(60))).until(() -> {
            viewer.reload();
            viewer.locator("#chat li")
                    .or(viewer.getByText("참여할 수 없습니다"))
                    .first()
                    .waitFor();
            return viewer.locator("#chat li").count() > 0;
        });
    }

    private static Locator line(Page moderator, String words) {
        return moderator.locator("#chat-lines .msg", new Page.LocatorOptions().setHasText(words));
    }

    @Test
    void what_viewers_say_is_read_hidden_let_out_and_its_author_banned() {
        String hello = "안녕하세요 " + mark;
        saysAndIsHeard(one, two, hello);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        assertThat(line(moderator, hello)).isVisible();
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/chat.png")));
        two.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/moderation/viewer.png"))
                .setFullPage(true));
        line(moderator, hello).click();
        moderator.keyboard().press("h");
        assertThat(heard(two, hello)).hasCount(0);
        assertThat(line(moderator, hello)).containsText("숨김");
        moderator.keyboard().press("u");
        assertThat(heard(two, hello)).hasCount(1);
        moderator.keyboard().press("h");
        assertThat(heard(two, hello)).hasCount(0);

        String doubtful = HELD + " " + mark;
        says(one, doubtful);
        assertThat(one.locator("#chat-told")).containsText("검토 중");
        Locator held = moderator.locator(".hold", new Page.LocatorOptions().setHasText(mark));
        assertThat(held).isVisible();
        assertThat(held).containsText("규칙");
        assertThat(held.locator("mark").first()).isVisible();
        assertThat(held.locator(".q")).containsText(doubtful);
        assertThat(heard(two, doubtful)).hasCount(0);
        held.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("내보내기"))
                .click();
        assertThat(heard(two, doubtful)).hasCount(1);

        line(moderator, doubtful).click();
        moderator.keyboard().press("n");
        moderator.locator("#text input").fill("지난번에 경고함 " + mark);
        moderator.locator("#text-done").click();
        assertThat(moderator.locator(".on-member-pane")).containsText("지난번에 경고함 " + mark);
        line(moderator, doubtful).click();
        moderator.keyboard().press("t");
        assertThat(one.locator("#chat-told")).containsText("잠시 채팅에 참여할 수 없습니다");
        assertThat(one.locator("#chat-words")).isDisabled();
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/timeout.png")));
        moderator
                .locator(".on-member-pane [data-action='moderation.unban']")
                .first()
                .click();
        assertThat(one.locator("#chat-words")).isEnabled();

        line(moderator, doubtful).click();
        moderator.locator("#moderation-ban").click();
        moderator.locator("#reason textarea").fill("거듭된 욕설");
        moderator.locator("#reason-done").click();
        assertThat(one.locator("#chat-told")).containsText("참여할 수 없습니다");
        assertThat(one.locator("#chat-words")).isDisabled();
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/banned.png")));
        one.reload();
        assertThat(one.locator("#chat-told")).containsText("참여할 수 없습니다");
        moderator
                .locator(".on-member-pane [data-action='moderation.unban']")
                .first()
                .click();
        comesBack(one);
        saysAndIsHeard(one, two, "돌아왔어요 " + mark);
        Ui.leave(moderator);
    }

    @Test
    void a_chat_is_frozen_by_a_key_and_goes_on_by_the_same_key() {
        Page moderator = Ui.signedInAt("moderator", "moderation");
        moderator.locator("#chat-freeze").waitFor();
        moderator.locator("#chat-lines").click();
        moderator.keyboard().press("z");
        assertThat(two.locator("#chat-rules")).containsText("채팅을 잠시 멈췄습니다");
        assertThat(two.locator("#chat-words")).isDisabled();
        moderator.keyboard().press("z");
        assertThat(two.locator("#chat-words")).isEnabled();
        Ui.leave(moderator);
    }

    @Test
    void a_viewer_reports_a_line_and_reads_what_came_of_it() {
        String fine = "괜찮은 말 " + mark;
        String bad = "못된 말 " + mark;
        saysAndIsHeard(one, two, fine);
        saysAndIsHeard(one, two, bad);
        // nobody reports themselves
        assertThat(heard(one, bad).locator(".report")).hasCount(0);
        heard(two, fine).locator(".report").click();
        two.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/moderation/report.png"))
                .setFullPage(true));
        two.locator("#chat-report-why button").getByText("광고·도배").click();
        assertThat(two.locator("#chat-told")).containsText("신고했습니다");
        heard(two, bad).locator(".report").click();
        two.keyboard().press("Enter");
        Page moderator = Ui.signedInAt("moderator", "moderation");
        Locator reported = moderator.locator("#asked .hold", new Page.LocatorOptions().setHasText(bad));
        assertThat(reported).containsText("욕설·비방");
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/reported.png")));
        reported.locator("[data-action='moderation.hide']").click();
        assertThat(two.locator("#chat-told")).containsText("신고하신 메시지를 가렸습니다");
        assertThat(reported).hasCount(0);
        moderator
                .locator("#asked .hold", new Page.LocatorOptions().setHasText(fine))
                .locator("[data-action='reports.dismiss']")
                .click();
        assertThat(two.locator("#chat-told")).containsText("문제가 없어 그대로 둡니다");
        assertThat(heard(two, fine)).hasCount(1);
        Ui.leave(moderator);
    }

    @Test
    void who_was_banned_appeals_and_another_moderator_lets_them_in_again() {
        String words = "거친 말 " + mark;
        saysAndIsHeard(one, two, words);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        line(moderator, words).click();
        moderator.locator("#moderation-ban").click();
        moderator.locator("#reason textarea").fill("거듭된 욕설");
        moderator.locator("#reason-done").click();
        one.locator("#chat-appeal-words").fill("친구가 쓴 말입니다 " + mark);
        one.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/moderation/appeal.png"))
                .setFullPage(true));
        one.locator("#chat-appeal-send").click();
        assertThat(one.locator("#chat-told")).containsText("이의를 신청했습니다");
        appealed(moderator).locator("[data-action='appeals.grant']").click();
        assertThat(moderator.locator("vaadin-notification-card").last()).containsText("다른 모더레이터가 결정합니다");
        Page second = Ui.signedInAt("ops", "moderation");
        appealed(second).locator("[data-action='appeals.grant']").click();
        assertThat(appealed(moderator)).hasCount(0);
        assertThat(one.locator("#chat-words")).isEnabled();
        saysAndIsHeard(one, two, "돌아왔어요 " + mark);
        Ui.leave(moderator);
        Ui.leave(second);
    }

    private Locator appealed(Page page) {
        return page.locator("#asked .hold", new Page.LocatorOptions().setHasText("친구가 쓴 말입니다 " + mark));
    }

    @Test
    void a_moderator_goes_on_duty_and_hands_over_to_the_next_in_words() {
        Page moderator = Ui.signedInAt("moderator", "moderation");
        assertThat(moderator.locator("#duty-who")).hasText("근무 0명");
        moderator.locator("#duty-begin").click();
        assertThat(moderator.locator("#duty-who")).hasText("근무 1명");
        Page ops = Ui.signedInAt("ops", "moderation");
        assertThat(ops.locator("#duty-who")).hasText("근무 1명");
        moderator.locator("#duty-end").click();
        assertThat(moderator.locator("#duty-remains")).containsText("채팅을 볼 사람이 없게 됩니다");
        moderator.locator("#duty-note textarea").fill("도배가 잦으니 슬로 모드로 " + mark);
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/off-duty.png")));
        moderator.locator("#duty-done").click();
        assertThat(moderator.locator("#duty-who")).hasText("근무 0명");
        ops.locator("#duty-begin").click();
        assertThat(ops.locator("#duty-list")).containsText("도배가 잦으니 슬로 모드로 " + mark);
        assertThat(ops.locator("#duty-list")).containsText("데모 운영 담당");
        ops.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/on-duty.png")));
        ops.keyboard().press("Escape");
        ops.locator("#duty-end").click();
        ops.locator("#duty-done").click();
        assertThat(moderator.locator("#duty-who")).hasText("근무 0명");
        Ui.leave(moderator);
        Ui.leave(ops);
    }

    @Test
    void words_with_markup_and_turning_signs_stay_words() {
        assertThat(one.locator("#chat li").first()).isVisible();
        says(one, "<img src=x onerror=alert(1)> \u202e거꾸로 " + mark);
        assertThat(heard(two, "<img src=x onerror=alert(1)> 거꾸로 " + mark)).hasCount(1);
        assertThat(heard(two, "\u202e")).hasCount(0);
        assertThat(two.locator("#chat img")).hasCount(0);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        assertThat(line(moderator, mark)).isVisible();
        assertThat(moderator.locator("#chat-lines img")).hasCount(0);
        Ui.leave(moderator);
    }

    @Test
    void who_only_reads_sees_the_chat_and_no_button_that_does_anything() {
        Page auditor = Ui.signedInAt("auditor", "moderation");
        assertThat(auditor.locator("#chat-lines .msg").first()).isVisible();
        assertThat(auditor.locator("#moderation-hide")).isHidden();
        assertThat(auditor.locator("#chat-freeze")).isDisabled();
        assertThat(auditor.locator("#duty-begin")).isHidden();
        Ui.leave(auditor);
    }

    @Test
    void a_line_is_held_up_above_the_chat_and_answered() {
        String words = "무료배송이에요 " + mark;
        saysAndIsHeard(one, two, words);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        line(moderator, words).click();
        moderator.keyboard().press("p");
        assertThat(moderator.locator("#chat-pinned")).containsText(words);
        assertThat(two.locator("#chat-pinned")).containsText(words);
        moderator.keyboard().press("r");
        moderator.locator("#reply-words input").fill("네, 오늘 밤까지요");
        moderator.locator("#reply-words input").press("Enter");
        assertThat(heard(two, "네, 오늘 밤까지요")).containsText("“" + words + "”");
        two.locator("#chat-box").scrollIntoViewIfNeeded();
        two.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/pinned-viewer.png")));
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/pinned.png")));
        line(moderator, words).first().click();
        moderator.keyboard().press("p");
        assertThat(two.locator("#chat-pinned")).isHidden();
        assertThat(moderator.locator("#chat-pinned")).isHidden();
        Ui.leave(moderator);
    }

    @Test
    void one_key_takes_back_what_was_done_last_whether_to_the_line_or_to_its_author() {
        String words = "되돌릴 말 " + mark;
        saysAndIsHeard(one, two, words);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        line(moderator, words).click();
        moderator.keyboard().press("h");
        assertThat(moderator.locator(".on-undo")).containsText("숨겼습니다");
        moderator.keyboard().press("u");
        assertThat(heard(two, words)).hasCount(1);
        assertThat(moderator.locator(".on-member-pane")).containsText("되살림");

        line(moderator, words).click();
        moderator.keyboard().press("t");
        assertThat(moderator.locator(".on-undo").last()).containsText("내보냈습니다");
        assertThat(moderator.locator("#member-name")).containsText("내보냄");
        assertThat(line(moderator, words)).not().containsText("차단됨");
        assertThat(one.locator("#chat-words")).isDisabled();
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/taken-back.png")));
        moderator.keyboard().press("u");
        assertThat(one.locator("#chat-words")).isEnabled();

        // another moderator, without the note, by the line alone
        line(moderator, words).click();
        moderator.keyboard().press("b");
        moderator.locator("#reason textarea").fill("잘못 누름");
        moderator.locator("#reason-done").click();
        assertThat(one.locator("#chat-words")).isDisabled();
        Page second = Ui.signedInAt("ops", "moderation");
        line(second, words).click();
        assertThat(second.locator("#member-name")).containsText("차단됨");
        second.keyboard().press("u");
        comesBack(one);
        Ui.leave(moderator);
        Ui.leave(second);
    }

    @Test
    void a_frozen_chat_is_seen_from_afar_and_thaws_when_it_was_told_to() {
        Page moderator = Ui.signedInAt("moderator", "moderation");
        moderator.locator("#chat-lines").click();
        moderator.keyboard().press("z");
        Locator frozen = moderator.locator("#chat-frozen");
        assertThat(frozen).containsText("채팅이 얼어 있습니다");
        assertThat(frozen).containsText("데모 모더레이터");
        assertThat(frozen).containsText("방송이 끝날 때까지");
        moderator.locator("#freeze-minutes").click();
        moderator
                .locator("vaadin-select-item", new Page.LocatorOptions().setHasText("5분 뒤"))
                .click();
        assertThat(frozen).containsText("저절로 녹음");
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/frozen.png")));
        frozen.locator("[data-action='shields.thaw']").click();
        assertThat(frozen).isHidden();
        assertThat(two.locator("#chat-words")).isEnabled();
        Ui.leave(moderator);
    }

    @Test
    void what_is_typed_towards_a_dialog_presses_nothing() {
        String words = "답할 말 " + mark;
        saysAndIsHeard(one, two, words);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        line(moderator, words).click();
        moderator.evaluate("() => { for (const key of 'rbthzd') document.activeElement.dispatchEvent("
                + "new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true })); }");
        assertThat(moderator.locator("#reply-words")).isVisible();
        assertThat(moderator.locator("vaadin-dialog-overlay")).hasCount(1);
        assertThat(moderator.locator("#chat-frozen")).isHidden();
        assertThat(heard(two, words)).hasCount(1);
        assertThat(one.locator("#chat-words")).isEnabled();
        moderator.keyboard().press("Escape");
        assertThat(moderator.locator("vaadin-dialog-overlay")).hasCount(0);
        line(moderator, words).click();
        moderator.keyboard().press("h");
        assertThat(heard(two, words)).hasCount(0);
        Ui.leave(moderator);
    }

    @Test
    void a_chat_opens_at_its_newest_line_and_stays_where_its_reader_has_scrolled() {
        saysAndIsHeard(one, two, "첫 줄 " + mark);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        assertThat(line(moderator, "첫 줄 " + mark)).isVisible();
        Locator list = moderator.locator("#chat-lines");
        String left = "list => list.scrollHeight - list.scrollTop - list.clientHeight";
        await("at the newest").until(() -> ((Number) list.evaluate(left)).intValue() < 4);
        boolean scrolls = (boolean) list.evaluate("list => list.scrollHeight > list.clientHeight + 200");
        if (scrolls) {
            list.evaluate("list => { list.scrollTop = 0; }");
            saysAndIsHeard(one, two, "둘째 줄 " + mark);
            assertThat(line(moderator, "둘째 줄 " + mark)).hasCount(1);
            org.assertj.core.api.Assertions.assertThat(((Number) list.evaluate("list => list.scrollTop")).intValue())
                    .isLessThan(40);
        }
        Ui.leave(moderator);
    }

    @Test
    void who_waits_is_told_with_their_age_and_whether_they_speak_for_the_first_time() {
        says(one, HELD + " 처음 " + mark);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        Locator held = moderator.locator(".hold", new Page.LocatorOptions().setHasText("처음 " + mark));
        assertThat(held).containsText("첫 참여");
        assertThat(held).containsText("전");
        assertThat(moderator.locator("#hold-count")).containsText("가장 오래");
        held.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("막기"))
                .click();
        assertThat(held).hasCount(0);
        says(one, HELD + " 다시 " + mark);
        Locator again = moderator.locator(".hold", new Page.LocatorOptions().setHasText("다시 " + mark));
        assertThat(again).containsText("재범 1회");
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/queue.png")));
        again.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("막기"))
                .click();
        Ui.leave(moderator);
    }

    /** Chooses the line and presses the key in one turn of the browser: the server has heard of neither. */
    private static void chooseAndPress(Page moderator, String words, String key) {
        line(moderator, words)
                .evaluate(
                        "(line, key) => { line.focus(); line.click(); document.activeElement.dispatchEvent(new KeyboardEvent("
                                + "'keydown', { key, bubbles: true, composed: true, cancelable: true })); }",
                        key);
    }

    @Test
    void a_key_acts_on_the_line_that_was_chosen_in_the_same_moment() {
        String words = "재빠른 말 " + mark;
        String other = "다른 사람의 말 " + mark;
        saysAndIsHeard(one, two, words);
        saysAndIsHeard(two, one, other);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        assertThat(line(moderator, other)).isVisible();
        assertThat(moderator.locator("#member-name")).hasCount(0);
        chooseAndPress(moderator, words, "b");
        assertThat(moderator.locator("#ban-plan")).isVisible();
        assertThat(moderator.locator("#member-name")).containsText("하나" + mark);
        moderator.keyboard().press("Escape");
        assertThat(moderator.locator("vaadin-dialog-overlay")).hasCount(0);
        // somebody else, while the one before is still drawn
        chooseAndPress(moderator, other, "t");
        assertThat(moderator.locator("#member-name")).containsText("둘" + mark);
        assertThat(two.locator("#chat-words")).isDisabled();
        assertThat(one.locator("#chat-words")).isEnabled();
        moderator.keyboard().press("u");
        assertThat(two.locator("#chat-words")).isEnabled();
        moderator.reload();
        assertThat(line(moderator, words)).isVisible();
        chooseAndPress(moderator, words, "p");
        assertThat(two.locator("#chat-pinned")).containsText(words);
        chooseAndPress(moderator, words, "p");
        assertThat(two.locator("#chat-pinned")).isHidden();
        moderator.reload();
        assertThat(line(moderator, words)).isVisible();
        chooseAndPress(moderator, words, "h");
        assertThat(heard(two, words)).hasCount(0);
        Ui.leave(moderator);
    }

    @Test
    void a_key_without_a_line_says_that_one_is_to_be_chosen() {
        saysAndIsHeard(one, two, "첫 줄 " + mark);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        assertThat(line(moderator, "첫 줄 " + mark)).isVisible();
        moderator.locator("#moderation-timeout").focus();
        moderator.keyboard().press("t");
        assertThat(moderator.locator("vaadin-notification-card").last()).containsText("메시지를 먼저 고르세요");
        Ui.leave(moderator);
    }

    @Test
    void a_viewer_alone_reads_a_warning_and_it_is_counted_on_their_card() {
        String words = "거슬리는 말 " + mark;
        saysAndIsHeard(one, two, words);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        line(moderator, words).click();
        moderator.locator("#moderation-warn").focus();
        moderator.keyboard().press("Enter");
        assertThat(moderator.locator("#warn-words textarea")).hasValue("욕설이나 비방은 삼가 주세요. 거듭되면 채팅에 참여할 수 없습니다.");
        shot(moderator, "warn-dialog");
        moderator.locator("#warn-words textarea").fill("<b>말</b>을 고쳐 주세요 " + mark);
        moderator.locator("#warn-done").click();
        assertThat(one.locator("#chat-warned")).containsText("운영자 경고 <b>말</b>을 고쳐 주세요 " + mark);
        assertThat(one.locator("#chat-warned b")).hasCount(1);
        assertThat(two.locator("#chat-warned")).isHidden();
        assertThat(heard(two, "고쳐 주세요")).hasCount(0);
        assertThat(moderator.locator("#member-name")).containsText("경고 1회");
        assertThat(moderator.locator(".on-member-pane")).containsText("하나" + mark + " 경고");
        assertThat(moderator.locator(".on-member-pane")).containsText("고쳐 주세요 " + mark);
        shot(moderator, "warned");
        one.locator("#chat-box").scrollIntoViewIfNeeded();
        shot(one, "warned-viewer");
        // it waits for who was away, and stays read
        one.reload();
        assertThat(one.locator("#chat-warned")).containsText("고쳐 주세요 " + mark);
        one.locator("#chat-warned-done").click();
        assertThat(one.locator("#chat-warned")).isHidden();
        one.reload();
        assertThat(one.locator("#chat li").first()).isVisible();
        assertThat(one.locator("#chat-warned")).isHidden();
        assertThat(one.locator("#chat-words")).isEnabled();
        Ui.leave(moderator);
    }

    @Test
    void a_ban_from_all_shows_says_what_it_reaches_and_is_taken_back_by_a_key() {
        String words = "어디서나 거친 말 " + mark;
        saysAndIsHeard(one, two, words);
        Page moderator = Ui.signedInAt("moderator", "moderation");
        line(moderator, words).click();
        moderator.keyboard().press("b");
        moderator.locator("#reason textarea").fill("거듭된 욕설");
        assertThat(moderator.locator("#ban-plan")).containsText("이 방송의 채팅에만 적용됩니다");
        assertThat(moderator.locator("#reason-done")).hasText("차단");
        shot(moderator, "ban-dialog");
        moderator.locator("#ban-scope label").getByText("모든 방송").click();
        assertThat(moderator.locator("#ban-plan")).containsText("앞으로 열릴 채팅에서 차단합니다");
        assertThat(moderator.locator("#ban-plan")).containsText("이 가운데 1개에서 말한 적이 있습니다");
        assertThat(moderator.locator("#ban-end")).containsText("풀 때까지");
        assertThat(moderator.locator("#reason-done")).hasText("모든 방송에서 차단");
        shot(moderator, "ban-everywhere-dialog");
        moderator.locator("#reason-done").click();
        assertThat(moderator.locator(".on-undo").last()).containsText("모든 방송에서 차단했습니다");
        assertThat(moderator.locator("#member-name")).containsText("모든 방송에서 차단됨");
        assertThat(one.locator("#chat-words")).isDisabled();
        shot(moderator, "banned-everywhere");
        one.reload();
        assertThat(one.locator("#chat-told")).containsText("참여할 수 없습니다");
        moderator.keyboard().press("u");
        assertThat(moderator.locator("#member-name")).not().containsText("차단됨");
        assertThat(moderator.locator(".on-member-pane")).containsText("모든 방송에서 차단 풂");
        comesBack(one);
        saysAndIsHeard(one, two, "돌아왔어요 " + mark);
        Ui.leave(moderator);
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/" + name + ".png")));
    }

    @Test
    void in_english_no_head_is_cut_for_an_administrator() {
        Page admin = Ui.signedIn("admin", "en-US", false);
        Ui.language(admin, "en-US");
        Ui.go(admin, "moderation");
        assertThat(admin.locator("#chat-lines .msg").first()).isVisible();
        admin.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/english.png")));
        Object cut = admin.evaluate("() => [...document.querySelectorAll('.on-moderation .ph2')]"
                + ".filter(head => head.scrollWidth > head.clientWidth + 1).map(head => head.textContent)");
        org.assertj.core.api.Assertions.assertThat(cut).isEqualTo(List.of());
        Ui.language(admin, "ko-KR");
        Ui.leave(admin);
    }
}
