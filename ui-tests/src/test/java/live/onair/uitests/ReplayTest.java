package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A replay that was published with words and a picture of its own, as viewers find it; one that is planned. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayTest {

    private static final String WORDS = "다시 보는 분께: 사이즈표는 12분부터입니다.";

    private static Api planner;
    private static String show;
    private static Page console;
    private static Page viewer;

    /** Over, recorded, and with a replay nobody has asked for. */
    @BeforeAll
    static void a_short_show_is_over() {
        planner = Ui.app().api("merchandiser");
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "다시보기 채널", "warmUpSeconds", 5, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> plan = new HashMap<>(Map.of("title", "다시 볼 방송", "description", "방송의 설명"));
        plan.putAll(Map.of("channel", channel, "start", start.toString()));
        plan.putAll(Map.of("end", start.plusSeconds(90).toString(), "feed", Map.of("source", "TEST")));
        plan.put("replay", false);
        show = planner.post("/shows", plan).ok().path("id").asText();
        OnBoard.approve(show);
        await("on air").atMost(Leave.of(Duration.ofSeconds(60))).until(() -> state().equals("ON_AIR"));
        await("six pieces of two seconds")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> playlist()
                                .lines()
                                .filter(line -> line.endsWith(".ts") && !line.startsWith("slate-"))
                                .count()
                        >= 6);
        planner.post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "시험"))
                .ok();
        await("recorded")
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> state().equals("ENDED")
                        && show().path("replay").path("length").isTextual());
        console = Ui.signedIn("merchandiser");
        viewer = Ui.visitor();
    }

    @AfterAll
    static void close() {
        if (console != null) {
            Ui.leave(console);
            Ui.leave(viewer);
        }
    }

    private static String playlist() throws IOException, InterruptedException {
        URI file = URI.create(Ui.app().viewerUrl() + "/storefront/v1/shows/" + show + ".json");
        JsonNode published = new ObjectMapper().readTree(text(file));
        return text(URI.create(published.path("playbackUrl").asText() + "?dvr=all"));
    }

    private static String text(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static JsonNode show() {
        return planner.get("/shows/" + show).ok();
    }

    private static String state() {
        return show().path("state").asText();
    }

    private static void open() {
        Ui.go(console, "shows/" + show);
        console.locator("#shows-publishReplay").click();
        console.locator("#replay-description textarea").waitFor();
    }

    private static void says(String id, String words) {
        console.locator("#" + id)
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }

    @Test
    @Order(1)
    void a_picture_outside_the_recording_is_refused_in_words() {
        open();
        assertThat(console.locator("#replay-description textarea").inputValue()).isEqualTo("방송의 설명");
        says("replay-then", "방송 설명이 그대로 보입니다.");
        Ui.fill(console, "replay-thumbnail", "다섯");
        console.locator("#replay-done").click();
        console.locator("#replay-thumbnail[invalid]").waitFor();
        Ui.fill(console, "replay-thumbnail", "59:00");
        console.locator("#replay-done").click();
        console.getByText("벗어났습니다").waitFor();
        assertThat(state()).isEqualTo("ENDED");
    }

    @Test
    @Order(2)
    void viewers_find_the_words_and_the_picture_that_were_chosen() {
        open();
        Ui.fill(console, "replay-description", WORDS);
        Ui.fill(console, "replay-thumbnail", "0:05");
        says("replay-then", "따로 쓴 설명이 보입니다. 대표 화면은 녹화 00:00:05의 화면입니다.");
        says("replay-calls", "media POST publish");
        says("replay-calls", "\"thumbnailSeconds\":5");
        console.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/replay/calls.png")));
        console.locator("#replay-done").click();
        console.locator("#undo").waitFor();
        says("show-replay", "공개 중");

        viewer.navigate(Ui.app().viewerUrl() + "/replay/" + show);
        viewer.getByText(WORDS).waitFor();
        viewer.waitForCondition(() -> poster().endsWith("/replay/" + show + "/thumb.jpg?at=5"));
        assertThat(viewer.evaluate(
                        "async () => { const i = new Image(); i.src = document.querySelector('video').poster;"
                                + " await i.decode(); return i.naturalWidth + 'x' + i.naturalHeight; }"))
                .isEqualTo("320x180");
        await("plays").atMost(Leave.of(Duration.ofSeconds(25))).until(() -> Ui.currentTime(viewer) > 1);
        viewer.evaluate("document.querySelector('video').pause()");
        await("a viewer's own pause is no trouble")
                .during(Duration.ofSeconds(4))
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> viewer.locator("#cover").isHidden());
    }

    private static String poster() {
        return String.valueOf(viewer.evaluate("document.querySelector('video').poster"));
    }

    @Test
    @Order(3)
    void the_list_of_replays_shows_the_picture_beside_the_title() {
        viewer.navigate(Ui.app().viewerUrl() + "/");
        Locator picture = viewer.locator("#replays a[href='/replay/" + show + "'] img");
        picture.waitFor();
        picture.scrollIntoViewIfNeeded();
        viewer.waitForCondition(
                () -> ((Number) picture.evaluate("i => i.complete ? i.naturalWidth : 0")).intValue() == 320);
        assertThat(picture.getAttribute("alt")).isEmpty();
        assertThat((Boolean) viewer.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    @Order(4)
    void one_that_is_shown_is_changed_and_the_change_is_taken_back() {
        viewer.navigate(Ui.app().viewerUrl() + "/replay/" + show);
        viewer.getByText(WORDS).waitFor();
        open();
        assertThat(console.locator("#replay-when").isVisible()).isFalse();
        Ui.fill(console, "replay-description", "고친 설명");
        Ui.fill(console, "replay-thumbnail", "0:09");
        console.locator("#replay-done").click();
        viewer.getByText("고친 설명").waitFor();
        viewer.waitForCondition(() -> poster().endsWith("?at=9"));
        console.locator("#undo").click();
        viewer.getByText(WORDS).waitFor();
        viewer.waitForCondition(() -> poster().endsWith("?at=5"));
        assertThat(state()).isEqualTo("REPLAY");
        Ui.go(console, "shows/" + show + "/history");
        console.getByText("다시보기 공개 정함").first().waitFor();
        console.getByText("고친 설명").first().waitFor();
    }

    @Test
    @Order(5)
    void a_planned_one_says_when_and_can_be_changed_and_called_off() {
        Ui.go(console, "shows/" + show);
        console.locator("#shows-withdrawReplay").click();
        says("plan-calls", "\"on\":false");
        Ui.fill(console, "reason", "시험");
        console.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/replay/withdraw.png")));
        console.locator("#reason-done").click();
        says("show-replay", "하지 않음");
        Ui.go(console, "shows/" + show + "/history");
        console.getByText("계획대로").first().waitFor();
        open();
        console.locator("#replay-when vaadin-radio-button").nth(1).click();
        console.locator("#replay-hours input").waitFor();
        Ui.fill(console, "replay-hours", "3");
        says("replay-then", "저절로 공개됩니다.");
        console.locator("#replay-done").click();
        says("show-replay", "예정");
        assertThat(Instant.parse(show().path("replay").path("at").asText()))
                .isBetween(
                        Instant.now().plusSeconds(3 * 3600 - 300), Instant.now().plusSeconds(3 * 3600));

        open();
        console.locator("#replay-when vaadin-radio-button").nth(1).click();
        Ui.fill(console, "replay-hours", "5");
        says("replay-calls", "그 시각이 되면");
        console.locator("#replay-done").click();
        await("later")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() -> Instant.parse(show().path("replay").path("at").asText())
                        .isAfter(Instant.now().plusSeconds(4 * 3600)));

        console.locator("#shows-withdrawReplay").click();
        Ui.fill(console, "reason", "권리 확인");
        console.locator("#reason-done").click();
        says("show-replay", "하지 않음");
        assertThat(show().path("replay").path("wanted").asBoolean()).isFalse();
        assertThat(show().path("replay").path("description").asText()).isEqualTo(WORDS);
    }

    @Test
    @Order(6)
    void a_claim_keeps_it_from_viewers_until_somebody_decides() {
        planner.post("/shows/" + show + "/transitions", Map.of("to", "REPLAY")).ok();
        assertThat(state()).isEqualTo("REPLAY");
        Page moderator = Ui.signedInAt("moderator", "shows/" + show + "/chat");
        moderator.locator("#replayRestrictions-restrict").click();
        moderator.locator("#restriction-claim input").fill("접수 2026-11");
        moderator.locator("#reason textarea").fill("얼굴이 나온다는 요청");
        moderator.getByText("저절로 다시 공개됩니다").waitFor();
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/replay/restrict.png")));
        moderator.locator("#reason-done").click();
        Locator standing = moderator.locator("#restriction");
        standing.getByText("임시조치 중").waitFor();
        standing.getByText("접수 2026-11").waitFor();
        moderator.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/replay/restricted.png")));
        assertThat(moderator.locator("#replayRestrictions-lift").isVisible())
                .as("who took it down does not decide")
                .isFalse();
        assertThat(state()).isEqualTo("ENDED");
        Api.Answer refused = planner.post("/shows/" + show + "/transitions", Map.of("to", "REPLAY"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().toString()).contains("임시조치 중이라");
        Ui.leave(moderator);
        viewer.navigate(Ui.app().viewerUrl() + "/replay/" + show);
        viewer.getByText("다시보기가 없습니다").waitFor();

        Page ops = Ui.signedInAt("ops", "disputes");
        ops.locator("#restriction-list").getByText("얼굴이 나온다는 요청").waitFor();
        ops.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/replay/restrictions.png")));
        Ui.go(ops, "shows/" + show + "/chat");
        ops.locator("#replayRestrictions-keep").click();
        ops.locator("#reason textarea").fill("권리자 확인");
        ops.locator("#reason-done").click();
        ops.locator("#restriction").getByText("계속 내려 둠").waitFor();
        ops.locator("#replayRestrictions-lift").click();
        ops.locator("#reason textarea").fill("합의함");
        ops.locator("#reason-done").click();
        ops.locator("#replayRestrictions-restrict").waitFor();
        assertThat(state()).isEqualTo("REPLAY");
        Ui.leave(ops);
    }
}
