package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the README, taken from the running app: Korean and English, light and dark. Kept with
 * {@code -Donair.screenshots=write}, else in target. Each page is looked at for overflow and for keys instead of words.
 */
class ScreenshotsTest {

    private static final Path HOME = Path.of(System.getProperty("onair.home", ".."));
    private static final Path FOLDER = "write".equals(System.getProperty("onair.screenshots"))
            ? HOME.resolve("ops/screenshots")
            : Path.of("target/screenshots");

    @Test
    void the_console_in_korean_and_english_light_and_dark() throws IOException {
        Files.createDirectories(FOLDER);
        String show = Ui.onAir();
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1);
        for (String locale : List.of("ko-KR", "en-US")) {
            for (boolean dark : new boolean[] {false, true}) {
                Page page = Ui.signedIn("merchandiser", locale, dark);
                Ui.language(page, locale);
                String suffix = locale.substring(0, 2) + (dark ? "-dark" : "-light");
                shoot(page, "schedule/" + tomorrow, "schedule-" + suffix);
                shoot(page, "shows/" + show, "show-" + suffix);
                shoot(page, "wall", "wall-" + suffix);
                Ui.language(page, "ko-KR");
                Ui.leave(page);
            }
        }
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/" + show);
        await("picture")
                .atMost(Leave.of(Duration.ofSeconds(30)))
                .until(() ->
                        Ui.currentTime(viewer) > 1 && viewer.locator("#cover").isHidden());
        Page ops = Ui.signedIn("ops", "ko-KR", true);
        shoot(ops, "home", "home-ko-dark");
        Ui.leave(ops);
        take(viewer, "viewer-ko");
        Ui.leave(viewer);
    }

    private static void shoot(Page page, String path, String name) {
        Ui.go(page, path);
        page.locator(".on-page").waitFor();
        if (path.startsWith("schedule")) {
            page.locator("onair-board[data-ready]").waitFor();
        } else if (path.equals("home")) {
            page.locator("#home-carrying .on-field").first().waitFor();
        } else {
            await("picture on " + path).atMost(Leave.of(Duration.ofSeconds(30))).until(() -> Ui.currentTime(page) > 2);
        }
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scrolling: " + name)
                .isTrue();
        assertThat(page.locator("body").innerText())
                .as(name)
                .doesNotContainPattern("\\b(nav|show|wall|schedule|board)\\.[a-z]+");
        take(page, name);
    }

    private static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
