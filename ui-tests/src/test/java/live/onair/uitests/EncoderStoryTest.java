package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
 * The main job with a real encoder and a real browser: a scheduled show goes on air by itself, survives its encoder, ends
 * by itself, and the replay plays. No hand on the console after the approval.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EncoderStoryTest {

    private static final Duration LENGTH = Duration.ofSeconds(75);

    private static Api planner;
    private static String channel;
    private static String key;
    private static String show;
    private static Instant start;
    private static RtmpEncoder encoder;
    private static Page viewer;

    @BeforeAll
    static void a_show_is_planned_and_approved() {
        planner = Ui.app().api("merchandiser");
        channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "인코더 채널", "warmUpSeconds", 15, "graceSeconds", 5))
                .ok()
                .path("id")
                .asText();
        key = planner.post("/channels/" + channel + "/stream-key", Map.of())
                .ok()
                .path("key")
                .asText();
        start = Instant.now().plusSeconds(25).truncatedTo(ChronoUnit.SECONDS);
        show = planner.post(
                        "/shows",
                        Map.of(
                                "title",
                                "인코더로 하는 방송",
                                "channel",
                                channel,
                                "start",
                                start.toString(),
                                "end",
                                start.plus(LENGTH).toString(),
                                "reconnectSeconds",
                                60))
                .ok()
                .path("id")
                .asText();
        OnBoard.approve(show);
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (encoder != null) {
            encoder.close();
        }
        if (viewer != null) {
            Ui.leave(viewer);
        }
    }

    private static String rtmp() {
        return Ui.app().demo().path("rtmpUrl").asText();
    }

    private static JsonNode show() {
        return planner.get("/shows/" + show).ok();
    }

    private static JsonNode signal() {
        return planner.get("/channels/" + channel).ok().path("signal");
    }

    private static void awaitState(String state, Duration within) {
        await(state)
                .atMost(within)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> show().path("state").asText().equals(state));
    }

    @Test
    @Order(1)
    void a_wrong_key_is_refused() {
        try (RtmpEncoder wrong = RtmpEncoder.push(rtmp(), "not-the-key")) {
            await("refused").atMost(Leave.of(Duration.ofSeconds(30))).until(() -> !wrong.running());
        }
        assertThat(signal().path("connected").asBoolean()).isFalse();
    }

    @Test
    @Order(2)
    void viewers_see_the_picture_within_15_seconds_of_the_planned_start() {
        encoder = RtmpEncoder.push(rtmp(), key);
        viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        awaitState("STANDBY", Duration.ofSeconds(30));
        await("plays")
                .atMost(Duration.between(Instant.now(), start.plusSeconds(15)))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> show().path("state").asText().equals("ON_AIR")
                        && ((Number) viewer.evaluate("document.querySelector('video').videoWidth")).intValue() > 0
                        && viewer.locator("#cover").isHidden());
        double before = Ui.currentTime(viewer);
        await("advances").atMost(Leave.of(Duration.ofSeconds(30))).until(() -> Ui.currentTime(viewer) > before + 2);
        assertThat(OffsetDateTime.parse(show().path("airtime").path("onAirAt").asText())
                        .toInstant())
                .isBetween(start, start.plusSeconds(5));
    }

    @Test
    @Order(3)
    void the_picture_has_its_size_and_its_sound() {
        await("the encoder's picture")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> signal().path("output").asText().equals("INPUT"));
        int width = signal().path("width").asInt();
        int height = signal().path("height").asInt();
        assertThat(width).isGreaterThanOrEqualTo(320);
        await("size")
                .atMost(Leave.of(Duration.ofSeconds(25)))
                .untilAsserted(() -> assertThat(List.of(
                                viewer.evaluate("document.querySelector('video').videoWidth"),
                                viewer.evaluate("document.querySelector('video').videoHeight")))
                        .isEqualTo(List.of(width, height)));
        await("sound")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> ((Number) viewer.evaluate("document.querySelector('video').webkitAudioDecodedByteCount"))
                                .intValue()
                        > 0);
    }

    @Test
    @Order(4)
    void a_second_publisher_is_refused() {
        try (RtmpEncoder second = RtmpEncoder.push(rtmp(), key)) {
            await("refused").atMost(Leave.of(Duration.ofSeconds(30))).until(() -> !second.running());
        }
        assertThat(encoder.running()).isTrue();
        assertThat(signal().path("connected").asBoolean()).isTrue();
    }

    @Test
    @Order(5)
    void a_dead_encoder_shows_the_slate_and_comes_back() {
        encoder.kill();
        await("slate")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> signal().path("output").asText().startsWith("SLATE"));
        await("alarm")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> planner.get("/shows/" + show + "/interruptions")
                        .ok()
                        .findValuesAsText("kind")
                        .contains("INPUT_LOST"));
        double atSlate = Ui.currentTime(viewer);
        await("viewers go on")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> Ui.currentTime(viewer) > atSlate + 2);
        encoder = RtmpEncoder.push(rtmp(), key);
        await("back")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> signal().path("output").asText().equals("INPUT"));
        double back = Ui.currentTime(viewer);
        await("plays on").atMost(Leave.of(Duration.ofSeconds(30))).until(() -> Ui.currentTime(viewer) > back + 2);
    }

    /** In the time until its end: what is done here is seen beside the replay. */
    @Test
    @Order(6)
    void a_moderator_hides_a_line_of_its_chat() {
        for (String words : List.of("화면 잘 보여요", "가짜 제품이네")) {
            viewer.locator("#chat-words").fill(words);
            viewer.locator("#chat-words").press("Enter");
            await(words)
                    .atMost(Leave.of(Duration.ofSeconds(20)))
                    .until(() -> !line(words).isMissingNode());
        }
        Ui.app()
                .api("moderator")
                .post(
                        "/moderation/lines/" + line("가짜 제품이네").path("number").asText() + "/hide",
                        Map.of("reason", "근거 없는 비방"))
                .ok();
    }

    private static JsonNode line(String words) {
        for (JsonNode line : Ui.app()
                .api("moderator")
                .get("/moderation/shows/" + show + "/lines?max=20")
                .ok()
                .path("items")) {
            if (line.path("text").asText().equals(words)) {
                return line;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    @Order(7)
    void it_ends_by_itself_at_its_time() {
        Duration left = Duration.between(Instant.now(), start.plus(LENGTH).plusSeconds(25));
        await("over").atMost(left).pollInterval(Duration.ofMillis(250)).until(() -> {
            String state = show().path("state").asText();
            return state.equals("ENDED") || state.equals("REPLAY");
        });
        Instant ended = OffsetDateTime.parse(
                        show().path("airtime").path("endedAt").asText())
                .toInstant();
        assertThat(ended)
                .isBetween(
                        start.plus(LENGTH).minusSeconds(1), start.plus(LENGTH).plusSeconds(15));
        encoder.close();
    }

    @Test
    @Order(8)
    void the_replay_plays_from_start_to_end() {
        awaitState("REPLAY", Duration.ofSeconds(30));
        Page replay = Ui.visitor();
        replay.navigate(Ui.app().viewerUrl() + "/replay/" + show);
        await("starts at the start")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .untilAsserted(() -> assertThat(Ui.currentTime(replay))
                        .as(() -> "the page says: " + replay.locator("body").innerText())
                        .isBetween(0.2, 15.0));
        replay.evaluate("document.querySelector('video').playbackRate = 8");
        await("to the end")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(
                        () -> (Boolean)
                                replay.evaluate(
                                        "(() => { const v = document.querySelector('video'); return v.ended || v.currentTime > v.duration - 1; })()"));
        double length = ((Number) replay.evaluate("document.querySelector('video').duration")).doubleValue();
        assertThat(length).isBetween(45.0, 110.0);
        Ui.leave(replay);
    }

    @Test
    @Order(9)
    void the_chat_stands_beside_the_replay_and_a_line_is_brought_back_from_there() {
        Page page = Ui.signedInAt("moderator", "shows/" + show + "/chat");
        Locator hide = page.locator("#moments [data-kind=HIDE]");
        hide.waitFor();
        assertThat(hide.innerText()).contains("가짜 제품이네", "근거 없는 비방");
        hide.click();
        Locator lines = page.locator("#replay-lines");
        lines.getByText("가짜 제품이네").waitFor();
        assertThat(lines.innerText()).contains("화면 잘 보여요", "숨김");
        await("the picture stands there")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> ((Number) page.evaluate("document.querySelector('onair-player video').currentTime"))
                                .doubleValue()
                        > 3);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/replay.png")));
        assertThat(Axe.serious(page, ".on-replay")).isEmpty();
        page.locator("#replay-lines [id^=moderation-restore-]").click();
        page.locator("#moments [data-kind=RESTORE]").waitFor();
        assertThat(line("가짜 제품이네").path("state").asText()).isEqualTo("SHOWN");
        Ui.leave(page);
    }
}
