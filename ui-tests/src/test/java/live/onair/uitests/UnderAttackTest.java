package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** M8, M9, M15, M17: what a moderator says in the chat, one press against an attack, about what many say alike, and a blur. */
class UnderAttackTest {

    /** So many viewers who come in for one line. */
    private static final String CROWD = "([show, text, many]) => Promise.all([...Array(many).keys()].map(async i => {"
            + " const answer = await Onair.buy.post('shows/' + show + '/chat-pass',"
            + " { viewer: crypto.randomUUID(), name: '손님' + i });"
            + " const url = new URL('/storefront/v1/shows/' + show + '/chat?pass=' + answer.told.pass, location.href);"
            + " url.protocol = 'ws';"
            + " const socket = new WebSocket(url);"
            + " await new Promise(done => { socket.onmessage = e => {"
            + "   const told = JSON.parse(e.data).map(one => one.kind);"
            + "   if (told.includes('welcome'))"
            + "     socket.send(JSON.stringify({ id: crypto.randomUUID(), say: text + '!'.repeat(i) }));"
            + "   if (told.includes('kept')) { socket.close(); done(); } }; }); }))";

    /** Which part of the points of the video that plays lies on an edge: in a blurred one there are none. */
    private static final String EDGES = "() => { const video = document.querySelector('video');"
            + " const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });"
            + " const context = canvas.getContext('2d');"
            + " context.drawImage(video, 0, 0, 320, 180);"
            + " const points = context.getImageData(0, 0, 320, 180).data;"
            + " let edges = 0;"
            + " for (let i = 4; i < points.length - 4; i += 4)"
            + "   if (i / 4 % 320 % 319 && Math.abs(points[i - 3] - 2 * points[i + 1] + points[i + 5]) > 40) edges++;"
            + " return video.currentTime > 0 ? edges / (320 * 180) : -1; }";

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final Page viewer = Ui.visitor();
    private final Page moderator = Ui.signedInAt("moderator", "moderation");

    UnderAttackTest() {
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        assertThat(viewer.locator("#chat li").first()).isVisible();
        assertThat(moderator.locator("#chat-lines .msg").first()).isVisible();
    }

    @AfterEach
    void all_go() {
        Ui.leave(viewer);
        Ui.leave(moderator);
    }

    private void picture(String name) {
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/" + name + ".png")));
    }

    private Locator heard(String words) {
        return viewer.locator("#chat li", new Page.LocatorOptions().setHasText(words));
    }

    @Test
    void words_that_are_kept_are_said_by_two_keys_and_repeated_until_they_are_ended() {
        String words = "문의는 채팅으로 남겨 주세요 " + mark;
        moderator.locator("#announce-more").click();
        moderator.locator("#canned-words-1 input").fill(words);
        moderator.locator("#announcements-keep-1").click();
        picture("announcements");
        moderator.locator("#announce-close").click();
        moderator.locator("#chat-lines").click();
        moderator.keyboard().press("1");
        assertThat(moderator.locator("#announce-words input")).isFocused();
        moderator.keyboard().press("Enter");
        assertThat(heard(words)).hasCount(1);
        assertThat(heard(words)).containsText("운영자");
        assertThat(heard(words).locator(".report")).hasCount(0);
        Locator line = moderator.locator("#chat-lines .msg", new Page.LocatorOptions().setHasText(words));
        assertThat(line).containsText("공지");

        moderator.locator("#announce-more").click();
        String again = "배송은 내일 시작합니다 " + mark;
        moderator.locator("#repeat-words input").fill(again);
        moderator.locator("#announcements-repeat").click();
        assertThat(moderator.locator("#announce-repeated")).containsText(again);
        assertThat(moderator.locator("#announce-said")).containsText(again);
        assertThat(heard(again)).hasCount(1);
        moderator
                .locator("#announce-repeated [data-action='announcements.end']")
                .last()
                .click();
        assertThat(moderator.locator("#announce-repeated")).not().containsText(again);
        moderator.locator("#canned-words-1 input").fill("");
        moderator.locator("#announcements-keep-1").click();
        moderator.locator("#announce-close").click();
        assertThat(moderator.locator("#canned-1")).isHidden();
    }

    @Test
    void words_that_may_not_be_said_of_a_product_are_asked_about_first() {
        moderator.locator("#announce-words input").fill("아토피가 치료되는 크림입니다 " + mark);
        moderator.locator("#announcements-say").click();
        assertThat(moderator.locator("#claim-press-found")).isVisible();
        moderator.locator("#claim-press-back").click();
        assertThat(heard(mark)).hasCount(0);
    }

    @Test
    void one_key_puts_the_shield_up_and_the_same_key_takes_it_down() {
        moderator.locator("#shield-set").click();
        moderator.locator("#shield-slow input").fill("45");
        moderator.locator("#shield-slow input").press("Tab");
        picture("shield");
        moderator.locator("#shields-save").click();
        moderator.locator("#chat-lines").click();
        moderator.keyboard().press("s");
        assertThat(moderator.locator("#shields-lower")).isVisible();
        assertThat(viewer.locator("#chat-rules")).containsText("45초에 한 번");
        picture("shielded");
        moderator.locator("#chat-lines").click();
        moderator.keyboard().press("s");
        assertThat(moderator.locator("#shields-raise")).isVisible();
        assertThat(viewer.locator("#chat-rules")).not().containsText("45초");
    }

