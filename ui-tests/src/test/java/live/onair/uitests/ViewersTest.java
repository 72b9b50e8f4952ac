package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What viewers get: on a narrow phone, in both languages, and while the console is away. */
class ViewersTest {

    private static String page() {
        return Ui.app().viewerUrl() + "/live/" + Ui.onAir();
    }

    @Test
    void the_page_fits_a_phone_of_360_pixels_in_both_languages() {
        for (String locale : new String[] {"ko-KR", "en-US"}) {
            Page viewer = Ui.context(locale, false, 360, 740).newPage();
            viewer.navigate(page());
            viewer.locator("#state").waitFor();
            assertThat((Boolean) viewer.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(locale)
                    .isTrue();
            assertThat(viewer.locator("#language").innerText()).isEqualTo(locale.startsWith("ko") ? "English" : "한국어");
            viewer.context().close();
        }
    }

    @Test
    void a_show_that_is_not_public_is_not_there() {
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/live/SH-99999");
        viewer.getByText("방송을 찾을 수 없습니다").waitFor();
        viewer.context().close();
    }

    @Test
    void a_new_visitor_watches_while_the_console_is_stopped() {
        String address = page();
        Ui.app().killConsole();
        try {
            Page viewer = Ui.visitor();
            viewer.navigate(address);
            await("plays").atMost(Duration.ofSeconds(25)).until(() -> Ui.currentTime(viewer) > 1);
            double now = Ui.currentTime(viewer);
            await("goes on").atMost(Duration.ofSeconds(15)).until(() -> Ui.currentTime(viewer) > now + 3);
            viewer.navigate(Ui.app().viewerUrl() + "/");
            viewer.getByText("지금 방송 중").waitFor();
            viewer.context().close();
        } finally {
            Ui.app().start();
        }
    }
}
