package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A cue sheet is written by a merchandiser, gone through in the control room, and read by the host on the prompter. */
class CueSheetTest {

    private static final int MESSAGES = Integer.getInteger("onair.proof.size", 10);

    private static String channel(String name) {
        Map<String, Object> wanted = Map.of("name", name, "warmUpSeconds", 10, "graceSeconds", 0);
        return Ui.app().api("ops").post("/channels", wanted).ok().path("id").asText();
    }

    private static String draft(String title, Instant start) {
        Map<String, Object> plan =
                new HashMap<>(Map.of("title", title, "channel", channel(title), "feed", Map.of("source", "TEST")));
        plan.put("start", start.toString());
        plan.put("end", start.plusSeconds(300).toString());
        return Ui.app().api("merchandiser").post("/shows", plan).ok().path("id").asText();
    }

    private static void add(Page page, String title, String length, String lines) {
        page.locator("#cue-add").click();
        Ui.fill(page, "cue-title", title);
        Ui.fill(page, "cue-length", length);
        Ui.fill(page, "cue-lines", lines);
        page.locator("#cue-save").click();
    }

    private static List<String> titles(String show) {
        return Ui.app()
                .api("merchandiser")
                .get("/cues/shows/" + show)
                .ok()
                .path("items")
                .findValuesAsText("title");
    }

