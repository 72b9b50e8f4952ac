package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import live.onair.localmedia.RtmpEncoder;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two real encoders on one show, a real player, and the primary that dies. Both pictures tell the wall clock's time, so the
 * player itself measures what its viewer missed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondInputTest {

    /** Flips of the picture, black to white each ten seconds, by the video's time; and the longest stand of the video. */
    private static final String WATCH = """
            window.flips = []; window.stood = 0; let white = null, before = -1, moved = 0;
            const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
            const look = canvas.getContext('2d', { willReadFrequently: true });
            const watch = () => {
              requestAnimationFrame(watch);
              const video = document.querySelector('video');
              if (!video || video.readyState < 2) return;
              const now = performance.now();
              if (video.currentTime !== before) { if (moved) stood = Math.max(stood, now - moved); moved = now; before = video.currentTime; }
              look.drawImage(video, 0, 0, 1, 1);
              const bright = look.getImageData(0, 0, 1, 1).data[1] > 128;
              if (white === false && bright) flips.push(video.currentTime);
              white = bright;
            };
            addEventListener('DOMContentLoaded', watch);
            """;

    private static Api planner;
    private static Api ops;
    private static String channel;
    private static String show;
    private static String keyA;
    private static RtmpEncoder a;
    private static RtmpEncoder b;
    private static Page viewer;
    private static Page console;

    @BeforeAll
    static void a_show_is_on_air_with_two_encoders() {
        planner = Ui.app().api("merchandiser");
        ops = Ui.app().api("ops");
        Map<String, Object> wanted = Map.of("name", "두 입력 채널", "warmUpSeconds", 10, "graceSeconds", 0);
        channel = ops.post("/channels", wanted).ok().path("id").asText();
        keyA = key("A");
        String keyB = key("B");
        Instant start = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> plan = new HashMap<>(Map.of("title", "두 입력으로 하는 방송", "channel", channel));
        plan.putAll(
                Map.of("start", start.toString(), "end", start.plusSeconds(300).toString()));
        show = planner.post("/shows", plan).ok().path("id").asText();
        OnBoard.approve(show);
        a = RtmpEncoder.pushBeat(rtmp(), keyA);
        b = RtmpEncoder.pushBeat(rtmp(), keyB);
        viewer = Ui.visitor();
        viewer.addInitScript(WATCH);
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        console = Ui.signedIn("ops");
        flips(2);
        Ui.go(console, "shows/" + show + "/signal");
        sent("A");
    }

    @AfterAll
    static void nothing_is_left_running() {
        a.close();
        b.close();
        viewer.context().close();
        Ui.leave(console);
        ops.post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "시험"));
    }

    private static String rtmp() {
        return Ui.app().demo().path("rtmpUrl").asText();
    }

    private static String key(String input) {
        return ops.post("/channels/" + channel + "/stream-key", Map.of("input", input))
                .ok()
                .path("key")
                .asText();
    }

    private static JsonNode signal() {
        return ops.get("/channels/" + channel).ok().path("signal");
    }

    private static void flips(int more) {
        int there = ((Number) viewer.evaluate("flips.length")).intValue();
        await("flips seen by a viewer")
                .atMost(Leave.of(Duration.ofSeconds(90)))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> ((Number) viewer.evaluate("flips.length")).intValue() >= there + more);
    }

    private static double lastFlip() {
        return ((Number) viewer.evaluate("flips.at(-1)")).doubleValue();
    }

    private static void sent(String input) {
        console.locator("[data-input=" + input + "]")
                .getByText("송출 중", new Locator.GetByTextOptions().setExact(true))
                .waitFor();
    }

    /** Seconds of picture a viewer missed since that flip; less than zero for what was shown twice. */
    private static double missed(double flip) {
        double shown = (lastFlip() - flip) % 10;
        return shown > 5 ? 10 - shown : -shown;
    }

    @Test
    @Order(1)
    void the_primary_dies_and_the_picture_goes_on_while_the_console_turns_red() {
        double before = lastFlip();
        viewer.evaluate("stood = 0");
        Instant cut = Instant.now();
        a.kill();
        console.getByText("입력 A가 끊겨 예비 입력 B로 송출하고 있습니다").first().waitFor();
        assertThat(Duration.between(cut, Instant.now()))
                .as("red in the console")
                .isLessThan(Leave.of(Duration.ofSeconds(5)));
        sent("B");
        // the way of the picture is drawn: A broken, B on air, the channel still sends
        PlaywrightAssertions.assertThat(console.locator("#map-input-A")).containsText("끊김");
        PlaywrightAssertions.assertThat(console.locator("#map-input-B")).containsText("보내는 중");
        PlaywrightAssertions.assertThat(console.locator("#map-channel")).containsText("인코더");
        PlaywrightAssertions.assertThat(console.locator("#map-packaging")).containsText("나가는 중");
        // two encoders, the channel, two CDNs and what is seen through each of them
        PlaywrightAssertions.assertThat(console.locator(".on-map-lines path")).hasCount(7);
        flips(1);
        assertThat(missed(before)).as("seconds missed").isBetween(-2.6, 2.6);
        assertThat(((Number) viewer.evaluate("stood")).doubleValue())
                .as("the video stood still, ms")
                .isLessThan(Leave.of(3_000));
        assertThat(signal().path("output").asText()).isEqualTo("INPUT");
    }

    @Test
    @Order(2)
    void a_comes_back_and_a_hand_switches_to_it_with_its_name_and_a_reason() {
        PlaywrightAssertions.assertThat(console.locator("#input-to-A")).isDisabled();
        a = RtmpEncoder.pushBeat(rtmp(), keyA);
        PlaywrightAssertions.assertThat(console.locator("#input-to-A"))
                .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(Leave.of(20_000)));
        double before = lastFlip();
        viewer.evaluate("stood = 0");
        console.locator("#input-to-A").click();
        console.getByText("입력 B가 나감 → 입력 A가 나감").waitFor();
        PlaywrightAssertions.assertThat(console.locator("#plan-calls")).containsText("1. media POST input");
        Ui.fill(console, "sheet-typed", channel);
        Ui.fill(console, "sheet-reason", "A를 고쳤습니다");
        console.locator("#sheet-act").click();
        sent("A");
        flips(1);
        assertThat(missed(before)).as("seconds missed").isBetween(-2.6, 2.6);
        assertThat(((Number) viewer.evaluate("stood")).doubleValue()).isLessThan(Leave.of(3_000));
        Ui.go(console, "shows/" + show + "/history");
        console.getByText("입력 전환 요청").first().waitFor();
        console.getByText("입력이 바뀜").first().waitFor();
        console.getByText("계획대로 실행").first().waitFor();
    }

    @Test
    @Order(3)
    void what_may_happen_by_itself_is_set_and_taken_back() {
        Ui.go(console, "shows/" + show + "/signal");
        console.locator("#channels-inputRules").click();
        Ui.fill(console, "input-return", "30");
        // the calls of what is wanted now are read before they are pressed
        PlaywrightAssertions.assertThat(console.locator("#plan-calls")).containsText("\"returnSeconds\":30");
        console.locator("#input-rules-done").click();
        console.getByText("입력 A가 30초 동안 이어지면 저절로 되돌립니다.").waitFor();
        assertThat(ops.get("/channels/" + channel)
                        .ok()
                        .path("inputRules")
                        .path("returnSeconds")
                        .asInt())
                .isEqualTo(30);
        console.locator("#undo").click();
        console.getByText("되돌리기는 손으로 합니다.").waitFor();
    }
}
