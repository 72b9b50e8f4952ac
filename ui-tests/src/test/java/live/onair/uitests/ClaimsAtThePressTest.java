package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** While a show is on air whoever writes or shows what may not be said is told at once, and says why it goes out. */
class ClaimsAtThePressTest {

    private static final String WHY = "고객 질문을 그대로 읽는 말입니다";

    private final Api planner = Ui.app().api("merchandiser");
    private final Api moderator = Ui.app().api("moderator");
    private final String show = Ui.onAir();

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/claims/" + name + ".png")));
    }

    private JsonNode letOut() {
        return Ui.app()
                .api("auditor")
                .get("/audit/entries?kind=adReview.FindingLetOut&show=" + show)
                .ok()
                .path("rows");
    }

    @Test
    void a_notice_that_may_not_be_said_is_found_while_it_is_written_and_goes_out_with_a_reason() {
        Page page = Ui.signedInAt("merchandiser", "shows/" + show + "/products");
        page.locator("#notices-add").click();
        page.locator("#card-text textarea").pressSequentially("여드름 치료에 좋은 크림");
        Locator hint = page.locator(".on-claim-hint");
        assertThat(hint).containsText("의약품 오인");
        assertThat(hint).containsText("이렇게 바꿀 수 있습니다");
        picture(page, "notice-hint");
        page.locator("#card-done").click();
        Locator found = page.locator("#claim-press-found");
        assertThat(found).containsText("의약품 오인");
        assertThat(found.locator(".on-claim-words")).containsText("여드름");
        page.locator("#claim-press-out").click();
        assertThat(page.locator("#claim-press-reason")).containsText("5자에서 500자까지");
        picture(page, "notice-press");
        page.locator("#claim-press-back").click();
        assertThat(found).hasCount(0);
        assertThat(page.locator("#card-text textarea")).hasValue("여드름 치료에 좋은 크림");
        page.locator("#card-done").click();
        Ui.fill(page, "claim-press-reason", WHY);
        page.locator("#claim-press-out").click();
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        Locator line =
                page.locator("#notices .on-note-card").filter(new Locator.FilterOptions().setHasText("여드름 치료에 좋은 크림"));
        line.locator("[data-action='cards.show']").click();
        assertThat(line).hasAttribute("data-shown", "true");
        JsonNode told = letOut().get(0);
        assertThat(told.toString()).contains(WHY, "여드름", "의약품 오인");
        page.navigate(Ui.app().url() + "/shows/" + show + "/claims");
        assertThat(page.locator("#claims")).containsText(WHY);
        planner.post("/cards/" + line(told) + "/remove", Map.of());
        Ui.leave(page);
    }

    private String line(JsonNode told) {
        JsonNode notices = planner.get("/cards/shows/" + show).ok().path("notices");
        for (JsonNode notice : notices) {
            if (notice.path("text").asText().contains("여드름")) {
                return notice.path("id").asText();
            }
        }
        throw new AssertionError(told + " is about none of " + notices);
    }

    @Test
    void what_the_host_is_told_is_asked_about_in_the_dark_and_by_keys() {
        Page page = Ui.signedIn("moderator", "ko-KR", true);
        Ui.go(page, "control/" + show);
        Locator text = page.locator("#host-text textarea");
        text.pressSequentially("여드름 치료에 좋다고 말해 주세요");
        assertThat(page.locator(".on-claim-hint")).containsText("의약품 오인");
        text.press("Control+Enter");
        assertThat(page.locator("#claim-press-found")).containsText("의약품 오인");
        assertThat(page.locator("#claim-press-reason textarea")).isFocused();
        page.keyboard().type(WHY);
        picture(page, "prompter-press-dark");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#claim-press-out")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".on-host-message").first()).containsText("여드름 치료에 좋다고");
        assertThat(text).hasValue("");
        assertThat(letOut().toString()).contains(WHY);
        clear();
        Ui.leave(page);
    }

    private void clear() {
        moderator.get("/cues/shows/" + show + "/prompter").ok().path("items").forEach(message -> {
            if (message.path("text").asText().contains("여드름")) {
                moderator
                        .post("/cues/messages/" + message.path("id").asText() + "/clear", Map.of())
                        .ok();
            }
        });
    }

    @Test
    void a_line_of_the_sheet_and_a_coupon_are_asked_about_in_their_dialogs() {
        Page page = Ui.signedIn("merchandiser", "ko-KR", true);
        Ui.go(page, "shows/" + show + "/cues");
        page.locator("#cue-add").click();
        Ui.fill(page, "cue-title", "질문 답하기 2");
        Ui.fill(page, "cue-lines", "여드름 치료에 좋은 크림이에요");
        assertThat(page.locator("vaadin-dialog-overlay .on-claim-hint")).containsText("의약품 오인");
        picture(page, "cue-hint-dark");
        page.locator("#cue-save").click();
        assertThat(page.locator("#claim-press-found")).containsText("의약품 오인");
        page.locator("#claim-press-back").click();
        Ui.fill(page, "cue-lines", "건조한 피부에 보습을 더해 줘요");
        assertThat(page.locator("vaadin-dialog-overlay .on-claim-hint")).isHidden();
        page.locator("#cue-save").click();
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        page.getByLabel("코너 지우기: 질문 답하기 2").click();
        await("taken out again")
                .until(() -> !planner.get("/cues/shows/" + show)
                        .ok()
                        .path("items")
                        .findValuesAsText("title")
                        .contains("질문 답하기 2"));
        Ui.go(page, "shows/" + show + "/products");
        page.locator("#coupons-add").click();
        Ui.fill(page, "coupon-name", "여드름 치료 쿠폰");
        assertThat(page.locator("vaadin-dialog-overlay .on-claim-hint")).containsText("의약품 오인");
        picture(page, "coupon-hint-dark");
        Ui.fill(page, "coupon-amount", "1000");
        page.locator("#coupon-done").click();
        assertThat(page.locator("#claim-press-found")).containsText("의약품 오인");
        page.locator("#claim-press-back").click();
        Ui.leave(page);
    }

    @Test
    void the_api_refuses_with_the_findings_and_takes_the_reason_beside_the_command() {
        Map<String, Object> message = Map.of("text", "여드름 치료에 좋다고 말해 주세요");
        Api.Answer refused = moderator.post("/cues/shows/" + show + "/prompter", message);
        assertThat(refused.status()).isEqualTo(409);
        JsonNode reasons = refused.body().path("reasons");
        assertThat(reasons.findValuesAsText("code")).containsExactly("FOUND", "WHY");
        assertThat(reasons.get(0).at("/facts/group").asText()).isEqualTo("DRUG");
        assertThat(reasons.get(0).at("/facts/rewording").asText()).isNotBlank();
        moderator
                .post(
                        "/cues/shows/" + show + "/prompter?claimReason="
                                + URLEncoder.encode(WHY, StandardCharsets.UTF_8),
                        message)
                .ok();
        clear();
    }
}
