package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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
 * A mark in the stream meets a real player with its picture. The encoder's picture tells its own time: it is white in the
 * second half of every ten seconds of the wall clock. So what a viewer saw when the mark came is known without trusting a
 * playlist.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamMarksTest {

    /** Watches the picture's flips, black to white, and the marks, both on the time of the video. */
    private static final String WATCH = """
            window.flips = []; window.marks = []; let white = null, before = 0;
            document.addEventListener('onair-mark', e => marks.push({ ...e.detail, time: document.querySelector('video').currentTime }));
            const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
            const look = canvas.getContext('2d', { willReadFrequently: true });
            const watch = () => {
              requestAnimationFrame(watch);
              const video = document.querySelector('video');
              if (!video || video.readyState < 2) return;
              look.drawImage(video, 0, 0, 1, 1);
              const now = look.getImageData(0, 0, 1, 1).data[1] > 128;
              if (white === false && now && video.currentTime - before < 1) flips.push(video.currentTime);
              white = now; before = video.currentTime;
            };
            addEventListener('DOMContentLoaded', watch);
            """;

    private static final String WORDS = "10분 뒤에 마감합니다";

    private static Api planner;
    private static String show;
    private static RtmpEncoder encoder;
    private static Page viewer;
    private static Page console;

    @BeforeAll
    static void a_show_is_on_air_with_a_picture_that_tells_its_time() {
        planner = Ui.app().api("merchandiser");
        Api ops = Ui.app().api("ops");
        Map<String, Object> wanted = Map.of("name", "표시 채널", "warmUpSeconds", 10, "graceSeconds", 0);
        String channel = ops.post("/channels", wanted).ok().path("id").asText();
        String key = planner.post("/channels/" + channel + "/stream-key", Map.of())
                .ok()
                .path("key")
                .asText();
        Instant start = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> plan = new HashMap<>(Map.of("title", "표시를 넣을 방송", "channel", channel));
        plan.putAll(
                Map.of("start", start.toString(), "end", start.plusSeconds(180).toString()));
        show = planner.post("/shows", plan).ok().path("id").asText();
        assertThat(planner.post("/shows/" + show + "/stream-marks", Map.of("kind", "pin"))
                        .body()
                        .path("code")
                        .asText())
                .as("before it is sent")
                .isEqualTo("MARK_NOT_RUNNING");
        OnBoard.approve(show);
        encoder = RtmpEncoder.pushBeat(Ui.app().demo().path("rtmpUrl").asText(), key);
        viewer = Ui.visitor();
        viewer.addInitScript(WATCH);
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        console = Ui.signedIn("merchandiser");
        await("two flips seen by a viewer")
                .atMost(Leave.of(Duration.ofSeconds(90)))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> ((Number) viewer.evaluate("flips.length")).intValue() >= 2);
    }

    @AfterAll
    static void nothing_is_left_running() {
        encoder.close();
        viewer.context().close();
        Ui.leave(console);
    }

    private static JsonNode marks() {
        return planner.get("/shows/" + show + "/stream-marks").ok();
    }

    /** By the clock on the wall: the mark's own instant is the stream's, which may run ahead of it behind a slate. */
    private static Instant asked(JsonNode mark) {
        return OffsetDateTime.parse(mark.path("askedAt").asText()).toInstant();
    }

    private static JsonNode told(Page page, String what) {
        try {
            return new ObjectMapper().readTree(String.valueOf(page.evaluate("JSON.stringify(" + what + ")")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode met(Page page, String id) {
        await("met by the viewer")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> told(page, "marks").findValuesAsText("id").contains(id));
        for (JsonNode mark : told(page, "marks")) {
            if (mark.path("id").asText().equals(id)) {
                return mark;
            }
        }
        throw new AssertionError(id);
    }

    /** How far the picture that was seen with the mark is from the instant the mark was put, in seconds. */
    private static double off(Page page, JsonNode met, Instant put) {
        double flip = Double.NaN;
        double nearest = Double.MAX_VALUE;
        for (JsonNode seen : told(page, "flips")) {
            double distance = Math.abs(met.path("time").asDouble() - seen.asDouble());
            flip = distance < nearest ? seen.asDouble() : flip;
            nearest = Math.min(nearest, distance);
        }
        double shown = 5 + met.path("time").asDouble() - flip;
        double asked = put.toEpochMilli() / 1000.0;
        double off = (shown - asked) % 10;
        return off > 5 ? off - 10 : off < -5 ? off + 10 : off;
    }

    @Test
    @Order(1)
    void a_mark_is_put_by_keyboard_and_met_with_its_picture() {
        Ui.go(console, "shows/" + show + "/signal");
        console.locator("#streamMarks-put").waitFor();
        console.keyboard().press("b");
        console.locator("#stream-mark-text input").waitFor();
        console.keyboard().type(WORDS);
        console.keyboard().press("Enter");
        console.locator("#stream-marks .on-stream-mark").getByText("장면에 있음").waitFor();
        JsonNode put = marks().path(0);
        assertThat(put.path("payload").path("text").asText()).isEqualTo(WORDS);
        assertThat(put.path("state").asText()).isEqualTo("IN_STREAM");
        JsonNode met = met(viewer, put.path("id").asText());
        assertThat(met.path("kind").asText()).isEqualTo("notice");
        assertThat(met.path("data").path("text").asText()).isEqualTo(WORDS);
        await("a flip after it")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> ((Number) viewer.evaluate("flips.at(-1)")).doubleValue()
                        > met.path("time").asDouble());
        assertThat(off(viewer, met, asked(put)))
                .as("seconds beside its picture")
                .isBetween(-0.8, 0.8);
    }

    @Test
    @Order(2)
    void the_same_mark_again_is_met_once_and_a_word_of_ones_own_is_taken() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> pin = Map.of("id", id, "kind", "price-down", "payload", Map.of("sku", "A-1", "won", 19900));
        JsonNode first = planner.post("/shows/" + show + "/stream-marks", pin).ok();
        JsonNode again = planner.post("/shows/" + show + "/stream-marks", pin).ok();
        assertThat(again.path("askedAt")).isEqualTo(first.path("askedAt"));
        assertThat(met(viewer, id).path("data").path("won").asInt()).isEqualTo(19900);
        Map<String, Object> other = Map.of("id", id, "kind", "pin");
        assertThat(planner.post("/shows/" + show + "/stream-marks", other)
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("MARK_ID_TAKEN");
        assertThat(told(viewer, "marks").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    @Order(3)
    void what_cannot_travel_is_refused_in_words() {
        console.keyboard().press("b");
        console.locator("#stream-mark-kind input").fill("할인");
        console.locator("#stream-mark-kind input").press("Enter");
        console.locator("#stream-mark-done").click();
        console.getByText("표시 종류는 영어 소문자로 시작하는 16자까지의 낱말입니다").waitFor();
        console.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(console.locator("#stream-marks .on-stream-mark"))
                .hasCount(2);
    }

    @Test
    @Order(4)
    void the_replay_has_it_at_the_same_picture() {
        Ui.app()
                .api("ops")
                .post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "시험"))
                .ok();
        console.getByText("이 방송이 송출되고 있을 때 넣을 수 있습니다.").waitFor();
        PlaywrightAssertions.assertThat(console.locator("#streamMarks-put")).isHidden();
        await("replay")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> planner.get("/shows/" + show)
                        .ok()
                        .path("state")
                        .asText()
                        .equals("REPLAY"));
        JsonNode put = marks().path(1);
        Page replay = Ui.visitor();
        replay.addInitScript(WATCH);
        replay.navigate(Ui.app().viewerUrl() + "/replay/" + show);
        JsonNode met = metInReplay(replay, put);
        assertThat(met.path("data").path("text").asText()).isEqualTo(WORDS);
        assertThat(off(replay, met, asked(put)))
                .as("seconds beside its picture")
                .isBetween(-0.8, 0.8);
        Ui.go(console, "shows/" + show + "/history");
        console.getByText("송출에 표시가 들어감").first().waitFor();
        replay.context().close();
    }

    /** At double speed, until a flip behind the mark is seen. */
    private static JsonNode metInReplay(Page replay, JsonNode put) {
        await("plays").atMost(Leave.of(Duration.ofSeconds(30))).until(() -> Ui.currentTime(replay) > 0.5);
        replay.evaluate("document.querySelector('video').playbackRate = 2");
        await("met and a flip after it")
                .atMost(Leave.of(Duration.ofSeconds(90)))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    JsonNode marks = told(replay, "marks");
                    return !marks.isEmpty()
                            && ((Number) replay.evaluate("flips.at(-1) || 0")).doubleValue()
                                    > marks.path(0).path("time").asDouble();
                });
        return met(replay, put.path("id").asText());
    }
}
