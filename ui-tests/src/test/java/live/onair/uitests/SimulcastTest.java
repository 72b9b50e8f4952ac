package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A show that is on air goes to another server as well; the door of another channel of ours stands for that server. */
class SimulcastTest {

    private static final String NAME = "두 번째 서버";

    private static String channel;

    /** A stream key that opens the other server. */
    private static String key() {
        Api ops = Ui.app().api("ops");
        channel = ops.post("/channels", Map.of("name", "받는 쪽", "warmUpSeconds", 10, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        return ops.post("/channels/" + channel + "/stream-key", Map.of())
                .ok()
                .path("key")
                .asText();
    }

    private static boolean receives() {
        return Ui.app()
                .api("ops")
                .get("/channels/" + channel)
                .ok()
                .path("signal")
                .path("connected")
                .asBoolean();
    }

    private static String added(Page page, String key) {
        Ui.go(page, "simulcast");
        page.locator("#simulcast-add").click();
        page.locator("#target-name input").fill(NAME);
        page.locator("#target-address input")
                .fill(Ui.app().media().path("urls").path("rtmp").asText());
        page.locator("#target-key input").fill(key);
        page.locator("#target-done").click();
        assertThat(page.locator("#target-list")).containsText(NAME);
        return Ui.app()
                .api("auditor")
                .get("/simulcast/targets")
                .ok()
                .path("items")
                .get(0)
                .path("id")
                .asText();
    }

    private static Locator switched(Page page, String show, String target, String word) {
        Ui.go(page, "shows/" + show + "/signal");
        Locator line = page.locator("[data-target=" + target + "]");
        page.locator("#simulcast-switch-" + target).click();
        assertThat(page.locator("#plan-calls")).containsText("media PUT targets");
        page.locator("#simulcast-done").click();
        assertThat(line).containsText(word);
        return line;
    }

    private static void removed(Page page, String target) {
        Ui.go(page, "simulcast");
        page.locator("#target-remove-" + target).click();
        page.locator("#sheet-typed input").fill(NAME);
        page.locator("#sheet-reason textarea").fill("시험이 끝남");
        page.locator("#sheet-act").click();
        page.getByText("송출 대상이 없습니다").waitFor();
    }

    @Test
    void a_show_on_air_is_sent_elsewhere_fails_in_words_and_is_sent_again() {
        String right = key();
        String show = Ui.onAir();
        Page page = Ui.signedIn("ops");
        String target = added(page, "a-wrong-key-of-somebody");
        Locator line = switched(page, show, target, "실패");
        assertThat(line).containsText("상대 서버가 받지 않습니다");
        assertThat(line).containsText("NetStream.Publish.Denied");
        assertThat(line).not().containsText("a-wrong-key");

        Api ops = Ui.app().api("ops");
        ops.post("/simulcast/targets/" + target + "/change", Map.of("key", right))
                .ok();
        assertThat(line).containsText("보내는 중", new ContainsTextOptions().setTimeout(Leave.of(30_000)));
        assertThat(line).containsText("kbps");
        await().atMost(Leave.of(Duration.ofSeconds(20))).until(SimulcastTest::receives);
        line.scrollIntoViewIfNeeded();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/simulcast/sending.png")));

        line = switched(page, show, target, "꺼짐");
        await().atMost(Leave.of(Duration.ofSeconds(20))).until(() -> !receives());
        assertThat(line).containsText("켜기");
        removed(page, target);
        String log = ops.get("/audit/entries?show=" + show).ok().toString()
                + ops.get("/simulcast/shows/" + show).ok();
        assertThat(log).doesNotContain(right).doesNotContain("a-wrong-key");
        Ui.leave(page);
    }

    @Test
    void who_plans_switches_and_who_only_reads_sees() {
        Page page = Ui.signedInAt("merchandiser", "simulcast");
        assertThat(page.locator("#simulcast-add")).isHidden();
        Ui.leave(page);
    }
}
