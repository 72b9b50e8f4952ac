package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import live.onair.testkit.Leave;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What viewers' players say is seen by ops: who is not where he was sent, and who watches badly where. */
class HurtViewersTest {

    private static final int VIEWERS = 4;

    private static SteeredShow show;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void on_air() {
        show = SteeredShow.onAir();
    }

    @AfterAll
    static void off_air() {
        show.end();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hurt/" + name + ".png")));
    }

    /** Who is sent to the domestic CDN and says that he is elsewhere. */
    private static int elsewhere() {
        JsonNode items = SteeredShow.ops().get("/cdn-quality/sent").ok().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> one.path("show").asText().equals(show.id())
                        && one.path("cdn").asText().equals("domestic"))
                .mapToInt(one -> one.path("elsewhere").asInt())
                .sum();
    }

    /** Nothing of ours is on its page: what it asks is all that is known of it. */
    @Test
    void hlsjs_alone_that_cannot_stay_where_it_is_sent_is_seen_as_elsewhere() {
        SteeredPlayer bare = SteeredPlayer.bare(show.id());
        Page page = Ui.signedInAt("ops", "cdn");
        bare.page().route(SteeredPlayer.edge("domestic") + "/**", route -> route.abort());
        Locator told = page.locator("#cdn-shares [data-show=" + show.id() + "] [data-elsewhere=domestic]");
        assertThat(told)
                .containsText(
                        "domestic: 보낸 곳에 없음 1명(", new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
        Assertions.assertThat(elsewhere()).isEqualTo(1);
        Assertions.assertThat(bare.at()).isEqualTo("global");
        told.scrollIntoViewIfNeeded();
        picture(page, "elsewhere");
        bare.close();
        Ui.leave(page);
    }

    /** Each stands still for three of ten seconds, nobody knows where. */
    private void tell() {
        for (int viewer = 0; viewer < VIEWERS; viewer++) {
            String report = """
                    {"CMCD": "bs,cid=\\"%s\\",sid=\\"hurt-viewer-%d\\"", "pathway": "domestic", "ordered": "domestic", "played": 7000,
                     "stalled": 3000, "failed": 0, "bytes": 1000, "start": null}""".formatted(show.id(), viewer);
            URI door = URI.create(Ui.app().viewerUrl() + "/storefront/v1/watching");
            try {
                Assertions.assertThat(http.send(
                                        HttpRequest.newBuilder(door)
                                                .header("Content-Type", "application/json")
                                                .POST(HttpRequest.BodyPublishers.ofString(report))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(202);
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(door.toString(), e);
            }
        }
    }

    @Test
    void viewers_of_one_network_that_stand_still_by_one_cdn_are_named_with_their_plan() {
        Page page = Ui.signedInAt("ops", "home");
        Locator card = page.locator("#home-problems [data-alarm=CDN_VIEWERS]").first();
        await("they ring")
                .atMost(Leave.of(Duration.ofSeconds(90)))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    tell();
                    return card.isVisible();
                });
        assertThat(card).containsText("나라·통신사를 모르는 시청자 · CDN domestic: 시청자 화면 20% 이상 멈춤");
        assertThat(card).containsText("스티어링 시험");
        assertThat(card).containsText("전환 계획");
        picture(page, "card");
        card.locator("[data-action='steering.plan']").click();
        assertThat(page.locator("#move-plan")).containsText(show.id());
        assertThat(page.locator("#move-from")).containsText("domestic");
        picture(page, "plan");
        page.keyboard().press("Escape");
        Ui.language(page, "en");
        assertThat(card).containsText("viewers’ pictures stand still 20 % of the time or more");
        Ui.language(page, "ko-KR");
        Ui.leave(page);
        Page auditor = Ui.signedInAt("auditor", "home");
        Locator seen =
                auditor.locator("#home-problems [data-alarm=CDN_VIEWERS]").first();
        assertThat(seen).containsText("CDN domestic");
        assertThat(seen.locator("[data-action='steering.plan']")).hasCount(0);
        Ui.leave(auditor);
    }
}