    @Test
    void what_many_say_alike_is_one_card_and_goes_at_one_press() {
        String words = "저쪽 가게가 훨씬 싸요 " + mark;
        viewer.evaluate(CROWD, List.of(Ui.onAir(), words, 6));
        assertThat(heard(words)).hasCount(6);
        Locator raid = moderator.locator("#raids .hold", new Page.LocatorOptions().setHasText(words));
        assertThat(raid).containsText("6명");
        picture("raid");
        raid.locator("[data-action='raids.hide']").click();
        assertThat(heard(words)).hasCount(0);
        assertThat(raid).isHidden();
    }

    @Test
    void the_picture_stands_beside_its_chat_and_the_host_is_warned_from_there() {
        assertThat(moderator.locator("#moderation-stream [aria-current] video")).isVisible();
        String warning = "상품명을 다시 말해 주세요 " + mark;
        moderator.locator("#chat-lines").click();
        moderator.keyboard().press("w");
        moderator.getByText("주의 — 지금 고쳐 주세요").click();
        moderator.locator("#host-words textarea").fill(warning);
        picture("host");
        moderator.locator("#host-send").click();
        assertThat(moderator.locator("vaadin-notification-card").last()).containsText("시청자에게는 보이지 않습니다");
        Page prompter = Ui.signedIn("ops");
        prompter.navigate(Ui.app().url() + "/prompter/" + Ui.onAir());
        assertThat(prompter.locator("body")).containsText(warning);
        Ui.leave(prompter);
        assertThat(heard(warning)).hasCount(0);
        assertThat(moderator.locator("#moderation-stream [data-action='shows.slateOn']"))
                .isVisible();
    }

    private static double edges(Page watching) {
        return ((Number) watching.evaluate(EDGES)).doubleValue();
    }

    private static void sees(Page watching, boolean plain) {
        await(plain ? "plain" : "blurred")
                .atMost(Leave.of(Duration.ofSeconds(40)))
                .until(() -> edges(watching), part -> plain ? part > 0.01 : part >= 0 && part < 0.002);
    }

    @Test
    void a_stream_is_blurred_for_its_viewers_with_a_reason_and_shown_again() {
        String show = Ui.onAir();
        sees(viewer, true);
        moderator.locator("#moderation-stream [data-action='shows.blurOn']").click();
        assertThat(moderator.locator("#plan-calls")).containsText("media POST blur");
        assertThat(moderator.locator("vaadin-dialog-overlay")).containsText("알아볼 수 없게 흐린 화면, 소리 없음");
        moderator.locator("#sheet-typed input").fill(show);
        assertThat(moderator.locator("#sheet-act")).isDisabled();
        moderator.locator("#sheet-reason textarea").fill("운영 정책 위반 " + mark);
        picture("blur-sheet");
        moderator.locator("#sheet-act").click();
        Locator stream = moderator.locator("#moderation-stream");
        assertThat(stream.locator("[data-cover=BLUR]")).containsText("흐림");
        sees(viewer, false);
        sees(moderator, false);
        picture("blurred");
        Page wall = Ui.signedInAt("ops", "wall");
        assertThat(wall.locator(".tile[data-show=" + show + "] [data-cover=BLUR]"))
                .isVisible();
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/blurred-wall.png")));
        Ui.go(wall, "shows/" + show);
        assertThat(wall.locator(".on-show-head [data-cover=BLUR]")).isVisible();
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/blurred-show.png")));
        Ui.leave(wall);

        stream.locator("[data-action='shows.blurOff']").click();
        assertThat(moderator.locator("#reason-done")).isDisabled();
        moderator.locator("#reason textarea").fill("가렸습니다 " + mark);
        moderator.locator("#reason-done").click();
        assertThat(stream.locator("[data-cover=BLUR]")).hasCount(0);
        sees(viewer, true);
        Page log = Ui.signedInAt("ops", "audit?q=" + mark);
        assertThat(log.locator("vaadin-grid-cell-content")
                        .filter(new Locator.FilterOptions().setHasText("흐림"))
                        .first())
                .isVisible();
        Ui.leave(log);
    }

    @Test
    void what_was_said_is_handed_out_for_a_reason() {
        moderator.locator("#chatKeeping-export").click();
        moderator.locator("#reason textarea").fill("방송 뒤 정리");
        moderator.locator("#reason-done").click();
        moderator.locator("#chat-file").click();
        String file = moderator
                .waitForDownload(() -> moderator.locator("#chat-file-as-csv").click())
                .suggestedFilename();
        org.assertj.core.api.Assertions.assertThat(file).isEqualTo("onair-chat-" + Ui.onAir() + ".csv");
        picture("export");
    }
}