    @Test
    void a_sheet_is_written_put_in_order_and_taken_back_by_mouse_and_by_keys() {
        String show = draft("큐시트를 쓸 방송", Instant.now().plusSeconds(86_400 * 20).truncatedTo(ChronoUnit.SECONDS));
        Page page = Ui.signedInAt("merchandiser", "shows/" + show + "/cues");
        assertThat(page.locator("#cue-sheet")).containsText("큐시트가 비어 있습니다");
        add(page, "오프닝", "1분", "안녕하세요");
        assertThat(page.locator("#cue-length")).containsText("05:00처럼");
        Ui.fill(page, "cue-length", "01:00");
        page.locator("#cue-save").click();
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        page.keyboard().press("a");
        Ui.fill(page, "cue-title", "크림 <5분> 소개");
        Ui.fill(page, "cue-length", "04:30");
        Ui.fill(page, "cue-lines", "첫 줄\n둘째 줄");
        page.locator("#cue-act-add").click();
        page.locator("#cue-save").click();
        assertThat(page.locator(".on-refusal")).containsText("대상을 골라 주세요");
        page.locator(".on-cue-act-line vaadin-button").click();
        Ui.fill(page, "cue-title", "<b>크림</b> 소개");
        page.locator("#cue-save").click();
        assertThat(page.locator(".on-refusal").last()).containsText("HTML");
        Ui.fill(page, "cue-title", "크림 <5분> 소개");
        page.locator("#cue-save").click();
        assertThat(page.locator("#cue-list")).containsText("크림 <5분> 소개");
        assertThat(page.locator("#cue-sheet")).containsText("00:30 넘침");
        page.getByLabel("위로: 크림 <5분> 소개").click();
        await("moved up").until(() -> titles(show).equals(List.of("크림 <5분> 소개", "오프닝")));
        assertThat(page.getByLabel("위로: 크림 <5분> 소개")).isDisabled();
        page.getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText("번째로 옮겼습니다"))
                .locator("#undo")
                .click();
        await("as it was").until(() -> titles(show).equals(List.of("오프닝", "크림 <5분> 소개")));
        assertThat(page.getByLabel("위로: 오프닝")).isDisabled();
        page.locator("#cue-list").getByText("오프닝").first().click();
        page.keyboard().press("Alt+ArrowDown");
        await("moved by keys").until(() -> titles(show).equals(List.of("크림 <5분> 소개", "오프닝")));
        assertThat(page.getByLabel("위로: 오프닝")).isEnabled();
        page.getByLabel("코너 지우기: 오프닝").click();
        await("removed").until(() -> titles(show).equals(List.of("크림 <5분> 소개")));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/cues/sheet.png")));
        Ui.leave(page);
    }

    private static Map<String, Object> item(String title, int seconds, Object... acts) {
        return Map.of(
                "title",
                title,
                "seconds",
                seconds,
                "lines",
                title + " 멘트",
                "caption",
                title + " 자막",
                "acts",
                List.of(acts));
    }

    private static String onAir() {
        String show = draft("진행할 방송", Instant.now().plusSeconds(14).truncatedTo(ChronoUnit.SECONDS));
        Map<String, Object> sheet = Map.of(
                "items",
                List.of(
                        item("오프닝", 30),
                        item("쉬는 시간", 30, Map.of("kind", "SLATE_ON"), Map.of("kind", "PIN", "target", "PR-999999")),
                        item("마무리", 30, Map.of("kind", "SLATE_OFF"))));
        Ui.app()
                .api("merchandiser")
                .call("PUT", "/cues/shows/" + show, sheet, Map.of())
                .ok();
        OnBoard.approve(show);
        await("on air")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> OnBoard.read(show).path("state").asText().equals("ON_AIR"));
        return show;
    }

    @Test
    void on_air_a_key_goes_on_acts_are_carried_out_and_the_host_reads_within_a_second() {
        String show = onAir();
        Page room = Ui.signedInAt("moderator", "control/" + show);
        Page prompter = Ui.signedIn("ops");
        prompter.navigate(Ui.app().url() + "/prompter/" + show);
        assertThat(prompter.locator("#prompt-title")).hasText("오프닝");
        assertThat(room.locator("#cue-run .nowbox")).containsText("오프닝");
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        assertThat(viewer.locator("#caption")).hasText("오프닝 자막");
        viewer.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/cues/caption.png")));
        room.keyboard().press("n");
        assertThat(room.locator("#cue-run .nowbox")).containsText("쉬는 시간");
        assertThat(viewer.locator("#caption")).hasText("쉬는 시간 자막");
        Ui.leave(viewer);
        assertThat(prompter.locator("#prompt-title")).hasText("쉬는 시간");
        assertThat(room.locator("#cue-run .nowbox .on-cue-act").first()).containsText("했습니다");
        assertThat(OnBoard.read(show).at("/airtime/slateOn").asBoolean())
                .as("the slate is on")
                .isTrue();
        skipAndTakeIn(room);
        prompted(room, prompter, show);
        room.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/cues/control.png")));
        prompter.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/cues/prompter.png")));
        Ui.leave(room);
        Ui.leave(prompter);
        Ui.app()
                .api("merchandiser")
                .post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "끝"))
                .ok();
    }

    @Test
    void beside_the_picture_the_control_room_has_the_figures_the_products_and_the_chat() {
        String show = Ui.onAir();
        Page room = Ui.signedInAt("merchandiser", "control/" + show);
        assertThat(room.locator("#figure-time .on-figure-number")).containsText(":");
        assertThat(room.locator("#figure-viewers .on-figure-number")).containsText("명");
        assertThat(room.locator("#figure-orders .on-figure-number")).containsText("건");
        assertThat(room.locator("#control-chat .on-control-line").first()).isVisible();
        assertThat(room.locator("#control-chat a")).hasAttribute("href", "moderation?show=" + show);
        assertThat(room.locator(".on-control-presses vaadin-button").first()).isVisible();
        Locator pins = room.locator("#pins [data-pin]");
        assertThat(pins.first()).isVisible();
        assertThat(room.locator("#coupons, #flashSales").first()).isVisible();
        int pinned = room.locator("#pins [data-pinned=true]").count();
        room.locator("#pins [data-pinned=true] vaadin-button").last().click();
        assertThat(room.locator("#pins [data-pinned=true]")).hasCount(pinned - 1);
        room.locator("vaadin-notification-card vaadin-button").first().click();
        assertThat(room.locator("#pins [data-pinned=true]")).hasCount(pinned);
        room.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/cues/control-room.png")));
        Ui.leave(room);
        Page dark = Ui.signedIn("merchandiser", "en-US", true);
        Ui.go(dark, "control/" + show);
        assertThat(dark.locator("#control-chat .on-control-line").first()).isVisible();
        dark.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/cues/control-room-dark.png")));
        Ui.leave(dark);
    }

    private static void skipAndTakeIn(Page room) {
        room.locator("#cues-skip").click();
        assertThat(room.locator("#cue-run")).containsText("건너뜀");
        room.locator("#undo").click();
        assertThat(room.locator("#cue-run .nextbox")).containsText("마무리");
    }

    /** From the press to the host's screen, several times. */
    private static void prompted(Page room, Page prompter, String show) {
        Api told = Ui.app().api("moderator");
        prompter.evaluate("""
                () => { window.seen = {}; new MutationObserver(() => document.querySelectorAll('[data-message]').forEach(m => {
                  const words = m.innerText; const key = (words.match(/메시지 \\d+/) || [''])[0]; seen[key] = seen[key] || Date.now();
                })).observe(document.body, { childList: true, subtree: true, characterData: true }); }""");
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            String words = "메시지 " + i;
            long at = System.currentTimeMillis();
            JsonNode said = told.post("/cues/shows/" + show + "/prompter", Map.of("text", words))
                    .ok();
            prompter.waitForFunction("words => window.seen[words]", words);
            took.add(((Number) prompter.evaluate("words => window.seen[words]", words)).longValue() - at);
            told.post("/cues/messages/" + said.path("id").asText() + "/clear", Map.of())
                    .ok();
        }
        took.sort(null);
        long half = took.get(took.size() / 2);
        System.out.printf(
                "PROOF|prompter|%d|0|told to the host: p50 %d ms, longest %d ms%n",
                MESSAGES, half, took.get(took.size() - 1));
        assertThat((double) half).as("half of them, in milliseconds").isLessThan(Leave.of(1_000));
        Locator text = room.locator("#host-text textarea");
        text.fill("보습으로 정정해 주세요");
        text.press("Control+Enter");
        assertThat(prompter.locator(".on-prompt-message")).containsText("보습으로 정정해 주세요");
        prompter.locator("#prompter-read").click();
        assertThat(prompter.locator(".on-prompt-message")).hasCount(0);
        assertThat(room.locator(".on-host-message")).containsText("읽음");
    }
}
