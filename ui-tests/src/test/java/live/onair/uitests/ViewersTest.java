package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import live.onair.testkit.Leave;
import org.jspecify.annotations.Nullable;
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
        Ui.leave(viewer);
    }

    /** A stream of another origin carries no slates: the page plays it as it is published, and covers it when it has to. */
    @Test
    void a_show_whose_stream_has_no_slates_is_played_and_covered_by_its_page() {
        AtomicReference<String> published = new AtomicReference<>();
        Page viewer = Ui.visitor();
        viewer.route(
                "**/storefront/v1/shows/SH-elsewhere.json",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(published.get())));
        String stream = Ui.app().media().path("urls").path("global").asText() + "/live/" + Ui.onAir() + "/index.m3u8";
        published.set(elsewhere("STANDBY", null, false));
        viewer.navigate(Ui.app().viewerUrl() + "/live/SH-elsewhere");
        viewer.getByText("곧 시작합니다").waitFor();
        published.set(elsewhere("ON_AIR", null, false));
        viewer.getByText("영상을 준비하고 있습니다").waitFor();
        published.set(elsewhere("ON_AIR", stream, false));
        await("plays").atMost(Leave.of(Duration.ofSeconds(25))).until(() -> Ui.currentTime(viewer) > 1);
        published.set(elsewhere("ON_AIR", null, true));
        viewer.getByText("잠시 후 계속됩니다").waitFor();
        assertThat(
                        (Boolean)
                                viewer.evaluate(
                                        "!document.querySelector('video').currentSrc || document.querySelector('video').readyState === 0"))
                .as("nothing is seen or heard behind the cover")
                .isTrue();
        published.set(elsewhere("ON_AIR", stream, false));
        await("plays again").atMost(Leave.of(Duration.ofSeconds(25))).until(() -> Ui.currentTime(viewer) > 1);
        viewer.context().close();
    }

    private static String elsewhere(String state, @Nullable String stream, boolean slate) {
        return """
                {"id": "SH-elsewhere", "title": "데모 브랜드 방송", "startsAt": "2026-11-01T20:00:00+09:00",
                 "endsAt": "2026-11-01T21:00:00+09:00", "description": "", "pageUrl": "http://localhost/live/SH-elsewhere",
                 "state": "%s", "slate": %s, "playbackUrl": %s}""".formatted(state, slate, stream == null ? "null" : "\"" + stream + "\"");
    }

    @Test
    void a_new_visitor_watches_while_the_console_is_stopped() {
        String address = page();
        Ui.app().killConsole();
        try {
            Page viewer = Ui.visitor();
            viewer.navigate(address);
            await("plays").atMost(Leave.of(Duration.ofSeconds(25))).until(() -> Ui.currentTime(viewer) > 1);
            double now = Ui.currentTime(viewer);
            await("goes on").atMost(Leave.of(Duration.ofSeconds(30))).until(() -> Ui.currentTime(viewer) > now + 3);
            viewer.navigate(Ui.app().viewerUrl() + "/");
            viewer.getByText("지금 방송 중").waitFor();
            Ui.leave(viewer);
        } finally {
            Ui.app().start();
        }
    }
}
