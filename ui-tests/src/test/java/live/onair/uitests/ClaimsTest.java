package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** A merchandiser sees what may not be said, changes it or lets it stand, and the approval is free. */
class ClaimsTest {

    private final Api planner = Ui.app().api("merchandiser");

    private String show() {
        Map<String, Object> room = Map.of("name", "점검 채널", "warmUpSeconds", 10, "graceSeconds", 0);
        String channel =
                Ui.app().api("ops").post("/channels", room).ok().path("id").asText();
        Instant start = Instant.now().plusSeconds(86_400 * 12).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> plan =
                new HashMap<>(Map.of("title", "점검할 방송", "channel", channel, "feed", Map.of("source", "TEST")));
        plan.putAll(Map.of(
                "start", start.toString(), "end", start.plusSeconds(1_800).toString()));
        String show = planner.post("/shows", plan).ok().path("id").asText();
        String product =
                planner.get("/products").ok().path("products").get(0).path("id").asText();
        planner.call("PUT", "/line-ups/shows/" + show, Map.of("items", List.of(Map.of("product", product))), Map.of())
                .ok();
        return show;
    }

    private void says(String show, String lines) {
        Map<String, Object> item = Map.of("title", "소개", "seconds", 60, "lines", lines);
        planner.call("PUT", "/cues/shows/" + show, Map.of("items", List.of(item)), Map.of())
                .ok();
    }

    @Test
    void a_finding_is_seen_with_what_to_say_instead_and_let_stand_or_put_right() {
        String show = show();
        says(show, "여드름 치료에 좋은 크림이에요");
        Page page = Ui.signedInAt("merchandiser", "shows/" + show);
        assertThat(page.locator("[data-check=claims]")).containsText("막");
        page.locator("[data-check=claims] a").click();
        assertThat(page.locator("#claims")).containsText("의약품 오인");
        assertThat(page.locator("#claims")).containsText("이렇게 바꿀 수 있습니다");
        assertThat(page.locator(".on-claim-words").first()).containsText("여드름");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/claims/found.png")));
        page.locator("#adReview-clear").first().click();
        page.locator("#claim-clear-done").click();
        assertThat(page.locator(".on-refusal")).containsText("이유를");
        Ui.fill(page, "claim-reason", "고객 질문을 그대로 읽는 말입니다");
        page.locator("#claim-clear-done").click();
        assertThat(page.locator("#claims")).containsText("고객 질문을 그대로 읽는 말입니다");
        assertThat(page.locator("[data-check=claims]")).containsText("확인");
        says(show, "여드름 치료에 정말 좋은 크림이에요");
        assertThat(page.locator("[data-check=claims] a")).isVisible();
        says(show, "건조한 피부에 보습을 더해 줘요");
        assertThat(page.locator("#claims")).containsText("찾은 표현이 없습니다");
        Ui.leave(page);
    }

    @Test
    void a_sentence_is_tried_before_it_is_written_anywhere() {
        Page page = Ui.signedInAt("moderator", "claims");
        page.locator("#claims-text textarea").fill("바르면 주름이 사라져요. 부작용이 전혀 없어요.");
        assertThat(page.locator("#claims-found")).containsText("이렇게 바꿀 수 있습니다");
        page.locator("#claims-text textarea").fill("촉촉하게 발려요");
        assertThat(page.locator("#claims-found")).containsText("찾은 표현이 없습니다");
        assertThat(page.locator("#claims-rules")).containsText("화장품법");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/claims/rules.png")));
        Ui.leave(page);
    }
}
