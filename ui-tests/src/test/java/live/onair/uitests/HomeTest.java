package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R1, R2, R5: ops see at home who is hurt by what, take it, and move the viewers by its plan; what is well says when that was seen. */
class HomeTest {

    /** How the state of a show is drawn that is as short as a few minutes. */
    private static final String SHORT = """
            show => {
              const width = show.style.width;
              show.style.width = '40px';
              const drawn = getComputedStyle(show.querySelector('.st')).display;
              show.style.width = width;
              return drawn;
            }""";

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @AfterEach
    void as_it_was() {
        dial("OK", 0);
        Ui.app().api("ops").get("/steering/moves").ok().path("items").forEach(move -> {
            if (move.path("endedAt").isMissingNode() || move.path("endedAt").isNull()) {
                Ui.app()
                        .api("ops")
                        .post("/steering/moves/" + move.path("number").asLong() + "/undo", Map.of());
            }
        });
    }

    private static void dial(String mode, int millis) {
        Ui.app()
                .control()
                .call("PUT", "/edges/domestic", Map.of("mode", mode, "millis", millis), Map.of())
                .ok();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/home/" + name + ".png")));
    }

    @Test
    void r1_a_slow_cdn_stands_there_with_who_it_hurts_and_is_left_by_its_plan() {
        String show = Ui.onAir();
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        Page page = Ui.signedInAt("ops", "home");
        page.setViewportSize(1440, 900);
        assertThat(page.locator("#home-well")).containsText("CDN domestic", SOON);
        assertThat(page.locator("#home-evening .on-evening-show[data-show='" + show + "']"))
                .containsText("ON AIR");
        assertThat(page.locator("#home-carrying .on-field").first()).containsText("%", SOON);
        picture(page, "well");
        dial("SLOW", 3_000);
        Locator problem = MovingViewers.trouble(page, show);
        assertThat(problem).containsText("CDN domestic 느림", SOON);
        assertThat(problem).containsText("맡은 사람 없음");
        assertThat(page.locator("#home-well")).not().containsText("CDN domestic");
        problem.locator("[data-action='interruptions.acknowledge']").click();
        assertThat(problem).containsText("맡음");
        picture(page, "slow");
        page.locator("body").press("p");
        assertThat(page.locator("#move-plan")).containsText("domestic 0% · global 100%");
        Ui.fill(page, "move-reason", "느린 CDN");
        picture(page, "plan");
        page.locator("#move-act").click();
        assertThat(page.locator("#home-lately")).containsText("시청자");
        assertThat(problem).containsText("domestic에서 100% 옮김");
        page.locator("body").press("p");
        assertThat(page.locator("#move-stages .on-cdn-active")).containsText("느린 CDN");
        assertThat(page.locator("#move-stages .on-follow[data-following]")).isVisible();
        assertThat(page.locator("#move-stages [id^=steering-undo-]")).isVisible();
        page.keyboard().press("Escape");
        dial("OK", 0);
        assertThat(page.locator("#home-well")).containsText("CDN domestic", SOON);
        Ui.leave(viewer);
        Ui.leave(page);
    }

    /** As by a hand that has cleared up: what is published of a show is no longer there, and comes back by itself. */
    @Test
    void r1_what_leads_viewers_to_their_cdn_is_missed_where_they_read_it_and_published_anew() throws IOException {
        String show = Ui.onAir();
        Path folder = Ui.app().data().resolve("media/published/steering/v1/" + show);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(".")) // one that is being written
                    .toList();
        }
        Assertions.assertThat(files).hasSizeGreaterThan(200);
        Page page = Ui.signedInAt("ops", "home");
        assertThat(page.locator("#home-checked")).containsText("확인", SOON);
        for (Path file : files) {
            Files.delete(file);
        }
        Locator problem = page.locator("#home-problems [data-alarm=CDN_STEERING]");
        assertThat(problem).containsText("시청자를 CDN으로 안내하는 파일", SOON);
        assertThat(problem).containsText(": 없음");
        assertThat(problem).containsText("저절로 다시 게시합니다");
        assertThat(problem.locator("a[href=cdn]")).isVisible();
        picture(page, "steering");
        await().untilAsserted(
                        () -> Assertions.assertThat(files).as("written anew").allMatch(Files::exists));
        assertThat(problem).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        Ui.leave(page);
    }

    /** The work that looks at CDNs stands still: that nothing bad is heard says nothing then. */
    @Test
    void r1_a_page_that_sees_nothing_new_does_not_say_that_nothing_is_wrong() throws SQLException {
        Page page = Ui.signedInAt("ops", "home");
        Locator checked = page.locator("#home-checked");
        assertThat(checked).containsText("확인", SOON);
        try (Connection held = DriverManager.getConnection(Ui.app().database());
                Statement sql = held.createStatement()) {
            held.setAutoCommit(false);
            sql.execute("lock table cdn.look in exclusive mode");
            assertThat(checked)
                    .hasText(
                            Pattern.compile("[1-9][0-9]+초째 새로 본 것이 없습니다"),
                            new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(checked.locator(".st.stale")).isVisible();
            assertThat(page.locator("#home-problems .prob, #home-problems .sec .st.stale")
                            .first())
                    .isVisible();
            assertThat(page.locator("#home-problems .sec .st.ok")).hasCount(0);
            picture(page, "unseen");
            held.rollback();
        }
        assertThat(checked).containsText("확인", SOON);
        Ui.leave(page);
    }

    @Test
    void r2_the_signal_goes_from_the_encoder_to_what_is_seen_through_each_cdn() {
        Page page = Ui.signedInAt("ops", "home");
        assertThat(page.locator("#home-path #map-channel")).isVisible();
        Locator show = page.locator("#home-evening .on-evening-show").first();
        assertThat(show.locator(".st")).isVisible();
        Assertions.assertThat(show.evaluate(SHORT))
                .as("a state that would be cut is not there")
                .isEqualTo("none");
        assertThat(page.locator("#home-path #map-cdn-domestic")).containsText("정상", SOON);
        Locator probe = page.locator("#home-path #map-probe-global");
        assertThat(probe).containsText("재생됨", SOON);
        assertThat(probe).hasAttribute("href", "cdn");
        keepsWhoIsOnIt(page, page.locator("#home-path #map-channel"));
        page.keyboard().press("Enter");
        page.waitForURL("**/shows/SH-*/signal");
        Ui.go(page, "home");
        Ui.language(page, "en");
        assertThat(page.locator("#home-problems h2")).hasText("Problems now");
        Ui.language(page, "ko-KR");
        Ui.leave(page);
    }

    /** What it says grows older by the second: it is drawn anew, and the focus stays. */
    private static void keepsWhoIsOnIt(Page page, Locator node) {
        node.focus();
        Object before = node.locator(".age").elementHandle();
        page.waitForCondition(() -> !(boolean) node.evaluate("(node, age) => node.contains(age)", before));
        assertThat(node).isFocused();
    }

    @Test
    void r1_a_moderator_sees_it_all_and_presses_nothing_dangerous() {
        Page page = Ui.signedInAt("moderator", "home");
        assertThat(page.locator("#home-checked")).not().isEmpty();
        assertThat(page.locator("#home-lately")).isHidden();
        page.setViewportSize(390, 844);
        assertThat(page.locator("#home-evening")).isVisible();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/home/phone.png"))
                .setFullPage(true));
        Ui.leave(page);
    }
}
