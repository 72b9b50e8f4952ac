package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A clip of a real recording, from the moment that was marked on air to the viewer who plays it beside the replay. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClipsTest {

    private static Api planner;
    private static String show;
    private static Page console;

    @BeforeAll
    static void a_short_show_with_a_marked_moment_is_over() {
        planner = Ui.app().api("merchandiser");
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "클립 채널", "warmUpSeconds", 5, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> plan = new HashMap<>(Map.of("title", "클립을 자를 방송", "description", "방송의 설명"));
        plan.putAll(Map.of("channel", channel, "start", start.toString()));
        plan.putAll(Map.of("end", start.plusSeconds(120).toString(), "feed", Map.of("source", "TEST")));
        show = planner.post("/shows", plan).ok().path("id").asText();
        OnBoard.approve(show);
        await("on air").atMost(Leave.of(Duration.ofSeconds(90))).until(() -> state().equals("ON_AIR"));
        Instant onAir = Instant.now();
        await("some seconds")
                .atMost(Leave.of(Duration.ofSeconds(40)))
                .until(() -> Instant.now().isAfter(onAir.plusSeconds(12)));
        planner.post(
                        "/marks",
                        Map.of(
                                "show",
                                show,
                                "kind",
                                "HIGHLIGHT",
                                "title",
                                "사장님이 웃은 순간",
                                "at",
                                Instant.now().toString()))
                .ok();
        planner.post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "시험"))
                .ok();
        await("recorded")
                .atMost(Leave.of(Duration.ofSeconds(90)))
                .until(() -> of().path("length").isTextual());
        console = Ui.signedIn("merchandiser");
    }

    @AfterAll
    static void close() {
        if (console != null) {
            Ui.leave(console);
        }
    }

    private static String state() {
        return planner.get("/shows/" + show).ok().path("state").asText();
    }

    private static JsonNode of() {
        return planner.get("/clips/shows/" + show).ok();
    }

    private static Locator card(String title) {
        return console.locator("#clips-list .on-clip").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void plays(Page page, Locator video) {
        video.scrollIntoViewIfNeeded();
        video.evaluate("v => { v.muted = true; return v.play(); }");
        await("plays")
                .atMost(Leave.of(Duration.ofSeconds(25)))
                .until(() -> ((Number) video.evaluate("v => v.currentTime")).doubleValue() > 0.5);
        assertThat(((Number) video.evaluate("v => v.videoWidth")).intValue()).isPositive();
    }

    @Test
    @Order(1)
    void the_marked_moment_is_proposed_cut_and_played_in_the_page() throws IOException {
        Ui.go(console, "shows/" + show + "/clips");
        Locator proposed = console.locator("#clips-proposed .on-line")
                .filter(new Locator.FilterOptions().setHasText("사장님이 웃은 순간"));
        assertThat(proposed).containsText("표시한 순간");
        proposed.locator("[data-action='clips.cut']").click();
        Locator video = card("사장님이 웃은 순간").locator("video");
        video.waitFor(new Locator.WaitForOptions().setTimeout(Leave.of(60_000)));
        assertThat(video).hasAttribute("aria-label", "사장님이 웃은 순간");
        plays(console, video);
        assertThat(proposed).isHidden();
        console.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/clips/korean.png")));
        Download file = console.waitForDownload(
                () -> card("사장님이 웃은 순간").locator("a[id^='clip-download']").click());
        JsonNode clip = of().path("clips").get(0);
        assertThat(Files.size(file.path())).isEqualTo(clip.at("/file/bytes").asLong());
    }

    @Test
    @Order(2)
    void one_of_ones_own_is_refused_in_words_and_then_cut() {
        console.locator("#clips-cut").click();
        Ui.fill(console, "clip-title", "첫 장면");
        Ui.fill(console, "clip-from", "0:00");
        Ui.fill(console, "clip-to", "0:01");
        console.locator("#clip-save").click();
        console.getByText("클립은 3초에서 600초까지입니다.").first().waitFor();
        Ui.fill(console, "clip-to", "0:05");
        console.locator("#clip-save").click();
        assertThat(card("첫 장면").locator("video"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Leave.of(60_000)));
    }

    @Test
    @Order(3)
    void what_is_shown_plays_beside_the_replay_and_what_is_removed_is_put_back() {
        card("첫 장면").locator("[data-action='clips.rename']").click();
        Ui.fill(console, "text", "여는 장면");
        console.locator("#text-done").click();
        card("여는 장면").locator("[data-action='clips.show']").click();
        assertThat(card("여는 장면")).containsText("시청자에게 공개 중");
        await("the replay is there").atMost(Leave.of(Duration.ofSeconds(60))).until(() -> state().equals("REPLAY"));
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/replay/" + show);
        Locator video = viewer.locator("#clips video[aria-label='여는 장면']");
        video.waitFor(new Locator.WaitForOptions().setTimeout(Leave.of(60_000)));
        assertThat(viewer.locator("#clips-title")).hasText("하이라이트 클립");
        assertThat(viewer.locator("#clips video")).hasCount(1);
        plays(viewer, video);
        assertThat((Boolean) viewer.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        viewer.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/clips/viewer.png"))
                .setFullPage(true));
        String address = String.valueOf(video.getAttribute("src"));

        card("여는 장면").locator("[data-action='clips.remove']").click();
        assertThat(card("여는 장면")).hasCount(0);
        assertThat(viewer.locator("#clips video")).hasCount(0);
        await("nobody plays it any more")
                .atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> viewer.request().get(address + "?again").status() == 404);
        console.locator("#undo").click();
        assertThat(card("여는 장면")).isVisible();
        assertThat(viewer.locator("#clips video")).hasCount(1);
        Ui.leave(viewer);
        Ui.go(console, "shows/" + show + "/history");
        console.getByText("클립 되돌림").first().waitFor();
    }

    @Test
    @Order(4)
    void a_show_without_a_recording_says_so_in_english_in_the_dark() {
        Page page = Ui.signedIn("auditor", "en", true);
        Ui.language(page, "en");
        Ui.go(page, "shows/" + show + "/clips");
        assertThat(page.locator("#clips h2").first()).hasText("Highlight clips");
        assertThat(page.locator("#clips-list .on-clip")).hasCount(2);
        assertThat(page.locator("#clips-cut")).isHidden();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/clips/english.png")));
        String planned = planned();
        Ui.go(page, "shows/" + planned + "/clips");
        assertThat(page.locator("#clips-empty")).hasText(Pattern.compile("No clips yet.*"));
        Ui.language(page, "ko-KR");
        Ui.leave(page);
    }

    private static String planned() {
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "클립 없는 채널", "warmUpSeconds", 5, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().plusSeconds(86_400L * 4).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> plan = new HashMap<>(Map.of("title", "클립이 없는 방송", "channel", channel));
        plan.putAll(Map.of(
                "start", start.toString(), "end", start.plusSeconds(1_800).toString()));
        plan.put("feed", Map.of("source", "TEST"));
        return planner.post("/shows", plan).ok().path("id").asText();
    }
}
